using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry round an outbound call that tries again at once: a loop, recursion, or a policy of Polly's without pause or with one of zero. Quiet for one
/// repeat alone, for a fast first repeat before pauses, for other hosts, after refusals, and where a method out of sight may wait.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2006RetryWithoutPause() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2006";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A retry without a pause",
        "'{0}' tries again at once: the other side gets no time to recover; wait between attempts, longer each time",
        "All attempts are spent within the same moment of an outage, and every caller multiplies the load on a system that is already failing.");

    private protected override void Register(RuleContext context) =>
        context.OnTree(tree =>
        {
            var file = tree.SemanticModel.SyntaxTree;
            foreach (var loop in context.Model.RetryLoops.In(file, tree.CancellationToken))
            {
                if (loop.Pauses == Certainty.No && loop.Scope.RepeatsWhatMayHaveHappened && loop.Scope.Limit.Retries != 1)
                    tree.ReportDiagnostic(context.Diagnostic(loop.Scope.Location, loop.Call.Place.GetLocation(), null, Text(loop.Scope.Location, file)));
            }

            foreach (var retry in context.Model.ExecutedRetries.In(file, tree.CancellationToken))
            {
                var strategy = retry.Strategy;
                if (strategy.Delays.IsZero && strategy.Limit.Retries != 1 && strategy.HonoursRetryAfter != Certainty.Yes && strategy.Handles.OnlyRefusals == Certainty.No &&
                    NameOf(strategy.Origin) is { } name)
                {
                    tree.ReportDiagnostic(context.Diagnostic(name.GetLocation(), retry.Cause, null, name.ToString()));
                }
            }
        });

    /// <summary>The member's name, by which a reader knows the retry.</summary>
    internal static SimpleNameSyntax? NameOf(SyntaxNode origin) =>
        (origin as InvocationExpressionSyntax)?.CalledName();

    private static string Text(Location location, SyntaxTree tree) => tree.GetText().ToString(location.SourceSpan);
}
