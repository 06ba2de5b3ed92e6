using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static IntegrationAnalyzers.Model.Responses.ResponseForm;

namespace IntegrationAnalyzers.Model.Responses;

/// <content>Which comparisons and patterns look at what the response says.</content>
internal sealed partial class ResponseFlow
{
    private ResponseForm VisitBinary(IBinaryOperation binary)
    {
        var left = Visit(binary.LeftOperand);
        var right = Visit(binary.RightOperand);
        if (left != Body && right != Body)
            return Nothing;
        if (binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder)
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
            case IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } properties when form == Response && AreOfTheBody(properties):
                HoldParts(properties);
                break;
            case INegatedPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns.IsEmpty: false } properties } when form == Response && AreOfTheBody(properties):
                HoldParts(properties);
                break;
            default:
                LookedAt();
                break;
        }
    }

    /// <summary><c>response is { Content: { } content }</c>: whether the pattern asks for nothing but whether there is a body.</summary>
    private static bool AreOfTheBody(IRecursivePatternOperation pattern)
    {
        foreach (var part in pattern.PropertySubpatterns)
        {
            if (part is not { Member: IPropertyReferenceOperation { Property: var property }, Pattern: var asked } || !(ResponseBodies.IsContent(property.Type) || StatusApis.IsBody(property)) ||
                asked is not (IDeclarationPatternOperation or IDiscardPatternOperation or IRecursivePatternOperation { PropertySubpatterns: [], DeconstructionSubpatterns: [] } or
                    INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } }))
            {
                return false;
            }
        }

        return pattern.DeconstructionSubpatterns.IsEmpty;
    }

    private void HoldParts(IRecursivePatternOperation pattern)
    {
        if (pattern.DeclaredSymbol is { } whole)
            Hold(whole, Response);
        foreach (var part in pattern.PropertySubpatterns)
        {
            var type = ((IPropertyReferenceOperation)part.Member).Property.Type;
            if (((part.Pattern as IDeclarationPatternOperation)?.DeclaredSymbol ?? (part.Pattern as IRecursivePatternOperation)?.DeclaredSymbol) is { } declared)
                Hold(declared, ResponseBodies.IsContent(type) ? Content : Made(Body, type));
        }
    }

    /// <summary>A member of the payload, not the payload itself.</summary>
    private bool IsMember(IOperation value) =>
        value.Unwrap() is var tested &&
        (tested is IFlowCaptureReferenceOperation { Id: var id } ? _parts.Contains(id) : Whole(tested) is { } whole && FormOfPart(whole) is Body or Unasked);

    /// <summary>What a part is taken out of, by a member or by its name: <c>answer.Token</c>, <c>json.Property("access_token")</c>.</summary>
    private static IOperation? Whole(IOperation part) => part switch
    {
        IMemberReferenceOperation { Instance: var instance } => instance,
        IInvocationOperation { Instance: var instance, TargetMethod.Name: var name } when DocumentApis.NamesPart(name) => instance,
        _ => null,
    };

    /// <summary><c>envelope?.Data</c>, which the compiler keeps in a temporary.</summary>
    private bool IsPartOfUnasked(IOperation value) => value.Unwrap() is IMemberReferenceOperation { Instance: { } instance } && FormOf(instance) == Unasked;

    private ResponseForm FormOfPart(IOperation value) => value.Unwrap() switch
    {
        IMemberReferenceOperation { Instance: { } instance } member when member is not IPropertyReferenceOperation { Property: var property } || !StatusApis.IsBody(property) => FormOfPart(instance),
        IPropertyReferenceOperation => Body,
        IInvocationOperation call when Whole(call) is { } whole => FormOfPart(whole),
        var other => FormOf(other),
    };
}
