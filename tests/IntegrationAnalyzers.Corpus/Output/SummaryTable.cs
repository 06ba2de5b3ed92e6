using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Output;

/// <summary>A table of texts; the first column is left-aligned, the others are figures.</summary>
internal sealed record Table(string Title, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>The figures of a run as tables, for the console and for Markdown alike.</summary>
internal static class SummaryTable
{
    public static IEnumerable<Table> All(IReadOnlyList<RepositoryResult> results, ImmutableArray<DiagnosticDescriptor> rules)
    {
        yield return Reports(results, [.. rules.Select(static d => d.Id)]);
        var measured = results.Where(static r => r.Cost is not null).ToList();
        if (measured.Count > 0)
        {
            var sum = ProjectCost.Sum([.. measured.Select(static r => r.Cost!)]);
            var kiloLines = measured.Sum(static r => r.MeasuredKiloLines);
            yield return Costs(measured, sum, kiloLines);
            yield return EmittingCosts(results);
            yield return CostOfRules(measured, sum, kiloLines);
        }

        if (results.Any(static r => r.Fixes is not null))
            yield return Fixes(results);
    }

    private static Table Reports(IReadOnlyList<RepositoryResult> results, ImmutableArray<string> ids)
    {
        ImmutableArray<string> Row(string name, IReadOnlyCollection<RepositoryResult> of) =>
        [
            name,
            Number(of.Sum(static r => r.Projects)),
            Number(of.Sum(static r => r.Files)),
            Number(of.Sum(static r => r.KiloLines), "0.0"),
            Number(of.Sum(static r => r.CompileErrors)),
            .. ids.Select(id => Number(of.Sum(r => r.Count(id)))),
            Number(of.Sum(static r => r.Crashes.Length)),
        ];

        return new Table(
            "Reports",
            ["repository", "projects", "files", "kLOC", "compile errors", .. ids, "exceptions"],
            [.. results.Select(r => Row(r.Name, [r])), Row("all", results)]);
    }

    private static Table Costs(IReadOnlyList<RepositoryResult> measured, ProjectCost sum, double kiloLines) =>
        new(
            "Cost",
            ["repository", "kLOC", "compile s", "bare listener s", "rules s", "own s", "own / compile", "added / compile", "MB / kLOC over bare"],
            [
                .. measured.Select(static r => CostRow(r.Name, r.MeasuredKiloLines, r.Cost!)),
                CostRow("all", kiloLines, sum),
                [
                    "median", "", "", "", "", "",
                    Percent(Median(measured.Select(static r => r.Cost!.OwnRatio))),
                    Percent(Median(measured.Select(static r => r.Cost!.AddedRatio))),
                    Number(Median(measured.Select(static r => r.MegabytesPerKiloLine)), "0.000"),
                ],
            ]);

    private static Table EmittingCosts(IReadOnlyList<RepositoryResult> results)
    {
        var measured = results.Where(static r => r.EmittingCost is not null).ToList();
        ImmutableArray<string> Row(string name, IEnumerable<ProjectCost> projects)
        {
            var emitting = projects.Where(static c => c.Emits).ToList();
            var cost = ProjectCost.Sum(emitting);
            return
            [
                name,
                Number(emitting.Count),
                Number(cost.CompilerSeconds, "0.00"),
                Number(cost.TotalOwnSeconds, "0.000"),
                Percent(cost.OwnRatio),
                Percent(cost.AddedRatio),
            ];
        }

        return new Table(
            "Cost where the compiler emits (projects without errors)",
            ["repository", "projects that compile", "compile s", "own s", "own / compile", "added / compile"],
            [
                .. measured.Select(r => Row(r.Name, r.Costs)),
                Row("all", measured.SelectMany(static r => r.Costs)),
                [
                    "median", "", "", "",
                    measured.Count == 0 ? "" : Percent(Median(measured.Select(static r => r.EmittingCost!.OwnRatio))),
                    measured.Count == 0 ? "" : Percent(Median(measured.Select(static r => r.EmittingCost!.AddedRatio))),
                ],
            ]);
    }

    private static ImmutableArray<string> CostRow(string name, double kiloLines, ProjectCost cost) =>
    [
        name,
        Number(kiloLines, "0.0"),
        Number(cost.CompilerSeconds, "0.00"),
        Number(cost.BareSeconds, "0.00"),
        Number(cost.RulesSeconds, "0.00"),
        Number(cost.TotalOwnSeconds, "0.000"),
        Percent(cost.OwnRatio),
        Percent(cost.AddedRatio),
        Number(kiloLines > 0 ? cost.ExtraMegabytes / kiloLines : 0, "0.000"),
    ];

    private static Table CostOfRules(IReadOnlyList<RepositoryResult> measured, ProjectCost sum, double kiloLines) =>
        new(
            "Own time of each rule (what rules share counts for the one that asks first)",
            ["rule", "own ms", "us / kLOC", "own / compile", "median own / compile", "own MB"],
            [
                .. sum.OwnSeconds.Select(pair => ImmutableArray.Create(
                    pair.Key,
                    Number(pair.Value * 1000, "0.0"),
                    Number(pair.Value * 1e6 / kiloLines, "0.0"),
                    Percent(pair.Value / sum.CompilerSeconds),
                    Percent(Median(measured.Select(r => r.Cost!.OwnSeconds[pair.Key] / r.Cost.CompilerSeconds))),
                    Number(sum.OwnMegabytes[pair.Key], "0.00"))),
            ]);

    private static Table Fixes(IReadOnlyList<RepositoryResult> results) => new(
        "Fixes",
        ["rule", "reports", "fixes offered", "clean", "fix all runs", "clean"],
        [
            .. results.Where(static r => r.Fixes is not null)
                .SelectMany(static r => r.Fixes!.Rules)
                .GroupBy(static r => r.Rule)
                .OrderBy(static group => group.Key, System.StringComparer.Ordinal)
                .Select(static group => ImmutableArray.Create(
                    group.Key,
                    Number(group.Sum(static r => r.Reports)),
                    Number(group.Sum(static r => r.Offered)),
                    Number(group.Sum(static r => r.Clean)),
                    Number(group.Sum(static r => r.FixAllRuns)),
                    Number(group.Sum(static r => r.FixAllClean)))),
        ]);
}
