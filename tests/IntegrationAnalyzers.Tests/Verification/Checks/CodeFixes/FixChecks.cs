using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

/// <summary>What every test of a fix holds beyond the official harness.</summary>
internal static partial class FixChecks
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>The fixed code has no more compiler warnings, and no more reports of any of our rules, than the code had before.</summary>
    public static async Task VerifyNothingNewAsync(
        AnalysisInput before, AnalysisInput after, ImmutableArray<DiagnosticAnalyzer> allRules, CancellationToken cancellationToken)
    {
        var was = await CountAsync(before, allRules, cancellationToken).ConfigureAwait(false);
        var now = await CountAsync(after, allRules, cancellationToken).ConfigureAwait(false);
        foreach (var diagnostics in now)
        {
            if (diagnostics.Count() > was[diagnostics.Key].Count())
            {
                throw new InvalidOperationException(
                    $"The fixed code has more of {diagnostics.Key} than the code before:\n" +
                    string.Concat(diagnostics.Select(static d => DiagnosticText.Show(d) + "\n")) +
                    string.Concat(after.Sources.Select(static f => $"--- {f.Path}\n{f.Text}\n")));
            }
        }
    }

    /// <summary>Copies the state with CRLF, a byte-order mark and tabs in its sources: a fix keeps them.</summary>
    public static void CopyWithOtherLineEnds(SolutionState from, SolutionState to)
    {
        foreach (var (name, content) in from.Sources)
            to.Sources.Add((name, SourceText.From(WithTabs(content.ToString().Replace("\r\n", "\n")).Replace("\n", "\r\n"), WithMark)));
        to.AdditionalFiles.AddRange(from.AdditionalFiles);
        to.AnalyzerConfigFiles.AddRange(from.AnalyzerConfigFiles);
        to.ExpectedDiagnostics.AddRange(from.ExpectedDiagnostics);
    }

    /// <summary>Each step at the start of a line as a tab.</summary>
    private static string WithTabs(string text)
    {
        var width = FileIndentation.Of(SourceText.From(text)).Step.Length;
        return LineStart().Replace(text, start => new string('\t', start.Length / width) + new string(' ', start.Length % width));
    }

    [GeneratedRegex("^ +", RegexOptions.Multiline)]
    private static partial Regex LineStart();

    private static async Task<ILookup<string, Diagnostic>> CountAsync(
        AnalysisInput input, ImmutableArray<DiagnosticAnalyzer> allRules, CancellationToken cancellationToken)
    {
        var compilation = input.CreateCompilation();
        var compiler = compilation.GetDiagnostics(cancellationToken).Where(static d => d.Severity >= DiagnosticSeverity.Warning);
        var rules = await AnalyzerRun.RunAsync(
            compilation, allRules, input.CreateAnalyzerOptions(), concurrent: true, cancellationToken).ConfigureAwait(false);
        return compiler.Concat(rules).ToLookup(static d => d.Id);
    }
}
