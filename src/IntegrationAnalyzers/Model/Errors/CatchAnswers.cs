using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>Reads what a method answers after one of its clauses: what the clause returns, or what comes behind it.</summary>
internal static class CatchAnswers
{
    public static CatchAnswer Of(CatchShape shape)
    {
        var answer = CatchAnswer.Unknown;
        var values = new AnswerValues(shape);
        foreach (var value in shape.Clause.Handler.Returned())
            answer = Worse(answer, values.Of(value));
        return Worse(answer, Behind(shape));
    }

    /// <summary>What comes behind the clause alone; unknown where its end is not reached.</summary>
    public static CatchAnswer Behind(CatchShape shape) => EndIsReached(shape.Clause) ? Behind(shape, new AnswerValues(shape)) : CatchAnswer.Unknown;

    public static CatchAnswer Worse(CatchAnswer left, CatchAnswer right) => left > right ? left : right;

    private static bool EndIsReached(ICatchClauseOperation clause)
    {
        if (clause.Syntax is not CatchClauseSyntax { Block: { } block } || clause.SemanticModel is not { } model)
            return false;
        if (block.Statements.Count == 0)
            return true;
        var flow = model.AnalyzeControlFlow(block);
        return flow is { Succeeded: true } && (flow.EndPointIsReachable || flow.ExitPoints.Any(static exit => !exit.IsKind(SyntaxKind.ReturnStatement)));
    }

    private static CatchAnswer Behind(CatchShape shape, AnswerValues values)
    {
        if (IsEndedByNext(shape))
            return CatchAnswer.Unknown;
        for (IOperation current = shape.Try; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IBlockOperation block when Statements(block, current, shape, values) is { } answer:
                    return answer;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return CatchAnswer.None;
            }
        }

        return CatchAnswer.None;
    }

    /// <summary>Whether the clause takes failures up to a count, and a later one, which leaves for good, takes the last of them: what stands behind a loop is never got to.</summary>
    private static bool IsEndedByNext(CatchShape shape)
    {
        var isLater = false;
        foreach (var clause in shape.Try.Catches)
        {
            if (isLater && clause.Filter is null && CatchFilters.IsGeneral(clause))
                return !EndIsReached(clause);
            isLater |= shape.Filter == CatchFilter.Counter && clause.Syntax == shape.Clause.Syntax;
        }

        return false;
    }

    /// <summary>What the statements of the block that follow say; null where they end without an answer.</summary>
    private static CatchAnswer? Statements(IBlockOperation block, IOperation after, CatchShape shape, AnswerValues values)
    {
        var isBehind = false;
        foreach (var statement in block.Operations)
        {
            if (!isBehind)
            {
                isBehind = statement == after;
                continue;
            }

            switch (statement)
            {
                case IReturnOperation returned:
                    return returned.ReturnedValue is { } value ? values.Of(value) : CatchAnswer.None;
                // The failure that the clause round this one took goes on as it was.
                case IThrowOperation { Exception: null } or IExpressionStatementOperation { Operation: IThrowOperation { Exception: null } }:
                    return CatchAnswer.None;
                case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                    return CatchAnswer.NewFailure;
                case IConditionalOperation { Condition: { } asked } when ToldItems.AreIn(asked, shape):
                    return CatchAnswer.Failure;
                case IConditionalOperation { Condition: { } condition } when VanishedFailures.LooksAt(condition, shape.Try.Body):
                    return InventedData.FillsIn(statement, shape) ? CatchAnswer.Invented : CatchAnswer.Unknown;
                case IExpressionStatementOperation { Operation: ICoalesceAssignmentOperation } when InventedData.FillsIn(statement, shape):
                    return CatchAnswer.Invented;
            }
        }

        return null;
    }
}
