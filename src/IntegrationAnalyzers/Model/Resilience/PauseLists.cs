using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Reads pauses that are written as a list: an array, <c>Enumerable.Repeat</c>, a back-off of Polly.Contrib's.</summary>
internal sealed class PauseLists(SourceIndex source, CancellationToken cancellationToken)
{
    /// <summary>v7: a list of pauses, one a further attempt.</summary>
    public RetryDelays Of(IOperation list)
    {
        var origin = ValueOrigin.Of(list, source, cancellationToken);
        if (origin is IInvocationOperation { TargetMethod: var method } made)
        {
            if (PolicyApis.IsBackoff(method))
                return OfBackoff(made) with { Value = list.Syntax };
            if (method is { Name: "Repeat", ContainingType.Name: "Enumerable" } && NumberValues.Duration(made.Arguments[0].Value, source, cancellationToken) is { } pause)
                return OfPauses(Repeated(pause, Whole(made.Arguments[1].Value)), list);
        }

        var elements = ElementValues.Of(origin, source, cancellationToken);
        if (elements.IsDefault)
            return RetryDelays.Unknown with { Jitter = JitterOf(origin), Value = list.Syntax };

        var pauses = ImmutableArray.CreateBuilder<TimeSpan>(elements.Length);
        foreach (var element in elements)
        {
            if (NumberValues.Duration(element, source, cancellationToken) is not { } pause)
                return new RetryDelays(BackoffKind.Custom, RandomValues.In(origin, source, cancellationToken)) { Value = list.Syntax };
            pauses.Add(pause);
        }

        return OfPauses(pauses.ToImmutable(), list);
    }

    /// <summary>How many pauses the list holds; null where the code does not say.</summary>
    public int? Count(IOperation list)
    {
        var origin = ValueOrigin.Of(list, source, cancellationToken);
        if (origin is IInvocationOperation { TargetMethod: var method } made)
        {
            if (PolicyApis.IsBackoff(method))
                return made.Argument(PollyApis.RetryCount) is { } count ? Whole(count) : null;
            return method is { Name: "Repeat", ContainingType.Name: "Enumerable" } ? Whole(made.Arguments[1].Value) : null;
        }

        var elements = ElementValues.Of(origin, source, cancellationToken);
        return elements.IsDefault ? null : elements.Length;
    }

    private RetryDelays OfBackoff(IInvocationOperation made)
    {
        var name = made.TargetMethod.Name;
        var hasJitter = name.Contains("Jitter") ? Certainty.Yes : Certainty.No;
        var backoff = name switch
        {
            "ConstantBackoff" => BackoffKind.Constant,
            "LinearBackoff" => BackoffKind.Linear,
            "ExponentialBackoff" or "DecorrelatedJitterBackoffV2" or "AwsDecorrelatedJitterBackoff" => BackoffKind.Exponential,
            _ => BackoffKind.Custom,
        };
        var start = made.Argument("delay") ?? made.Argument("initialDelay") ?? made.Argument("medianFirstRetryDelay") ?? made.Argument("minDelay");
        var pause = start is null ? null : NumberValues.Duration(start, source, cancellationToken);
        return pause == TimeSpan.Zero ? RetryDelays.None : new RetryDelays(backoff, hasJitter) { Base = pause };
    }

    private static RetryDelays OfPauses(ImmutableArray<TimeSpan> pauses, IOperation list)
    {
        var shape = GrownPauses.ShapeOf(pauses);
        return new RetryDelays(shape, Certainty.No)
        {
            AtLeast = pauses,
            IsZero = shape == BackoffKind.None,
            Base = pauses is { IsDefaultOrEmpty: false } ? pauses[0] : null,
            Value = list.Syntax,
        };
    }

    private Certainty JitterOf(IOperation list) => RandomValues.In(list, source, cancellationToken) == Certainty.Yes ? Certainty.Yes : Certainty.Unknown;

    private int? Whole(IOperation value) => ValueOrigin.Constant(value, source, cancellationToken) is { HasValue: true, Value: int number } ? number : null;

    private static ImmutableArray<TimeSpan> Repeated(TimeSpan pause, int? count)
    {
        if (count is not (>= 0 and <= DelayReader.MaxPauses and { } times))
            return default;
        var pauses = ImmutableArray.CreateBuilder<TimeSpan>(times);
        for (var i = 0; i < times; i++)
            pauses.Add(pause);
        return pauses.MoveToImmutable();
    }
}
