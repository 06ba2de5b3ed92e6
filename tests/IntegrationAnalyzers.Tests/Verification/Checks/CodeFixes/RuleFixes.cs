using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using IntegrationAnalyzers.CodeFixes.Rules;
using IntegrationAnalyzers.CodeFixes.Rules.Baselines;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Tests.Verification.Checks;

/// <summary>Finds a rule's fix as an editor does: by the exported providers and the IDs they fix.</summary>
internal static class RuleFixes
{
    public static ImmutableArray<CodeFixProvider> For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var ids = new TAnalyzer().SupportedDiagnostics.Select(static d => d.Id).ToHashSet();
        return new[] { typeof(IntegrationCodeFix).Assembly, typeof(TAnalyzer).Assembly }
            .Distinct()
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => !type.IsAbstract && type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null && type != typeof(AddToBaselineFix))
            .Select(static type => (CodeFixProvider)Activator.CreateInstance(type)!)
            .Where(fix => fix.FixableDiagnosticIds.Any(ids.Contains))
            .ToImmutableArray();
    }

    /// <summary>A test of a fix that does not exist, above all one that it is not offered, would prove nothing.</summary>
    public static void EnsureAny<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        if (For<TAnalyzer>().IsEmpty)
            throw new InvalidOperationException($"No exported code fix mends the diagnostic of {typeof(TAnalyzer).Name}.");
    }
}
