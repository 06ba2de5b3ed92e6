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
}
