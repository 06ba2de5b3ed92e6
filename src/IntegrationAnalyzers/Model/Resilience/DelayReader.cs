using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Reads the pauses of a retry: from a function of the attempt, a list, a back-off of Polly.Contrib's, or the options.</summary>
internal sealed class DelayReader(SourceIndex source, CancellationToken cancellationToken)
{
    /// <summary>More pauses than these are not worked out one by one.</summary>
    private const int MaxPauses = 30;

    /// <summary>How many pauses show how they grow, whatever the number of attempts.</summary>
    private const int ShownPauses = 4;

    /// <summary>v7: <c>attempt =&gt; TimeSpan</c>, in whatever overload; v8: a delay generator.</summary>
    /// <param name="first">What the first further attempt is counted as.</param>
    public RetryDelays OfFunction(IOperation provider, int? retries, int first)
    {
        if (FunctionValue.Of(provider, source, cancellationToken) is not { } function)
            return RetryDelays.Unknown with { Value = provider.Syntax };

        var jitter = RandomValues.In(function.Body, source, cancellationToken);
        var counter = function.Parameters.Length > 0 ? function.Parameters[0] : null;
        var pauses = Pauses(function, counter, Math.Min(Math.Max(retries ?? 0, ShownPauses), MaxPauses), first);
        var shape = pauses.IsDefault ? ShapeOf(function, counter) : ShapeOf(pauses, jitter);
        return new RetryDelays(shape, jitter)
        {
            Value = provider.Syntax,
            AtLeast = retries is >= 0 and <= MaxPauses and { } known && !pauses.IsDefault ? ImmutableArray.Create(pauses, 0, known) : default,
            IsZero = shape == BackoffKind.None,
            Base = pauses is { IsDefaultOrEmpty: false } ? pauses[0] : null,
        };
    }

    /// <summary>v7: a list of pauses, one a further attempt.</summary>
    public RetryDelays OfList(IOperation list)
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

    /// <summary>v8: what the options say, or their type's defaults.</summary>
    public RetryDelays OfOptions(OptionValues options, string path, bool isHttp, int? retries)
    {
        var generator = options.Of(path + "DelayGenerator");
        var delay = options.Of(path + "Delay");
        var type = options.Of(path + "BackoffType");
        var jitter = options.Of(path + "UseJitter");
        var max = options.Of(path + "MaxDelay");
        var backoff = type.State switch
        {
            OptionState.NotSet => isHttp ? BackoffKind.Exponential : BackoffKind.Constant,
            OptionState.Set when type.Value!.ReferencedSymbol()?.Name is { } name => name switch
            {
                "Constant" => BackoffKind.Constant,
                "Linear" => BackoffKind.Linear,
                "Exponential" => BackoffKind.Exponential,
                _ => BackoffKind.Unknown,
            },
            _ => BackoffKind.Unknown,
        };
        var withJitter = jitter.State switch
        {
            OptionState.NotSet => isHttp ? Certainty.Yes : Certainty.No,
            OptionState.Set when jitter.Value!.ConstantValue is { HasValue: true, Value: bool isOn } => isOn ? Certainty.Yes : Certainty.No,
            _ => Certainty.Unknown,
        };
        if (generator.State == OptionState.Unknown)
            return RetryDelays.Unknown;
        if (generator.State == OptionState.Set && generator.Value!.ConstantValue is not { HasValue: true, Value: null })
        {
            // What the generator leaves open by null, the options decide.
            var generated = OfFunction(generator.Value, retries, 0) with { IsGenerated = true, JitterValue = jitter.Value?.Syntax };
            return generated.AtLeast.IsDefault && generated.Jitter == Certainty.No && MayLeaveOpen(generator.Value) ? generated with { Jitter = withJitter, Backoff = BackoffKind.Custom } : generated;
        }

        TimeSpan? pause = delay.State switch
        {
            OptionState.NotSet => PolicyApis.DefaultDelay,
            OptionState.Set => NumberValues.Duration(delay.Value!, source, cancellationToken),
            _ => null,
        };
        TimeSpan? cap = max.State == OptionState.Set ? NumberValues.Duration(max.Value!, source, cancellationToken) : null;
        if (pause == TimeSpan.Zero)
            return RetryDelays.None with { Base = pause, Value = delay.Value?.Syntax };

        var isKnown = max.State == OptionState.NotSet || max.State == OptionState.Set && cap is not null;
        return new RetryDelays(backoff, withJitter)
        {
            Base = pause,
            Value = delay.Value?.Syntax,
            JitterValue = jitter.Value?.Syntax,
            AtLeast = isKnown && pause is { } known && retries is <= MaxPauses and { } count ? GrownPauses.Of(backoff, withJitter, known, cap, count) : default,
        };
    }

    /// <summary>Whether a delay generator may give null: the outcome decides.</summary>
    private bool MayLeaveOpen(IOperation generator)
    {
        if (FunctionValue.Of(generator, source, cancellationToken) is not { } function)
            return false;
        foreach (var operation in function.Body.Tree())
        {
            if (operation is IConditionalAccessOperation or IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } })
                return true;
        }

        return false;
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

    private ImmutableArray<TimeSpan> Pauses(FunctionValue function, IParameterSymbol? counter, int count, int first)
    {
        var pauses = ImmutableArray.CreateBuilder<TimeSpan>(count);
        var numbers = new NumberValues(source, cancellationToken);
        for (var i = 0; i < count; i++)
        {
            if (numbers.Duration(function, counter, first + i) is not { } pause)
                return default;
            pauses.Add(pause);
        }

        return pauses.MoveToImmutable();
    }

    /// <summary>How the pauses grow by their numbers; with chance in them their lowest values do not say that there is none.</summary>
    private static BackoffKind ShapeOf(ImmutableArray<TimeSpan> pauses, Certainty jitter) =>
        GrownPauses.ShapeOf(pauses) is var shape && (shape != BackoffKind.None || jitter == Certainty.No) ? shape : BackoffKind.Custom;

    /// <summary>How they grow by the words of the function, where its numbers come from elsewhere.</summary>
    private static BackoffKind ShapeOf(FunctionValue function, IParameterSymbol? counter)
    {
        var usesCounter = false;
        foreach (var operation in function.Body.Tree())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: { Name: "Pow", ContainingType.Name: "Math" } }:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LeftShift }:
                    return BackoffKind.Exponential;
                case IParameterReferenceOperation { Parameter: var parameter } when SymbolEqualityComparer.Default.Equals(parameter, counter):
                    usesCounter = true;
                    break;
                case IInvocationOperation { TargetMethod.ContainingType.Name: not ("TimeSpan" or "Math" or "ValueTask" or "Task") }:
                    return BackoffKind.Custom;
            }
        }

        return usesCounter ? BackoffKind.Linear : BackoffKind.Constant;
    }

    private Certainty JitterOf(IOperation list) => RandomValues.In(list, source, cancellationToken) == Certainty.Yes ? Certainty.Yes : Certainty.Unknown;

    private int? Whole(IOperation value) => ValueOrigin.Constant(value, source, cancellationToken) is { HasValue: true, Value: int number } ? number : null;

    private static ImmutableArray<TimeSpan> Repeated(TimeSpan pause, int? count)
    {
        if (count is not (>= 0 and <= MaxPauses and { } times))
            return default;
        var pauses = ImmutableArray.CreateBuilder<TimeSpan>(times);
        for (var i = 0; i < times; i++)
            pauses.Add(pause);
        return pauses.MoveToImmutable();
    }
}
