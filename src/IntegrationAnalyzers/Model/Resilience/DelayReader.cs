using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Reads the pauses of a retry from a function of the attempt or the options; lists of them are <see cref="PauseLists"/>.</summary>
internal sealed class DelayReader(SourceIndex source, CancellationToken cancellationToken)
{
    /// <summary>More pauses than these are not worked out one by one.</summary>
    public const int MaxPauses = 30;

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
            Most = isKnown && pause is { } start && retries is <= MaxPauses and { } attempts ? GrownPauses.Most(backoff, withJitter, start, cap, attempts) : null,
        };
    }

    /// <summary>Whether a delay generator, or a helper that it asks, may give null: the outcome decides.</summary>
    private bool MayLeaveOpen(IOperation generator) =>
        FunctionValue.Of(generator, source, cancellationToken)?.Mentions(
            static operation => operation is IConditionalAccessOperation or IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }, source, cancellationToken) == true;

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
}
