using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>Runs all rules on a mutant: they must end, not throw, and report the same however they are asked.</summary>
internal sealed class MutantCheck(LoadedRules rules, int workers)
{
    /// <summary>Every so many mutants are run twice, the second time concurrently.</summary>
    public const int TwiceEvery = 10;

    /// <summary>Every so many mutants the whole project is analyzed as well, as a build does.</summary>
    public const int WholeEvery = 50;

    /// <summary>CPU seconds of each worker that a mutant may take.</summary>
    private const int Limit = 20;

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    /// <param name="target">The file.</param>
    /// <param name="seed">Says how it is broken.</param>
    /// <param name="thorough">Whether all checks are made, or only those whose turn it is.</param>
    /// <param name="cancellation">Ends the whole run.</param>
    public async Task<ImmutableArray<FuzzFault>> RunAsync(FuzzTarget target, int seed, bool thorough, CancellationToken cancellation)
    {
        var mutant = Name(target, seed);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var before = Environment.CpuUsage.TotalTime;
        var work = Task.Run(() => CheckAsync(target, seed, thorough, limit.Token), CancellationToken.None);
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(Glance, cancellation)).ConfigureAwait(false);
            if (work.IsCompleted || (Environment.CpuUsage.TotalTime - before).TotalSeconds < Limit * workers)
                continue;

            await limit.CancelAsync().ConfigureAwait(false);
            var ends = await Task.WhenAny(work, Task.Delay(Glance + Glance, cancellation)).ConfigureAwait(false) == work;
            return [new FuzzFault("hang", mutant, ends ? "Ended when it was cancelled." : "Did not end when it was cancelled.")];
        }

        return await work.ConfigureAwait(false);
    }

    private static string Name(FuzzTarget target, int seed) => $"{target.File}#{seed.ToString(CultureInfo.InvariantCulture)}";

    private async Task<ImmutableArray<FuzzFault>> CheckAsync(FuzzTarget target, int seed, bool thorough, CancellationToken cancellation)
    {
        var mutant = Name(target, seed);
        var crashes = new List<RuleCrash>();
        var faults = ImmutableArray.CreateBuilder<FuzzFault>();
        try
        {
            var first = await InFileAsync(parallel: false).ConfigureAwait(false);
            if (thorough || seed % TwiceEvery == 0)
                Compare("concurrent", first, await InFileAsync(parallel: true).ConfigureAwait(false));
            if (thorough || seed % WholeEvery == 0)
                Compare("whole project", first, await InProjectAsync().ConfigureAwait(false));
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            faults.Add(new FuzzFault("exception of the driver", mutant, ex.ToString()));
        }

        faults.AddRange(crashes.Select(crash => new FuzzFault("exception", mutant, $"{crash.Rule}: {crash.Exception}")));
        return faults.ToImmutable();

        async Task<ImmutableArray<string>> InFileAsync(bool parallel)
        {
            var (compilation, tree) = target.Broken(seed);
            var model = compilation.GetSemanticModel(tree);
            return ReportTexts.Of(await RuleRun.InFileAsync(model, rules.Analyzers, cancellation, parallel, crashes, target.Given).ConfigureAwait(false));
        }

        async Task<ImmutableArray<string>> InProjectAsync()
        {
            var (compilation, tree) = target.Broken(seed);
            var reports = await RuleRun.AllAsync(compilation, rules.Analyzers, parallel: false, crashes, cancellation, target.Given).ConfigureAwait(false);
            return ReportTexts.Of(reports.Where(report => report.Location.SourceTree == tree && !rules.AtEnd.Contains(report.Id)));
        }

        void Compare(string how, ImmutableArray<string> first, ImmutableArray<string> second)
        {
            if (FuzzFault.OfDifferences(how, mutant, first, second) is { } fault)
                faults.Add(fault);
        }
    }
}
