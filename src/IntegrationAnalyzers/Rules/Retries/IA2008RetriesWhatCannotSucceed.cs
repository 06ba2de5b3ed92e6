using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's round outbound calls that handles every exception, or every answer but a success, and a loop that repeats after each such answer
/// (one that repeats after every exception is IA4001's, at its <c>catch</c>). Quiet on the library's own
/// default, on one status named on purpose (a 404 that will be there soon, a 401 with a refreshed token), and on a predicate out of sight.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2008RetriesWhatCannotSucceed() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2008";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "What cannot succeed is retried",
        "'{0}' repeats the call after {1}, which no further attempt can mend: handle the transient failures alone",
        "A wrong request, a missing right or a bug fails again however often it is tried. Retrying it hides the mistake, delays the answer and spends the rate limit.");

    private protected override void Register(RuleContext context)
    {
        OnPolicies(context);
        context.OnTree(tree =>
        {
            if (!TreeIndex.Of(tree.SemanticModel.SyntaxTree).Words.Contains(StatusApis.IsSuccess))
                return;
            foreach (var loop in context.Model.RetryLoops.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
            {
                if (AnswerTests.Of(loop) is { } test)
                    tree.ReportDiagnostic(context.Diagnostic(test.GetLocation(), loop.Scope.Location, null, loop.Scope.Location.SourceTree!.GetText(tree.CancellationToken).ToString(loop.Scope.Location.SourceSpan), "every failed answer, 400 and 404 among them"));
            }
        });
    }

    private static void OnPolicies(RuleContext context) => context.OnRetry((node, retry, name) =>
    {
        var handles = retry.Strategy.Handles;
        if (handles.IsDefault)
            return;
        var what = (EveryException(handles), EveryAnswer(handles)) switch
        {
            (true, true) => "every exception and every failed answer",
            (true, false) => "every exception, a bug and the caller's cancellation among them",
            (false, true) => "every failed answer, 400 and 404 among them",
            _ => null,
        };
        if (what is not null)
            node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), handles.Predicate?.GetLocation(), null, name.Identifier.ValueText, what));
    });

    /// <summary>Whether a bug is repeated, and a caller's cancellation: a filter for either shows that somebody thought about it.</summary>
    internal static bool EveryException(HandledFailures handles) =>
        handles.EveryException == Certainty.Yes && handles.Exception(FailureSample.Cancellation) == Certainty.Yes;

    internal static bool EveryAnswer(HandledFailures handles) =>
        handles.Status(400) == Certainty.Yes && handles.Status(404) == Certainty.Yes && handles.Status(422) == Certainty.Yes;
}
