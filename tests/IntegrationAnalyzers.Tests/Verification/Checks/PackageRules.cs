using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using IntegrationAnalyzers.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

/// <summary>Every rule of the package.</summary>
internal static class PackageRules
{
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
        typeof(IntegrationAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();

    /// <summary>All rules and, where it is none of them, the one under test.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Including<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        All.Any(static a => a is TAnalyzer) ? All : All.Add(new TAnalyzer());
}
