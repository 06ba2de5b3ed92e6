using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>A <c>catch</c> clause as a handler of failed calls: what it takes, and what it does with it.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Try">The statement it belongs to.</param>
/// <param name="IsGeneral">Whether it takes every exception, or every one of the runtime's.</param>
/// <param name="Filter">What its <c>when</c> asks.</param>
/// <param name="Covered">The failures that the clauses before it have taken.</param>
/// <param name="CoveredBesideOwn">Of those, what is left without the clauses that only let an exception of this compilation go on.</param>
/// <param name="Body">What it does with the exception.</param>
/// <param name="SwallowsCancellation">Whether the caller's own cancellation ends here like a failure.</param>
/// <param name="Boundary">Whether nothing of the application is above it, so that what it does not take is lost.</param>
internal sealed record CatchShape(
    ICatchClauseOperation Clause,
    ITryOperation Try,
    bool IsGeneral,
    CatchFilter Filter,
    FailureKinds Covered,
    FailureKinds CoveredBesideOwn,
    CatchBody Body,
    bool SwallowsCancellation,
    Certainty Boundary)
{
    /// <summary>Whether every failure that reaches the clause meets the same end: none goes on, none is told apart, none is handed to somebody who could.</summary>
    public Certainty HandlesAlike =>
        Filter is CatchFilter.None or CatchFilter.Counter ? Body.HandlesAlike : Filter == CatchFilter.Failure ? Certainty.No : Certainty.Unknown;
}

/// <summary>What the <c>when</c> of a clause asks.</summary>
internal enum CatchFilter
{
    None,

    /// <summary>How often it was tried: that tells no failure from another.</summary>
    Counter,

    /// <summary>What failed, or whether the caller gave up: a type, a status, a token.</summary>
    Failure,

    Unknown,
}
