using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Benchmarks;
using IntegrationAnalyzers.Corpus.Analysis.Metering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>
/// Measures a compilation. Every run gets trees of its own, parsed before the clock starts: nothing bound or cached by an earlier
/// run, of the compiler or of the rules, is there to be found.
/// </summary>
internal sealed class CostMeter(LoadedRules rules, bool parallel)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Bare = [new BareOperationListener()];

    // A build writes symbols, too, unless it is told not to.
    private static readonly EmitOptions AsBuilt = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <param name="compilation">What is measured.</param>
    /// <param name="rounds">Rounds to take the median of; before more than one, a round warms up and is thrown away.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    /// <param name="options">What the rules are given besides the compilation.</param>
    public ProjectCost Measure(CSharpCompilation compilation, int rounds, CancellationToken cancellation, AnalyzerOptions? options = null)
    {
        if (rounds > 1)
            Once(compilation, options, cancellation);

        var measured = new List<Round>();
        for (var i = 0; i < rounds; i++)
            measured.Add(Once(compilation, options, cancellation));
        return ProjectCost.Median(measured);
    }

    private Round Once(CSharpCompilation compilation, AnalyzerOptions? options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        var compiled = Fresh(compilation);
        var emits = false;
        var compiler = Cost.Of(() => emits = Compile(compiled, cancellation));

        var bare = Run(compilation, Bare, options, cancellation);
        // What is off by default costs nobody anything until it is turned on.
        var metered = rules.Analyzers.Where(static rule => rule.SupportedDiagnostics[0].IsEnabledByDefault).Select(static rule => new MeteredRule(rule)).ToList();

        // Beside the listener, as in every project of the SDK's: its own analyzers have the driver bind all code, and what the rules ask is asked of that.
        var all = Run(compilation, [.. Bare, .. metered], options, cancellation);
        return new Round(
            emits,
            compiler,
            bare,
            all,
            metered.ToImmutableSortedDictionary(static rule => rule.Id, static rule => new Cost(rule.OwnTime, rule.OwnBytes), StringComparer.Ordinal));
    }

    private Cost Run(
        CSharpCompilation compilation,
        ImmutableArray<DiagnosticAnalyzer> analyzers,
        AnalyzerOptions? options,
        CancellationToken cancellation)
    {
        var driver = RuleRun.Driver(Fresh(compilation), analyzers, parallel, static (_, _, _) => { }, options);
        return Cost.Of(() => driver.GetAnalysisResultAsync(cancellation).GetAwaiter().GetResult());
    }

    /// <summary>
    /// Binds and, where there are no errors, lowers and writes. Asking for diagnostics as well would bind twice and flatter the ratio.
    /// </summary>
    /// <returns>Whether it compiles.</returns>
    public static bool Compile(CSharpCompilation compilation, CancellationToken cancellation) =>
        compilation.Emit(Stream.Null, Stream.Null, options: AsBuilt, cancellationToken: cancellation).Success;

    /// <summary>The same sources in trees that nothing has looked at.</summary>
    public static CSharpCompilation Fresh(CSharpCompilation compilation)
    {
        var trees = compilation.SyntaxTrees
            .Select(static tree => CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath))
            .ToList();
        trees.ForEach(static tree => tree.GetRoot());
        return CSharpCompilation.Create(compilation.AssemblyName, trees, compilation.References, compilation.Options);
    }
}
