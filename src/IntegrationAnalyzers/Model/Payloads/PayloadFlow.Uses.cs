using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
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
        if (State.Any && argument is { Parameter: { Type.SpecialType: SpecialType.System_Boolean } told, Value.ConstantValue.HasValue: false } && ComesBackChecked(argument.Value, told))
        {
            AskedAbout(argument.Value);
            Checked();
            return Held.Nothing;
        }

        if (held != Held.Payload || argument.Parameter is not { } parameter || TaskApis.IsTaskOrAwaiter(argument.Value.Type))
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

    /// <summary><c>Check.That(order is not null, "…")</c>: a guard that is told how it stands.</summary>
    private bool ComesBackChecked(IOperation condition, IParameterSymbol told) =>
        Check(condition) is { Any: true } check && PathEnds.ReturnsOnlyWhere(told, _scope.Source, CancellationToken) is { } holds && (holds ? check.WhenTrue : check.WhenFalse);

    private void VisitDereferenced(IOperation instance)
    {
        if (Visit(instance) == Held.Payload && !TaskApis.IsTaskOrAwaiter(instance.Type))
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
        if (held == Held.Result && _function.MethodKind != MethodKind.AnonymousFunction)
        {
            // ActionResult<Order>, Ok<Order>, Results<Ok<Order>, NotFound>: the order in it is promised.
            if (_scope.Promises(Declared(_function)))
                Use(PayloadUseKind.Returned, value.Syntax);
        }
        else if (IsPromised(held, _function))
        {
            Use(PayloadUseKind.Returned, value.Syntax);
        }
        else
        {
            _escapes = true;
        }
    }

    /// <summary>What becomes of a value that is returned where it is made: that needs no graph, which is dear, and SDKs are made of little else. Null for any other.</summary>
    public static PayloadFacts? OfReturned(IInvocationOperation call, Held held, IMethodSymbol function)
    {
        IOperation value = call;
        SyntaxNode? branch = null;
        while (true)
        {
            switch (value.Parent)
            {
                case IAwaitOperation or IParenthesizedOperation or IConversionOperation { OperatorMethod: null }:
                case IInvocationOperation { Instance: { } task, TargetMethod: var step } when TaskApis.IsTaskOrAwaiter(task.Type) && StatusApis.HandsOnTask(step):
                case IPropertyReferenceOperation { Instance: { } awaited, Property.Name: "Result" } when TaskApis.IsTaskOrAwaiter(awaited.Type):
                    value = value.Parent;
                    continue;

                // isValid ? await Send() : throw …: what is returned is the one branch.
                case IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } choice when (one == value && Throws(other)) || (other == value && Throws(one)):
                    branch ??= value.Syntax;
                    value = choice;
                    continue;
                case IReturnOperation { Kind: OperationKind.Return } when IsPromised(held, function):
                    return new PayloadFacts(ImmutableArray.Create(new PayloadUse(PayloadUseKind.Returned, branch ?? value.Syntax)), false, false, false);
                case IReturnOperation { Kind: OperationKind.Return }:
                    return new PayloadFacts(ImmutableArray<PayloadUse>.Empty, false, true, false);
                default:
                    return null;
            }
        }
    }

    private static bool Throws(IOperation branch) => branch is IThrowOperation or IConversionOperation { Operand: IThrowOperation };

    /// <summary>Whether the function says of what it returns that it is never null. A lambda says nothing.</summary>
    private static bool IsPromised(Held held, IMethodSymbol function) =>
        held == Held.Payload && function.MethodKind != MethodKind.AnonymousFunction && IsNeverNull(Declared(function));

    private static ITypeSymbol Declared(IMethodSymbol function) => TaskApis.IsTaskOrAwaiter(function.ReturnType) ? function.ReturnType.AwaitedType() : function.ReturnType;

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
}
