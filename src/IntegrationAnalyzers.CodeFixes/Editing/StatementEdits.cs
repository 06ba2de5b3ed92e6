using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>New statements beside one of a list, laid out like it: on lines of their own, or on its line where all stand on one.</summary>
internal static class StatementEdits
{
    public static void InsertAfter(DocumentEditor editor, StatementSyntax place, params StatementSyntax[] added)
    {
        var isOwnLine = EndsLine(place) || place.Parent is BlockSyntax block && block.Statements.Last() == place && StartsLine(block.CloseBraceToken) || place.Parent is GlobalStatementSyntax;
        var laidOut = added
            .Select(statement => isOwnLine
                ? Indented(statement, place, Indentation(place)).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                : statement.WithTrailingTrivia(SyntaxFactory.Space))
            .ToList();
        if (place.Parent is GlobalStatementSyntax global)
            editor.InsertAfter(global, laidOut.Select(SyntaxFactory.GlobalStatement));
        else
            editor.InsertAfter(place, laidOut);
    }

    /// <summary>What stands above the place, comments included, stays above the new statements.</summary>
    public static void InsertBefore(DocumentEditor editor, StatementSyntax place, params StatementSyntax[] added)
    {
        var indentation = Indentation(place);
        var leading = place.GetLeadingTrivia();
        var isOwnLine = EndsLine(place) || place.Parent is GlobalStatementSyntax || StartsLine(place.GetFirstToken());
        var laidOut = added
            .Select((statement, index) => (isOwnLine
                    ? Indented(statement, place, indentation).WithTrailingTrivia(SyntaxFactory.ElasticLineFeed)
                    : statement.WithTrailingTrivia(SyntaxFactory.Space)) is var laid && index == 0 ? laid.WithLeadingTrivia(leading) : laid)
            .ToList();
        editor.ReplaceNode(place, (current, _) => current.WithLeadingTrivia(isOwnLine ? indentation : SyntaxFactory.TriviaList()));
        if (place.Parent is GlobalStatementSyntax global)
            editor.InsertBefore(global, laidOut.Select(SyntaxFactory.GlobalStatement));
        else
            editor.InsertBefore(place, laidOut);
    }

    private static SyntaxTriviaList Indentation(StatementSyntax place) =>
        SyntaxFactory.TriviaList(place.GetLeadingTrivia().Reverse().TakeWhile(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));

    /// <summary>A statement of several lines is indented as a whole.</summary>
    private static StatementSyntax Indented(StatementSyntax statement, StatementSyntax place, SyntaxTriviaList indentation)
    {
        var ends = statement.DescendantTrivia().Where(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)).ToList();
        if (ends.Count > 0 && statement is IfStatementSyntax { Statement: var inner } @if)
        {
            statement = @if
                .WithCloseParenToken(@if.CloseParenToken.WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))
                .WithStatement(inner.WithLeadingTrivia(SyntaxFactory.Whitespace(Editing.Indentation.Deeper(indentation.ToFullString(), place.SyntaxTree.GetText()))));
        }

        return statement.WithLeadingTrivia(indentation);
    }

    private static bool EndsLine(StatementSyntax statement) => statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static bool StartsLine(SyntaxToken token) => token.GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
}
