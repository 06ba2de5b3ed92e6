using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis.CSharp;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary><c>--repeat</c>: every project again and again, concurrently and with its files in other orders; the reports must stay the same.</summary>
internal sealed class RepeatRun(Workbench bench)
{
    /// <summary>Every so many runs the rules do not run concurrently, but the files stand in another order.</summary>
    private const int ReorderedEvery = 4;

    private readonly List<string> _faults = [];

    public async Task<int> RunAsync(int runs, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var folder in bench.Options.Folders)
        {
            bench.Progress.Folder(rows.Count + 1, bench.Options.Folders.Count);
            var (projects, reports, faultsBefore) = (0, 0, _faults.Count);
            await foreach (var project in bench.OpenAsync(folder, cancellation).ConfigureAwait(false))
            {
                projects++;
                reports += await ProjectAsync(project, runs, cancellation).ConfigureAwait(false);
            }

            rows.Add([Path.GetFileName(folder), Grouped(projects), Grouped(reports), Grouped(runs), Grouped(runs - (runs / ReorderedEvery)), Grouped(_faults.Count - faultsBefore)]);
        }

        bench.Print(new Table("Repeated", ["repository", "projects", "reports", "runs", "of these concurrent", "differences"], rows.ToImmutable()));
        _faults.ForEach(bench.Output.WriteLine);
        return _faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    private async Task<int> ProjectAsync(OpenProject project, int runs, CancellationToken cancellation)
    {
        var crashes = new List<RuleCrash>();
        var first = await ReportsAsync(CostMeter.Fresh(project.Compilation), parallel: false).ConfigureAwait(false);
        for (var run = 1; run <= runs; run++)
        {
            bench.Progress.Step($"{project.Repository.Name}: {project.Loaded.Name}, run {run} of {runs}");
            var reordered = run % ReorderedEvery == 0;
            var compilation = CostMeter.Fresh(project.Compilation);
            var again = await ReportsAsync(reordered ? Reordered(compilation, run) : compilation, parallel: !reordered).ConfigureAwait(false);
            _faults.AddRange(ReportTexts.Differences(first, again).Select(text =>
                $"DIFFERENCE {project.Repository.Name}/{project.Loaded.Name}, run {run}{(reordered ? ", files in another order" : ", concurrent")}: {text}"));
        }

        _faults.AddRange(crashes.Select(crash => $"EXCEPTION {project.Repository.Name}/{crash.Project}: {crash.Rule}: {crash.Exception}"));
        return first.Length;

        async Task<ImmutableArray<string>> ReportsAsync(CSharpCompilation compilation, bool parallel) =>
            ReportTexts.Of(await RuleRun.AllAsync(compilation, bench.Rules.Analyzers, parallel, crashes, cancellation, project.Given).ConfigureAwait(false));
    }

    private static CSharpCompilation Reordered(CSharpCompilation compilation, int seed)
    {
        var trees = compilation.SyntaxTrees.ToArray();
        new Random(seed).Shuffle(trees);
        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }
}
