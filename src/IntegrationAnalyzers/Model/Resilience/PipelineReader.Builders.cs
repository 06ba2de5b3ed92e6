using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Polly 8: builders, as a chain, in a variable, or handed to a lambda.</content>
internal sealed partial class PipelineReader
{
    /// <summary>A lambda or method that is handed a builder.</summary>
    public ResiliencePipeline OfConfigure(IOperation configure, int step) =>
        FunctionValue.Of(configure, source, cancellationToken) is { Parameters: [var builder, ..] } function && step <= MaxSteps
            ? OfUses(builder, function.Body, step)
            : ResiliencePipeline.Unknown(configure.Syntax);

    /// <summary>A builder as a value: what has been put into it.</summary>
    private ResiliencePipeline OfBuilder(IOperation builder, int step)
    {
        if (step > MaxSteps)
            return ResiliencePipeline.Unknown(builder.Syntax);

        builder = builder.Unwrap();
        switch (builder)
        {
            case IObjectCreationOperation:
                return ResiliencePipeline.Empty;
            case IInvocationOperation call when Layers(call, step) is { } layers:
                return call.Receiver() is { } before ? OfBuilder(before, step).Add(layers) : layers;
            case IInvocationOperation call when source.IsSource(call.TargetMethod):
                return OfBuilderReturned(call, step);
            case IInvocationOperation { Type: var type } call when PollyApis.IsBuilder(type) && call.Receiver() is { } same && DeadlineApis.InPolly(call.TargetMethod.DeclaringType()):
                return OfBuilder(same, step);
            case ILocalReferenceOperation local:
                var declared = ValueOrigin.Of(local, source, cancellationToken);
                var initial = declared is ILocalReferenceOperation ? ResiliencePipeline.Unknown(local.Syntax) : OfBuilder(declared, step + 1);
                return initial.Add(OfUses(local.Local, local.Root(), step));
            default:
                return ResiliencePipeline.Unknown(builder.Syntax);
        }
    }

    /// <summary>What one call puts into the builder that it is called on; null where it is no such member.</summary>
    private ResiliencePipeline? Layers(IInvocationOperation call, int step)
    {
        if (PollyApis.AddsPipeline(call.TargetMethod))
            return call.Arguments.Length > 0 ? Of(call.Arguments[call.Arguments.Length - 1].Value, step + 1) : ResiliencePipeline.Unknown(call.Syntax);
        if (PolicyApis.Adds(call.TargetMethod) is not { } kind)
            return null;
        return kind == StrategyKind.Neutral ? ResiliencePipeline.Empty : ResiliencePipeline.Of(Added(call, kind));
    }

    /// <summary>A method of this compilation that makes a builder, or puts more into the one it is called on.</summary>
    private ResiliencePipeline OfBuilderReturned(IInvocationOperation call, int step)
    {
        var more = OfHelper(call, step);
        if (call.Receiver() is { } receiver && PollyApis.IsBuilder(receiver.Type))
            return OfBuilder(receiver, step + 1).Add(more);
        return more;
    }

    private ResiliencePipeline OfHelper(IInvocationOperation call, int step)
    {
        if (step > MaxSteps || source.Implementation(call.TargetMethod, cancellationToken) is not { } helper || source.Body(helper, cancellationToken) is not { } body)
            return ResiliencePipeline.Unknown(call.Syntax);

        foreach (var parameter in (helper.ReducedFrom ?? helper).OriginalDefinition.Parameters)
        {
            if (PollyApis.IsBuilder(parameter.Type))
                return OfUses(parameter, body, step + 1);
        }

        return body.OnlyReturned() is { } only ? OfBuilder(only, step + 1) : ResiliencePipeline.Unknown(call.Syntax);
    }

    /// <summary>Every chain in the code that begins at the builder, in their order.</summary>
    private ResiliencePipeline OfUses(ISymbol builder, IOperation scope, int step)
    {
        var result = ResiliencePipeline.Empty;
        foreach (var operation in scope.Tree())
        {
            if (operation is IParameterReferenceOperation or ILocalReferenceOperation && SymbolEqualityComparer.Default.Equals(operation.ReferencedSymbol(), builder))
                result = result.Add(OfUse(operation, scope, step));
        }

        return result;
    }

