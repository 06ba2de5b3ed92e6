using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// A clause for failures of one kind that does nothing but give something made up: a price, a rate or a text that is written here in place of the content, a state that the <c>try</c> gives too, or that
/// a write went well. Nobody is told, and what is given does not tell either. One for every exception is judged by its answer.
/// </summary>
internal static class SilentStandIns
{
    public static bool Are(CatchShape shape, TryFailures failures)
    {
        if (shape.Clause.Handler.Operations is not [IReturnOperation { ReturnedValue: { } returned }])
            return false;
        var value = returned.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: true })
            return IsOfWrite(shape, failures);
        return !shape.IsGeneral && (ClaimedSuccesses.Are(value, shape) ? IsOfWrite(shape, failures) : IsContent(value, shape) && new AnswerValues(shape).Of(value) == CatchAnswer.Fabricated);
    }

    private static bool IsOfWrite(CatchShape shape, TryFailures failures) =>
        !Questions.AsksByName(shape.Clause.Syntax.EnclosingMethodName() ?? "") && BestEfforts.Writes(shape, failures, static verb => verb.IsUnsafeToRepeat());

    private static bool IsContent(IOperation value, CatchShape shape) => value switch
    {
        // A farthest distance or a highest price is none.
        IFieldReferenceOperation { Field.Type.TypeKind: not TypeKind.Enum, Field.Name: "MaxValue" or "PositiveInfinity" } => false,
        { ConstantValue: { HasValue: true, Value: not string } } => true,
        { Type.SpecialType: SpecialType.System_String } => AnswerTexts.IsTakenForContent(value, shape),
        IObjectCreationOperation created => !AnswerApis.IsAnswer(created.Type) && IsPriced(created) && AnswerTexts.IsTakenForContent(value, shape),
        _ => false,
    };

    /// <summary>Whether it holds a price or a rate, and nothing that may say that there is none: a flag, a number below zero.</summary>
    private static bool IsPriced(IObjectCreationOperation created)
    {
        var isPriced = false;
        foreach (var part in created.Tree())
        {
            switch (part.ConstantValue)
            {
                case { HasValue: true, Value: bool or < 0 or < 0L or < 0m or < 0.0 or < 0f }:
                    return false;
                case { HasValue: true, Value: > 0m or > 0.0 or > 0f }:
                    isPriced = true;
                    break;
            }
        }

        return isPriced;
    }
}
