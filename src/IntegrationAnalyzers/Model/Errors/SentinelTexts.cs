using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>A text that a clause answers with (<c>return "Error";</c>, in it or behind it), and that everybody who calls the method asks for by that very text: then it is no false answer.</summary>
internal static class SentinelTexts
{
    public static bool Are(CatchShape shape, SourceIndex source, CancellationToken cancellationToken) =>
        TextOf(shape) is { } text && AskedCallers.All(shape.Try, value => Asks(value, text), inProgram: true, source, cancellationToken);

    /// <summary>The one text that is given; null where it is another value, or there are several.</summary>
    private static string? TextOf(CatchShape shape)
    {
        var returned = shape.Clause.Handler.Returned().Select(static value => value.Unwrap()).ToList();
        if (returned.Count == 0 && Behind(shape.Try) is { } behind)
            returned.Add(behind.Unwrap() is ILocalReferenceOperation { Local: var local } held ? TriedLocals.FirstGiven(shape.Clause.Handler, local) ?? held : behind.Unwrap());
        else if (CatchAnswers.Behind(shape) != CatchAnswer.Unknown)
            return null;
        return returned is [{ ConstantValue: { HasValue: true, Value: string { Length: > 0 } text } }] ? text : null;
    }

    /// <summary>What the next statement of the block returns.</summary>
    private static IOperation? Behind(ITryOperation tried) =>
        tried.Parent is IBlockOperation block && block.Operations.IndexOf(tried) is >= 0 and var index && index + 1 < block.Operations.Length &&
        block.Operations[index + 1] is IReturnOperation { ReturnedValue: { } value } ? value : null;

    /// <summary><c>x == "Error"</c>, <c>x is "Error"</c>, <c>x.Equals("Error")</c>, <c>switch (x) { case "Error": … }</c>.</summary>
    private static bool Asks(IOperation value, string text) => value.Parent switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } compared => Is(compared.LeftOperand == value ? compared.RightOperand : compared.LeftOperand, text),
        IIsPatternOperation { Pattern: var pattern } => Names(pattern, text),
        IInvocationOperation { TargetMethod.Name: "Equals", Arguments: [{ Value: var other }, ..] } call => call.Instance == value && Is(other, text),
        IArgumentOperation { Parent: IInvocationOperation { Instance: null, TargetMethod.Name: "Equals" } call } => call.Arguments.Any(argument => Is(argument.Value, text)),
        ISwitchOperation choice => choice.Value == value && choice.Cases.Any(section => section.Clauses.Any(clause => clause is ISingleValueCaseClauseOperation { Value: var named } && Is(named, text))),
        ISwitchExpressionOperation choice => choice.Value == value && choice.Arms.Any(arm => Names(arm.Pattern, text)),
        _ => false,
    };

    private static bool Names(IPatternOperation pattern, string text) => pattern switch
    {
        INegatedPatternOperation negated => Names(negated.Pattern, text),
        IBinaryPatternOperation both => Names(both.LeftPattern, text) || Names(both.RightPattern, text),
        IConstantPatternOperation { Value: var named } => Is(named, text),
        _ => false,
    };

    private static bool Is(IOperation value, string text) => value.Unwrap().ConstantValue is { HasValue: true, Value: string other } && other == text;
}
