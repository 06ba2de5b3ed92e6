using System;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What the lists that a team keeps beside its code have in common: they are known by their name and read by the line.</summary>
internal static class ListFile
{
    public static bool IsNamed(string? path, string name) =>
        path is not null && path.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');

    /// <summary>The line without the white space round it, and where that stands.</summary>
    public static (string Content, TextSpan Span) Trimmed(SourceText text, TextLine line)
    {
        var start = line.Start;
        var end = line.End;

        // A byte-order mark in the middle is left over from files put together.
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == '\uFEFF'))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var span = TextSpan.FromBounds(start, end);
        return (text.ToString(span), span);
    }
}

/// <summary>A line of such a list that is not understood.</summary>
/// <param name="Span">The line.</param>
/// <param name="Message">What is wrong with it, to end a sentence.</param>
internal sealed record LineMistake(TextSpan Span, string Message);
