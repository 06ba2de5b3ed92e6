using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>A condition that tells one failure from everything else: <c>response.StatusCode == HttpStatusCode.Unauthorized</c>.</summary>
/// <param name="Response">The response it is about.</param>
/// <param name="Code">The one code.</param>
/// <param name="EqualWhen">The outcome that means it is that code.</param>
internal readonly record struct StatusTest(IOperation Response, int Code, bool EqualWhen)
{
    /// <summary>The test; null where the condition is none, or says more: a success, several codes.</summary>
    public static StatusTest? Of(IOperation condition)
    {
        condition = condition.Unwrap();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Of(not.Operand) is { } inner ? inner with { EqualWhen = !inner.EqualWhen } : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return OfCode(binary.LeftOperand, binary.RightOperand, binary.OperatorKind == BinaryOperatorKind.Equals) ??
                    OfCode(binary.RightOperand, binary.LeftOperand, binary.OperatorKind == BinaryOperatorKind.Equals);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern:
                return OfCode(pattern.Value, constant, true);
            case IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } } pattern:
                return OfCode(pattern.Value, constant, false);
            default:
                return null;
        }
    }

    private static StatusTest? OfCode(IOperation status, IOperation constant, bool equalWhen)
    {
        var value = constant.ConstantValue.HasValue ? constant.ConstantValue : constant.Unwrap().ConstantValue;
        return status.Unwrap() is IPropertyReferenceOperation { Property.Name: StatusApis.StatusCode, Instance: { } response } &&
            value is { HasValue: true, Value: int and (< 200 or >= 300) }
            ? new StatusTest(response, (int)value.Value!, equalWhen)
            : null;
    }
}
