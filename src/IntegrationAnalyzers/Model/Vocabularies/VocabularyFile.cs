using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>A vocabulary file: its entries, and the lines that are none. Read once a text.</summary>
/// <inheritdoc cref="ListFile{TEntry}"/>
internal sealed record VocabularyFile(string Path, SourceText Text, ImmutableArray<VocabularyEntry> Entries, ImmutableArray<LineMistake> Mistakes)
    : ListFile<VocabularyEntry>(Path, Text, Entries, Mistakes)
{
    public const string Name = "IntegrationAnalyzers.Apis.txt";

    /// <summary>A longer file is no vocabulary.</summary>
    public const int MaxLength = 2_000_000;

    /// <summary>Each is tried for each method that is asked about; a wildcard says what a thousand lines would.</summary>
    public const int MaxEntries = 1_000;

    private const int MaxLineLength = 2_000;

    private static readonly KeptTexts<VocabularyFile> Known = new();

    /// <summary>The file, or null where its name is another.</summary>
    public static VocabularyFile? Of(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!ListFile.IsNamed(file.Path, Name) || file.GetText(cancellationToken) is not { } text)
            return null;

        var known = Known.Of(text, t => Read(file.Path, t));
        return known.Path == file.Path ? known : known with { Path = file.Path };
    }

    public static VocabularyFile Read(string path, SourceText text)
    {
        var entries = new List<VocabularyEntry>();
        var mistakes = new List<LineMistake>();
        if (text.Length > MaxLength)
            mistakes.Add(new LineMistake(new TextSpan(0, 0), "the file is longer than any vocabulary"));
        else
            ReadLines(text, entries, mistakes);
        FindVoidNegations(text, entries, mistakes);
        mistakes.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        if (mistakes.Count > ListFile.MaxMistakes)
        {
            mistakes.RemoveRange(ListFile.MaxMistakes, mistakes.Count - ListFile.MaxMistakes);
            mistakes.Add(new LineMistake(mistakes[ListFile.MaxMistakes - 1].Span, "too many lines cannot be read, so those behind it are not reported"));
        }

        return new VocabularyFile(path, text, entries.ToImmutableArray(), mistakes.ToImmutableArray());
    }

    private static void ReadLines(SourceText text, List<VocabularyEntry> entries, List<LineMistake> mistakes)
    {
        var lines = new Dictionary<string, VocabularyEntry>(StringComparer.Ordinal);
        foreach (var line in ListFile.Lines(text, MaxLineLength))
        {
            if (mistakes.Count > ListFile.MaxMistakes)
                return;
            var span = line.Span;
            var mistake = "it is longer than any entry";
            if (line.Content is { } content && VocabularyEntry.Parse(content, span, out mistake) is { } entry)
            {
                if (entries.Count == MaxEntries)
                {
                    mistakes.Add(new LineMistake(span, "it is behind " + MaxEntries.ToString(CultureInfo.InvariantCulture) + " others, and those are all that are read"));
                    return;
                }

                if (!lines.TryGetValue(entry.Key, out var first))
                {
                    lines.Add(entry.Key, entry);
                    entries.Add(entry);
                    continue;
                }

                mistake = "line " + Number(text, first) + (first.Verb == entry.Verb ? " says the same" : " says another verb of the same");
            }

            mistakes.Add(new LineMistake(span, mistake!));
        }
    }

    /// <summary>
    /// The last line that matches wins, so a negation before its line does nothing. One that no line of the file answers is meant for what
    /// is known without a file.
    /// </summary>
    private static void FindVoidNegations(SourceText text, List<VocabularyEntry> entries, List<LineMistake> mistakes)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var negation = entries[i];
            if (!negation.IsNegated || Met(entries, negation, 0, i) is not null || Met(entries, negation, i + 1, entries.Count) is not { } later)
                continue;
            mistakes.Add(new LineMistake(
                negation.Span, "it takes out nothing that stands before it, and line " + Number(text, later) + " behind it wins"));
        }
    }

    private static VocabularyEntry? Met(List<VocabularyEntry> entries, VocabularyEntry negation, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (entries[i].Kind == negation.Kind && !entries[i].IsNegated && entries[i].Pattern.MayMeet(negation.Pattern))
                return entries[i];
        }

        return null;
    }

    private static string Number(SourceText text, VocabularyEntry entry) =>
        (text.Lines.GetLineFromPosition(entry.Span.Start).LineNumber + 1).ToString(CultureInfo.InvariantCulture);
}
