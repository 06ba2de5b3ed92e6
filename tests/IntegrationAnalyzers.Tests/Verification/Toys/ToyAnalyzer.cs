using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Verification.Toys;

/// <summary>Reports every name <c>Bad</c> that is called. The toys below it are wrong in one way each; the harness must see it.</summary>
public abstract class ToyAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    protected ToyAnalyzer(string id, bool isEnabledByDefault = true)
    {
        _descriptor = new(id, "A toy", "'{0}' is bad", "Toys", DiagnosticSeverity.Warning, isEnabledByDefault);
        SupportedDiagnostics = [_descriptor];
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
    }

    protected virtual string Name => "Bad";

    protected virtual void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax name } && name.Identifier.Text == Name)
            context.ReportDiagnostic(Report(name.GetLocation(), name.Identifier.Text));
    }

    protected Diagnostic Report(Location location, string argument, ImmutableDictionary<string, string?>? properties = null) =>
        Diagnostic.Create(_descriptor, location, properties, argument);
}

/// <summary>Right in every way.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GoodToy() : ToyAnalyzer("TOY0001");

/// <summary>Throws where a call has no closing parenthesis yet.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowsOnHalfTypedCodeToy() : ToyAnalyzer("TOY0002")
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (((InvocationExpressionSyntax)context.Node).ArgumentList.CloseParenToken.IsMissing)
            throw new InvalidOperationException("no parenthesis");
        base.Analyze(context);
    }
}

/// <summary>Throws on every call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowsToy() : ToyAnalyzer("TOY0003")
{
    protected override void Analyze(SyntaxNodeAnalysisContext context) => throw new NotSupportedException("toy");
}

/// <summary>Looks at generated code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReportsInGeneratedCodeToy() : ToyAnalyzer("TOY0004")
{
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InvocationExpression);
    }
}

/// <summary>Reports at a place that no pragma reaches.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoresPragmaToy() : ToyAnalyzer("TOY0005")
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        // Only where the first thing in the file is a pragma: the report stands before it.
        if (context.Node.SyntaxTree.GetText().ToString().StartsWith("#pragma", StringComparison.Ordinal))
            context.ReportDiagnostic(Report(Location.Create(context.Node.SyntaxTree, new(0, 1)), "#"));
        base.Analyze(context);
    }
}

/// <summary>Remembers what it saw in an earlier run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RemembersToy() : ToyAnalyzer("TOY0006")
{
    private int _runs;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var run = _runs++;
            start.RegisterSyntaxNodeAction(
                c => c.ReportDiagnostic(Report(c.Node.GetLocation(), "call", ImmutableDictionary<string, string?>.Empty.Add("run", run.ToString(null, null)))),
                SyntaxKind.InvocationExpression);
        });
    }
}

/// <summary>Says something else when every file has not been seen first in its order.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OrderOfFilesToy() : ToyAnalyzer("TOY0007")
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            if (tree == context.Node.SyntaxTree)
                base.Analyze(context);
            break;
        }
    }
}

/// <summary>Takes a cancelled token for a bug.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowsCancellationToy() : ToyAnalyzer("TOY0008")
{
    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.CancellationToken.IsCancellationRequested)
            throw new InvalidOperationException("cancelled");
        base.Analyze(context);
    }
}

/// <summary>Keeps what a cancelled call gave: nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeepsCancelledResultToy() : ToyAnalyzer("TOY0011")
{
    private static readonly ConditionalWeakTable<SyntaxTree, string> Seen = new();

    protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        var cancelled = context.CancellationToken.IsCancellationRequested;
        if (Seen.GetValue(context.Node.SyntaxTree, _ => cancelled ? "nothing" : "read") == "read")
            base.Analyze(context);
    }
}

/// <summary>Off by default: a test switches it on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OffByDefaultToy() : ToyAnalyzer("TOY0009", isEnabledByDefault: false);

/// <summary>A rule that a fix of another sets off: it reports <c>Worse</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OtherRuleToy() : ToyAnalyzer("TOY0010")
{
    protected override string Name => "Worse";
}
