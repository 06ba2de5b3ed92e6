using System.Collections.Immutable;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>
/// The plumbing of every rule: one class per ID, concurrent, silent in generated code, and nothing registered where
/// the compilation references no integration library.
/// </summary>
public abstract class IntegrationAnalyzer : DiagnosticAnalyzer
{
    private protected IntegrationAnalyzer(DiagnosticDescriptor rule)
    {
        Rule = rule;
        SupportedDiagnostics = ImmutableArray.Create(rule);
    }

    /// <summary>The one rule this analyzer reports.</summary>
    public DiagnosticDescriptor Rule { get; }

    /// <summary>What a team may tune; documented on the rule's page.</summary>
    internal virtual ImmutableArray<RuleOption> Options => ImmutableArray<RuleOption>.Empty;

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var model = IntegrationModel.For(start.Compilation, start.Options);
            if (model.HasIntegrationLibrary)
                Judge(new RuleContext(start, model, Rule));
        });
    }

    /// <summary>Registers the rule's actions where it applies, for itself or for somebody else, who takes what they find.</summary>
    internal void Judge(RuleContext context)
    {
        // A test repeats what flickers, on a system that is its own: nobody is charged twice or waits.
        if (Rule.Category != RuleCategory.Retries || !context.Model.Project.IsTest)
            Register(context);
    }

    /// <summary>Registers the rule's actions; called once a compilation, and only where an integration library is referenced.</summary>
    private protected abstract void Register(RuleContext context);
}
