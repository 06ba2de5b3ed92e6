using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Model.Vocabularies;

/// <summary>
/// What a team says of its own methods: the vocabulary files among the additional files, as one list. Made once for the options of a compilation.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary><c>false</c> leaves the files out.</summary>
    public const string Option = "build_property.IntegrationAnalyzersVocabulary";

    public static readonly Vocabulary None = new(ImmutableArray<VocabularyFile>.Empty);

    private static readonly ConditionalWeakTable<AnalyzerOptions, Vocabulary> Known = new();

    private readonly int _kinds;

    public Vocabulary(ImmutableArray<VocabularyFile> files)
    {
        Files = files;
        Entries = files.SelectMany(static file => file.Entries).ToImmutableArray();
        foreach (var entry in Entries)
            _kinds |= 1 << (int)entry.Kind;
    }

    /// <summary>The files, read.</summary>
    public ImmutableArray<VocabularyFile> Files { get; }

    /// <summary>Their entries: the last that matches wins.</summary>
    public ImmutableArray<VocabularyEntry> Entries { get; }

    public bool Has(VocabularyKind kind) => (_kinds & (1 << (int)kind)) != 0;

    /// <summary>Whether it says the same, whoever read it.</summary>
    public bool IsLike(Vocabulary other) => this == other || Files.Select(static f => f.Text).SequenceEqual(other.Files.Select(static f => f.Text));

    public static Vocabulary Of(AnalyzerOptions options)
    {
        if (!Known.TryGetValue(options, out var known))
            known = Known.GetValue(options, static o => Read(o));
        return known;
    }

    private static Vocabulary Read(AnalyzerOptions options)
    {
        var files = ImmutableArray<VocabularyFile>.Empty;
        foreach (var file in options.AdditionalFiles)
        {
            if (VocabularyFile.Of(file, CancellationToken.None) is { } read)
                files = files.Add(read);
        }

        return files.IsEmpty || (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Option, out var value) && value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase))
            ? None
            : new Vocabulary(files);
    }
}
