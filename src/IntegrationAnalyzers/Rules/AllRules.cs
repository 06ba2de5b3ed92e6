using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Rules;

/// <summary>Every rule of the package, found by reflection once a process and only where somebody asks.</summary>
internal static class AllRules
{
    private static readonly Lazy<Dictionary<string, IntegrationAnalyzer>> Found = new(Find);

    public static IReadOnlyDictionary<string, IntegrationAnalyzer> ById => Found.Value;

    /// <summary>Whether findings of the rule may stand in a baseline. What is wrong with our own configuration, and with the baseline itself, is mended and not kept.</summary>
    public static bool IsForBaselines(DiagnosticDescriptor rule) => rule.Category != RuleCategory.Configuration || rule.Id == IA0002UnreadableConfiguration.Id;

    private static Dictionary<string, IntegrationAnalyzer> Find() =>
        typeof(IntegrationAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(IntegrationAnalyzer).IsAssignableFrom(type))
            .Select(static type => (IntegrationAnalyzer)Activator.CreateInstance(type))
            .ToDictionary(static rule => rule.Rule.Id, StringComparer.Ordinal);
}
