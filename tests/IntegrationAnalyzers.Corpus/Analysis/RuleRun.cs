using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>A handler of a rule that threw.</summary>
internal sealed record RuleCrash(string Project, string Rule, string Exception);

/// <summary>Runs analyzers over a compilation or one of its files.</summary>
internal static class RuleRun
{
    /// <summary>All reports of the analyzers, in the order of the source; what throws goes to <paramref name="crashes"/>.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AllAsync(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        bool parallel,
        List<RuleCrash> crashes,
        CancellationToken cancellation,
        AnalyzerOptions? options = null)
    {
        if (analyzers.IsEmpty)
            return [];

        var driver = Driver(compilation, analyzers, parallel, Into(crashes, compilation), options);
        return Sorted(await driver.GetAnalyzerDiagnosticsAsync(cancellation).ConfigureAwait(false), analyzers);
    }

    /// <summary>The reports in one file only.</summary>
    public static async Task<ImmutableArray<Diagnostic>> InFileAsync(
        SemanticModel model,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        CancellationToken cancellation,
        bool parallel = false,
        List<RuleCrash>? crashes = null,
        AnalyzerOptions? options = null)
    {
        if (analyzers.IsEmpty)
            return [];

        var driver = Driver(model.Compilation, analyzers, parallel, Into(crashes, model.Compilation), options);
        var syntax = await driver.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, cancellation).ConfigureAwait(false);
        var semantic = await driver.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellation).ConfigureAwait(false);
        return Sorted(syntax.AddRange(semantic), analyzers);
    }

    public static CompilationWithAnalyzers Driver(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        bool parallel,
        Action<Exception, DiagnosticAnalyzer, Diagnostic> onException,
        AnalyzerOptions? options = null) =>
        new(compilation, analyzers, new CompilationWithAnalyzersOptions(
            options ?? new AnalyzerOptions([]),
            onException,
            concurrentAnalysis: parallel,
            logAnalyzerExecutionTime: true,
            reportSuppressedDiagnostics: false,
            analyzerExceptionFilter: static exception => exception is not OperationCanceledException));

    private static Action<Exception, DiagnosticAnalyzer, Diagnostic> Into(List<RuleCrash>? crashes, Compilation compilation) => (exception, analyzer, _) =>
    {
        if (crashes is null)
            return;

        lock (crashes)
            crashes.Add(new RuleCrash(compilation.AssemblyName ?? "", analyzer.SupportedDiagnostics[0].Id, exception.ToString()));
    };

    private static ImmutableArray<Diagnostic> Sorted(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var ids = analyzers.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. diagnostics
                .Where(d => ids.Contains(d.Id))
                .OrderBy(static d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(static d => d.Location.SourceSpan.Start)
                .ThenBy(static d => d.Id, StringComparer.Ordinal),
        ];
    }
}
