using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Rules;
using IntegrationAnalyzers.CodeFixes.Rules.Baselines;
using IntegrationAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>One rule of the package, as the two assemblies have it.</summary>
/// <param name="Descriptor">What it reports.</param>
/// <param name="Analyzer">The class that reports it.</param>
/// <param name="Fix">The class that mends it, or null.</param>
internal sealed record CatalogRule(DiagnosticDescriptor Descriptor, Type Analyzer, Type? Fix)
{
    public string Id => Descriptor.Id;

    /// <summary><c>Timeouts</c> of <c>IntegrationAnalyzers.Rules.Timeouts</c>.</summary>
    public string Family => Analyzer.Namespace![(Analyzer.Namespace!.LastIndexOf('.') + 1)..];

    public string Page => $"rules/{Id}.md";

    public string Title => Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Id;
}

/// <summary>All rules and fixes, found by reflection: nothing has to be registered anywhere.</summary>
internal static class RuleCatalog
{
    /// <summary>Rules that mend nothing, each with its reason. A rule is either here or has a fix.</summary>
    public static readonly ImmutableDictionary<string, string> WithoutFix = ImmutableDictionary<string, string>.Empty
        .Add("IA0001", "the mistake is in a configuration file, where a code fix of the compiler cannot write")
        .Add("IA0002", "what a broken file was meant to say is not known")
        .Add("IA0005", "what the line was meant to teach is not known")
        .Add("IA5011", "which fields an API promises, and by which names, is its owners' decision");

    /// <summary>The suppressor is no rule.</summary>
    public static ImmutableArray<Type> AnalyzerTypes { get; } =
        Concrete(typeof(IntegrationAnalyzer), typeof(DiagnosticAnalyzer)).RemoveAll(static type => type.IsSubclassOf(typeof(DiagnosticSuppressor)));

    /// <summary>What puts a finding into the baseline mends none.</summary>
    public static ImmutableArray<Type> FixTypes { get; } = Concrete(typeof(IntegrationCodeFix), typeof(CodeFixProvider)).Remove(typeof(AddToBaselineFix));

    /// <summary>Ordered by ID.</summary>
    public static ImmutableArray<CatalogRule> Rules { get; } = ReadRules();

    /// <summary>For theories: a row an ID.</summary>
    public static IEnumerable<object[]> Ids => Rules.Select(static rule => new object[] { rule.Id });

    public static CatalogRule Rule(string id) => Rules.Single(rule => rule.Id == id);

    public static CodeFixProvider CreateFix(Type type) => (CodeFixProvider)Activator.CreateInstance(type)!;

    private static ImmutableArray<CatalogRule> ReadRules()
    {
        var fixes = FixTypes.ToLookup(static type => CreateFix(type).FixableDiagnosticIds.Single());
        return AnalyzerTypes
            .Select(static type => (Type: type, Analyzer: (DiagnosticAnalyzer)Activator.CreateInstance(type)!))
            .SelectMany(static pair => pair.Analyzer.SupportedDiagnostics.Select(descriptor => (pair.Type, Descriptor: descriptor)))
            .Select(pair => new CatalogRule(pair.Descriptor, pair.Type, fixes[pair.Descriptor.Id].FirstOrDefault()))
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    private static ImmutableArray<Type> Concrete(Type anchor, Type baseType) =>
        anchor.Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(baseType))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToImmutableArray();
}
