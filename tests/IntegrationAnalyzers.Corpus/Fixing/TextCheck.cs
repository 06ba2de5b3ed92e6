using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>What a fix must keep of a file: its comments, line ends and encoding; and its tree must be what its text says.</summary>
internal static class TextCheck
{
    public static async Task<IEnumerable<(FixFaultKind Kind, string Detail)>> CompareAsync(Document before, Document after, CancellationToken cancellation)
    {
        var oldText = await before.GetTextAsync(cancellation).ConfigureAwait(false);
        var newText = await after.GetTextAsync(cancellation).ConfigureAwait(false);
        var oldRoot = (await before.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var newRoot = (await after.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        var faults = new List<(FixFaultKind, string)>();

        if (oldText.Encoding?.WebName != newText.Encoding?.WebName || Preamble(oldText) != Preamble(newText))
            faults.Add((FixFaultKind.Encoding, $"{oldText.Encoding?.WebName} became {newText.Encoding?.WebName}"));
        if (LineEnds(oldText) is { } style && LineEnds(newText) != style)
            faults.Add((FixFaultKind.LineEndings, $"all were {style}"));
        if (LostComment(oldRoot, newRoot) is { } comment)
            faults.Add((FixFaultKind.LosesComment, comment));
        var parsed = await CSharpSyntaxTree.ParseText(newText, (CSharpParseOptions)newRoot.SyntaxTree.Options, cancellationToken: cancellation)
            .GetRootAsync(cancellation).ConfigureAwait(false);
        if (FirstStranger(newRoot, parsed) is { } stranger)
            faults.Add((FixFaultKind.TreeIsNotItsText, $"parsing the fixed text gives another tree: {stranger}"));
        return faults;
    }

    /// <summary>The first line in which two texts differ, or null.</summary>
    public static string? FirstDifference(SourceText left, SourceText right)
    {
        if (left.ContentEquals(right))
            return null;

        for (var i = 0; i < Math.Max(left.Lines.Count, right.Lines.Count); i++)
        {
            var a = i < left.Lines.Count ? left.Lines[i].ToString() : "<end>";
            var b = i < right.Lines.Count ? right.Lines[i].ToString() : "<end>";
            if (a != b)
                return $"line {i + 1}: '{a.Trim()}' / '{b.Trim()}'" + (a.Trim() == b.Trim() ? " (white space)" : "");
        }

        return "line ends";
    }

    /// <summary>
    /// The first node or token that has another kind or place in the parsed tree, or null. Not <c>AreEquivalent</c>: it takes a list of
    /// one for another thing than its element, and a replaced node leaves such a list.
    /// </summary>
    private static string? FirstStranger(SyntaxNode made, SyntaxNode parsed)
    {
        foreach (var (left, right) in made.DescendantNodesAndTokensAndSelf().Zip(parsed.DescendantNodesAndTokensAndSelf()))
        {
            if (left.RawKind != right.RawKind || left.Span != right.Span)
                return $"{left.Kind()} '{FirstLine(left)}' / {right.Kind()} '{FirstLine(right)}'";
        }

        return null;

        static string FirstLine(SyntaxNodeOrToken part) => part.ToString().Split('\n')[0].Trim();
    }

    private static int Preamble(SourceText text) => text.Encoding?.GetPreamble().Length ?? 0;

    /// <summary>The one style of a file, or null where it is mixed or has none.</summary>
    private static string? LineEnds(SourceText text)
    {
        var styles = text.Lines
            .Where(static line => line.EndIncludingLineBreak > line.End)
            .Select(line => line.EndIncludingLineBreak - line.End == 2 ? "CRLF" : "LF")
            .Distinct()
            .ToList();
        return styles is [var only] ? only : null;
    }

    private static string? LostComment(SyntaxNode before, SyntaxNode after)
    {
        var kept = Comments(after).GroupBy(static c => c).ToDictionary(static g => g.Key, static g => g.Count());
        return Comments(before).GroupBy(static c => c).FirstOrDefault(g => kept.GetValueOrDefault(g.Key) < g.Count())?.Key;
    }

    private static IEnumerable<string> Comments(SyntaxNode root) =>
        from trivia in root.DescendantTrivia(descendIntoTrivia: false)
        where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia
        select string.Join('\n', trivia.ToString().Split('\n').Select(static line => line.Trim()));
}
