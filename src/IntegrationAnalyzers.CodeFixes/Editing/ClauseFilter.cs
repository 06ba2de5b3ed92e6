using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The <c>when</c> of a clause.</summary>
internal static class ClauseFilter
{
    /// <summary>The clause with one more condition, before those that it has or behind them.</summary>
    public static CatchClauseSyntax WithCondition(this CatchClauseSyntax clause, string condition, bool isFirst = false)
    {
        if (clause.Filter is { FilterExpression: var old } filter)
        {
            var (there, added) = (Operand(old.WithoutTrivia()), Operand(SyntaxFactory.ParseExpression(condition)));
            var both = isFirst ? $"{added} && {there}" : $"{there} && {added}";
            return clause.WithFilter(filter.WithFilterExpression(SyntaxFactory.ParseExpression(both).WithTriviaFrom(old)));
        }

        // What stood at the end (a comment, the end of the line) stands behind the filter.
        var end = clause.Declaration?.CloseParenToken.TrailingTrivia ?? clause.CatchKeyword.TrailingTrivia;
        var when = SyntaxFactory.CatchFilterClause(
            SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.WhenKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.OpenParenToken),
            SyntaxFactory.ParseExpression(condition),
            SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.CloseParenToken, end));
        clause = clause.Declaration is { } declaration
            ? clause.WithDeclaration(declaration.WithCloseParenToken(declaration.CloseParenToken.WithTrailingTrivia(SyntaxFactory.Space)))
            : clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space));
        return clause.WithFilter(when);
    }

    private static string Operand(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } or
            ConditionalExpressionSyntax or AssignmentExpressionSyntax or SwitchExpressionSyntax
            ? $"({expression})"
            : expression.ToString();
}
