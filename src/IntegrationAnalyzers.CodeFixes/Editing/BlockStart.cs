using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The start of a block.</summary>
internal static class BlockStart
{
    /// <summary>The block with the statement before all others; after the comments of a block that holds nothing else.</summary>
    public static BlockSyntax WithFirst(this BlockSyntax block, string text)
    {
        var statement = SyntaxFactory.ParseStatement(text).WithAdditionalAnnotations(Formatter.Annotation);
        if (block.Statements.Count > 0)
            return block.WithStatements(block.Statements.Insert(0, statement.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))));

        // catch { } stays a line.
        var close = block.CloseBraceToken;
        if (StandsInALine(block))
        {
            return block
                .WithOpenBraceToken(block.OpenBraceToken.WithTrailingTrivia(SyntaxFactory.Space))
                .WithStatements(SyntaxFactory.SingletonList(SyntaxFactory.ParseStatement(text).WithTrailingTrivia(SyntaxFactory.Space)))
                .WithCloseBraceToken(close.WithLeadingTrivia());
        }

        var comments = close.LeadingTrivia;
        var isOnOneLine = !block.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var open = block.OpenBraceToken;
        if (isOnOneLine)
        {
            comments = open.TrailingTrivia.AddRange(comments);
            open = open.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"));
        }

        var kept = comments.Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)) ? comments : SyntaxFactory.TriviaList(SyntaxFactory.ElasticMarker);
        return block
            .WithOpenBraceToken(open)
            .WithStatements(SyntaxFactory.SingletonList(statement.WithLeadingTrivia(kept).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))))
            .WithCloseBraceToken(close.WithLeadingTrivia(SyntaxFactory.ElasticMarker).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static bool StandsInALine(BlockSyntax block) =>
        block.OpenBraceToken.GetPreviousToken() is { RawKind: not 0 } before && !before.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) &&
        !block.OpenBraceToken.LeadingTrivia.Concat(block.OpenBraceToken.TrailingTrivia).Concat(block.CloseBraceToken.LeadingTrivia).Any(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia));
}
