using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Where the status of an upstream's response becomes the status of our own answer.</summary>
internal static class PassedStatus
{
    /// <summary>The place of our answer that takes the upstream's status as a number; null where it goes elsewhere, or what asks is a proxy.</summary>
    /// <param name="number">A status that is made a number here, or the number that an own type carries.</param>
    /// <param name="source">The code of this compilation.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IOperation? Target(IOperation number, SourceIndex source, CancellationToken cancellationToken)
    {
        IOperation? target = null;
        foreach (var place in Places(number, 0))
        {
            if (AnswerApis.TakesStatus(place))
            {
                target = place;
                break;
            }
        }

        return target is not null && (number is IConversionOperation { Operand: var status } && Upstream(status) is not null || CarriedStatus.Is(number, source, cancellationToken)) && !IsSuccess(number) && !PassesAllOn(number.Root(), cancellationToken)
            ? target
            : null;
    }

    /// <summary>Whether the number goes into the status of our answer, by way of locals too.</summary>
    public static bool GoesOut(IOperation number) => !IsSuccess(number) && Places(number, 0).Any(AnswerApis.TakesStatus);

    public static bool IsUpstreamStatus(IOperation value) =>
        value.Unwrap() is IPropertyReferenceOperation { Property.Name: "StatusCode", Instance: { } instance } property && !IsOurs(property) &&
        (ResponseBodies.IsResponse(instance.Type) || FailureTypes.HasStatus(instance.Type));

    /// <summary>The status of the response, or of the exception, that the value is: itself, or by way of a local that is given it or a pattern that binds it.</summary>
    public static IPropertyReferenceOperation? Upstream(IOperation value)
    {
        value = Asked(value);
        if (IsUpstreamStatus(value))
            return (IPropertyReferenceOperation)value.Unwrap();
        if (value.Unwrap() is not ILocalReferenceOperation { Local: var local } reference)
            return null;

        IPropertyReferenceOperation? found = null;
        foreach (var operation in reference.Root().Tree())
        {
            var source = operation switch
            {
                IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } bound } } pattern when bound.IsSame(local) => pattern.Value,
                IIsPatternOperation { Pattern: IRecursivePatternOperation { DeclaredSymbol: { } bound, PropertySubpatterns.IsEmpty: true } } pattern when bound.IsSame(local) => pattern.Value,
                IVariableDeclaratorOperation { Symbol: var declared } declarator when declared.IsSame(local) => (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value,
                IAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } assignment when assigned.IsSame(local) => assignment,
                _ => null,
            };
            if (source is null)
                continue;
            if (found is not null || !IsUpstreamStatus(Asked(source)))
                return null;
            found = (IPropertyReferenceOperation)Asked(source).Unwrap();
        }

        return found;
    }

    private static IOperation Operand(IOperation number) => number is IConversionOperation converted ? converted.Operand : number;

    /// <summary>What stands in where there is no status is an answer of our own.</summary>
    private static IOperation Asked(IOperation value) => value.Unwrap() is ICoalesceOperation { Value: var first } ? first : value;

    /// <summary>Whether the response whose status it is came from calls of such methods alone: <c>var response = await ecs.ForwardPutAsync(…)</c>.</summary>
    public static bool IsOfCall(IOperation number, Func<string, bool> isNamed, SourceIndex source, CancellationToken cancellationToken)
    {
        if ((Upstream(Operand(number)) ?? number.Unwrap() as IPropertyReferenceOperation)?.Instance?.Unwrap() is not ILocalReferenceOperation response)
            return false;

        var any = false;
        foreach (var given in AssignedValues.Of(response, source, cancellationToken))
        {
            if (given.Unwrap() is not IInvocationOperation call || !isNamed(call.TargetMethod.Name))
                return false;
            any = true;
        }

        return any;
    }

    /// <summary>What is compared with is no status that goes anywhere.</summary>
    private static IEnumerable<IOperation> Places(IOperation value, int depth)
    {
        for (var parent = value.Parent; parent is not null && depth < 3; value = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation:
                case IConditionalOperation conditional when conditional.Condition != value:
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    foreach (var use in value.Root().Tree())
                    {
                        if (use is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsSuccess(reference))
                        {
                            foreach (var place in Places(reference, depth + 1))
                                yield return place;
                        }
                    }

                    yield break;
                default:
                    yield return parent;
                    yield break;
            }
        }
    }

    /// <summary>Whether the number is made only where the status was a success.</summary>
    private static bool IsSuccess(IOperation number)
    {
        for (var current = number; current.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation { WhenTrue: var whenTrue, Condition: var condition } && whenTrue == current &&
                condition.Unwrap() is IPropertyReferenceOperation { Property.Name: var name } && ResponseBodies.IsSuccessFlag(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A proxy hands on status, headers and body alike.</summary>
    private static bool PassesAllOn(IOperation body, CancellationToken cancellationToken)
    {
        foreach (var operation in body.Tree())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operation is IPropertyReferenceOperation { Property.Name: "Headers", Instance: { } instance } headers &&
                ((ResponseBodies.IsResponse(instance.Type) && headers.Parent is not IPropertyReferenceOperation) || IsOurs(headers)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOurs(IPropertyReferenceOperation property) => property.Property.ContainingType.Is(AnswerApis.Http, "HttpResponse");
}
