using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What an edit must not lose.</summary>
internal static class TriviaKinds
{
    /// <summary>A comment that somebody wrote between the code.</summary>
    public static bool IsComment(this SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    /// <summary>Anything but white space: comments of all kinds, directives, skipped text.</summary>
    public static bool IsMoreThanSpace(this SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);
}
