using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Corpus.Output;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>How mutants are shared out among folders, and added up again.</summary>
internal static class FuzzShares
{
    /// <summary>A folder of a hundred times the files gets ten times the mutants: small ones are quick and no less broken.</summary>
    public static ImmutableArray<int> Of(IEnumerable<string> folders, int mutants)
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var sizes = folders.Select(folder => Math.Sqrt(Directory.EnumerateFiles(folder, "*.cs", everywhere).Count())).ToList();
        var all = Math.Max(1, sizes.Sum());
        return [.. sizes.Select(size => (int)Math.Ceiling(mutants * size / all))];
    }

    /// <summary>The table with a last row of sums, where there is more than one.</summary>
    public static Table WithSum(Table table)
    {
        if (table.Rows.Length < 2)
            return table;

        var sums = Enumerable.Range(1, table.Header.Length - 1)
            .Select(column => table.Rows.Sum(row => long.Parse(row[column], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)))
            .Select(static sum => sum.ToString("N0", CultureInfo.InvariantCulture));
        return table with { Rows = table.Rows.Add(["all", .. sums]) };
    }
}
