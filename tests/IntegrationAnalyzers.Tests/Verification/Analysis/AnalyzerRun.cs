using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Verification.Analysis;

/// <summary>Runs analyzers over a compilation. An analyzer that throws fails the run, whatever the test expects.</summary>
internal static class AnalyzerRun
{
    /// <summary>What the analyzers report, by file and place; what a suppressor takes back only where it is asked for.</summary>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions options,
        bool concurrent = true,
        CancellationToken cancellationToken = default,
        bool reportSuppressed = false)
    {
        var crashes = new ConcurrentQueue<(DiagnosticAnalyzer Analyzer, Exception Exception)>();
        var run = Enabled(compilation, analyzers).WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                options,
                onAnalyzerException: (exception, analyzer, _) => crashes.Enqueue((analyzer, exception)),
                concurrentAnalysis: concurrent,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: reportSuppressed));
        ImmutableArray<Diagnostic> diagnostics;
        try
        {
            diagnostics = await run.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A crash weighs more than the cancellation it may have come from.
            if (crashes.TryDequeue(out var crash))
                throw new AnalyzerCrashException(crash.Analyzer, crash.Exception);
        }

        if (diagnostics.FirstOrDefault(static d => d.Id is "AD0001" or "AD0002") is { } failure)
            throw new InvalidOperationException("An analyzer threw: " + failure.GetMessage());

        return Sort(diagnostics);
    }

    public static ImmutableArray<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .OrderBy(static d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static d => d.Location.SourceSpan.Start)
            .ThenBy(static d => d.Location.SourceSpan.Length)
            .ThenBy(static d => d.Id, StringComparer.Ordinal)
            .ThenBy(static d => d.GetMessage(), StringComparer.Ordinal)
            .ToImmutableArray();

    /// <summary>Rules that are off by default are on in a test: a quiet test would prove nothing.</summary>
    private static Compilation Enabled(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = compilation.Options.SpecificDiagnosticOptions;
        foreach (var descriptor in analyzers.SelectMany(static a => a.SupportedDiagnostics))
        {
            if (!descriptor.IsEnabledByDefault && !options.ContainsKey(descriptor.Id))
                options = options.Add(descriptor.Id, Report(descriptor.DefaultSeverity));
        }

        return options == compilation.Options.SpecificDiagnosticOptions
            ? compilation
            : compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(options));
    }

    private static ReportDiagnostic Report(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };
}

/// <summary>An analyzer threw: AD0001 to a user.</summary>
internal sealed class AnalyzerCrashException(DiagnosticAnalyzer analyzer, Exception inner)
    : InvalidOperationException($"{analyzer.GetType().Name} threw {inner.GetType().Name}: {inner.Message}\n{inner}", inner);
