using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

#pragma warning disable RS1001, RS1025, RS1026 // Never exported; the rule configures it.

/// <summary>
/// The rule as an editor runs it: each of its handlers is called with a cancelled token first, which may end in
/// <see cref="OperationCanceledException"/> only, and then in earnest. What the cancelled call left behind in a cache, half
/// done, would show in the second.
/// </summary>
internal sealed class CancelledFirst(DiagnosticAnalyzer rule) : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => rule.SupportedDiagnostics;

    public override void Initialize(AnalysisContext context) => rule.Initialize(new CancelledFirstContext(context));
}

// Contexts can be made in tests only by these constructors: a token that is cancelled in one handler's call alone has no other way in.
#pragma warning disable CS0618

/// <summary>The handlers, each called twice.</summary>
internal static class CallTwice
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static Action<OperationAnalysisContext> Operation(Action<OperationAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.Operation, context.ContainingSymbol, context.Compilation, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    public static Action<SyntaxNodeAnalysisContext> Node(Action<SyntaxNodeAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.Node, context.ContainingSymbol, context.SemanticModel, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    public static Action<SemanticModelAnalysisContext> Model(Action<SemanticModelAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.SemanticModel, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    public static Action<SymbolAnalysisContext> Symbol(Action<SymbolAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.Symbol, context.Compilation, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    public static Action<SyntaxTreeAnalysisContext> Tree(Action<SyntaxTreeAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.Tree, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    public static Action<CompilationAnalysisContext> Compilation(Action<CompilationAnalysisContext> action) => context =>
    {
        Try(() => action(new(context.Compilation, context.Options, Drop, Any, Cancelled)));
        action(context);
    };

    private static void Try(Action call)
    {
        try
        {
            call();
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception ex)
        {
            throw new InvalidOperationException($"With a cancelled token it threw {ex.GetType().Name} instead of OperationCanceledException: {ex.Message}", ex);
        }
    }

    private static void Drop(Diagnostic diagnostic)
    {
    }

    private static bool Any(Diagnostic diagnostic) => true;
}
