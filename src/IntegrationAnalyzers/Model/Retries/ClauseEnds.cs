using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>How a clause inside a loop ends, where nothing but the number of attempts decides on it.</summary>
/// <param name="Falls">Whether its end is reached.</param>
/// <param name="Continues">Whether it begins the next turn.</param>
/// <param name="Throws">Whether it throws after the last attempt.</param>
/// <param name="Returns">Whether it gives up by a return after the last attempt.</param>
/// <param name="IsUnknown">Whether it may leave by anything else.</param>
internal readonly record struct ClauseEnds(bool Falls, bool Continues = false, bool Throws = false, bool Returns = false, bool IsUnknown = false)
{
    private static readonly ClauseEnds Unknown = new(false, IsUnknown: true);

    /// <summary>Whether an attempt that is not the last is followed by another, and the last by nothing, an exception or a return.</summary>
    public bool GoesOn => !IsUnknown && (Falls || Continues);

    public static ClauseEnds Of(BlockSyntax clause, AttemptCount count) => Of(clause, count, isByCount: false);

    /// <summary>Whether anything in the statement may leave it but to what follows it.</summary>
    public static bool Leaves(StatementSyntax statement)
    {
        foreach (var node in statement.DescendantNodesAndSelf(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax)
                return true;
        }

        return false;
    }

    private static ClauseEnds Of(StatementSyntax statement, AttemptCount count, bool isByCount)
    {
        switch (statement)
        {
            case BlockSyntax block:
                return OfBlock(block, count, isByCount);
            case ThrowStatementSyntax:
                return isByCount ? new ClauseEnds(false, Throws: true) : Unknown;
            case ReturnStatementSyntax when isByCount:
                return new ClauseEnds(false, Returns: true);
            case ContinueStatementSyntax:
                return new ClauseEnds(false, Continues: true);
            case IfStatementSyntax choice when count.IsAsked(choice.Condition):
                return Either(Of(choice.Statement, count, true), choice.Else is { } otherwise ? Of(otherwise.Statement, count, true) : new ClauseEnds(true));
            default:
                return Leaves(statement) || BeginsNextTurn(statement) ? Unknown : new ClauseEnds(true);
        }
    }

    private static ClauseEnds OfBlock(BlockSyntax block, AttemptCount count, bool isByCount)
    {
        var ends = new ClauseEnds(true);
        foreach (var statement in block.Statements)
        {
            if (!ends.Falls)
                break;
            var next = Of(statement, count, isByCount);

            // if (attempt < 3) continue; throw;
            isByCount |= next.Continues || next.Throws || next.Returns;
            ends = Either(ends with { Falls = false }, next);
        }

        return ends;
    }

    private static ClauseEnds Either(ClauseEnds one, ClauseEnds other) =>
        new(one.Falls || other.Falls, one.Continues || other.Continues, one.Throws || other.Throws, one.Returns || other.Returns, one.IsUnknown || other.IsUnknown);

    private static bool BeginsNextTurn(StatementSyntax statement)
    {
        foreach (var node in statement.DescendantNodesAndSelf())
        {
            if (node is ContinueStatementSyntax)
                return true;
        }

        return false;
    }
}
