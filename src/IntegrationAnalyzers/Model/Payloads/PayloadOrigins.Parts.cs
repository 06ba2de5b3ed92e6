using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <content>Parts of a payload: its members, elements, and what a query or a conversion makes of it.</content>
internal sealed partial class PayloadOrigins
{
    /// <summary>Where a value came from, the callers asked.</summary>
    public Certainty Upstream(IOperation value, CancellationToken cancellationToken) => Resolve(Of(value, cancellationToken), cancellationToken);

    /// <summary>What the value is a member or element of; null where it stands for itself.</summary>
    private static IOperation? WholeOf(IOperation value) => value switch
    {
        IArrayElementReferenceOperation element => element.ArrayReference,
        IPropertyReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } property when !IsOfTask(property.Property) => instance,
        IFieldReferenceOperation { Instance: { } instance and not IInstanceReferenceOperation } => instance,
        IDynamicMemberReferenceOperation { Instance: { } instance } => instance,
        IDynamicIndexerAccessOperation access => access.Operation,
        _ => null,
    };

    /// <summary>A member that our own code sets has what that code gives it; any other is what its whole is.</summary>
    private PayloadOrigin OfPart(IOperation part, IOperation whole, int hops, Budget budget, CancellationToken cancellationToken)
    {
        if (whole.Unwrap() is IConditionalAccessInstanceOperation instance)
            whole = instance.ConditionalReceiver() ?? whole;
        var origin = Of(whole, hops, budget, cancellationToken);
        if (origin.Upstream == Certainty.Yes || hops == 0 || part is not IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member || !source.IsSource(member.Member))
            return origin;

        var set = OfMember(member.Member, hops - 1, budget, cancellationToken);
        return set.Upstream == Certainty.Unknown ? origin : set;
    }

    /// <summary>The collection whose elements the lambda's parameter is given one after the other.</summary>
    private IOperation? WalkedBy(IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        if (parameter is not { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda })
            return null;
        for (var current = source.Body(lambda, cancellationToken)?.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IArgumentOperation { Parent: IInvocationOperation call }:
                    return PartApis.HandsPartsOut(call.TargetMethod) ? call.Receiver() : null;
                case IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IArgumentOperation:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a call of a library makes its result of: the collection it queries, the delegate it runs.</summary>
    private IOperation? MadeOf(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (invocation.Receiver() is { } receiver && PartApis.HandsPartsOut(method))
            return receiver;

        // policy.ExecuteAsync(() => …), WithTimeout(time, ct => …): what comes out is what the delegate gives.
        if (invocation.Type?.AwaitedType() is not { SpecialType: not SpecialType.System_Void } result)
            return null;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value.Type?.TypeKind == TypeKind.Delegate && FunctionValue.Of(argument.Value, source, cancellationToken) is { } function &&
                SymbolEqualityComparer.Default.Equals(function.Symbol.ReturnType.AwaitedType(), result))
            {
                foreach (var returned in function.Body.Returned())
                    return returned;
            }
        }

        return null;
    }

    private static bool IsOfTask(IPropertySymbol property) => property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" };
}
