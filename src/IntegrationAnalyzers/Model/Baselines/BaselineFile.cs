using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Baselines;

/// <summary>A baseline file: its entries, and the lines that are none. Read once a text.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Text">What is in it.</param>
/// <param name="Entries">The lines that can be read, in the order of the file, each once.</param>
/// <param name="Mistakes">The others that are neither empty nor a comment.</param>
internal sealed record BaselineFile(string Path, SourceText Text, ImmutableArray<BaselineEntry> Entries, ImmutableArray<LineMistake> Mistakes)
{
    public const string Name = "IntegrationAnalyzers.Baseline.txt";

    /// <summary>A longer file is no baseline: some hundred thousand findings.</summary>
    public const int MaxLength = 32_000_000;

    /// <summary>A file of another kind that bears the name has a mistake a line; these are enough to see it.</summary>
    public const int MaxMistakes = 100;

    private const int MaxLineLength = 10_000;

    private static readonly ConditionalWeakTable<SourceText, BaselineFile> Known = new();

    /// <summary>The file, or null where its name is another.</summary>
    public static BaselineFile? Of(AdditionalText file, CancellationToken cancellationToken)
    {
        if (!IsNamed(file.Path) || file.GetText(cancellationToken) is not { } text)
            return null;

        if (!Known.TryGetValue(text, out var known))
            known = Known.GetValue(text, t => Read(file.Path, t));
        return known.Path == file.Path ? known : known with { Path = file.Path };
    }

    public static bool IsNamed(string? path) => ListFile.IsNamed(path, Name);

    public Location Location(TextSpan span) => Microsoft.CodeAnalysis.Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));

    public static BaselineFile Read(string path, SourceText text)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var mistakes = ImmutableArray.CreateBuilder<LineMistake>();
        if (text.Length > MaxLength)
        {
            mistakes.Add(new LineMistake(new TextSpan(0, 0), "the file is longer than any baseline"));
            return new BaselineFile(path, text, entries.ToImmutable(), mistakes.ToImmutable());
        }

        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in text.Lines)
        {
            var mistake = line.End - line.Start > MaxLineLength ? "it is longer than any entry" : null;
            var (content, span) = mistake is null ? ListFile.Trimmed(text, line) : ("", new TextSpan(line.Start, 0));
            if (mistake is null)
            {
                if (content.Length == 0 || content[0] == '#')
                    continue;
                if (BaselineEntry.Parse(content, span, out mistake) is { } entry)
                {
                    if (!lines.TryGetValue(entry.Key, out var first))
                    {
                        lines.Add(entry.Key, line.LineNumber + 1);
                        entries.Add(entry);
                        continue;
                    }

                    mistake = "line " + first.ToString(CultureInfo.InvariantCulture) + " says the same";
                }
            }

            mistakes.Add(new LineMistake(span, mistake!));
            if (mistakes.Count == MaxMistakes)
            {
                mistakes.Add(new LineMistake(span, "too many lines before it cannot be read, so the rest of the file is not looked at"));
                break;
            }
        }

        return new BaselineFile(path, text, entries.ToImmutable(), mistakes.ToImmutable());
    }
}
