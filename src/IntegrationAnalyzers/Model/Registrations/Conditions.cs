using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>Whether code may be left out when what is round it runs.</summary>
internal static class Conditions
{
    public static bool Between(IOperation inner, IOperation outer)
    {
        for (var current = inner; current.Parent is { } parent && current != outer; current = parent)
        {
            switch (parent)
            {
                case IConditionalOperation choice when choice.Condition != current:
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation or IConditionalAccessOperation:
                case ILoopOperation:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } either when either.RightOperand == current:
                case ICoalesceOperation coalesce when coalesce.WhenNull == current:
                    return true;
            }
        }

        return false;
    }
}
