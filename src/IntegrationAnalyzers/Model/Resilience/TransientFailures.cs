using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>The sets of failures that libraries call transient.</summary>
internal static class TransientFailures
{
    /// <summary><c>HttpClientResiliencePredicates.IsTransient</c>, the standard handlers' own predicate.</summary>
    public static Certainty Handles(Outcome outcome) => outcome switch
    {
        { Status: { } status } => Of(status is 408 or 429 or >= 500),
        { Exception: { } type } => FailureTypes.IsCancellation(type) && type.Name == "TaskCanceledException"
            ? Certainty.Unknown // Where a connection attempt ran out of time, yes.
            : Of(FailureTypes.IsTransport(type) || type.Name == FailureTypes.TimeoutRejected.Name),
        _ => Certainty.No,
    };

    /// <summary><c>HandleTransientHttpError</c> and <c>OrTransientHttpStatusCode</c>: neither 429 nor any timeout.</summary>
    public static Certainty HandlesInPolicies(Outcome outcome, bool withExceptions) => outcome switch
    {
        { Status: { } status } => Of(status is 408 or >= 500),
        { Exception: { } type } => Of(withExceptions && FailureTypes.IsTransport(type)),
        _ => Certainty.No,
    };

    /// <summary>Polly 8's own default: every exception but a cancellation, no answer.</summary>
    public static Certainty HandledByDefault(Outcome outcome) => Of(outcome.Exception is { } type && !FailureTypes.IsCancellation(type));

    private static Certainty Of(bool handles) => handles ? Certainty.Yes : Certainty.No;
}
