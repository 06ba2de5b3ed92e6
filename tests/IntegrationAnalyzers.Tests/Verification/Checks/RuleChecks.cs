using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

/// <summary>What every test of a rule holds beyond the official harness.</summary>
internal static class RuleChecks
{
    private const int Cuts = 4;

    public static async Task VerifyAsync(
        AnalysisInput input,
        DiagnosticAnalyzer rule,
        ImmutableArray<DiagnosticAnalyzer> allRules,
        CancellationToken cancellationToken)
    {
        await VerifyTogetherAsync(input, rule, allRules, cancellationToken).ConfigureAwait(false);
        await VerifyTruncatedAsync(input, allRules, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The rule says the same alone, concurrently and after cancelled calls as together with all rules, one after the other and
    /// with the files in the reverse order: nothing is shared that should not be, and nothing hangs on who comes first.
    /// </summary>
    private static async Task VerifyTogetherAsync(
        AnalysisInput input, DiagnosticAnalyzer rule, ImmutableArray<DiagnosticAnalyzer> allRules, CancellationToken cancellationToken)
    {
        var ids = rule.SupportedDiagnostics.Select(static d => d.Id).ToHashSet();
        var alone = await AnalyzerRun.RunAsync(
            input.CreateCompilation(), [new CancelledFirst(rule)], input.CreateAnalyzerOptions(), concurrent: true, cancellationToken).ConfigureAwait(false);
        var reversed = input.WithSources(input.Sources.Reverse());
        var together = await AnalyzerRun.RunAsync(
            reversed.CreateCompilation(), allRules, reversed.CreateAnalyzerOptions(), concurrent: false, cancellationToken).ConfigureAwait(false);

        var left = alone.Select(Exactly).ToList();
        var right = together.Where(d => ids.Contains(d.Id)).Select(Exactly).ToList();
        if (!left.SequenceEqual(right))
        {
            throw new InvalidOperationException(
                "The rule reports something else when it runs sequentially with all rules than when it runs concurrently alone.\n" +
                $"Alone:\n  {string.Join("\n  ", left)}\nTogether:\n  {string.Join("\n  ", right)}");
        }
    }

    /// <summary>Half-typed code: every rule runs over the sources cut off at a few places.</summary>
    private static async Task VerifyTruncatedAsync(AnalysisInput input, ImmutableArray<DiagnosticAnalyzer> allRules, CancellationToken cancellationToken)
    {
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var part = input.WithSources(input.Sources.Select(f => f with { Text = Head(f.Text, cut) }));
            try
            {
                await AnalyzerRun.RunAsync(
                    part.CreateCompilation(), allRules, part.CreateAnalyzerOptions(), concurrent: true, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    "A rule threw on half-typed code: " + ex.Message + "\n" + string.Concat(part.Sources.Select(static f => $"--- {f.Path}\n{f.Text}\n")), ex);
            }
        }
    }

    /// <summary>The last cut is one character short of the end, the others part the text evenly.</summary>
    private static SourceText Head(SourceText text, int cut) =>
        text.GetSubText(new TextSpan(0, cut == Cuts ? Math.Max(0, text.Length - 1) : text.Length * cut / Cuts));

    private static string Exactly(Diagnostic diagnostic)
    {
        var properties = diagnostic.Properties.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => $"{p.Key}={p.Value}");
        var places = diagnostic.AdditionalLocations.Select(static l => l.GetLineSpan().ToString());
        return $"{diagnostic.Id} {diagnostic.Severity} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage(CultureInfo.InvariantCulture)} " +
            $"[{string.Join("; ", properties)}] [{string.Join("; ", places)}]";
    }
}
