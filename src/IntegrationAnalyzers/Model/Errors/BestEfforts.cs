using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Clauses that take every failure alike and mislead nobody by it: the failure is told, and what the caller gets cannot be taken for an answer, or answers a
/// question that was about just that.
/// </summary>
internal static class BestEfforts
{
    /// <summary>What only asks, and what nobody misses: that somebody types, looked, or is still there.</summary>
    private static readonly HashSet<string> IncidentalWords =
        new([.. ReadOnlyNames.Default, "telemetry", "analytics", "metrics", "statistics", "typing", "heartbeat"], StringComparer.OrdinalIgnoreCase);

    public static bool Is(CatchShape shape, TryFailures failures, SourceIndex source, CancellationToken cancellationToken)
    {
        switch (CatchAnswers.Of(shape))
        {
            case CatchAnswer.EmptyText or CatchAnswer.EmptyList when HasAskingCallers(shape, inProgram: true, source, cancellationToken):
            case CatchAnswer.Fabricated when ShownAnswers.Are(shape, source, cancellationToken) || SentinelTexts.Are(shape, source, cancellationToken) || IsWhatTheTrialShows(shape):
                return true;
            case CatchAnswer.NewFailure or CatchAnswer.Invented:
                return false;
            case CatchAnswer.Fabricated or CatchAnswer.EmptyText or CatchAnswer.EmptyList:
                return shape.Body.Does(CatchActs.Shows) || (shape.Body.Does(CatchActs.Logs) && Acknowledges(shape));
            case CatchAnswer.Refusal or CatchAnswer.Unavailable:
                return Asks(shape);
            case CatchAnswer.ServerError:
                return Asks(shape) || shape.Body.Does(CatchActs.Logs | CatchActs.Shows);
            case CatchAnswer.No:
                return (Asks(shape) && (IsTold(shape) || !Questions.AsksAboutSender(NameOf(shape)))) || (IsTold(shape) && !Writes(shape, failures, static verb => verb.IsUnsafeToRepeat()));
            case CatchAnswer.NoInTuple when Pays(shape) && Writes(shape, failures, static verb => verb.IsUnsafeToRepeat()):
                return false;
            case CatchAnswer.Failure or CatchAnswer.NoInTuple:
                return Asks(shape) || IsTold(shape);
            default:
                return shape.Body.TellsNobody != Certainty.Yes;
        }
    }

    /// <summary>Whether the failure is told, and the caller hears <c>false</c>: owners mean it so where nothing is paid or ordered twice by asking again.</summary>
    public static bool SaysNoAndTells(CatchShape shape) => CatchAnswers.Of(shape) == CatchAnswer.No && IsTold(shape) && !MovesMoney(shape);

    /// <summary>Whether nothing was to be changed upstream, and what the caller gets is none: <c>null</c>, an empty text or list.</summary>
    public static bool IsNothingRead(CatchShape shape, TryFailures failures) =>
        CatchAnswers.Of(shape) is CatchAnswer.Nothing or CatchAnswer.EmptyText or CatchAnswer.EmptyList && !MoneyNames.Are(NameOf(shape)) &&
        !Writes(shape, failures, static verb => verb is not (HttpVerb.Get or HttpVerb.Head));

    private static bool MovesMoney(CatchShape shape) =>
        MoneyNames.Are(NameOf(shape)) || Pays(shape) ||
        (shape.Clause.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Identifier.ValueText: var type } && MoneyNames.Are(type));

    private static bool Pays(CatchShape shape) =>
        MoneyNames.PaysAtOnce(NameOf(shape)) ||
        (shape.Try.EnclosingFunction() is { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function && Payments.Makes(function));

    /// <summary>
    /// Whether nothing that is given back hangs on what failed: an optional extra was read, and what was there before is kept, or the private method's callers
    /// all ask whether there is anything.
    /// </summary>
    public static bool IsExtra(CatchShape shape, TryFailures failures, SourceIndex source, CancellationToken cancellationToken) => CatchAnswers.Of(shape) switch
    {
        CatchAnswer.Former when HandedDefaults.AreGiven(shape, source, cancellationToken) => HasAskingCallers(shape, inProgram: false, source, cancellationToken),
        CatchAnswer.None or CatchAnswer.Former or CatchAnswer.Unknown => !Writes(shape, failures, static verb => verb is not (HttpVerb.Get or HttpVerb.Head)),
        CatchAnswer.Nothing or CatchAnswer.EmptyText or CatchAnswer.EmptyList => HasAskingCallers(shape, inProgram: false, source, cancellationToken),
        _ => false,
    };

    private static bool HasAskingCallers(CatchShape shape, bool inProgram, SourceIndex source, CancellationToken cancellationToken) =>
        AskedCallers.All(shape.Try, CatchAnswers.Of(shape) == CatchAnswer.EmptyList, inProgram, source, cancellationToken);

    /// <summary>Whether a provider is told that its event has come, lest it come again for ever.</summary>
    private static bool Acknowledges(CatchShape shape) =>
        NameOf(shape).ContainsIgnoreCase("hook") || (shape.Clause.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText.ContainsIgnoreCase("hook") ?? false);

    /// <summary>By more than the answer itself: a log, a screen, or words about the exception wherever they go.</summary>
    private static bool IsTold(CatchShape shape) =>
        shape.Body.Does(CatchActs.Logs | CatchActs.Shows | CatchActs.Carries | CatchActs.CallsUnknown) ||
        CatchFilters.IsNamedIn(shape.Clause.Handler, shape.Clause);

    /// <summary><c>DebugQueryAsync</c> that gives the words of the exception in place of the content: whoever debugs wants to read just those.</summary>
    private static bool IsWhatTheTrialShows(CatchShape shape)
    {
        if (!Questions.TriesOut(NameOf(shape)))
            return false;
        var shows = false;
        foreach (var answer in shape.Clause.Handler.Returned())
        {
            if (answer.Unwrap().Type?.SpecialType != SpecialType.System_String || !CatchFilters.IsNamedIn(answer, shape.Clause))
                return false;
            shows = true;
        }

        return shows;
    }

    private static string NameOf(CatchShape shape) => shape.Clause.Syntax.EnclosingMethodName() ?? "";

    private static bool Asks(CatchShape shape) => Questions.AsksByName(NameOf(shape));

    /// <summary>Whether a call in the <c>try</c> changes something upstream that somebody waits for: no query, no count of who looked.</summary>
    public static bool Writes(CatchShape shape, TryFailures failures, Func<HttpVerb, bool> counts)
    {
        if (OnlyAsksOrCounts(NameOf(shape)))
            return false;
        foreach (var reached in failures.Calls)
        {
            if (counts(reached.Verb) && !reached.Path.Any(static hop => OnlyAsksOrCounts(hop.TargetMethod.Name)))
                return true;
        }

        return false;
    }

    private static bool OnlyAsksOrCounts(string method) => ReadOnlyNames.InMethod(method, IncidentalWords);
}
