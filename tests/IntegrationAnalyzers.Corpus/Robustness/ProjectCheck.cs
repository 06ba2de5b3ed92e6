using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>Runs all rules on a project with broken files; what goes wrong is pinned to one file where it goes wrong with that one alone.</summary>
internal sealed class ProjectCheck(LoadedRules rules)
{
    /// <summary>Every so many projects are run twice, the second time concurrently.</summary>
    public const int TwiceEvery = 10;

    /// <summary>Every so many projects, files are also looked at one by one, as an editor does.</summary>
    public const int FilesEvery = 10;

    private const int FilesAtMost = 4;

    /// <summary>CPU seconds that no project is refused.</summary>
    private const double LeastLimit = 30;

    /// <summary>How much longer than the unbroken project a broken one may take.</summary>
    private const double LongerThanWhole = 10;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<BrokenProject, double> _wholeSeconds = [];

    /// <param name="project">The project.</param>
    /// <param name="seed">Says which of its files are broken, and how.</param>
    /// <param name="number">Which run of this project it is: says which checks have their turn; null makes all.</param>
    /// <param name="cancellation">Ends the whole run.</param>
    public async Task<ImmutableArray<FuzzFault>> RunAsync(BrokenProject project, int seed, int? number, CancellationToken cancellation)
    {
        var chosen = project.Chosen(seed);
        var faults = await GuardedAsync(project, chosen, seed, number, cancellation).ConfigureAwait(false);
        if (faults.IsEmpty || chosen.Length == 1)
            return faults;

        var pinned = ImmutableArray.CreateBuilder<FuzzFault>();
        foreach (var file in chosen)
        {
            var alone = await GuardedAsync(project, [file], seed, number: null, cancellation).ConfigureAwait(false);
            pinned.AddRange(alone.Select(fault => fault with { Mutant = project.Named(file) }));
        }

        return pinned.Count > 0 ? pinned.ToImmutable() : faults;
    }

    private async Task<ImmutableArray<FuzzFault>> GuardedAsync(
        BrokenProject project, ImmutableArray<BrokenFile> chosen, int seed, int? number, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var mutant = $"@{project.Name}#{seed.ToString(CultureInfo.InvariantCulture)}";
        var most = await MostSecondsAsync(project, cancellation).ConfigureAwait(false);
        var before = Environment.CpuUsage.TotalTime;
        var work = Task.Run(() => CheckAsync(project, chosen, mutant, number, limit.Token), CancellationToken.None);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Glance, cancellation)).ConfigureAwait(false);
            if (work.IsCompleted || (Environment.CpuUsage.TotalTime - before).TotalSeconds < most)
                continue;

            await limit.CancelAsync().ConfigureAwait(false);
            return [new FuzzFault("hang", mutant, $"More than {most:N0} s of CPU.")];
        }

        return await work.ConfigureAwait(false);
    }

    private async Task<ImmutableArray<FuzzFault>> CheckAsync(
        BrokenProject project, ImmutableArray<BrokenFile> chosen, string mutant, int? number, CancellationToken cancellation)
    {
        var crashes = new List<RuleCrash>();
        var faults = ImmutableArray.CreateBuilder<FuzzFault>();
        try
        {
            var first = await InProjectAsync(parallel: false).ConfigureAwait(false);
            if (number is null || number % TwiceEvery == 0)
                Compare("concurrent", ReportTexts.Of(first), ReportTexts.Of(await InProjectAsync(parallel: true).ConfigureAwait(false)));
            if (number is null || number % FilesEvery == FilesEvery / 2)
                await FilesAsync(first).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            faults.Add(new FuzzFault("exception of the driver", mutant, ex.ToString()));
        }

        faults.AddRange(crashes.Select(crash => new FuzzFault("exception", mutant, $"{crash.Rule}: {crash.Exception}")));
        return faults.ToImmutable();

        Task<ImmutableArray<Diagnostic>> InProjectAsync(bool parallel) =>
            RuleRun.AllAsync(project.Broken(chosen), rules.Analyzers, parallel, crashes, cancellation, project.Given);

        async Task FilesAsync(ImmutableArray<Diagnostic> first)
        {
            var compilation = project.Broken(chosen);
            foreach (var path in chosen.Take(FilesAtMost).Select(project.Path))
            {
                var model = compilation.GetSemanticModel(compilation.SyntaxTrees.First(tree => tree.FilePath == path));
                var reports = await RuleRun.InFileAsync(model, rules.Analyzers, cancellation, parallel: false, crashes, project.Given).ConfigureAwait(false);
                var expected = first.Where(report => report.Location.SourceTree?.FilePath == path && !rules.AtEnd.Contains(report.Id));
                Compare("file by file", ReportTexts.Of(expected), ReportTexts.Of(reports));
            }
        }

        void Compare(string how, ImmutableArray<string> first, ImmutableArray<string> second)
        {
            if (FuzzFault.OfDifferences(how, mutant, first, second) is { } fault)
                faults.Add(fault);
        }
    }

    private async Task<double> MostSecondsAsync(BrokenProject project, CancellationToken cancellation)
    {
        if (!_wholeSeconds.TryGetValue(project, out var whole))
        {
            var before = Environment.CpuUsage.TotalTime;
            await RuleRun.AllAsync(project.Project.Compilation, rules.Analyzers, parallel: false, [], cancellation, project.Given).ConfigureAwait(false);
            _wholeSeconds[project] = whole = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        return Math.Max(LeastLimit, LongerThanWhole * whole);
    }
}
