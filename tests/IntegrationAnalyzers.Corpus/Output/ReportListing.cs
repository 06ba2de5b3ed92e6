using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Output;

/// <summary>Shows reports with their source lines, to be judged by a reader.</summary>
internal sealed class ReportListing(TextWriter output, int context)
{
    private readonly Dictionary<string, TextLineCollection> _lines = new(StringComparer.Ordinal);

    public void Write(IEnumerable<(RepositoryResult Repository, Report Report)> reports)
    {
        var number = 0;
        foreach (var (repository, report) in reports)
        {
            output.WriteLine();
            output.WriteLine($"#{++number} {repository.Name}/{report.File}:{report.Place.Line}:{report.Place.Column}: {report.Rule} {report.Message}");
            foreach (var (file, place) in report.Causes)
                output.WriteLine($"    see {repository.Name}/{file}:{place.Line}: {Line(repository, file, place.Line).Trim()}");
            Source(repository, report);
        }
    }

    /// <summary>As many reports of each rule as asked for, the same ones for the same seed and reports.</summary>
    public static IEnumerable<(RepositoryResult Repository, Report Report)> Sample(
        IEnumerable<(RepositoryResult Repository, Report Report)> reports,
        int count,
        int seed)
    {
        foreach (var rule in reports.GroupBy(static pair => pair.Report.Rule).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            var chosen = rule.ToArray();
            new Random(seed).Shuffle(chosen);
            foreach (var pair in chosen.Take(count))
                yield return pair;
        }
    }

    private void Source(RepositoryResult repository, Report report)
    {
        var first = Math.Max(1, report.Place.Line - context);
        var last = Math.Min(Math.Max(report.Place.EndLine, report.Place.Line), report.Place.Line + 20) + context;
        for (var line = first; line <= last && line <= Lines(repository, report.File).Count; line++)
        {
            var mark = line >= report.Place.Line && line <= report.Place.EndLine ? '>' : ' ';
            output.WriteLine($"  {mark}{line,5} | {Shortened(Line(repository, report.File, line))}");
        }
    }

    private string Line(RepositoryResult repository, string file, int number)
    {
        var lines = Lines(repository, file);
        return number <= lines.Count ? lines[number - 1].ToString() : "";
    }

    private TextLineCollection Lines(RepositoryResult repository, string file)
    {
        var path = Path.Combine(repository.Folder, file);
        if (!_lines.TryGetValue(path, out var lines))
            _lines[path] = lines = SourceFiles.Read(path).Lines;
        return lines;
    }

    private static string Shortened(string line) => line.Length <= 240 ? line : line[..240] + " …";
}
