using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What asks whether a value is there, right where the value is named.</summary>
internal static class NullQuestions
{
    /// <summary><c>x ?? y</c>, <c>x is …</c>, <c>x == …</c>.</summary>
    /// <param name="value">The whole value, with all that only wraps it.</param>
    public static bool Ask(IOperation value) => value.Parent switch
    {
        ICoalesceOperation coalesce => coalesce.Value == value,
        IIsPatternOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        _ => false,
    };

    /// <summary>Those, and <c>x?.y</c>, which goes on without it.</summary>
    public static bool AskOrGoWithout(IOperation value) => Ask(value) || value.Parent is IConditionalAccessOperation access && access.Operation == value;

    /// <summary><c>x == null</c>, <c>x is not null</c>, <c>x.HasValue</c>: this alone, and nothing of what it is.</summary>
    /// <param name="value">The whole value, with all that only wraps it.</param>
    public static bool AskThisAlone(IOperation value) => value.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared => IsNull(compared.LeftOperand) || IsNull(compared.RightOperand),
        IIsPatternOperation { Pattern: var pattern } => (pattern is INegatedPatternOperation { Pattern: var inner } ? inner : pattern) is IConstantPatternOperation { Value: var constant } && IsNull(constant),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } => true,
        _ => false,
    };

    /// <summary><c>null</c>, or <c>default</c> of what it is the default of.</summary>
    public static bool IsNull(IOperation value)
    {
        value = value.Unwrap();
        return value.ConstantValue is { HasValue: true, Value: null } || value is IDefaultValueOperation { Type.IsReferenceType: true };
    }
}
