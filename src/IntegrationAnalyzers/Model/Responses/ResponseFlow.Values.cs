using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static IntegrationAnalyzers.Model.Responses.ResponseForm;

namespace IntegrationAnalyzers.Model.Responses;

/// <content>What each operation does with a value that carries the response.</content>
internal sealed partial class ResponseFlow
{
    /// <summary>Evaluates the operation: records looks and uses in it and tells in what form its own value carries the response.</summary>
    private ResponseForm Visit(IOperation operation)
    {
        StackGuard.Check();
        switch (operation)
        {
            case IFlowCaptureOperation capture:
                Capture(capture);
                var captured = Visit(capture.Value);
                if (IsPartOfUnasked(capture.Value))
                    _parts.Add(capture.Id);
                State = State.With(capture.Id, captured);
                return Nothing;
            case IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                return FormOf(operation);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case IMemberReferenceOperation { Instance: { } instance } member when member is not IMethodReferenceOperation:
                return Visit(instance) is var form && form is Body or Unasked ? Named(member.Member.Name, Body, member.Syntax) : Escape(form);
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment);
            case ICompoundAssignmentOperation assignment:
                Assign(assignment.Target, Visit(assignment.Value) == Body || Visit(assignment.Target) == Body ? Body : Nothing, assignment.Value.Syntax);
                return Nothing;
            case IInvocationOperation invocation:
                return VisitInvocation(invocation);
            case IObjectCreationOperation creation:
                return VisitCreation(creation);
            case IAwaitOperation awaited:
                return Visit(awaited.Operation);
            case IConversionOperation conversion:
                return Visit(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand);
            case IExpressionStatementOperation statement:
                Visit(statement.Operation);
                return Nothing;
            case IReturnOperation { Kind: OperationKind.YieldReturn, ReturnedValue: { } yielded }:
                Consume(Visit(yielded), yielded.Syntax);
                return Nothing;
            case IInterpolatedStringOperation or IInterpolationOperation or IInterpolatedStringTextOperation or ITupleOperation or IArrayCreationOperation or IArrayInitializerOperation:
                return OfParts(operation);
            case IAnonymousObjectCreationOperation anonymous:
                return OfAnonymous(anonymous);
            case IBinaryOperation binary:
                return VisitBinary(binary);
            case IUnaryOperation unary:
                return Visit(unary.Operand);
            case IIsNullOperation { Operand: var operand }:
                Visit(operand);
                return Nothing;
            case IIsTypeOperation { ValueOperand: var tested }:
                Visit(tested);
                return Nothing;
            case IIsPatternOperation pattern:
                VisitPattern(pattern);
                return Nothing;
            case IArrayElementReferenceOperation element:
                foreach (var index in element.Indices)
                    Consume(Visit(index), index.Syntax);
                return Visit(element.ArrayReference);
            case IDynamicMemberReferenceOperation { Instance: { } instance } member:
                return Visit(instance) is var dynamic && dynamic == Body ? Named(member.MemberName, Body, member.Syntax) : Escape(dynamic);
            case IDynamicIndexerAccessOperation indexer:
                foreach (var argument in indexer.Arguments)
                    Consume(Visit(argument), argument.Syntax);
                return Visit(indexer.Operation) == Body ? OfIndex(indexer.Arguments.Length > 0 ? indexer.Arguments[0] : null, indexer.Syntax) : Nothing;
            case IFlowAnonymousFunctionOperation lambda:
                if (Mentions(lambda.Syntax))
                    LookedAt();
                return Nothing;
            default:
                foreach (var child in operation.ChildOperations)
                    Consume(Visit(child), child.Syntax);
                return Nothing;
        }
    }

    /// <summary>A place that is not followed took it: a body is used there, a response is out of sight.</summary>
    private void Consume(ResponseForm form, SyntaxNode syntax)
    {
        if (form == Body)
            Use(syntax);
        else
            Escape(form);
    }

    private ResponseForm Escape(ResponseForm form)
    {
        _saysOutcome |= form == Unasked;
        if (form is Response or Content or Unasked)
            LookedAt();
        return Nothing;
    }

    /// <summary>What is put together of parts is what its parts are: text, an array, a tuple.</summary>
    private ResponseForm OfParts(IOperation operation)
    {
        var whole = Nothing;
        foreach (var child in operation.ChildOperations)
        {
            var form = Visit(child);
            if (form == Body)
                whole = Body;
            else if (form == Nothing || _log is null || LoggedValue.IsConsole(_log))
                Escape(form);
        }

        return whole;
    }

    private ResponseForm OfAnonymous(IAnonymousObjectCreationOperation anonymous)
    {
        var whole = Nothing;
        foreach (var initializer in anonymous.Initializers)
        {
            var form = Visit(initializer is ISimpleAssignmentOperation { Value: var value } ? value : initializer);
            if (form == Body)
                whole = Body;
            else
                Escape(form);
        }

        return whole;
    }

    /// <summary>A member of a payload that says how it went is looked at in the status's place.</summary>
    private ResponseForm Named(string member, ResponseForm form, SyntaxNode place)
    {
        if (!StatusApis.SaysOutcome(member) || PayloadPath.IsOnTheWay(member, place))
            return form;
        _saysOutcome = true;
        LookedAt();
        return Nothing;
    }

    private ResponseForm OfIndex(IOperation? index, SyntaxNode place) =>
        index?.ConstantValue is { HasValue: true, Value: string name } ? Named(name, Body, place) : Body;

    private ResponseForm VisitProperty(IPropertyReferenceOperation property)
    {
        foreach (var argument in property.Arguments)
            Consume(Visit(argument.Value), argument.Value.Syntax);
        if (property.Instance is not { } instance)
            return Nothing;

        var form = Visit(instance);
        var member = property.Property;
        if (form == Nothing)
            return Nothing;
        if (TaskApis.IsTaskOrAwaiter(instance.Type))
            return member.Name == TaskApis.Result ? form : Nothing;
        switch (form)
        {
            case Body or Unasked:
                return !property.Arguments.IsEmpty ? OfIndex(property.Arguments[0].Value, property.Syntax)
                    : member.ContainingType.SpecialType == SpecialType.System_String || member.Name is "Count" or "Length" ? Nothing
                    : Named(member.Name, Body, property.Syntax);
            // How long the body is says nothing of whose it is.
            case Content when member.Name == "Headers" && property.Parent is IPropertyReferenceOperation { Property.Name: "ContentLength" }:
                return Nothing;
            case Content when member.Name == "Headers" && property.Parent is IPropertyReferenceOperation { Property.Name: "ContentType" or "ContentDisposition" } && ResponseSyntax.IsHandedOn(property.Syntax):
                return Nothing;
            case Response when ResponseBodies.IsContent(member.Type):
                return Content;
            case Response when StatusApis.IsBody(member):
                return Made(Body, member.Type);
            // For a write that somebody logs this will do; what is read of the response goes on as if all were well.
            case Response when State.IsOpen && LoggedValue.LogChoice(property.Syntax) is { } choice:
                _isLookedAt = true;
                _logChoices.Add(choice);
                return Nothing;
            default:
                if (!LoggedValue.IsOnlyLogged(property.Syntax) && (_log is null || property.Wrapped().Parent is not IArgumentOperation))
                    LookedAt();
                return Nothing;
        }
    }

    private ResponseForm VisitAssignment(ISimpleAssignmentOperation assignment)
    {
        var form = Visit(assignment.Value);
        Assign(assignment.Target, form, assignment.Value.Syntax);
        return form;
    }
}
