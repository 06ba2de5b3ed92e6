using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Polly 7: policies and their wraps.</content>
internal sealed partial class PipelineReader
{
    public ResilienceStrategy? Strategy(IInvocationOperation invocation) =>
        Policy(invocation) ?? (PolicyApis.Adds(invocation.TargetMethod) is { } kind ? Added(invocation, kind) : null);

    /// <summary>The policy that the invocation makes; null where it makes none.</summary>
    private ResilienceStrategy? Policy(IInvocationOperation made) => PolicyApis.Makes(made.TargetMethod) switch
    {
        StrategyKind.Retry => Retry(made),
        StrategyKind.Timeout => Timeout(made),
        { } kind => new ResilienceStrategy(kind, made.Syntax),
        null => null,
    };

    private RetryStrategy Retry(IInvocationOperation made)
    {
        var provider = made.Argument("sleepDurationProvider");
        var list = made.Argument(PollyApis.SleepDurations);
        var limit = LimitOf(made, list);
        var delays = provider is not null ? Delays.OfFunction(provider, limit.Retries, 1)
            : list is not null ? new PauseLists(source, cancellationToken).Of(list)
            : made.TargetMethod.Name.StartsWith("Retry", StringComparison.Ordinal) ? BetweenAttempts(made)
            : RetryDelays.Unknown;
        return new RetryStrategy(
            made.Syntax, RetrySource.Policy, limit, delays, made.Receiver() is { } chain ? Failures.OfChain(chain) : HandledFailures.Unknown)
        {
            HonoursRetryAfter = provider is not null ? Mentions(provider, RequestApis.IsRetryAfter) : Certainty.No,
            IsMethodAware = made.Receiver() is { } handled ? MentionsIn(handled, RequestApis.IsRequestMethod) : Certainty.Unknown,
            LimitValue = made.Argument(PollyApis.RetryCount)?.Syntax,
            Result = PolicyApis.ResultOf(made.Type),
        };
    }

    /// <summary>A retry without pauses of its own; unknown where what runs before each further attempt waits, or sends it to another host.</summary>
    private RetryDelays BetweenAttempts(IInvocationOperation made) =>
        (made.Argument("onRetry") ?? made.Argument("onRetryAsync")) is { } before && Mentions(before, WaitsOrMoves) != Certainty.No ? RetryDelays.Unknown : RetryDelays.None;

    private static bool WaitsOrMoves(IOperation operation) => operation switch
    {
        IInvocationOperation call => LoopPauses.SaysPause(call.TargetMethod.Name),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" or "BaseAddress" or "BaseUrl" or "Host" } } => true,
        _ => false,
    };

    private RetryLimit LimitOf(IInvocationOperation made, IOperation? list)
    {
        if (PollyApis.IsForever(made.TargetMethod))
            return RetryLimit.Forever;
        if (made.Argument(PollyApis.RetryCount) is { } count)
            return LimitOf(count);
        if (list is not null)
            return new RetryLimit(new PauseLists(source, cancellationToken).Count(list));

        // Retry() and RetryAsync() alone mean once.
        return made.TargetMethod.Name is "Retry" or "RetryAsync" ? new RetryLimit(1) : RetryLimit.Unknown;
    }

    private RetryLimit LimitOf(IOperation count) =>
        ValueOrigin.Constant(count, source, cancellationToken) is { HasValue: true, Value: int number }
            ? number == int.MaxValue ? RetryLimit.Forever : new RetryLimit(number)
            : RetryLimit.Unknown;

    private TimeoutStrategy Timeout(IInvocationOperation made)
    {
        var length = made.Argument("timeout") ?? made.Argument("seconds");
        var mode = made.Argument("timeoutStrategy");
        TimeSpan? duration = null;
        if (length is not null)
        {
            duration = ValueOrigin.Constant(length, source, cancellationToken) is { HasValue: true, Value: int seconds }
                ? TimeSpan.FromSeconds(seconds)
                : NumberValues.Duration(length, source, cancellationToken);
        }

        var isPessimistic = mode is null ? Certainty.No
            : ValueOrigin.Of(mode, source, cancellationToken).ReferencedSymbol()?.Name switch
            {
                "Pessimistic" => Certainty.Yes,
                "Optimistic" => Certainty.No,
                _ => Certainty.Unknown,
            };
        return new TimeoutStrategy(made.Syntax, duration, isPessimistic) { Value = length?.Syntax };
    }

    /// <summary>Several policies as one, the outermost first.</summary>
    private ResiliencePipeline OfWrap(IInvocationOperation wrap, int step)
    {
        var result = ResiliencePipeline.Empty;
        foreach (var part in Parts(wrap))
            result = result.Add(Of(part, step + 1));
        return result;
    }

    private IEnumerable<IOperation> Parts(IInvocationOperation wrap)
    {
        if (wrap.Instance is { } outer)
            yield return outer;
        foreach (var argument in wrap.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind != TypeKind.Array)
            {
                yield return argument.Value;
                continue;
            }

            var elements = ElementValues.Of(argument.Value, source, cancellationToken);
            if (elements.IsDefault)
            {
                yield return argument.Value;
                continue;
            }

            foreach (var element in elements)
                yield return element;
        }
    }

    /// <summary>Whether the function does something; unknown where it is out of sight.</summary>
    private Certainty Mentions(IOperation function, Func<IOperation, bool> test) =>
        FunctionValue.Of(function, source, cancellationToken) is { } found ? MentionsIn(found.Body, test) : Certainty.Unknown;

    private Certainty MentionsIn(IOperation body, Func<IOperation, bool> test) =>
        FunctionValue.Mentions(
            ValueOrigin.Of(body, source, cancellationToken),
            operation => test(operation) ? true : operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } ? null : false,
            source,
            2,
            cancellationToken) switch
        {
            true => Certainty.Yes,
            false => Certainty.No,
            null => Certainty.Unknown,
        };
}
