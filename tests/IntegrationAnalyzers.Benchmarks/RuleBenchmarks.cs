using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Benchmarks;

/// <summary>
/// All rules against the bare listener, on sources of growing size with and without integration code. Twice the size may cost twice as
/// much, not more; without integration code the rules may cost next to nothing.
/// </summary>
[Config(typeof(InProcess))]
public class RuleBenchmarks
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Bare = [new BareOperationListener()];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. typeof(Rules.IntegrationAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private IReadOnlyList<string> _sources = [];
    private CSharpCompilation? _compilation;

    [Params(1, 2, 4)]
    public int Size { get; set; }

    [Params(false, true)]
    public bool Integration { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _sources = GeneratedProject.Sources(Size, Integration);
        var errors = GeneratedProject.Compile(_sources).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The generated source does not compile: {errors[0]}");
    }

    /// <summary>Fresh trees each time: neither the compiler nor the rules may find what an earlier run left.</summary>
    [IterationSetup]
    public void Parse()
    {
        _compilation = GeneratedProject.Compile(_sources);
        foreach (var tree in _compilation.SyntaxTrees)
            tree.GetRoot();
    }

    [Benchmark(Baseline = true)]
    public int BareListener() => Run(Bare);

    [Benchmark]
    public int AllRules() => Run(Rules);

    private int Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        return new CompilationWithAnalyzers(_compilation!, analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;
    }
}