    private ResiliencePipeline OfUse(IOperation reference, IOperation scope, int step)
    {
        var result = ResiliencePipeline.Empty;
        var current = reference;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IArgumentOperation { Parent: IInvocationOperation }:
                    current = parent;
                    continue;
                case IInvocationOperation call:
                    var isReceiver = current == call.Instance || current is IArgumentOperation && call.TargetMethod.IsExtensionMethod && call.Arguments[0] == current;
                    if (Layers(call, step) is { } layers && isReceiver)
                        result = result.Add(IsConditional(call, scope) ? Optional(call, layers) : layers);
                    else if (source.IsSource(call.TargetMethod))
                        result = result.Add(OfHelper(call, step + 1));
                    else if (!DeadlineApis.InPolly(call.TargetMethod.DeclaringType()))
                        result = result.Add(ResiliencePipeline.Unknown(call.Syntax));
                    if (!PollyApis.IsBuilder(call.Type))
                        return result;
                    current = call;
                    continue;
                case IVariableInitializerOperation or ISimpleAssignmentOperation when PollyApis.IsBuilder(current.Type) && current == reference:
                    return result.Add(ResiliencePipeline.Unknown(current.Syntax));
                default:
                    return result;
            }
        }

        return result;
    }

    private static ResiliencePipeline Optional(IOperation place, ResiliencePipeline layers) =>
        ResiliencePipeline.Of(new ChoiceStrategy(place.Syntax, ImmutableArray.Create(layers, ResiliencePipeline.Empty), Certainty.No));

    private static bool IsConditional(IOperation operation, IOperation scope)
    {
        for (var parent = operation.Parent; parent is not null && parent != scope; parent = parent.Parent)
        {
            if (parent is IConditionalOperation or ISwitchOperation or ILoopOperation or IConditionalAccessOperation)
                return true;
        }

        return false;
    }

    private ResilienceStrategy Added(IInvocationOperation call, StrategyKind kind)
    {
        if (kind is not (StrategyKind.Retry or StrategyKind.Timeout))
            return new ResilienceStrategy(kind, call.Syntax);

        if (call.Argument("timeout") is { } duration)
            return new TimeoutStrategy(call.Syntax, NumberValues.Duration(duration, source, cancellationToken), Certainty.No) { Value = duration.Syntax };
        var options = new OptionValues(source, cancellationToken);
        if (call.Argument("options") is { } value)
            options.AddObject(value);
        else
            options.Open();
        if (kind == StrategyKind.Timeout)
            return Timeout(call, options, "", PolicyApis.DefaultTimeout);
        var type = call.Argument("options") is { } given ? ValueOrigin.Of(given, source, cancellationToken).Type : null;
        return Retry(call, options, "", PolicyApis.IsHttpOptions(type), RetrySource.Options) with { Result = PolicyApis.ResultOf(type) };
    }

    private TimeoutStrategy Timeout(IOperation place, OptionValues options, string path, TimeSpan byDefault)
    {
        var generator = options.Of(path + "TimeoutGenerator");
        var timeout = options.Of(path + "Timeout");
        TimeSpan? duration = generator.State != OptionState.NotSet ? null : timeout.State switch
        {
            OptionState.NotSet => byDefault,
            OptionState.Set => NumberValues.Duration(timeout.Value!, source, cancellationToken),
            _ => null,
        };
        return new TimeoutStrategy(place.Syntax, duration, Certainty.No) { Value = timeout.Value?.Syntax };
    }

    private RetryStrategy Retry(IOperation place, OptionValues options, string path, bool isHttp, RetrySource written)
    {
        var attempts = options.Of(path + PollyApis.MaxRetryAttempts);
        var limit = attempts.State switch
        {
            OptionState.NotSet => new RetryLimit(PollyApis.DefaultRetryAttempts),
            OptionState.Set => LimitOf(attempts.Value!),
            _ => RetryLimit.Unknown,
        };
        var handle = options.Of(path + "ShouldHandle");
        var excluded = ExcludedVerbs(options, path);
        return new RetryStrategy(place.Syntax, written, limit, Delays.OfOptions(options, path, isHttp, limit.Retries), handle.State switch
        {
            OptionState.NotSet => Failures.Default(isHttp),
            OptionState.Set => Failures.OfPredicate(handle.Value!),
            _ => HandledFailures.Unknown,
        })
        {
            HonoursRetryAfter = RetryAfter(options, path, isHttp),
            ExcludedVerbs = excluded,
            IsMethodAware = !excluded.IsEmpty ? Certainty.Yes
                : handle.State == OptionState.NotSet ? Certainty.No
                : handle.State == OptionState.Set ? Mentions(handle.Value!, IsMethodTest) is Certainty.Yes and var aware ? aware : MentionsIn(handle.Value!, IsMethodTest)
                : Certainty.Unknown,
            LimitValue = attempts.Value?.Syntax,
            Options = options.Creation?.Syntax,
        };
    }

    private static bool IsMethodTest(IOperation operation) =>
        RequestApis.IsRequestMethod(operation) || operation is IInvocationOperation { TargetMethod.Name: "GetRequestMessage" };

    private Certainty RetryAfter(OptionValues options, string path, bool isHttp)
    {
        var generator = options.Of(path + "DelayGenerator");
        if (generator.State == OptionState.Set && generator.Value!.ConstantValue is not { HasValue: true, Value: null })
            return Mentions(generator.Value, RequestApis.IsRetryAfter);
        if (generator.State == OptionState.Unknown)
            return Certainty.Unknown;
        var header = options.Of(path + "ShouldRetryAfterHeader");
        return header.State switch
        {
            OptionState.NotSet => isHttp ? Certainty.Yes : Certainty.No,
            OptionState.Set when header.Value!.ConstantValue is { HasValue: true, Value: bool isOn } => isOn ? Certainty.Yes : Certainty.No,
            _ => Certainty.Unknown,
        };
    }
}
