using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>How often a Polly retry repeats, and what it handles.</summary>
internal static class PolicyPredicates
{
    public static RetryLimit Limit(IInvocationOperation retry, SourceIndex source, CancellationToken cancellationToken)
    {
        if (PollyApis.IsForever(retry.TargetMethod))
            return RetryLimit.Forever;
        if (retry.TargetMethod.Name == "AddRetry")
            return OfOptions(retry, source, cancellationToken);
        if (retry.Argument(PollyApis.RetryCount) is { } count)
        {
            return ValueOrigin.Constant(count, source, cancellationToken) is { HasValue: true, Value: int number }
                ? number == int.MaxValue ? RetryLimit.Forever : new RetryLimit(number)
                : RetryLimit.Unknown;
        }

        if (retry.Argument(PollyApis.SleepDurations) is { } pauses)
        {
            return ValueOrigin.Of(pauses, source, cancellationToken) is IArrayCreationOperation { Initializer.ElementValues.Length: var length }
                ? new RetryLimit(length)
                : RetryLimit.Unknown;
        }

        // Retry() and RetryAsync() alone mean once.
        return retry.TargetMethod.Name is "Retry" or "RetryAsync" ? new RetryLimit(1) : RetryLimit.Unknown;
    }

    /// <summary>
    /// Whether everything it handles is a refusal: status 401, 403 and 429, or exceptions named for them. A predicate that cannot be read counts
    /// as No, for a retry's purpose is to handle more.
    /// </summary>
    public static Certainty OnlyUnprocessed(IInvocationOperation retry, SourceIndex source, CancellationToken cancellationToken)
    {
        var sawRefusal = false;
        foreach (var operation in Definition(retry, source, cancellationToken))
        {
            switch (operation)
            {
                case IInvocationOperation call when PollyApis.IsTransientPredicate(call.TargetMethod):
                    return Certainty.No;
                case IInvocationOperation { TargetMethod: { TypeArguments: [var handled] } method, Arguments: [] } when PollyApis.IsPredicate(method):
                    if (!FailureTest.NamesUnprocessed(handled.Name))
                        return Certainty.No;
                    sawRefusal = true;
                    break;
                case IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" }:
                    return Certainty.No;
                case IFieldReferenceOperation { Field: { ContainingType.Name: "HttpStatusCode", ConstantValue: int status } }:
                    if (status is not (401 or 403 or 429))
                        return Certainty.No;
                    sawRefusal = true;
                    break;
                case ILiteralOperation { ConstantValue: { HasValue: true, Value: int number } } when number is >= 200 and <= 599 && operation.Parent is IBinaryOperation or IConstantPatternOperation:
                    if (number is not (401 or 403 or 429))
                        return Certainty.No;
                    sawRefusal = true;
                    break;
            }
        }

        return sawRefusal ? Certainty.Yes : Certainty.No;
    }

    /// <summary>The chain before a v7 retry (Handle, Or, HandleResult); the options of a v8 one.</summary>
    private static IEnumerable<IOperation> Definition(IInvocationOperation retry, SourceIndex source, CancellationToken cancellationToken)
    {
        var parts = new List<IOperation>();
        if (retry.TargetMethod.Name == "AddRetry")
        {
            if (retry.Argument("options") is { } options)
                parts.Add(ValueOrigin.Of(options, source, cancellationToken));
        }
        else
        {
            if (retry.Receiver() is { } receiver)
                parts.Add(ValueOrigin.Of(receiver, source, cancellationToken));
        }

        foreach (var part in parts)
        {
            foreach (var operation in part.Tree())
                yield return operation;
        }
    }

    private static RetryLimit OfOptions(IInvocationOperation addRetry, SourceIndex source, CancellationToken cancellationToken)
    {
        if (addRetry.Argument("options") is not { } options || ValueOrigin.Of(options, source, cancellationToken) is not IObjectCreationOperation creation)
            return RetryLimit.Unknown;
        foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: PollyApis.MaxRetryAttempts } } set)
            {
                return ValueOrigin.Constant(set.Value, source, cancellationToken) is { HasValue: true, Value: int number }
                    ? number == int.MaxValue ? RetryLimit.Forever : new RetryLimit(number)
                    : RetryLimit.Unknown;
            }
        }

        return new RetryLimit(PollyApis.DefaultRetryAttempts);
    }
}
