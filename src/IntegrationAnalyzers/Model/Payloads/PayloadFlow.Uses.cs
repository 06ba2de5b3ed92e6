using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <content>Which places are uses that a null reaches.</content>
internal sealed partial class PayloadFlow
{
    /// <summary>Evaluates an argument; a payload that is null does harm where the method says it takes none, or dereferences it.</summary>
    private Held VisitArgument(IArgumentOperation argument)
    {
        var held = Visit(argument.Value);
        if (held != Held.Payload || argument.Parameter is not { } parameter || IsTask(argument.Value.Type))
            return held;

        switch (_scope.Effect(parameter, argument, CancellationToken))
        {
            case ArgumentEffect.Checked:
                Checked();
                return Held.Nothing;
            case ArgumentEffect.Dereferenced:
                Use(PayloadUseKind.Dereferenced, argument.Value.Syntax);
                return Held.Nothing;
            case ArgumentEffect.PassedOn:
                Use(PayloadUseKind.PassedOn, argument.Value.Syntax);
                return held;
            default:
                return held;
        }
    }

    private void VisitDereferenced(IOperation instance)
    {
        if (Visit(instance) == Held.Payload && !IsTask(instance.Type))
            Use(PayloadUseKind.Dereferenced, instance.Syntax);
    }

    /// <summary>What the lambda captures, it sees as it is where the lambda is made.</summary>
    private void VisitLambda(IFlowAnonymousFunctionOperation lambda)
    {
        if (!State.Any || Graph.GetAnonymousFunctionControlFlowGraph(lambda, CancellationToken) is not { } nested)
            return;

        var facts = new PayloadFlow(nested, State, lambda.Symbol, _scope, null, Held.Nothing, CancellationToken).Run();
        foreach (var use in facts.Unchecked)
        {
            if (use.Kind == PayloadUseKind.Dereferenced)
                Use(use.Kind, use.Syntax);
        }
    }

    private void Return(IOperation value, Held held)
    {
        if (_function.MethodKind == MethodKind.AnonymousFunction)
        {
            _escapes = true;
            return;
        }

        var declared = IsTask(_function.ReturnType) ? _function.ReturnType.AwaitedType() : _function.ReturnType;
        if (held == Held.Result)
        {
            // ActionResult<Order>, Ok<Order>, Results<Ok<Order>, NotFound>: the order in it is promised.
            if (_scope.Promises(declared))
                Use(PayloadUseKind.Returned, value.Syntax);
            return;
        }

        if (held == Held.Payload && IsNeverNull(declared))
            Use(PayloadUseKind.Returned, value.Syntax);
        else
            _escapes = true;
    }

    private static bool IsNeverNull(ITypeSymbol? type) => type is { IsValueType: false, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private static ITypeSymbol? DeclaredType(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsResultFactory(IMethodSymbol method) =>
        method.Name is "Ok" or "Json" or "Created" or "Accepted" or "FromResult" &&
        method.ContainingType?.Name is "ControllerBase" or "Controller" or "Results" or "TypedResults" or "Task" or "ValueTask";

    private static bool IsTask(ITypeSymbol? type) => type?.Name is
        "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "TaskAwaiter" or "ValueTaskAwaiter" or
        "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter";
}
