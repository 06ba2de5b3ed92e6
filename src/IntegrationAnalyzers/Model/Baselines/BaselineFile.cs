using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Baselines;

/// <summary>A baseline file: its entries, and the lines that are none. Read once a text.</summary>
/// <inheritdoc cref="ListFile{TEntry}"/>
internal sealed record BaselineFile(string Path, SourceText Text, ImmutableArray<BaselineEntry> Entries, ImmutableArray<LineMistake> Mistakes)
    : ListFile<BaselineEntry>(Path, Text, Entries, Mistakes)
{
    public const string Name = "IntegrationAnalyzers.Baseline.txt";

    /// <summary>A longer file is no baseline: some hundred thousand findings.</summary>
    public const int MaxLength = 32_000_000;

    private const int MaxLineLength = 10_000;

    private static readonly KeptTexts<BaselineFile> Known = new();

    /// <summary>The file, or null where its name is another.</summary>
    public static BaselineFile? Of(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!IsNamed(file.Path) || file.GetText(cancellationToken) is not { } text)
            return null;

        var known = Known.Of(text, t => Read(file.Path, t));
        return known.Path == file.Path ? known : known with { Path = file.Path };
    }

    public static bool IsNamed(string? path) => ListFile.IsNamed(path, Name);

    public static BaselineFile Read(string path, SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var mistakes = ImmutableArray.CreateBuilder<LineMistake>();
        if (text.Length > MaxLength)
            mistakes.Add(new LineMistake(new TextSpan(0, 0), "the file is longer than any baseline"));
        else
            ReadLines(text, entries, mistakes);
        return new BaselineFile(path, text, entries.ToImmutable(), mistakes.ToImmutable());
    }

    private static void ReadLines(SourceText text, ImmutableArray<BaselineEntry>.Builder entries, ImmutableArray<LineMistake>.Builder mistakes)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in ListFile.Lines(text, MaxLineLength))
        {
            var mistake = "it is longer than any entry";
            if (line.Content is { } content && BaselineEntry.Parse(content, line.Span, out mistake) is { } entry)
            {
                if (!lines.TryGetValue(entry.Key, out var first))
                {
                    lines.Add(entry.Key, line.Number);
                    entries.Add(entry);
                    continue;
                }

                mistake = "line " + first.ToString(CultureInfo.InvariantCulture) + " says the same";
            }

            mistakes.Add(new LineMistake(line.Span, mistake!));
            if (mistakes.Count == ListFile.MaxMistakes)
            {
                mistakes.Add(new LineMistake(line.Span, "too many lines before it cannot be read, so the rest of the file is not looked at"));
                return;
            }
        }
    }
}
