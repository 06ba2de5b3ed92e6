using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace IntegrationAnalyzers.Corpus.Output;

/// <summary>Writes tables with aligned columns, or as Markdown.</summary>
internal static class TableWriter
{
    public static void Plain(TextWriter output, Table table)
    {
        var rows = new[] { table.Header }.Concat(table.Rows).ToList();
        var widths = Enumerable.Range(0, table.Header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        output.WriteLine();
        output.WriteLine(table.Title);
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }

    public static void Markdown(TextWriter output, IEnumerable<Table> tables)
    {
        foreach (var table in tables)
        {
            output.WriteLine($"## {table.Title}");
            output.WriteLine();
            Row(table.Header);
            Row(table.Header.Select(static (_, column) => column == 0 ? "---" : "---:"));
            foreach (var row in table.Rows)
                Row(row);
            output.WriteLine();
        }

        void Row(IEnumerable<string> cells) => output.WriteLine($"| {string.Join(" | ", cells.Select(static c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |");
    }
}
