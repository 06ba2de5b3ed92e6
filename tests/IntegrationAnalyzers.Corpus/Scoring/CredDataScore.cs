using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using IntegrationAnalyzers.Corpus.Output;

namespace IntegrationAnalyzers.Corpus.Scoring;

/// <summary>
/// Precision, recall and F1 on CredData. A report counts for the labels of the lines it stands in: right where one of them is a secret, wrong where all are
/// none, neither where the reviewers were unsure or never looked. Of these last ones the number is given, for a reader to judge.
/// </summary>
internal sealed class CredDataScore(CredData set, IReadOnlyList<Side> sides)
{
    // What the rules were tuned on; all others are only ever scored.
    private static readonly string[] TunedOn = ["git-ecosystem+git-credential-manager", "ThreeMammals+Ocelot", "aspnet+Security"];

    private readonly List<Row> _rows = [];
    private readonly List<string> _remarks = [];

    public void Add(Repository repository, RepositoryResult result)
    {
        var files = Directory.EnumerateFiles(repository.Folder, "*.cs", SearchOption.AllDirectories).Select(repository.Relative).ToList();
        var labels = set.LabelsOf(repository.Folder, files);
        if (labels.Count == 0)
            return;

        var lines = new SourceLines(repository.Folder);
        var values = labels.Where(l => l.File.Length > 0 && !(l.Truth == Truth.Secret && l.IsBareGuid(lines.Of(l.File, l.Line)))).ToList();
        var compiled = repository.Projects.SelectMany(static p => p.Files).Select(repository.Relative).ToHashSet(StringComparer.Ordinal);
        var unread = values.Where(l => !compiled.Contains(l.File)).Select(static l => l.File).Distinct().ToList();
        if (unread.Count > 0 || labels.Any(static l => l.File.Length == 0))
            _remarks.Add($"{repository.Name}: labelled files in no project: {string.Join(", ", unread)}; labels without a file: {labels.Count(static l => l.File.Length == 0)}");

        foreach (var side in sides)
            _rows.Add(Score(repository.Name, side, values, [.. side.Reports(result)], lines));
    }

    public IEnumerable<Table> Tables()
    {
        foreach (var side in sides)
        {
            var rows = _rows.Where(r => r.Side == side).ToList();
            yield return new Table(
                $"CredData, C#: {side.Name}",
                ["repository", "secrets", "none", "unsure", "found", "missed", "wrong", "on unsure", "not labelled", "precision", "recall", "F1"],
                [
                    .. rows.Select(static r => r.Cells),
                    Row.Sum("tuned on", side, rows.Where(static r => TunedOn.Contains(r.Name))).Cells,
                    Row.Sum("others", side, rows.Where(static r => !TunedOn.Contains(r.Name))).Cells,
                    Row.Sum("all", side, rows).Cells,
                ]);
        }
    }

    public void Explain(TextWriter output)
    {
        foreach (var remark in _remarks)
            output.WriteLine(remark);
        foreach (var remark in _rows.SelectMany(static r => r.Remarks))
            output.WriteLine(remark);
    }

    private static Row Score(string name, Side side, List<LabelledValue> values, ImmutableArray<Report> reports, SourceLines lines)
    {
        var row = new Row(name, side)
        {
            Secrets = values.Count(static v => v.Truth == Truth.Secret),
            None = values.Count(static v => v.Truth == Truth.NoSecret),
            Unsure = values.Count(static v => v.Truth == Truth.Unsure),
        };
        void Remark(string what, string file, int line) => row.Remarks.Add($"{side.Rules[0]} {what} {name}/{file}:{line}: {lines.Of(file, line).Trim()}");

        foreach (var secret in values.Where(static v => v.Truth == Truth.Secret))
        {
            if (reports.Any(r => r.File == secret.File && secret.Overlaps(r.Place.Line, r.Place.EndLine)))
                row.Found++;
            else
                Remark("MISSED", secret.File, secret.Line);
        }

        foreach (var place in reports.GroupBy(static r => (r.File, r.Place.Line)).Select(static g => g.First()))
        {
            var labels = values.Where(v => v.File == place.File && v.Overlaps(place.Place.Line, place.Place.EndLine)).ToList();
            if (labels.Count == 0)
            {
                row.NotLabelled++;
                Remark("NOT LABELLED", place.File, place.Place.Line);
            }
            else if (labels.All(static l => l.Truth == Truth.NoSecret))
            {
                row.Wrong++;
                Remark("WRONG", place.File, place.Place.Line);
            }
            else if (labels.All(static l => l.Truth != Truth.Secret))
            {
                row.OnUnsure++;
                Remark("UNSURE", place.File, place.Place.Line);
            }
        }

        return row;
    }

    private sealed class Row(string name, Side side)
    {
        public string Name => name;

        public Side Side => side;

        public int Secrets { get; init; }

        public int None { get; init; }

        public int Unsure { get; init; }

        public int Found { get; set; }

        public int Wrong { get; set; }

        public int OnUnsure { get; set; }

        public int NotLabelled { get; set; }

        public List<string> Remarks { get; } = [];

        public ImmutableArray<string> Cells
        {
            get
            {
                double precision = Ratio(Found, Found + Wrong), recall = Ratio(Found, Secrets);
                return
                [
                    Name, Text(Secrets), Text(None), Text(Unsure), Text(Found), Text(Secrets - Found), Text(Wrong), Text(OnUnsure), Text(NotLabelled),
                    Text(precision), Text(recall), Text(Ratio(2 * precision * recall, precision + recall)),
                ];
            }
        }

        public static Row Sum(string name, Side side, IEnumerable<Row> rows)
        {
            var all = rows.ToList();
            return new Row(name, side)
            {
                Secrets = all.Sum(static r => r.Secrets),
                None = all.Sum(static r => r.None),
                Unsure = all.Sum(static r => r.Unsure),
                Found = all.Sum(static r => r.Found),
                Wrong = all.Sum(static r => r.Wrong),
                OnUnsure = all.Sum(static r => r.OnUnsure),
                NotLabelled = all.Sum(static r => r.NotLabelled),
            };
        }

        private static double Ratio(double part, double whole) => whole > 0 ? part / whole : double.NaN;

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Text(double ratio) => double.IsNaN(ratio) ? "" : ratio.ToString("0.00", CultureInfo.InvariantCulture);
    }
}
