using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
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

    // A project of a few files takes milliseconds: one round of it is as much about the moment as about the rules.
    private const int MostRounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(1);

    /// <param name="compilation">What is measured.</param>
    /// <param name="rounds">Rounds to take the median of, for a small project as many as go into a second; before more than one, a round, or half a second of them, warms up and is thrown away.</param>
    /// <param name="cancellation">Stops between two rounds.</param>
    /// <param name="options">What the rules are given besides the compilation.</param>
    public ProjectCost Measure(CSharpCompilation compilation, int rounds, CancellationToken cancellation, AnalyzerOptions? options = null)
    {
        if (rounds > 1)
            Rounds(1, WarmUp);
        return ProjectCost.Median(Rounds(rounds, rounds > 1 ? Measuring : TimeSpan.Zero));

        List<Round> Rounds(int least, TimeSpan time)
        {
            var done = new List<Round>();
            var clock = Stopwatch.StartNew();
            while (done.Count < least || (clock.Elapsed < time && done.Count < MostRounds))
                done.Add(Once(compilation, options, cancellation));
            return done;
        }
    }

    private Round Once(CSharpCompilation compilation, AnalyzerOptions? options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        var compiled = Fresh(compilation);
        var emits = false;
        var compiler = parallel ? Cost.Of(Compiling) : Cost.OnThisThread(Compiling);
        void Compiling() => emits = Compile(compiled, cancellation);

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
