using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>
/// Listens to every invocation and does nothing: the price of operations, which the SDK's own analyzers make every build pay anyway.
/// What the rules cost is what comes on top.
/// </summary>
#pragma warning disable RS1001, RS2008 // No compiler ever loads it and nobody sees its rule.
internal sealed class BareOperationListener : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("BARE0001", "Nothing", "Nothing", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
    }
}
