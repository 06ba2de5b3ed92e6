using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Part = IntegrationAnalyzers.Model.Resilience.Outcome.Part;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Patterns and switch expressions.</content>
internal sealed partial class OutcomeTest
{
    private object? OfSwitch(ISwitchExpressionOperation choice, int depth)
    {
        var value = Of(choice.Value, depth);
        object? result = null;
        var isOpen = false;
        foreach (var arm in choice.Arms)
        {
            var fits = Matches(arm.Pattern, value, depth);
            if (fits == true && arm.Guard is { } guard)
                fits = Of(guard, depth) as bool?;
            if (fits == false)
                continue;

            // An arm that may fit decides nothing, unless all that may fit say the same.
            var said = Of(arm.Value, depth);
            if (isOpen && !Equals(said, result))
                return Part.Unknown;
            result = said;
            isOpen = true;
            if (fits == true)
                return result;
        }

        return Part.Unknown;
    }

    private bool? Matches(IPatternOperation pattern, object? value, int depth)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return true;
            case INegatedPatternOperation not:
                return !Matches(not.Pattern, value, depth);
            case IConstantPatternOperation constant:
                return Compare(BinaryOperatorKind.Equals, value, Of(constant.Value, depth)) as bool?;
            case IRelationalPatternOperation relational:
                return Compare(relational.OperatorKind, value, Of(relational.Value, depth)) as bool?;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                var left = Matches(or.LeftPattern, value, depth);
                var right = left == true ? true : Matches(or.RightPattern, value, depth);
                return left == true || right == true ? true : left is null || right is null ? null : false;
            case IBinaryPatternOperation and:
                var first = Matches(and.LeftPattern, value, depth);
                var second = first == false ? false : Matches(and.RightPattern, value, depth);
                return first == false || second == false ? false : first is null || second is null ? null : true;
            case IDeclarationPatternOperation declaration:
                var fits = declaration.MatchedType is null ? true : IsType(value, declaration.MatchedType);
                if (declaration.DeclaredSymbol is { } declared)
                    _bound[declared] = value;
                return fits;
            case ITypePatternOperation type:
                return IsType(value, type.MatchedType);
            case IRecursivePatternOperation recursive:
                return MatchesMembers(recursive, value, depth);
            default:
                return null;
        }
    }

    private bool? MatchesMembers(IRecursivePatternOperation pattern, object? value, int depth)
    {
        if (value is Part.Unknown)
            return null;
        if (value is null || !pattern.DeconstructionSubpatterns.IsEmpty)
            return value is null ? false : null;

        bool? all = IsType(value, pattern.MatchedType);
        if (pattern.DeclaredSymbol is { } declared)
            _bound[declared] = value;
        foreach (var member in pattern.PropertySubpatterns)
        {
            if (all == false)
                return false;
            var one = member.Member is IPropertyReferenceOperation property ? Matches(member.Pattern, OfMember(value, property.Property.Name), depth) : null;
            all = one == false ? false : one is null ? null : all;
        }

        return all;
    }

    /// <summary>The outcome's exception is of exactly its type, so a type below it does not fit.</summary>
    private bool? IsType(object? value, ITypeSymbol type) => value switch
    {
        null => false,
        Part.Exception => IsThrown(type),
        Part.Response => PolicyApis.IsResponse(type) || type.SpecialType == SpecialType.System_Object,
        Part.Arguments => true,
        Part.Unknown => null,
        _ => type.SpecialType == SpecialType.None && type.TypeKind != TypeKind.Enum ? null : true,
    };

    private bool IsThrown(ITypeSymbol type) => outcome.Exception is { } thrown && (thrown.IsOrDerivesFrom(type) || type.SpecialType == SpecialType.System_Object);
}
