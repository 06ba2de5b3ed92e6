using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>The rules whose reports are scored together.</summary>
internal sealed record Side(string Name, ImmutableArray<string> Rules)
{
    private static readonly Side Ours = new("IA3001 + IA3002", ["IA3001", "IA3002"]);

    public static IReadOnlyList<Side> Of(CorpusOptions options) =>
        options.BesideRules.Count == 0 ? [Ours] : [Ours, new(string.Join(" + ", options.BesideRules), [.. options.BesideRules])];

    public IEnumerable<Report> Reports(RepositoryResult result) => result.Reports.Where(r => Rules.Contains(r.Rule, StringComparer.Ordinal));
}
