using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Benchmarks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Output;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Speed;

/// <summary><c>--compare</c>: our rules and each package of <c>--beside</c>, one after the other on each project; CPU time of the threads in their callbacks.</summary>
internal sealed class CompareRun(Workbench bench)
{
    private const int CrashesShown = 20;

    private static readonly BareOperationListener Bare = new();

    private readonly ImmutableArray<PeerPackage> _packages =
    [
        new PeerPackage("IntegrationAnalyzers", LoadedRules.Load([]).Analyzers),
        .. bench.Options.Beside.Select(PeerPackage.At),
    ];

    private readonly SortedDictionary<string, int> _crashes = new(StringComparer.Ordinal);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var measured = new List<Folder>();
        foreach (var path in bench.Options.Folders)
        {
            bench.Progress.Folder(measured.Count + 1, bench.Options.Folders.Count);
            measured.Add(await FolderAsync(path, cancellation).ConfigureAwait(false));
        }

        bench.Print(InAll(measured));
        bench.Print(ByFolder(measured));
        foreach (var (what, times) in _crashes.OrderByDescending(static crash => crash.Value).Take(CrashesShown))
            bench.Output.WriteLine($"{times} x {what}");
        return ExitCode.Ok;
    }

    private async Task<Folder> FolderAsync(string path, CancellationToken cancellation)
    {
        var (lines, compile, own) = (0, 0.0, new double[_packages.Length]);
        await foreach (var project in bench.OpenAsync(path, cancellation).ConfigureAwait(false))
        {
            // No reader of the project: nothing that the loader turned on is on in a build.
            var compilation = project.Compilation.WithOptions(project.Compilation.Options.WithSpecificDiagnosticOptions([]));
            var rounds = new List<(double Compile, double[] Own)>();
            for (var round = bench.Options.Timing > 1 ? -1 : 0; round < Math.Max(1, bench.Options.Timing); round++)
            {
                bench.Progress.Step($"{project.Repository.Name}: {project.Loaded.Name}");
                var figures = Once(compilation, project.Given, cancellation);
                if (round >= 0)
                    rounds.Add(figures);
            }

            lines += project.Loaded.Lines;
            compile += Median(rounds.Select(static figures => figures.Compile));
            for (var i = 0; i < own.Length; i++)
                own[i] += Median(rounds.Select(figures => figures.Own[i]));
        }

        return new Folder(Path.GetFileName(path), lines / 1000.0, compile, own);
    }

    private (double Compile, double[] Own) Once(CSharpCompilation compilation, AnalyzerOptions given, CancellationToken cancellation)
    {
        var compiled = CostMeter.Fresh(compilation);
        var compile = Cost.Of(() => CostMeter.Compile(compiled, cancellation)).Cpu.TotalSeconds;
        return (compile, [.. _packages.Select(package =>
        {
            var rules = package.Metered();
            var driver = RuleRun.Driver(CostMeter.Fresh(compilation), [Bare, .. rules], parallel: false, Crashed, given);
            driver.GetAnalysisResultAsync(cancellation).GetAwaiter().GetResult();
            return rules.Sum(static rule => rule.OwnTime.TotalSeconds);
        })]);
    }

    private void Crashed(Exception exception, DiagnosticAnalyzer analyzer, Microsoft.CodeAnalysis.Diagnostic diagnostic)
    {
        var what = $"{analyzer.SupportedDiagnostics[0].Id}: {exception.GetType().Name} {exception.StackTrace?.Split('\n')[0].Trim()}";
        _crashes[what] = _crashes.GetValueOrDefault(what) + 1;
    }

    private Table InAll(List<Folder> folders)
    {
        var (lines, compile) = (folders.Sum(static folder => folder.KiloLines), folders.Sum(static folder => folder.Compile));
        return new Table(
            "Beside other analyzers",
            ["package", "analyzers", "rules on", "own ms", "own / compile", "us / kLOC", "us / rule and kLOC", "median of folders"],
            [
                .. _packages.Select((package, i) =>
                {
                    var own = folders.Sum(folder => folder.Own[i]);
                    return ImmutableArray.Create(
                        package.Name,
                        Number(package.Analyzers.Length, "N0"),
                        Number(package.Rules, "N0"),
                        Number(own * 1000, "N0"),
                        Percent(own / compile),
                        Number(own * 1e6 / lines, "N0"),
                        Number(own * 1e6 / lines / package.Rules, "0.0"),
                        Number(Median(folders.Select(folder => folder.Own[i] * 1e6 / folder.KiloLines / package.Rules)), "0.0"));
                }),
            ]);
    }

    private Table ByFolder(List<Folder> folders) => new(
        "us per rule and kLOC",
        ["repository", "kLOC", "compile ms", .. _packages.Select(static package => package.Name)],
        [
            .. folders.Select(folder => ImmutableArray.CreateRange(
            [
                folder.Name,
                Number(folder.KiloLines, "0.0"),
                Number(folder.Compile * 1000, "N0"),
                .. _packages.Select((package, i) => Number(folder.Own[i] * 1e6 / folder.KiloLines / package.Rules, "0.0")),
            ])),
        ]);

    private sealed record Folder(string Name, double KiloLines, double Compile, double[] Own);
}
