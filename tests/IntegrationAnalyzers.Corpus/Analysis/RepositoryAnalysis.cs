using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Fixing;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>Runs all that was asked for over one folder, project by project.</summary>
internal sealed class RepositoryAnalysis(CorpusOptions options, LoadedRules rules, Progress progress, TextWriter? shown = null)
{
    private readonly AnalyzerSettings _settings = new(options);
    private readonly CostMeter _meter = new(rules, options.Parallel);

    public async Task<RepositoryResult> RunAsync(Repository repository, CancellationToken cancellation)
    {
        var errors = new List<Diagnostic>();
        var reports = new HashSet<Report>(ReportPlace.Comparer);
        var crashes = new List<RuleCrash>();
        var costs = new List<ProjectCost>();
        var fixes = options.Fix ? new FixCheck(rules, repository, progress, shown is null ? null : new FixListing(shown)) : null;

        foreach (var loaded in repository.Projects)
        {
            progress.Step($"{repository.Name}: {loaded.Name}");
            var project = rules.Enabled(repository.Solution.GetProject(loaded.Id)!);
            var compilation = (CSharpCompilation)(await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
            var given = _settings.For(loaded);
            if (!options.Listing || options.Errors)
                errors.AddRange(compilation.GetDiagnostics(cancellation).Where(static d => d.Severity == DiagnosticSeverity.Error));

            var diagnostics = await RuleRun.AllAsync(compilation, rules.Analyzers, options.Parallel, crashes, cancellation, given).ConfigureAwait(false);
            reports.UnionWith(diagnostics.Select(d => Report.From(d, repository.Relative)));
            if (options is { Measures: true, Warm: false })
                costs.Add(_meter.Measure(compilation, 1, cancellation, given));
            if (fixes is not null)
                await fixes.RunAsync(project, diagnostics, cancellation).ConfigureAwait(false);
        }

        return new RepositoryResult
        {
            Name = repository.Name,
            Folder = repository.Folder,
            Projects = repository.Projects.Length,
            Files = repository.Files,
            Lines = repository.Lines,
            CompileErrors = errors.Count,
            CommonErrors = Commonest(errors),
            Reports = [.. reports],
            Crashes = [.. crashes],
            Costs = [.. costs],
            Fixes = fixes?.Outcome(),
        };
    }

    /// <summary>What the repository's projects cost, in a process that has run everything once; with the lines of what was measured.</summary>
    public async Task<(ImmutableArray<ProjectCost> Costs, int Lines)> MeasureAsync(Repository repository, CancellationToken cancellation)
    {
        var costs = ImmutableArray.CreateBuilder<ProjectCost>(repository.Projects.Length);
        var lines = 0;
        foreach (var loaded in repository.Projects)
        {
            progress.Step($"{repository.Name}: {loaded.Name}, measured");
            var project = rules.Enabled(repository.Solution.GetProject(loaded.Id)!);
            var compilation = (CSharpCompilation)(await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
            if (options.Compiling)
            {
                if (CompilingPart.Of(compilation, cancellation) is not { } part)
                    continue;
                compilation = part;
            }

            lines += compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
            costs.Add(_meter.Measure(compilation, options.Timing, cancellation, _settings.For(loaded)));
        }

        return (costs.ToImmutable(), options.Compiling ? lines : repository.Lines);
    }

    private static ImmutableArray<ErrorCount> Commonest(IEnumerable<Diagnostic> errors) =>
    [
        .. errors
            .GroupBy(static d => (d.Id, Message: d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
            .Select(static group => new ErrorCount(group.Key.Id, group.Key.Message, group.Count()))
            .OrderByDescending(static error => error.Count)
            .Take(25),
    ];

    /// <summary>A file linked into two projects is reported once.</summary>
    private sealed class ReportPlace : IEqualityComparer<Report>
    {
        public static readonly ReportPlace Comparer = new();

        public bool Equals(Report? x, Report? y) => x?.Rule == y?.Rule && x?.File == y?.File && x?.Place == y?.Place;

        public int GetHashCode(Report report) => HashCode.Combine(report.Rule, report.File, report.Place);
    }
}
