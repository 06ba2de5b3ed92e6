using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's round outbound calls that handles every exception, or every answer but a success, a loop that repeats after each such answer, and one that
/// repeats after every exception and lets that of the last attempt out (where a loop goes on behind it, its <c>catch</c> is IA4001's). Quiet on the library's own
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
        context.OnTree(tree => OnLoops(tree, context), FilesThat.Name(StatusApis.IsSuccess, "catch"));
    }

    private static void OnLoops(FileContext tree, RuleContext context)
    {
        foreach (var loop in context.Model.RetryLoops.In(tree.SemanticModel.SyntaxTree, tree.CancellationToken))
        {
            if (AnswerTests.Of(loop) is { } test)
                Report(test.GetLocation(), loop, "every failed answer, 400 and 404 among them");
            if (context.Model.CountedClauses.Of(loop, tree.CancellationToken) is { Clause.Syntax: CatchClauseSyntax clause })
                Report(clause.CatchKeyword.GetLocation(), loop, "every exception, a bug among them");
        }

        void Report(Location location, RetryLoop loop, string what)
        {
            var keyword = loop.Scope.Location;
            tree.ReportDiagnostic(context.Diagnostic(location, keyword, null, keyword.SourceTree!.GetText(tree.CancellationToken).ToString(keyword.SourceSpan), what));
        }
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
