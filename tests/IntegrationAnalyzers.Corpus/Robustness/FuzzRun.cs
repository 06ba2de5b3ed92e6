using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Output;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary><c>--fuzz</c>: all rules over broken copies of real files, each alone in its project in place of the original.</summary>
internal sealed class FuzzRun(Workbench bench)
{
    private static readonly int Workers = Environment.ProcessorCount;

    private readonly MutantCheck _check = new(bench.Rules, Workers);
    private readonly List<FuzzFault> _faults = [];

    public async Task<int> RunAsync(int mutants, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var shares = FuzzShares.Of(bench.Options.Folders, mutants);
        foreach (var (folder, share) in bench.Options.Folders.Zip(shares))
        {
            bench.Progress.Folder(rows.Count + 1, shares.Length);
            rows.Add(await FolderAsync(folder, share, cancellation).ConfigureAwait(false));
        }

        bench.Print(FuzzShares.WithSum(new Table("Mutants", ["repository", "files", "mutants", "run twice", "whole project", "faults", "CPU s"], rows.ToImmutable())));
        _faults.ForEach(fault => fault.Print(bench.Output));
        return _faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    /// <summary><c>--mutant file#seed</c>: one mutant of either run with all checks, its text printed.</summary>
    public async Task<int> AgainAsync(string mutant, CancellationToken cancellation)
    {
        var split = mutant.LastIndexOf('#');
        var seed = int.Parse(mutant.AsSpan(split + 1), CultureInfo.InvariantCulture);
        if (mutant[0] == '@')
            return await new TogetherRun(bench).AgainAsync(mutant[1..split], seed, cancellation).ConfigureAwait(false);

        var faults = new List<FuzzFault>();
        foreach (var folder in bench.Options.Folders)
        {
            await foreach (var project in bench.OpenAsync(folder, cancellation).ConfigureAwait(false))
            {
                if (FuzzTarget.In(project).FirstOrDefault(target => target.File == mutant[..split]) is not { } target)
                    continue;

                bench.Output.WriteLine(target.Text(seed));
                faults.AddRange(await _check.RunAsync(target, seed, thorough: true, cancellation).ConfigureAwait(false));
            }
        }

        faults.ForEach(fault => fault.Print(bench.Output));
        return faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    private async Task<ImmutableArray<string>> FolderAsync(string folder, int share, CancellationToken cancellation)
    {
        var before = Environment.CpuUsage.TotalTime;
        var faultsBefore = _faults.Count;
        var targets = new List<FuzzTarget>();
        await foreach (var project in bench.OpenAsync(folder, cancellation).ConfigureAwait(false))
            targets.AddRange(FuzzTarget.In(project));

        // File after file, so that what is compiled stays warm.
        var weight = Math.Max(1, targets.Sum(static target => target.Weight));
        var due = 0.0;
        var planned = 0;
        var mutants = new List<(FuzzTarget Target, int Seed)>();
        foreach (var target in targets)
        {
            due += (double)share * target.Weight / weight;
            for (var number = 0; planned < Math.Round(due); number++, planned++)
                mutants.Add((target, unchecked((bench.Options.Seed * 1_000_003) + number)));
        }

        var faults = new ConcurrentQueue<FuzzFault>();
        var done = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(mutants, limits, async (mutant, token) =>
        {
            foreach (var fault in await _check.RunAsync(mutant.Target, mutant.Seed, thorough: false, token).ConfigureAwait(false))
            {
                faults.Enqueue(fault);
                fault.Print(Console.Error);
            }

            if (Interlocked.Increment(ref done) % 100 == 0)
                bench.Progress.Step($"{Path.GetFileName(folder)}: {done} of {mutants.Count} mutants");
        }).ConfigureAwait(false);

        _faults.AddRange(faults.OrderBy(static fault => fault.Mutant, StringComparer.Ordinal));
        return
        [
            Path.GetFileName(folder),
            Grouped(mutants.Select(static mutant => mutant.Target).Distinct().Count()),
            Grouped(mutants.Count),
            Grouped(mutants.Count(static mutant => mutant.Seed % MutantCheck.TwiceEvery == 0)),
            Grouped(mutants.Count(static mutant => mutant.Seed % MutantCheck.WholeEvery == 0)),
            Grouped(_faults.Count - faultsBefore),
            Grouped((long)(Environment.CpuUsage.TotalTime - before).TotalSeconds),
        ];
    }
}
