using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What an edit must not lose.</summary>
internal static class TriviaKinds
{
    /// <summary>A comment that somebody wrote between the code.</summary>
    public static bool IsComment(this SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>Whether a comment or directive stands between the node's own tokens, where a rewrite has no place for it.</summary>
    public static bool HoldsMoreThanSpace(this SyntaxNode node) => node.DescendantTrivia(node.Span).Any(trivia => trivia.IsMoreThanSpace() && node.Span.Contains(trivia.Span));

    /// <summary>Anything but white space: comments of all kinds, directives, skipped text.</summary>
    public static bool IsMoreThanSpace(this SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
