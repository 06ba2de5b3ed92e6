using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>Reports in all that a user sees of them, to be compared between two runs.</summary>
internal static class ReportTexts
{
    public static ImmutableArray<string> Of(IEnumerable<Diagnostic> reports) => [.. reports.Select(Of).Order(StringComparer.Ordinal)];

    /// <summary>What only one of the two runs reported, marked by its side.</summary>
    public static IEnumerable<string> Differences(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        if (first.SequenceEqual(second, StringComparer.Ordinal))
            return [];

        var left = first.ToLookup(static text => text, StringComparer.Ordinal);
        var right = second.ToLookup(static text => text, StringComparer.Ordinal);
        return left.Select(static group => group.Key).Union(right.Select(static group => group.Key), StringComparer.Ordinal)
            .Where(text => left[text].Count() != right[text].Count())
            .Select(text => $"{left[text].Count()} : {right[text].Count()}  {text}");
    }

    private static string Of(Diagnostic report)
    {
        var places = string.Concat(report.AdditionalLocations.Select(static place => $" <- {Place(place)}"));
        return $"{Place(report.Location)} {report.Id} {report.Severity}: {report.GetMessage(CultureInfo.InvariantCulture)}{places}";
    }

    private static string Place(Location location)
    {
        var span = location.GetLineSpan();
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})-({span.EndLinePosition.Line + 1},{span.EndLinePosition.Character + 1})";
    }
}
