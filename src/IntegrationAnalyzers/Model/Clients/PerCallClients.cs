using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether a client is made anew for each call: it is used, nothing has it when its function is left, it brings connections of its own, and the place may
/// run many times.
/// </summary>
internal static class PerCallClients
{
    private const int MaxHandlers = 4;

    public static Certainty Of(IOperation creation, ClientKind kind, ClientFlow flow, SourceIndex source, CancellationToken cancellationToken)
    {
        if (creation is not IObjectCreationOperation made || kind is not (ClientKind.HttpClient or ClientKind.RestSharp) || flow.Calls.Count == 0 || flow.Outlives)
            return Certainty.No;
        if (flow.Escapes || flow.IsRegistered || flow.IsHandedOutUnseen)
            return Certainty.Unknown;

        // RestSharp's client has connections of its own, and is to be disposed, since it stands on HttpClient.
        if (kind == ClientKind.RestSharp && !made.Type.IsOrDerivesFrom("System", "IDisposable"))
            return Certainty.No;
        if (made.Argument("handler") is { } handler && !IsFresh(handler, 0, source, cancellationToken))
            return Certainty.Unknown;
        if (AnsweringHandlers.Answer(made, source, cancellationToken))
            return Certainty.No;
        foreach (var call in flow.Calls)
        {
            if (IsInService(call.Operation, creation))
                return Certainty.No;
        }

        // A helper that the loop calls is handed the client there.
        if (creation.Wrapped().Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } && source.Uses(local, cancellationToken) is { } uses)
        {
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is { } handedOn && IsInService(handedOn, creation))
                    return Certainty.No;
            }
        }

        return Repetition.Of(creation, source, cancellationToken);
    }

    /// <summary>Whether the call, or what leads to it, stands in a loop without an end, before which the client was made: one client for as long as the service runs.</summary>
    private static bool IsInService(IOperation call, IOperation creation)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IWhileLoopOperation loop && !loop.Syntax.Span.Contains(creation.Syntax.Span) &&
                (loop.Condition is null or { ConstantValue: { HasValue: true, Value: true } } || MentionsCancellation(loop.Condition)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionsCancellation(IOperation condition)
    {
        foreach (var operation in condition.Tree())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" } or IInvocationOperation { TargetMethod.Name: "WaitForNextTickAsync" })
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether the handler is made for this client alone and the same way each time. One that comes from elsewhere keeps its connections; one that depends
    /// on the call (a proxy, cookies, a certificate) may need a client of its own.
    /// </summary>
    private static bool IsFresh(IOperation handler, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        var value = handler.Unwrap();
        if (depth > MaxHandlers || ValueOrigin.Of(value, source, cancellationToken) is not IObjectCreationOperation creation || IsMember(value))
            return false;
        if (value is ILocalReferenceOperation local && source.Uses(local.Local, cancellationToken) is not [_])
            return false;

        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && !IsSameEachTime(argument.Value, depth, source, cancellationToken))
                return false;
        }

        if (creation.Initializer is not { } initializer)
            return true;
        foreach (var item in initializer.Initializers)
        {
            if (item is not ISimpleAssignmentOperation assignment || !IsSameEachTime(assignment.Value, depth, source, cancellationToken))
                return false;
        }

        return true;
    }

    private static bool IsSameEachTime(IOperation value, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        if (value.ConstantValue.HasValue)
            return true;
        switch (value)
        {
            case IMemberReferenceOperation { Instance: null }:
            case IBinaryOperation { LeftOperand: var left, RightOperand: var right } when
                IsSameEachTime(left, depth, source, cancellationToken) && IsSameEachTime(right, depth, source, cancellationToken):
                return true;
            case IObjectCreationOperation creation when creation.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler"):
                return IsFresh(creation, depth + 1, source, cancellationToken);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                foreach (var inner in lambda.Tree())
                {
                    if (inner is IInstanceReferenceOperation or ILocalReferenceOperation ||
                        (inner is IParameterReferenceOperation parameter && !SymbolEqualityComparer.Default.Equals(parameter.Parameter.ContainingSymbol, lambda.Symbol)))
                    {
                        return false;
                    }
                }

                return true;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Instance: null } }:
                return true;
            default:
                return false;
        }
    }

    private static bool IsMember(IOperation value) => value is IMemberReferenceOperation;
}
