using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>How long a pipeline lets a request take, by what the code spells out.</summary>
/// <param name="Hanging">Where the other side never answers; null where nothing ends it.</param>
/// <param name="Failing">Where it fails at once, each time: the pauses alone.</param>
/// <param name="Highest">Where the other side never answers, chance in the pauses at its highest; null where nothing ends it then.</param>
/// <param name="FailingHighest">Where it fails at once, chance at its highest as far as the code says how high that is.</param>
internal readonly record struct PipelineBudget(TimeSpan? Hanging, TimeSpan Failing, TimeSpan? Highest, TimeSpan FailingHighest)
{
    /// <summary>The longest that the pipeline itself allows for, chance in the pauses at its lowest; zero where it says nothing.</summary>
    public TimeSpan Needs => Hanging ?? Failing;

    /// <summary>The same with chance in the pauses at its highest, as far as the code bounds that: who waits as long sees the pipeline's own end.</summary>
    public TimeSpan MayTake => Highest ?? Hanging ?? FailingHighest;

    /// <summary>The budget; null where a layer is not known and no timeout stands round it.</summary>
    public static PipelineBudget? Of(ResiliencePipeline pipeline) => Of(pipeline.Strategies, 0);

    private static PipelineBudget? Of(ImmutableArray<ResilienceStrategy> strategies, int index)
    {
        if (index == strategies.Length)
            return new PipelineBudget(null, TimeSpan.Zero, null, TimeSpan.Zero);

        var inner = Of(strategies, index + 1);
        switch (strategies[index])
        {
            case TimeoutStrategy timeout:
                return timeout.Duration is { } duration && duration > TimeSpan.Zero ? Within(duration, inner) : null;
            case RetryStrategy retry:
                return retry is { Limit: { Retries: { } count, IsUnbounded: false }, Delays.Total: { } pauses } && inner is { } once
                    ? Repeated(once, count, pauses, retry.Delays.Most)
                    : null;
            case ChoiceStrategy:
                return null;
            case { Kind: StrategyKind.Unknown }:
                return null;
            case { Kind: StrategyKind.Hedging }:
                return null;
            default:
                return inner;
        }
    }

    private static PipelineBudget Within(TimeSpan limit, PipelineBudget? inner) =>
        new(Least(limit, inner?.Hanging ?? limit), Least(limit, inner?.Failing ?? limit), Least(limit, inner?.Highest ?? limit), Least(limit, inner?.FailingHighest ?? limit));

    private static PipelineBudget? Repeated(PipelineBudget once, int retries, TimeSpan pauses, TimeSpan? most)
    {
        var hanging = once.Hanging is { } attempt ? Times(attempt, retries + 1d, pauses) : (TimeSpan?)null;
        var highest = most is { } longestPauses && once.Highest is { } longest ? Times(longest, retries + 1d, longestPauses) : (TimeSpan?)null;
        return new PipelineBudget(hanging, Times(once.Failing, retries + 1d, pauses), highest, Times(once.FailingHighest, retries + 1d, most ?? pauses));
    }

    private static TimeSpan Times(TimeSpan attempt, double attempts, TimeSpan pauses)
    {
        var ticks = attempt.Ticks * attempts + pauses.Ticks;
        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)ticks);
    }

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
