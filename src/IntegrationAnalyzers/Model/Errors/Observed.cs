using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Whether the failure of a call comes out where the call stands, or only where its task is awaited.</summary>
internal static class Observed
{
    /// <summary>Nobody ever looks at the task.</summary>
    public static bool IsDropped(IInvocationOperation call)
    {
        var outer = Outermost(call, out var isAwaited);
        return !isAwaited && outer.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };
    }

    /// <summary>The task leaves the function as it is: whoever calls it sees the failure.</summary>
    public static bool IsHandedOut(IInvocationOperation call) => Outermost(call, out var isAwaited).Parent is IReturnOperation && !isAwaited;

    /// <summary>Whether a thread waits for the task in the way that puts its failure into an <c>AggregateException</c>.</summary>
    public static bool IsBlockedOn(IInvocationOperation call)
    {
        Outermost(call, out _, out var isBlocked);
        return isBlocked;
    }

    public static bool IsTask(ITypeSymbol? type) =>
        TaskApis.IsTaskOrAwaiter(type) || type is INamedTypeSymbol { Name: "AsyncUnaryCall" };

    /// <summary>
    /// Whether a lambda runs before the call it is handed to comes back. One that makes a task does so only if that call is awaited.
    /// </summary>
    public static bool RunsInPlace(IAnonymousFunctionOperation lambda)
    {
        if (lambda.AsDelegate().Parent is not IArgumentOperation { Parent: IInvocationOperation call })
            return false;
        if (IsTask(lambda.Symbol.ReturnType) || IsTask(call.Type))
        {
            Outermost(call, out var isAwaited);
            return isAwaited || (!IsTask(call.Type) && call.Type?.SpecialType != SpecialType.System_Void) || IsHeld(call);
        }

        return true;
    }

    /// <summary>Whether the task is kept, to be awaited further down.</summary>
    private static bool IsHeld(IInvocationOperation call) =>
        Outermost(call, out _).Parent is IVariableInitializerOperation or IArgumentOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation };

    private static IOperation Outermost(IOperation call, out bool isAwaited) => Outermost(call, out isAwaited, out _);

    private static IOperation Outermost(IOperation call, out bool isAwaited, out bool isBlocked)
    {
        isAwaited = false;
        isBlocked = false;
        var value = call;
        while (true)
        {
            var wrapped = value.Wrapped();
            for (var step = value; step != wrapped && step.Parent is { } next; step = next)
                isAwaited |= next is IAwaitOperation;
            value = wrapped;
            switch (value.Parent)
            {
                case IConditionalAccessOperation access:
                    value = access;
                    break;
                case IPropertyReferenceOperation { Property.Name: "Result" } property when property.Instance == value:
                    isAwaited = isBlocked = true;
                    return property;
                case IInvocationOperation { TargetMethod.Name: "Wait" or "GetAwaiter" or "GetResult" } wait when wait.Instance == value:
                    isAwaited = true;
                    isBlocked = wait.TargetMethod.Name == "Wait";
                    return wait;
                case IInvocationOperation { TargetMethod.Name: "ContinueWith" or "Unwrap" } chained when chained.Instance == value || chained.TargetMethod.IsExtensionMethod:
                    value = chained;
                    break;
                default:
                    return value;
            }
        }
    }
}
