using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What asks whether a list has anything in it, right where the list is named.</summary>
internal static class ItemQuestions
{
    /// <summary>Whether values of the type are lists: they can be gone through, and are no text.</summary>
    public static bool CanAsk(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: SpecialType.System_String })
            return false;
        if (IsEnumerable(type))
            return true;
        foreach (var implemented in type.AllInterfaces)
        {
            if (IsEnumerable(implemented))
                return true;
        }

        return false;
    }

    /// <summary><c>x.Any()</c>, <c>x.Count > 0</c>, <c>x is []</c>, <c>x?.Length == 0</c>.</summary>
    /// <param name="value">The whole value, with all that only wraps it.</param>
    public static bool Ask(IOperation value) => value.Parent switch
    {
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: 1 } call } => IsQuestion(call, call),
        IPropertyReferenceOperation property => property.Instance == value && IsQuestion(property, property),
        IConditionalAccessOperation access => access.Operation == value && IsQuestion(access.WhenNotNull, access),
        IIsPatternOperation pattern => IsQuestion(pattern.Pattern),
        _ => false,
    };

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable;

    /// <param name="member">What is asked of the list.</param>
    /// <param name="answer">The expression that holds what it says.</param>
    private static bool IsQuestion(IOperation member, IOperation answer) => member switch
    {
        IInvocationOperation { TargetMethod.Name: "Any" } or IPropertyReferenceOperation { Property.Name: "IsEmpty" or "IsDefaultOrEmpty" } => true,
        IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" } or IPropertyReferenceOperation { Property.Name: "Count" or "Length" } => IsComparedWithNone(answer.Wrapped()),
        _ => false,
    };

    private static bool IsComparedWithNone(IOperation count) => count.Parent switch
    {
        IBinaryOperation binary => IsNone((binary.LeftOperand == count ? binary.RightOperand : binary.LeftOperand).Unwrap().ConstantValue),
        IIsPatternOperation => true,
        _ => false,
    };

    /// <summary>Nothing, or the first of something: <c>Count > 0</c>, <c>Count >= 1</c>.</summary>
    private static bool IsNone(Optional<object?> number) => number is { HasValue: true, Value: 0 or 1 };

    private static bool IsQuestion(IPatternOperation pattern) => pattern switch
    {
        IListPatternOperation => true,
        INegatedPatternOperation negated => IsQuestion(negated.Pattern),
        IBinaryPatternOperation binary => IsQuestion(binary.LeftPattern) || IsQuestion(binary.RightPattern),
        IRecursivePatternOperation { PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Count" or "Length" } }, ..] } => true,
        _ => false,
    };
}
