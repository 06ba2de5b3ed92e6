using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <content>What each operation does with a value that carries the payload.</content>
internal sealed partial class PayloadFlow
{
    /// <summary>Evaluates the operation: records the uses in it and tells in what form its own value carries the payload.</summary>
    private Held Visit(IOperation operation)
    {
        StackGuard.Check();
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Capture(capture);
                State = State.With(capture.Id, Visit(capture.Value));
                return Held.Nothing;
            case IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                return HeldBy(operation);
            case IMemberReferenceOperation member:
                return VisitMember(member);
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments)
                    VisitArgument(argument);
                return Held.Nothing;
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IConversionOperation conversion:
                var operand = Visit(conversion.Operand);
                return operand == Held.Payload && conversion.OperatorMethod is not null ? Held.Result : operand;
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IDeconstructionAssignmentOperation deconstruction:
                if (Visit(deconstruction.Value) == Held.Payload)
                    Use(PayloadUseKind.Dereferenced, deconstruction.Value.Syntax);
                return Held.Nothing;
            case IArrayElementReferenceOperation element:
                VisitDereferenced(element.ArrayReference);
                foreach (var index in element.Indices)
                    Visit(index);
                return Held.Nothing;
            case IIsPatternOperation { Pattern: var pattern, Value: var matched }:
                var held = Visit(matched);
                if (held == Held.Payload && pattern is IDeclarationPatternOperation { MatchesNull: true, DeclaredSymbol: { } declared })
                    State = State.With(declared, held);
                return Held.Nothing;
            case IFlowAnonymousFunctionOperation lambda:
                VisitLambda(lambda);
                return Held.Nothing;
            default:
                foreach (var child in operation.ChildOperations)
                {
                    if (Visit(child) == Held.Payload && !TaskApis.IsTaskOrAwaiter(child.Type) && IsSpread(child.Syntax))
                        Use(PayloadUseKind.Dereferenced, child.Syntax);
                }

                return Held.Nothing;
        }
    }

    /// <summary><c>[.. orders!]</c></summary>
    private static bool IsSpread(SyntaxNode value)
    {
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            value = value.Parent;
        return value.Parent is SpreadElementSyntax;
    }

    private Held VisitMember(IMemberReferenceOperation member)
    {
        if (member is IPropertyReferenceOperation { Arguments: { Length: > 0 } arguments })
        {
            foreach (var argument in arguments)
                VisitArgument(argument);
        }

        if (member.Instance is not { } instance || instance is IInstanceReferenceOperation)
            return HeldBy(member);

        switch (Visit(instance))
        {
            case Held.Payload when TaskApis.IsTaskOrAwaiter(instance.Type):
                return member.Member.Name == "Result" ? Held.Payload : Held.Nothing;
            case Held.Payload:
                Use(PayloadUseKind.Dereferenced, member.Syntax);
                return Held.Nothing;
            case Held.Envelope when member.Member is IPropertySymbol property && ResponseBodies.IsPayloadProperty(property):
                return Held.Payload;
            case Held.Envelope when member.Member.Name == "Result" && TaskApis.IsTaskOrAwaiter(instance.Type):
                return Held.Envelope;
            default:
                return Held.Nothing;
        }
    }

    private Held VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        var target = Written(assignment.Target);
        var value = Visit(assignment.Value);
        switch (target)
        {
            case ILocalReferenceOperation local:
                State = State.With(local.Local, value);
                break;
            case IParameterReferenceOperation parameter:
                State = State.With(parameter.Parameter, value);
                break;
            case IMemberReferenceOperation member:
                if (member.Instance is { } instance and not IInstanceReferenceOperation)
                    VisitDereferenced(instance);
                else
                    State = State.With(member.Member, value);
                if (value == Held.Payload && IsNeverNull(DeclaredType(member.Member)) && !TaskApis.IsTaskOrAwaiter(member.Type))
                {
                    _stored[member.Member] = assignment.Value.Syntax;
                    Use(PayloadUseKind.Stored, assignment.Value.Syntax);
                }

                break;
            case IFlowCaptureReferenceOperation:
                State = State.With(((IFlowCaptureReferenceOperation)target).Id, value);
                break;
            default:
                Visit(target);
                break;
        }

        return value;
    }

    private Held VisitInvocation(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Instance is { } instance ? Visit(instance) : Held.Nothing;
        var first = Held.Nothing;
        for (var i = 0; i < invocation.Arguments.Length; i++)
        {
            var held = VisitArgument(invocation.Arguments[i]);
            if (i == 0)
                first = held;
        }

        if (invocation.Syntax == _start)
            return _startsAs;
        if (State.Any && PathEnds.NeverReturns(method, _scope.Source, CancellationToken))
        {
            State = PayloadHolders.None;
            return Held.Nothing;
        }

        if (receiver != Held.Nothing && TaskApis.IsTaskOrAwaiter(invocation.Instance!.Type))
            return StatusApis.HandsOnTask(method) ? receiver : Held.Nothing;
        if (receiver == Held.Payload)
        {
            if (_scope.IsValidator(method))
                Checked();
            else if (!method.IsExtensionMethod)
                Use(PayloadUseKind.Dereferenced, invocation.Syntax);
        }

        // Task.FromResult(payload), Ok(payload): what comes out is made of it and nothing more.
        return first == Held.Payload && invocation.Arguments.Length <= 2 && IsResultFactory(method) ? Held.Result : Held.Nothing;
    }
}
