using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Output;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary><c>--fuzz --together</c>: many files of a project broken at once, and the whole project analyzed. A hundred times as many mutants in the same time.</summary>
internal sealed class TogetherRun(Workbench bench)
{
    /// <summary>How seldom a project is taken in which no file calls anybody.</summary>
    private const int QuietEvery = 8;

    private readonly ProjectCheck _check = new(bench.Rules);
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

        bench.Print(FuzzShares.WithSum(new Table("Mutants, many at once", ["repository", "files", "mutants", "projects run", "run twice", "file by file", "faults", "CPU s"], rows.ToImmutable())));
        _faults.ForEach(fault => fault.Print(bench.Output));
        return _faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    /// <summary><c>--mutant @repository/project#seed</c>: one broken project with all checks.</summary>
    public async Task<int> AgainAsync(string name, int seed, CancellationToken cancellation)
    {
        foreach (var folder in bench.Options.Folders)
        {
            await foreach (var project in BrokenAsync(folder, cancellation).ConfigureAwait(false))
            {
                if (project.Name != name)
                    continue;

                foreach (var file in project.Chosen(seed))
                    bench.Output.WriteLine($"// {project.Named(file)}{Environment.NewLine}{project.Text(file)}");
                _faults.AddRange(await _check.RunAsync(project, seed, number: null, cancellation).ConfigureAwait(false));
            }
        }

        _faults.ForEach(fault => fault.Print(bench.Output));
        return _faults.Count > 0 ? ExitCode.Faults : ExitCode.Ok;
    }

    private async IAsyncEnumerable<BrokenProject> BrokenAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var project in bench.OpenAsync(folder, cancellation).ConfigureAwait(false))
        {
            var broken = new BrokenProject(project);
            if (!broken.IsEmpty)
                yield return broken;
        }
    }

    private async Task<ImmutableArray<string>> FolderAsync(string folder, int share, CancellationToken cancellation)
    {
        var before = Environment.CpuUsage.TotalTime;
        var faultsBefore = _faults.Count;
        var projects = new List<BrokenProject>();
        await foreach (var project in BrokenAsync(folder, cancellation).ConfigureAwait(false))
            projects.Add(project);

        var files = new HashSet<string>(StringComparer.Ordinal);
        var (mutants, runs, twice, fileByFile) = (0, 0, 0, 0);
        var anyCalls = projects.Any(static project => project.CallsSomebody);
        for (var round = 0; mutants < share && projects.Count > 0; round++)
        {
            foreach (var project in projects)
            {
                if (mutants >= share || (anyCalls && !project.CallsSomebody && round % QuietEvery != 0))
                    continue;

                // Which checks have their turn must not go with the project's place in the folder.
                var number = round + projects.IndexOf(project);
                var seed = unchecked((bench.Options.Seed * 1_000_003) + round);
                var chosen = project.Chosen(seed);
                mutants += chosen.Length;
                runs++;
                twice += number % ProjectCheck.TwiceEvery == 0 ? 1 : 0;
                fileByFile += number % ProjectCheck.FilesEvery == ProjectCheck.FilesEvery / 2 ? 1 : 0;
                files.UnionWith(chosen.Select(project.Path));
                foreach (var fault in await _check.RunAsync(project, seed, number, cancellation).ConfigureAwait(false))
                {
                    _faults.Add(fault);
                    fault.Print(Console.Error);
                }

                bench.Progress.Step($"{Path.GetFileName(folder)}: {mutants} of {share} mutants, {_faults.Count} faults");
            }
        }

        long[] numbers = [files.Count, mutants, runs, twice, fileByFile, _faults.Count - faultsBefore, (long)(Environment.CpuUsage.TotalTime - before).TotalSeconds];
        return [Path.GetFileName(folder), .. numbers.Select(Grouped)];
    }
}
