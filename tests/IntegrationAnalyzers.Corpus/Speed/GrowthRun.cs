using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Benchmarks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Output;
using static IntegrationAnalyzers.Corpus.Figures;

namespace IntegrationAnalyzers.Corpus.Speed;

/// <summary><c>--growth</c>: the same code once, twice, four and eight times over; what the rules cost must grow with it and no faster.</summary>
internal sealed class GrowthRun(Workbench bench)
{
    private const int Rounds = 3;

    private static readonly ImmutableArray<int> Sizes = [1, 2, 4, 8];

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var meter = new CostMeter(bench.Rules, bench.Options.Parallel);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var integration in new[] { true, false })
        {
            var first = 0.0;
            foreach (var size in Sizes)
            {
                var sources = GeneratedProject.Sources(size, integration);
                var compilation = GeneratedProject.Compile(sources);
                var reports = await RuleRun.AllAsync(compilation, bench.Rules.Analyzers, parallel: false, [], cancellation).ConfigureAwait(false);
                var cost = meter.Measure(compilation, Rounds, cancellation);
                if (size == 1)
                    first = cost.TotalOwnSeconds;
                rows.Add(
                [
                    $"{size}x, {(integration ? "one file of ten calls somebody" : "no calls")}",
                    Number(sources.Count, "N0"),
                    Number(sources.Sum(static text => text.Count(static c => c == '\n')) / 1000.0, "0.0"),
                    Number(reports.Length, "N0"),
                    Number(cost.CompilerSeconds * 1000, "N0"),
                    Number(cost.TotalOwnSeconds * 1000, "0.0"),
                    Number(first > 0 ? cost.TotalOwnSeconds / first : 0, "0.0"),
                ]);
                bench.Progress.Step($"{size}x");
            }
        }

        bench.Print(new Table($"Growth, medians of {Rounds} rounds", ["size", "files", "kLOC", "reports", "compile ms", "own ms", "own to 1x"], rows.ToImmutable()));
        return ExitCode.Ok;
    }
}
