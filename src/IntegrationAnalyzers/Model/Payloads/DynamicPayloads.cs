using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Finds bodies that are read into <c>dynamic</c> and used by names the compiler cannot check.</summary>
internal sealed class DynamicPayloads(SourceIndex source, PayloadOrigins origins)
{
    private static readonly HashSet<uint> Words = new() { TextWords.Hash("dynamic") };

    /// <summary>The look before binding: whether the file names the type.</summary>
    public static bool MayHold(SyntaxTree tree) => TreeIndex.Of(tree).Words.ContainsAny(Words);

    /// <summary>Whether the call reads a response into <c>dynamic</c>, and a member of it is asked for or it is handed out.</summary>
    public bool IsRead(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (!Reads(call) || Receiving(call) is not { } value || !IsUsed(value))
            return false;
        return origins.Upstream(call, cancellationToken) == Certainty.Yes && !IsErrorBody(call, cancellationToken);
    }

    private bool Reads(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (DeserializingMembers.Find(method) is not null || (ResponseBodies.ConvertsArgument(method) && ResponseBodies.IsDocument(method.ContainingType)))
            return true;
        if (!source.IsSource(method) || !method.IsGenericMethod)
            return false;
        foreach (var argument in method.TypeArguments)
        {
            if (IsDynamic(argument))
                return true;
        }

        return false;
    }

    /// <summary>The value of the call as it arrives in a place of type <c>dynamic</c>; null where no such place takes it.</summary>
    private static IOperation? Receiving(IInvocationOperation call)
    {
        IOperation value = call;
        while (true)
        {
            if (value.Type is { } type && IsDynamic(type.AwaitedType()))
                return value.Wrapped();
            switch (value.Parent)
            {
                case IConversionOperation or IAwaitOperation or IParenthesizedOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" } wait when wait.Instance == value:
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } }:
                case ICoalesceOperation:
                    value = value.Parent;
                    break;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Type: var declared } } when IsDynamic(declared):
                case ISimpleAssignmentOperation { Target.Type: { } assigned } when IsDynamic(assigned):
                    return value;
                default:
                    return null;
            }
        }
    }

    /// <summary>Whether it, or the variable that takes it, is asked for a member. What is edited and sent back keeps the fields that no model has, and what is passed on asks nothing.</summary>
    private static bool IsUsed(IOperation value)
    {
        var local = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } => target,
            _ => null,
        };
        if (local is null)
            return AsksFor(value) || value.Parent is IReturnOperation;

        var isUsed = false;
        foreach (var operation in value.Root().Tree())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;
            if (IsEdited(reference))
                return false;
            isUsed |= AsksFor(reference.Wrapped());
        }

        return isUsed;
    }

    private static bool AsksFor(IOperation value) => value.Parent switch
    {
        IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IForEachLoopOperation or IReturnOperation => true,
        IInvocationOperation call => call.Instance == value,
        IArgumentOperation { Parent: IInvocationOperation query } argument => query.Arguments[0] == argument && PartApis.HandsPartsOut(query.TargetMethod),
        IConditionalAccessOperation access => access.Operation == value,
        IDynamicInvocationOperation invocation => invocation.Operation == value,
        _ => false,
    };

    private static bool IsEdited(IOperation reference)
    {
        for (var current = reference; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IAssignmentOperation assignment:
                    return assignment.Target == current && current != reference;
                case IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IConversionOperation or IParenthesizedOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private bool IsErrorBody(IInvocationOperation call, CancellationToken cancellationToken) =>
        StatusPaths.OnlyAfterFailure(call.Syntax, source.Graphs, cancellationToken);

    private static bool IsDynamic(ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => IsDynamic(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } => element is IDynamicTypeSymbol,
        _ => false,
    };
}
