using BenchmarkDotNet.Running;
using IntegrationAnalyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(RuleBenchmarks).Assembly).Run(args);
