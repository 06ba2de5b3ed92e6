using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>A list that a team keeps beside its code: it is known by its name and read by the line.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Entries">The lines that can be read, in the order of the file, each once.</param>
/// <param name="Mistakes">The others that are neither empty nor a comment.</param>
internal abstract record ListFile<TEntry>(string Path, SourceText Text, ImmutableArray<TEntry> Entries, ImmutableArray<LineMistake> Mistakes)
{
    public Location Location(TextSpan span) => Microsoft.CodeAnalysis.Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
}

/// <summary>What is the same in each such list.</summary>
internal static class ListFile
{
    /// <summary>A file of another kind that bears the name has a mistake a line; these are enough to see it.</summary>
    public const int MaxMistakes = 100;

    public static bool IsNamed(string? path, string name) =>
        path is not null && path.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (path.Length == name.Length || path[path.Length - name.Length - 1] is '/' or '\\');

    /// <summary>The lines that are neither empty nor a comment.</summary>
    public static IEnumerable<ListLine> Lines(SourceText text, int maxLineLength)
    {
        foreach (var line in text.Lines)
        {
            if (line.End - line.Start > maxLineLength)
            {
                yield return new ListLine(null, new TextSpan(line.Start, 0), line.LineNumber + 1);
                continue;
            }

            var (content, span) = Trimmed(text, line);
            if (content.Length > 0 && content[0] != '#')
                yield return new ListLine(content, span, line.LineNumber + 1);
        }
    }

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

/// <summary>A line of such a list that says something.</summary>
/// <param name="Content">What it says, without the white space round it; null where it is longer than any entry.</param>
/// <param name="Span">Where that stands.</param>
/// <param name="Number">The line's number, as people count.</param>
internal readonly record struct ListLine(string? Content, TextSpan Span, int Number);

/// <summary>A line of such a list that is not understood.</summary>
/// <param name="Span">The line.</param>
/// <param name="Message">What is wrong with it, to end a sentence.</param>
internal sealed record LineMistake(TextSpan Span, string Message);
