using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using IntegrationAnalyzers.Tests.Verification.Analysis;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Pairs expected diagnostics with actual ones, each with one, and says what is left over.</summary>
internal static class DiagnosticMatcher
{
    /// <summary>Null where all match, else a message with what is missing, what is too many, and the source.</summary>
    public static string? Differences(ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        var partner = Enumerable.Repeat(-1, actual.Length).ToArray();
        var missing = new List<DiagnosticResult>();
        for (var e = 0; e < expected.Length; e++)
        {
            if (!Pair(e, new bool[actual.Length]))
                missing.Add(expected[e]);
        }

        var surplus = actual.Where((_, a) => partner[a] < 0).ToList();
        return missing.Count == 0 && surplus.Count == 0 ? null : Describe(missing, surplus, expected.Length, actual.Length);

        // A diagnostic taken by an earlier, less exact expectation is given up where that one has another.
        bool Pair(int e, bool[] seen)
        {
            for (var a = 0; a < actual.Length; a++)
            {
                if (seen[a] || !Matches(expected[e], actual[a]))
                    continue;
                seen[a] = true;
                if (partner[a] < 0 || Pair(partner[a], seen))
                {
                    partner[a] = e;
                    return true;
                }
            }

            return false;
        }
    }

    private static bool Matches(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Id != actual.Id)
            return false;
        if ((expected.Options & DiagnosticOptions.IgnoreSeverity) == 0 && expected.Severity != actual.Severity)
            return false;
        if (expected.Message is { } message && message != actual.GetMessage(CultureInfo.InvariantCulture))
            return false;
        if (!expected.HasLocation)
            return actual.Location == Location.None;
        if (!Matches(expected.Spans[0], actual.Location))
            return false;
        if ((expected.Options & DiagnosticOptions.IgnoreAdditionalLocations) != 0)
            return true;
        return expected.Spans.Length - 1 == actual.AdditionalLocations.Count &&
            expected.Spans.Skip(1).Zip(actual.AdditionalLocations, Matches).All(static m => m);
    }

    private static bool Matches(DiagnosticLocation expected, Location actual)
    {
        var span = actual.GetLineSpan();
        return span.Path == expected.Span.Path &&
            span.StartLinePosition == expected.Span.StartLinePosition &&
            ((expected.Options & DiagnosticLocationOptions.IgnoreLength) != 0 || span.EndLinePosition == expected.Span.EndLinePosition);
    }

    private static string Describe(List<DiagnosticResult> missing, List<Diagnostic> surplus, int expected, int actual)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Mismatch between number of diagnostics returned, expected \"{expected}\" actual \"{actual}\"\n");
        foreach (var result in missing)
            text.Append("Expected, not reported: ").Append(result).Append('\n');
        foreach (var diagnostic in surplus)
            text.Append("Reported, not expected: ").Append(DiagnosticText.Show(diagnostic)).Append('\n');
        return text.ToString();
    }
}
