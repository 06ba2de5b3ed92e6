using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;

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

        var references = ReferenceSet.Load(AppContext.BaseDirectory);
        if (!references.Missing.IsEmpty)
            errors.WriteLine($"Compiling without: {string.Join(", ", references.Missing)}.");

        var progress = new Progress();
        var loader = new RepositoryLoader(references);
        var analysis = new RepositoryAnalysis(options, rules, progress);
        var results = new List<RepositoryResult>();
        foreach (var folder in options.Folders)
        {
            progress.Folder(results.Count + 1, options.Folders.Count);
            progress.Step($"{Path.GetFileName(folder)}: reading");
            results.Add(await analysis.RunAsync(loader.Load(folder), cancellation).ConfigureAwait(false));
        }

        Print(results, rules);
        Write(results, rules);
        return results.Any(static r => r.HasFaults) ? ExitCode.Faults : ExitCode.Ok;
    }

    private void Print(List<RepositoryResult> results, LoadedRules rules)
    {
        if (options.Listing)
        {
            var reports = results.SelectMany(static r => r.Reports.Select(report => (r, report)));
            new ReportListing(output, options.Context).Write(
                options.Sample is { } count ? ReportListing.Sample(reports, count, options.Seed) : reports);
        }

        foreach (var table in SummaryTable.All(results, rules.Descriptors))
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

    private void Write(List<RepositoryResult> results, LoadedRules rules)
    {
        if (options.Json is { } json)
            File.WriteAllText(json, JsonSerializer.Serialize(results, Json));
        if (options.Sarif is { } sarif)
            SarifWriter.Write(sarif, results, rules.Descriptors);
        if (options.Markdown is { } markdown)
        {
            using var writer = new StreamWriter(markdown) { NewLine = "\n" };
            TableWriter.Markdown(writer, SummaryTable.All(results, rules.Descriptors));
        }
    }
}
