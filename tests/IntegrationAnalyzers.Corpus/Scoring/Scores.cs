using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>The labelled sets that a run is asked to score, beside the folders it is given.</summary>
internal sealed class Scores
{
    private readonly CredDataScore? _credData;
    private readonly JulietScore? _juliet;

    public Scores(CorpusOptions options)
    {
        var folders = options.Folders.ToList();
        if (options.CredData is var (metadata, repositories))
        {
            _credData = new CredDataScore(new CredData(metadata), Side.Of(options));
            folders.AddRange(Directory.EnumerateDirectories(Path.GetFullPath(repositories)).Order(StringComparer.Ordinal));
        }

        if (options.Juliet is { } juliet)
        {
            _juliet = new JulietScore(Path.GetFullPath(juliet), Side.Of(options));
            folders.Add(Path.GetFullPath(juliet));
        }

        Folders = folders;
    }

    /// <summary>All folders of the run.</summary>
    public IReadOnlyList<string> Folders { get; }

    public void Add(Repository repository, RepositoryResult result)
    {
        if (result.Folder == _juliet?.Folder)
            _juliet.Add(repository, result);
        else
            _credData?.Add(repository, result);
    }

    public IEnumerable<Table> Tables() => (_credData?.Tables() ?? []).Concat(_juliet?.Tables() ?? []);

    /// <summary>Names each value that was missed and each that should not have been reported.</summary>
    public void Explain(TextWriter output)
    {
        _credData?.Explain(output);
        _juliet?.Explain(output);
    }
}
