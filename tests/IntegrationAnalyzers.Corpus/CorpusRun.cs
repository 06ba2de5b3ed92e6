using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;
using IntegrationAnalyzers.Corpus.Robustness;
using IntegrationAnalyzers.Corpus.Scoring;
using IntegrationAnalyzers.Corpus.Speed;

namespace IntegrationAnalyzers.Corpus;

/// <summary>Takes the folders one by one and prints what was found.</summary>
internal sealed class CorpusRun(CorpusOptions options, TextWriter output, TextWriter errors)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IncludeFields = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var rules = LoadedRules.Load(options.Rules);
        var unknown = options.Rules.Except(rules.Descriptors.Select(static d => d.Id)).ToList();
        if (unknown.Count > 0)
        {
            errors.WriteLine($"There is no rule {string.Join(", ", unknown)}.");
            return ExitCode.BadArguments;
        }

        if (!options.Compare)
            rules = rules.Beside(options.Beside, options.BesideRules);
        var references = ReferenceSet.Load(AppContext.BaseDirectory);
        if (!references.Missing.IsEmpty)
            errors.WriteLine($"Compiling without: {string.Join(", ", references.Missing)}.");

        var progress = new Progress();
        var loader = new RepositoryLoader(references);
        if (await OtherModeAsync(new Workbench(options, rules, loader, progress, output), cancellation).ConfigureAwait(false) is { } exitCode)
            return exitCode;

        var analysis = new RepositoryAnalysis(options, rules, progress, options.Show ? output : null);
        var results = new List<RepositoryResult>();
        var scores = new Scores(options);
        var folders = scores.Folders;
        foreach (var folder in folders)
        {
            progress.Folder(results.Count + 1, folders.Count);
            progress.Step($"{Path.GetFileName(folder)}: reading");
            var repository = loader.Load(folder);
            results.Add(await analysis.RunAsync(repository, cancellation).ConfigureAwait(false));
            scores.Add(repository, results[^1]);
        }

        for (var i = 0; options.Warm && i < folders.Count; i++)
        {
            progress.Folder(i + 1, folders.Count);
            var (costs, lines) = await analysis.MeasureAsync(loader.Load(folders[i]), cancellation).ConfigureAwait(false);
            results[i] = results[i] with { Costs = costs, MeasuredLines = lines };
        }

        ImmutableArray<Table> tables = [.. SummaryTable.All(results, rules.Descriptors), .. scores.Tables()];
        Print(results, tables);
        scores.Explain(output);
        Write(results, rules, tables);
        return results.Any(static r => r.HasFaults) ? ExitCode.Faults : ExitCode.Ok;
    }

    /// <summary>Null when nothing but the reports was asked for.</summary>
    private async Task<int?> OtherModeAsync(Workbench bench, CancellationToken cancellation) => options switch
    {
        { Fuzz: { } mutants, Together: true } => await new TogetherRun(bench).RunAsync(mutants, cancellation).ConfigureAwait(false),
        { Fuzz: { } mutants } => await new FuzzRun(bench).RunAsync(mutants, cancellation).ConfigureAwait(false),
        { Mutant: { } mutant } => await new FuzzRun(bench).AgainAsync(mutant, cancellation).ConfigureAwait(false),
        { Repeat: { } runs } => await new RepeatRun(bench).RunAsync(runs, cancellation).ConfigureAwait(false),
        { Latency: true } => await new LatencyRun(bench).RunAsync(cancellation).ConfigureAwait(false),
        { Growth: true } => await new GrowthRun(bench).RunAsync(cancellation).ConfigureAwait(false),
        { Compare: true } => await new CompareRun(bench).RunAsync(cancellation).ConfigureAwait(false),
        _ => null,
    };

    private void Print(List<RepositoryResult> results, ImmutableArray<Table> tables)
    {
        if (options.Listing)
        {
            var reports = results.SelectMany(static r => r.Reports.Select(report => (r, report)));
            new ReportListing(output, options.Context).Write(
                options.Sample is { } count ? ReportListing.Sample(reports, count, options.Seed) : reports);
        }

        foreach (var table in tables)
            TableWriter.Plain(output, table);

        foreach (var result in results)
        {
            foreach (var error in options.Errors ? result.CommonErrors : [])
                output.WriteLine($"{result.Name}: {error.Count} x {error.Id} {error.Message}");
            foreach (var crash in result.Crashes)
                output.WriteLine($"EXCEPTION {result.Name}/{crash.Project}: {crash.Rule}: {crash.Exception}");
            foreach (var fault in result.Fixes?.Faults ?? [])
                output.WriteLine($"BAD FIX {fault.Rule} {fault.Kind} {result.Name}/{fault.File}{(fault.Line > 0 ? $":{fault.Line}" : "")}: {fault.Detail}");
        }
    }

    private void Write(List<RepositoryResult> results, LoadedRules rules, ImmutableArray<Table> tables)
    {
        if (options.Json is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(results, Json));
        if (options.Sarif is { } sarif)
            SarifWriter.Write(sarif, results, rules.Descriptors);
        if (options.Markdown is { } markdown)
        {
            using var writer = new StreamWriter(markdown) { NewLine = "\n" };
            TableWriter.Markdown(writer, tables);
        }
    }
}
