using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis.Metering;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>CPU time and bytes allocated while something ran.</summary>
internal readonly record struct Cost(TimeSpan Cpu, long Bytes)
{
    /// <summary>Of all threads of this process.</summary>
    public static Cost Of(Action action) => Of(action, static () => Environment.CpuUsage.TotalTime);

    /// <summary>Of this thread alone, as the rules' own time is: what the runtime compiles meanwhile in the background is nobody's.</summary>
    public static Cost OnThisThread(Action action) => Of(action, static () => TimeSpan.FromMicroseconds(ThreadClock.Nanoseconds / 1000.0));

    private static Cost Of(Action action, Func<TimeSpan> clock)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = clock();
        action();
        return new Cost(clock() - cpu, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}

/// <summary>One round over one project: the compiler alone, the bare listener, all rules.</summary>
internal sealed record Round(bool Emits, Cost Compiler, Cost Bare, Cost Rules, ImmutableSortedDictionary<string, Cost> Own);

/// <summary>What a project costs: each figure the median of its rounds.</summary>
/// <param name="Emits">Whether the project compiles: with errors the compiler binds and neither lowers nor writes, so that all ratios look worse than in a build.</param>
internal sealed record ProjectCost(
    bool Emits,
    double CompilerSeconds,
    double BareSeconds,
    double RulesSeconds,
    double BareMegabytes,
    double RulesMegabytes,
    ImmutableSortedDictionary<string, double> OwnSeconds,
    ImmutableSortedDictionary<string, double> OwnMegabytes)
{
    public static ProjectCost Median(IReadOnlyCollection<Round> rounds) => new(
        rounds.All(static r => r.Emits),
        Middle(rounds, static r => r.Compiler.Cpu.TotalSeconds),
        Middle(rounds, static r => r.Bare.Cpu.TotalSeconds),
        Middle(rounds, static r => r.Rules.Cpu.TotalSeconds),
        Middle(rounds, static r => r.Bare.Bytes / 1e6),
        Middle(rounds, static r => r.Rules.Bytes / 1e6),
        OfRules(rounds, static own => own.Cpu.TotalSeconds),
        OfRules(rounds, static own => own.Bytes / 1e6));

    public static ProjectCost Sum(IReadOnlyCollection<ProjectCost> projects) => new(
        projects.All(static p => p.Emits),
        projects.Sum(static p => p.CompilerSeconds),
        projects.Sum(static p => p.BareSeconds),
        projects.Sum(static p => p.RulesSeconds),
        projects.Sum(static p => p.BareMegabytes),
        projects.Sum(static p => p.RulesMegabytes),
        ByRule(projects.SelectMany(static p => p.OwnSeconds)),
        ByRule(projects.SelectMany(static p => p.OwnMegabytes)));

    /// <summary>CPU seconds in the rules' own callbacks.</summary>
    public double TotalOwnSeconds => OwnSeconds.Values.Sum();

    /// <summary>The bar: the rules' own time in parts of what the compiler needs to bind and emit the same code.</summary>
    public double OwnRatio => CompilerSeconds > 0 ? TotalOwnSeconds / CompilerSeconds : 0;

    /// <summary>All that the rules add to a build that has operation listeners anyway, drivers and garbage included.</summary>
    public double AddedRatio => CompilerSeconds > 0 ? (RulesSeconds - BareSeconds) / CompilerSeconds : 0;

    public double ExtraMegabytes => RulesMegabytes - BareMegabytes;

    private static ImmutableSortedDictionary<string, double> OfRules(IReadOnlyCollection<Round> rounds, Func<Cost, double> figure) =>
        rounds.First().Own.Keys.ToImmutableSortedDictionary(static id => id, id => Middle(rounds, r => figure(r.Own[id])), StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, double> ByRule(IEnumerable<KeyValuePair<string, double>> figures) =>
        figures.GroupBy(static pair => pair.Key)
            .ToImmutableSortedDictionary(static g => g.Key, static g => g.Sum(static pair => pair.Value), StringComparer.Ordinal);

    private static double Middle(IEnumerable<Round> rounds, Func<Round, double> figure) => Figures.Median(rounds.Select(figure));
}
