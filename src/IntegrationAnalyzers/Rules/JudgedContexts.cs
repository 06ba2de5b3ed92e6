using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

// The compiler would rather have whoever needs another's findings run it in a compilation of its own. That would read every file once more; these share what is read.
#pragma warning disable CS0618

namespace IntegrationAnalyzers.Rules;

/// <summary>The same context with another receiver of its diagnostics.</summary>
internal static class JudgedContexts
{
    private static readonly Func<Diagnostic, bool> Anything = static _ => true;

    public static OperationAnalysisContext ReportingTo(this OperationAnalysisContext context, Action<Diagnostic> findings) =>
        new(context.Operation, context.ContainingSymbol, context.Compilation, context.Options, findings, Anything, context.CancellationToken);

    public static SyntaxNodeAnalysisContext ReportingTo(this SyntaxNodeAnalysisContext context, Action<Diagnostic> findings) =>
        new(context.Node, context.ContainingSymbol, context.SemanticModel, context.Options, findings, Anything, context.CancellationToken);

    public static SemanticModelAnalysisContext ReportingTo(this SemanticModelAnalysisContext context, Action<Diagnostic> findings) =>
        new(context.SemanticModel, context.Options, findings, Anything, context.CancellationToken);
}
