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
        var shares = Shares(mutants);
        foreach (var (folder, share) in bench.Options.Folders.Zip(shares))
        {
            bench.Progress.Folder(rows.Count + 1, shares.Length);
            rows.Add(await FolderAsync(folder, share, cancellation).ConfigureAwait(false));
        }

        if (rows.Count > 1)
            rows.Add(["all", .. Enumerable.Range(1, 6).Select(column => Number(rows.Sum(row => long.Parse(row[column], NumberStyles.AllowThousands, CultureInfo.InvariantCulture))))]);
        bench.Print(new Table("Mutants", ["repository", "files", "mutants", "run twice", "whole project", "faults", "CPU s"], rows.ToImmutable()));
        foreach (var fault in _faults)
            bench.Output.WriteLine($"FAULT {fault.Kind}: --mutant \"{fault.File}#{fault.Seed}\"{Environment.NewLine}{fault.Detail}");
        return _faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    /// <summary><c>--mutant file#seed</c>: one mutant with all checks, its text printed.</summary>
    public async Task<int> AgainAsync(string mutant, CancellationToken cancellation)
    {
        var split = mutant.LastIndexOf('#');
        var seed = int.Parse(mutant.AsSpan(split + 1), CultureInfo.InvariantCulture);
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

        faults.ForEach(fault => bench.Output.WriteLine($"FAULT {fault.Kind}{Environment.NewLine}{fault.Detail}"));
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
                await Console.Error.WriteLineAsync($"{fault.Kind}: {fault.File}#{fault.Seed} {fault.Detail.Split('\n')[0]}").ConfigureAwait(false);
            }

            if (Interlocked.Increment(ref done) % 100 == 0)
                bench.Progress.Step($"{Path.GetFileName(folder)}: {done} of {mutants.Count} mutants");
        }).ConfigureAwait(false);

        _faults.AddRange(faults.OrderBy(static fault => fault.File, StringComparer.Ordinal).ThenBy(static fault => fault.Seed));
        return
        [
            Path.GetFileName(folder),
            Number(mutants.Select(static mutant => mutant.Target).Distinct().Count()),
            Number(mutants.Count),
            Number(mutants.Count(static mutant => mutant.Seed % MutantCheck.TwiceEvery == 0)),
            Number(mutants.Count(static mutant => mutant.Seed % MutantCheck.WholeEvery == 0)),
            Number(_faults.Count - faultsBefore),
            Number((long)(Environment.CpuUsage.TotalTime - before).TotalSeconds),
        ];
    }

    /// <summary>A folder of a hundred times the files gets ten times the mutants: small ones are quick and no less broken.</summary>
    private ImmutableArray<int> Shares(int mutants)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var sizes = bench.Options.Folders.Select(folder => Math.Sqrt(Directory.EnumerateFiles(folder, "*.cs", everywhere).Count())).ToList();
        var all = Math.Max(1, sizes.Sum());
        return [.. sizes.Select(size => (int)Math.Ceiling(mutants * size / all))];
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
