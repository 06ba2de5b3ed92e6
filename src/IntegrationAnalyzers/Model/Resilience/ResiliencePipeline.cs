using System.Collections.Generic;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>What stands round a call: layers in order, the outermost first.</summary>
internal sealed record ResiliencePipeline(ImmutableArray<ResilienceStrategy> Strategies)
{
    public static readonly ResiliencePipeline Empty = new(ImmutableArray<ResilienceStrategy>.Empty);

    public static ResiliencePipeline Unknown(SyntaxNode origin) => Of(new ResilienceStrategy(StrategyKind.Unknown, origin));

    public static ResiliencePipeline Of(ResilienceStrategy strategy) => new(ImmutableArray.Create(strategy));

    /// <summary>Whether every layer is known.</summary>
    public bool IsWhole
    {
        get
        {
            foreach (var strategy in Strategies)
            {
                if (strategy.Kind == StrategyKind.Unknown)
                    return false;
                if (strategy is ChoiceStrategy choice)
                {
                    foreach (var alternative in choice.Alternatives)
                    {
                        if (!alternative.IsWhole)
                            return false;
                    }
                }
            }

            return true;
        }
    }

    /// <summary>
    /// Whether there is such a layer whichever way is chosen; no where there is none on any way, unknown where only some ways have one or a
    /// layer is not known.
    /// </summary>
    public Certainty Has(StrategyKind kind)
    {
        var found = Certainty.No;
        foreach (var strategy in Strategies)
        {
            if (strategy.Kind == kind)
                return Certainty.Yes;
            var inside = strategy switch
            {
                ChoiceStrategy choice => choice.Has(kind),
                { Kind: StrategyKind.Unknown } => Certainty.Unknown,
                _ => Certainty.No,
            };
            if (inside == Certainty.Yes)
                return Certainty.Yes;
            if (inside == Certainty.Unknown)
                found = Certainty.Unknown;
        }

        return found;
    }

    /// <summary>Whether a call in it is made again, whichever way is chosen.</summary>
    public Certainty Retries => Has(StrategyKind.Retry);

    /// <summary>The retries, outermost first; those of a choice with them.</summary>
    public IEnumerable<RetryStrategy> AllRetries()
    {
        foreach (var strategy in Strategies)
        {
            if (strategy is RetryStrategy retry)
                yield return retry;
            if (strategy is not ChoiceStrategy choice)
                continue;
            foreach (var alternative in choice.Alternatives)
            {
                foreach (var inner in alternative.AllRetries())
                    yield return inner;
            }
        }
    }

    /// <summary>How often its retries make a call again; unknown where one does it more often than another.</summary>
    public RetryLimit Limit
    {
        get
        {
            RetryLimit? all = null;
            foreach (var retry in AllRetries())
            {
                if (all is { } others && others != retry.Limit)
                    return RetryLimit.Unknown;
                all = retry.Limit;
            }

            return all ?? RetryLimit.Unknown;
        }
    }

    /// <summary>Whether what it makes again was refused, and no more; unknown where that depends on the way that is chosen.</summary>
    public Certainty OnlyRefusals
    {
        get
        {
            Certainty? all = null;
            foreach (var retry in AllRetries())
            {
                var one = retry.Handles.OnlyRefusals;
                if (one == Certainty.No && Strategies.Contains(retry))
                    return one;
                all = all is { } others && others != one ? Certainty.Unknown : one;
            }

            return all ?? Certainty.Unknown;
        }
    }

    /// <summary>Whether the request's method chooses between a way that retries and one that does not.</summary>
    public bool RetriesByMethod
    {
        get
        {
            foreach (var strategy in Strategies)
            {
                if (strategy is ChoiceStrategy { IsByMethod: Certainty.Yes } choice && choice.Has(StrategyKind.Retry) != Certainty.Yes)
                    return true;
            }

            return false;
        }
    }

    public ResiliencePipeline Add(ResiliencePipeline inner) =>
        inner.Strategies.IsEmpty ? this : Strategies.IsEmpty ? inner : new ResiliencePipeline(Strategies.AddRange(inner.Strategies));
}

internal static class ChoiceStrategyExtensions
{
    public static Certainty Has(this ChoiceStrategy choice, StrategyKind kind)
    {
        Certainty? all = null;
        foreach (var alternative in choice.Alternatives)
        {
            var one = alternative.Has(kind);
            if (all is { } others && others != one)
                return Certainty.Unknown;
            all = one;
        }

        return all ?? Certainty.Unknown;
    }
}
