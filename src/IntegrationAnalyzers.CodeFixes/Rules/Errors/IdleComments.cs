using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Comments that say no more than that a clause does nothing (<c>// ignored</c>): false once it does something.</summary>
internal static class IdleComments
{
    private static readonly char[] Separators = [' ', '/', '*', '.', ',', ';', ':', '!', '-', '–', '—', '(', ')', '\t'];

    private static readonly HashSet<string> Says = new(StringComparer.OrdinalIgnoreCase)
    {
        "ignore", "ignored", "ignores", "ignoring", "swallow", "swallowed", "suppress", "suppressed", "nothing", "noop", "empty", "silent", "silently", "intentionally", "deliberately", "skip", "skipped",
    };

    private static readonly HashSet<string> Fills = new(StringComparer.OrdinalIgnoreCase)
    {
        "do", "no", "op", "to", "here", "it", "this", "that", "the", "is", "are", "be", "can", "all", "any", "other", "error", "errors", "exception", "exceptions", "failure", "failures", "left", "on", "purpose", "just", "and", "we", "catch", "block",
    };

    public static bool Are(SyntaxTrivia trivia)
    {
        if (!trivia.IsComment())
            return false;
        var words = trivia.ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Says.Contains) && words.All(static word => Says.Contains(word) || Fills.Contains(word));
    }

    /// <summary>The block without those that stand in it by themselves.</summary>
    public static BlockSyntax Without(BlockSyntax block)
    {
        var starts = block.Statements.Select(static s => s.GetFirstToken()).Append(block.OpenBraceToken).Append(block.CloseBraceToken).ToList();
        return block.ReplaceTokens(starts, (token, _) =>
        {
            if (token == block.OpenBraceToken && token.TrailingTrivia.Any(Are))
                token = token.WithTrailingTrivia(Without(token.TrailingTrivia, isLine: false));
            return token != block.OpenBraceToken && token.LeadingTrivia.Any(Are) ? token.WithLeadingTrivia(Without(token.LeadingTrivia, isLine: true)) : token;
        });
    }

    /// <summary>One on a line of its own goes with that line.</summary>
    private static IEnumerable<SyntaxTrivia> Without(SyntaxTriviaList trivia, bool isLine)
    {
        var kept = trivia.ToList();
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            if (!Are(kept[i]))
                continue;
            kept.RemoveAt(i);
            if (isLine && i < kept.Count && kept[i].IsKind(SyntaxKind.EndOfLineTrivia))
                kept.RemoveAt(i);
            if (i > 0 && kept[i - 1].IsKind(SyntaxKind.WhitespaceTrivia))
                kept.RemoveAt(--i);
        }

        return kept;
    }
}
