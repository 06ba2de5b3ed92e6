using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Corpus.Fixing;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>All that one folder yielded; holds no source, so that the next folder finds the memory free.</summary>
internal sealed record RepositoryResult
{
    public required string Name { get; init; }

    public required string Folder { get; init; }

    public required int Projects { get; init; }

    public required int Files { get; init; }

    public required int Lines { get; init; }

    /// <summary>Lines of what was measured: fewer than there are with <c>--compiling</c>.</summary>
    public int? MeasuredLines { get; init; }

    /// <summary>Compile errors, and how many of each ID; what is missing here is not bound.</summary>
    public required int CompileErrors { get; init; }

    public required ImmutableArray<ErrorCount> CommonErrors { get; init; }

    public required ImmutableArray<Report> Reports { get; init; }

    public required ImmutableArray<RuleCrash> Crashes { get; init; }

    /// <summary>Of each project; empty when nothing was measured.</summary>
    public required ImmutableArray<ProjectCost> Costs { get; init; }

    /// <summary>Of all projects together; null when nothing was measured.</summary>
    public ProjectCost? Cost => Costs.IsEmpty ? null : ProjectCost.Sum(Costs);

    /// <summary>Of the projects together that compile; null when none does, or nothing was measured.</summary>
    public ProjectCost? EmittingCost => Costs.Any(static c => c.Emits) ? ProjectCost.Sum([.. Costs.Where(static c => c.Emits)]) : null;

    /// <summary>Null without <c>--fix</c>.</summary>
    public required FixOutcome? Fixes { get; init; }

    public double KiloLines => Lines / 1000.0;

    public double MeasuredKiloLines => (MeasuredLines ?? Lines) / 1000.0;

    public double MegabytesPerKiloLine => Cost is null || MeasuredKiloLines == 0 ? 0 : Cost.ExtraMegabytes / MeasuredKiloLines;

    public int Count(string rule) => Reports.Count(r => r.Rule == rule);

    public bool HasFaults => !Crashes.IsEmpty || Fixes is { Faults.IsEmpty: false };
}

/// <summary>One compile error that occurs often.</summary>
internal sealed record ErrorCount(string Id, string Message, int Count);
