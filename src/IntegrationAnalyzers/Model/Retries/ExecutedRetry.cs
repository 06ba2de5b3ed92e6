using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A retry of Polly's, where it is written, that is known to run outbound calls.</summary>
/// <param name="Strategy">The retry.</param>
/// <param name="Pipeline">The pipeline that it runs in.</param>
/// <param name="Cause">Where it runs a call: the executing member, or the registration of a client.</param>
/// <param name="IsHandler">Whether it is a client's handler: the client's own timeout then bounds all of it.</param>
internal sealed record ExecutedRetry(RetryStrategy Strategy, ResiliencePipeline Pipeline, Location Cause, bool IsHandler)
{
    /// <summary>Whether nothing ends the requests that the handler repeats: the client's timeout is switched off, and its calls have no deadline.</summary>
    public bool IsOfEndlessClient { get; init; }

    /// <summary>Whether a breaker stands in the pipeline: its exception may be what ends the retry.</summary>
    public bool HasBreaker => Pipeline.Has(StrategyKind.CircuitBreaker) == Certainty.Yes;

    /// <summary>Whether a timeout stands round the retry.</summary>
    public bool IsUnderTimeout
    {
        get
        {
            foreach (var strategy in Pipeline.Strategies)
            {
                if (strategy == (ResilienceStrategy)Strategy)
                    return false;
                if (strategy.Kind == StrategyKind.Timeout)
                    return true;
            }

            return false;
        }
    }
}
