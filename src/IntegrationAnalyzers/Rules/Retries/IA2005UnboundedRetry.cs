using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry round an outbound call that nothing ends but a success: an endless loop, recursion, <c>RetryForever</c>, <c>int.MaxValue</c>. Quiet where a
/// counter, a clock, a token, a total timeout or another method may end it, and in background services.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2005UnboundedRetry() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2005";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A retry without an end",
        "'{0}' tries again until it succeeds: bound the attempts, so that a lasting failure is seen",
        "While the other side is down the caller never returns: requests pile up, and nobody is told that the operation failed.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(tree =>
        {
            var file = tree.SemanticModel.SyntaxTree;
            foreach (var loop in context.Model.RetryLoops.In(file, tree.CancellationToken))
            {
                if (loop.IsEndless == Certainty.Yes && loop.Scope.RepeatsWhatMayHaveHappened)
                    tree.ReportDiagnostic(context.Diagnostic(loop.Scope.Location, loop.Call.Place.GetLocation(), null, file.GetText().ToString(loop.Scope.Location.SourceSpan)));
            }

            foreach (var retry in context.Model.ExecutedRetries.In(file, tree.CancellationToken))
            {
                if (retry.Strategy.Limit.IsUnbounded && (!retry.IsHandler || retry.IsOfEndlessClient) && !retry.IsUnderTimeout && !retry.HasBreaker && IA2006RetryWithoutPause.NameOf(retry.Strategy.Origin) is { } name)
                    tree.ReportDiagnostic(context.Diagnostic(name.GetLocation(), retry.Cause, null, name.ToString()));
            }
        });
}
