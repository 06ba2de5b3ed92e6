using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                State = State.With(capture.Id, captured);
                return Nothing;
            case IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation:
                return FormOf(operation);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case IMemberReferenceOperation { Instance: { } instance } member when member is not IMethodReferenceOperation:
                return Visit(instance) is var form && form == Body ? Named(member.Member.Name, Body) : Escape(form);
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
                return Visit(instance) is var dynamic && dynamic == Body ? Named(member.MemberName, Body) : Escape(dynamic);
            case IDynamicIndexerAccessOperation indexer:
                foreach (var argument in indexer.Arguments)
                    Consume(Visit(argument), argument.Syntax);
                return Visit(indexer.Operation) == Body ? OfIndex(indexer.Arguments.Length > 0 ? indexer.Arguments[0] : null) : Nothing;
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
        if (form is Response or Content)
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
            else
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
    private ResponseForm Named(string member, ResponseForm form)
    {
        if (!StatusApis.SaysOutcome(member))
            return form;
        LookedAt();
        return Nothing;
    }

    private ResponseForm OfIndex(IOperation? index) =>
        index?.ConstantValue is { HasValue: true, Value: string name } ? Named(name, Body) : Body;

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
        if (StatusApis.IsTask(instance.Type))
            return member.Name == TaskApis.Result ? form : Nothing;
        switch (form)
        {
            case Body:
                return !property.Arguments.IsEmpty ? OfIndex(property.Arguments[0].Value)
                    : member.ContainingType.SpecialType == SpecialType.System_String || member.Name is "Count" or "Length" ? Nothing
                    : Named(member.Name, Body);
            case Response when ResponseBodies.IsContent(member.Type):
                return Content;
            case Response when StatusApis.IsBody(member):
                return Made(Body, member.Type);
            default:
                if (!LoggedValue.IsOnlyLogged(property.Syntax))
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

    private void Assign(IOperation target, ResponseForm form, SyntaxNode value)
    {
        target = Written(target);
        switch (target)
        {
            case ILocalReferenceOperation local:
                Hold(local.Local, form);
                break;
            case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter:
                Hold(parameter.Parameter, form);
                break;
            case IFlowCaptureReferenceOperation temporary:
                State = State.With(temporary.Id, form);
                break;
            case IDiscardOperation:
                break;
            default:
                Visit(target);
                Consume(form, value);
                break;
        }
    }

    /// <summary>What a local function sees too is not followed.</summary>
    private void Hold(ISymbol holder, ResponseForm form)
    {
        if (form != Nothing && !Graph.LocalFunctions.IsEmpty)
        {
            foreach (var local in Graph.LocalFunctions)
            {
                if (local.DeclaringSyntaxReferences.Length > 0 && Names(local.DeclaringSyntaxReferences[0].GetSyntax(CancellationToken), holder.Name))
                {
                    LookedAt();
                    return;
                }
            }
        }

        State = State.With(holder, form);
    }

    private bool Mentions(SyntaxNode function)
    {
        foreach (var pair in State.Holders)
        {
            if (pair.Key is ISymbol symbol && Names(function, symbol.Name))
                return true;
        }

        return false;
    }

    private static bool Names(SyntaxNode function, string name)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    private ResponseForm VisitBinary(IBinaryOperation binary)
    {
        var left = Visit(binary.LeftOperand);
        var right = Visit(binary.RightOperand);
        if (left != Body && right != Body)
            return Nothing;
        if (binary.OperatorKind == BinaryOperatorKind.Add)
            return Body;

        // A text or number of the body that is compared with one we know is looked at, in its own way; so is a member that may be missing.
        var (tested, other) = left == Body ? (binary.LeftOperand, binary.RightOperand) : (binary.RightOperand, binary.LeftOperand);
        var constant = other.ConstantValue.HasValue ? other.ConstantValue : other.Unwrap().ConstantValue;
        if (constant.HasValue && (constant.Value is null or string { Length: 0 } ? IsMember(tested) : true))
            LookedAt();
        return Nothing;
    }

    private void VisitPattern(IIsPatternOperation pattern)
    {
        var form = Visit(pattern.Value);
        if (form == Nothing)
            return;
        switch (pattern.Pattern)
        {
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                Hold(declared, form);
                break;
            case IConstantPatternOperation or INegatedPatternOperation when form == Body && IsMember(pattern.Value):
                LookedAt();
                break;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
            case INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }:
            case ITypePatternOperation or IDiscardPatternOperation or IDeclarationPatternOperation:
                break;
            case IRecursivePatternOperation { PropertySubpatterns: [], DeconstructionSubpatterns: [] } any:
                if (any.DeclaredSymbol is { } symbol)
                    Hold(symbol, form);
                break;
            default:
                LookedAt();
                break;
        }
    }

    /// <summary>A member of the payload, not the payload itself.</summary>
    private bool IsMember(IOperation value) =>
        value.Unwrap() is IMemberReferenceOperation { Instance: { } instance } && FormOfPart(instance) == Body;

    private ResponseForm FormOfPart(IOperation value) => value.Unwrap() switch
    {
        IMemberReferenceOperation { Instance: { } instance } member when member is not IPropertyReferenceOperation { Property: var property } || !StatusApis.IsBody(property) => FormOfPart(instance),
        IPropertyReferenceOperation => Body,
        var other => FormOf(other),
    };
}
