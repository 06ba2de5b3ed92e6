using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>The compile errors and our reports of some documents or a whole project at one moment.</summary>
internal sealed record Health(ImmutableHashSet<string> Errors, ImmutableDictionary<string, int> Reports)
{
    /// <summary>Errors that are not there in <paramref name="before"/>; where they stand does not matter, edits move them.</summary>
    public IEnumerable<string> NewErrors(Health before) => Errors.Except(before.Errors);

    /// <summary>Rules that report more often than in <paramref name="before"/>.</summary>
    public IEnumerable<string> NewReports(Health before) =>
        Reports.Where(pair => pair.Value > before.Reports.GetValueOrDefault(pair.Key)).Select(static pair => pair.Key);

    public int Count(string rule) => Reports.GetValueOrDefault(rule);

    public static async Task<Health> OfProjectAsync(Project project, LoadedRules rules, CancellationToken cancellation)
    {
        var compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        var reports = await RuleRun.AllAsync(compilation, rules.Analyzers, parallel: false, [], cancellation).ConfigureAwait(false);
        return From(compilation.GetDiagnostics(cancellation), reports);
    }

    public static async Task<Health> OfDocumentAsync(Document document, LoadedRules rules, CancellationToken cancellation)
    {
        var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        var reports = await RuleRun.InFileAsync(model, rules.Analyzers, cancellation).ConfigureAwait(false);
        return From(model.GetDiagnostics(cancellationToken: cancellation), reports);
    }

    public static Health Sum(IEnumerable<Health> parts)
    {
        var all = parts.ToList();
        return new Health(
            [.. all.SelectMany(static h => h.Errors)],
            all.SelectMany(static h => h.Reports)
                .GroupBy(static pair => pair.Key)
                .ToImmutableDictionary(static g => g.Key, static g => g.Sum(static pair => pair.Value), StringComparer.Ordinal));
    }

    private static Health From(IEnumerable<Diagnostic> compiler, IEnumerable<Diagnostic> reports) => new(
        [
            .. compiler
                .Where(static d => d.Severity == DiagnosticSeverity.Error)
                .Select(static d => $"{d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
        ],
        reports.GroupBy(static d => d.Id).ToImmutableDictionary(static g => g.Key, static g => g.Count(), StringComparer.Ordinal));
}
