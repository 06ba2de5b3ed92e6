using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Benchmarks;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace IntegrationAnalyzers.Tests.Robustness;

/// <summary>
/// What all rules allocate, beyond a listener that does nothing, for each thousand lines of a generated project. Bytes repeat from run to run, on every machine; times do not.
/// docs/evidence.md says how a ceiling is moved.
/// </summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private const int Size = 2;

    // KiB where one file of ten calls somebody, and where none does; a tenth above what was measured. The oldest Roslyn allocates more itself for what it is asked.
#if ROSLYN_WITHOUT_WORKSPACES
    private const double CallingCeiling = 376;
    private const double QuietCeiling = 212;
#else
    private const double CallingCeiling = 332;
    private const double QuietCeiling = 186;
#endif

    [Theory]
    [InlineData(true, CallingCeiling)]
    [InlineData(false, QuietCeiling)]
    public void AllRules_StayBelowTheCeiling(bool integration, double ceiling)
    {
        var sources = GeneratedProject.Sources(Size, integration);
        var lines = sources.Sum(static source => source.Count(static character => character == '\n')) / 1000.0;

        // The first of each fills the tables that are kept for the process's life.
        long Least(ImmutableArray<DiagnosticAnalyzer> analyzers) => Enumerable.Range(0, 3).Select(_ => Bytes(sources, analyzers)).Min();
        var kilobytes = (Least([new Listener(), .. PackageRules.All]) - Least([new Listener()])) / 1024.0 / lines;
        Assert.True(kilobytes <= ceiling, $"{kilobytes:N1} KiB for each thousand lines; the ceiling is {ceiling:N1}.");
    }

    private static long Bytes(IReadOnlyList<string> sources, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var compilation = GeneratedProject.Compile(sources);
        foreach (var tree in compilation.SyntaxTrees)
            tree.GetRoot();

        var driver = compilation.WithAnalyzers(analyzers, options);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        driver.GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>Has the driver bind all code, as the SDK's own analyzers do in every build.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Listener : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("BARE0001", "Nothing", "Nothing", "Measuring", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
}
