using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Benchmarks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Analysis.Metering;
using IntegrationAnalyzers.Corpus.Output;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Speed;

/// <summary><c>--latency</c>: how long after a keystroke the reports of its file are back, and how much is done again for it.</summary>
internal sealed class LatencyRun(Workbench bench)
{
    private const int Keystrokes = 50;
    private const int DearestRules = 12;

    private readonly Dictionary<string, TimeSpan> _ownTime = [];

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var typed = 0;
        foreach (var folder in bench.Options.Folders)
        {
            OpenProject? largest = null;
            await foreach (var project in bench.OpenAsync(folder, cancellation).ConfigureAwait(false))
            {
                if (project.Loaded.Lines > (largest?.Loaded.Lines ?? 0))
                    largest = project;
            }

            if (largest is null)
                continue;

            var measured = await ProjectAsync(largest, cancellation).ConfigureAwait(false);
            typed += measured.Count;
            rows.Add(Row(largest, measured));
        }

        bench.Print(new Table(
            "A keystroke in a method, medians",
            [
                "project", "files", "kLOC", "keystrokes", "all rules ms", "slowest tenth ms", "bare listener ms", "files read again", "models made", "bodies summarized", "own CPU ms",
            ],
            rows.ToImmutable()));
        foreach (var (rule, time) in _ownTime.OrderByDescending(static pair => pair.Value).Take(DearestRules))
            bench.Output.WriteLine($"{rule}: {time.TotalMilliseconds / Math.Max(1, typed):0.00} ms of own time a keystroke");
        return ExitCode.Ok;
    }

    private async Task<List<Keystroke>> ProjectAsync(OpenProject project, CancellationToken cancellation)
    {
        // The editor has long analyzed everything when something is typed.
        var names = IntegrationModel.For(project.Compilation).CallNames;
        await RuleRun.AllAsync(project.Compilation, bench.Rules.Analyzers, parallel: true, [], cancellation, project.Given).ConfigureAwait(false);

        var measured = new List<Keystroke>();
        var files = project.Compilation.SyntaxTrees.Where(names.IsClientTree).ToArray();
        new Random(bench.Options.Seed).Shuffle(files);
        foreach (var tree in files)
        {
            var root = await tree.GetRootAsync(cancellation).ConfigureAwait(false);
            var bodies = root.DescendantNodes().OfType<BlockSyntax>().Where(static block => block.Parent is BaseMethodDeclarationSyntax).ToList();
            if (bodies.Count == 0 || project.Project.GetDocument(tree) is not { } document)
                continue;

            // The first keystroke of all finds nothing compiled just in time.
            if (measured.Count == 0)
                await TypeAsync(project, document, bodies[0].OpenBraceToken.Span.End, cancellation).ConfigureAwait(false);
            measured.Add(await TypeAsync(project, document, bodies[bodies.Count / 2].OpenBraceToken.Span.End, cancellation).ConfigureAwait(false));
            bench.Progress.Step($"{project.Loaded.Name}: {measured.Count} keystrokes");
            if (measured.Count == Keystrokes)
                break;
        }

        return measured;
    }

    private async Task<Keystroke> TypeAsync(OpenProject project, Document document, int position, CancellationToken cancellation)
    {
        var text = (await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(new TextChange(new TextSpan(position, 0), ";"));
        var bare = await TimeAsync([new BareOperationListener()], cancellation).ConfigureAwait(false);

        var (files, models) = (TreeIndex.FilesRead, IntegrationModel.Created);
        var probe = new ModelProbe();
        var rules = await TimeAsync([probe, .. bench.Rules.Analyzers], cancellation).ConfigureAwait(false);
        var work = (Files: TreeIndex.FilesRead - files, Models: IntegrationModel.Created - models, Bodies: probe.Model?.Summaries.BodiesRead ?? 0);

        // Once more for the rules' own time: their clocks would be part of the time above.
        var metered = bench.Rules.Analyzers.Select(static rule => new MeteredRule(rule)).ToList();
        await TimeAsync([.. metered], cancellation).ConfigureAwait(false);
        foreach (var rule in metered)
            _ownTime[rule.Id] = _ownTime.GetValueOrDefault(rule.Id) + rule.OwnTime;
        return new Keystroke(rules, bare, work.Files, work.Models, work.Bodies, metered.Sum(static rule => rule.OwnTime.TotalMilliseconds));

        async Task<double> TimeAsync(ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
        {
            var edited = document.WithText(text);
            var clock = Stopwatch.StartNew();
            var model = (await edited.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            await RuleRun.InFileAsync(model, analyzers, cancellation, parallel: true, options: project.Given).ConfigureAwait(false);
            return clock.Elapsed.TotalMilliseconds;
        }
    }

    private static ImmutableArray<string> Row(OpenProject project, List<Keystroke> measured) =>
    [
        $"{project.Repository.Name}: {project.Loaded.Name}",
        Number(project.Loaded.Files.Length, "N0"),
        Number(project.Loaded.Lines / 1000.0, "0.0"),
        Number(measured.Count, "N0"),
        Number(At(measured, 0.5, static k => k.Milliseconds), "0.0"),
        Number(At(measured, 0.9, static k => k.Milliseconds), "0.0"),
        Number(At(measured, 0.5, static k => k.BareMilliseconds), "0.0"),
        Number(At(measured, 0.5, static k => k.FilesRead), "N0"),
        Number(At(measured, 0.5, static k => k.Models), "N0"),
        Number(At(measured, 0.5, static k => k.Bodies), "N0"),
        Number(At(measured, 0.5, static k => k.OwnMilliseconds), "0.0"),
    ];

    private static double At(List<Keystroke> measured, double share, Func<Keystroke, double> figure) =>
        measured.Count == 0 ? 0 : measured.Select(figure).Order().ElementAt((int)(share * (measured.Count - 1)));

    private sealed record Keystroke(double Milliseconds, double BareMilliseconds, int FilesRead, int Models, int Bodies, double OwnMilliseconds);
}
