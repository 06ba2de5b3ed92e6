using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using IntegrationAnalyzers.CodeFixes.Rules;
using IntegrationAnalyzers.CodeFixes.Rules.Baselines;
using IntegrationAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>The analyzers and fixes under test, found in their assemblies.</summary>
internal sealed class LoadedRules
{
    private LoadedRules(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableDictionary<string, CodeFixProvider> fixes, Func<string, bool>? wanted = null)
    {
        Analyzers = analyzers;
        Fixes = fixes;
        Descriptors = [.. analyzers.SelectMany(static a => a.SupportedDiagnostics).Where(d => wanted?.Invoke(d.Id) ?? true).DistinctBy(static d => d.Id).OrderBy(static d => d.Id, StringComparer.Ordinal)];
        AtEnd = Descriptors.Where(static d => d.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd)).Select(static d => d.Id).ToImmutableHashSet(StringComparer.Ordinal);
        Severities = Descriptors.Where(static d => !d.IsEnabledByDefault).ToImmutableDictionary(static d => d.Id, static _ => ReportDiagnostic.Warn);
    }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>The levels of rules that are off by default, and are run all the same.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; }

    /// <summary>The fix of each ID that has one.</summary>
    public ImmutableDictionary<string, CodeFixProvider> Fixes { get; }

    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>The IDs that are reported at the end of a compilation alone: nobody who asks for one file is told.</summary>
    public ImmutableHashSet<string> AtEnd { get; }

    /// <param name="ids">Only these rules; all when empty.</param>
    public static LoadedRules Load(IReadOnlyCollection<string> ids)
    {
        bool Wanted(string id) => ids.Count == 0 || ids.Contains(id, StringComparer.OrdinalIgnoreCase);

        var analyzers = Create<DiagnosticAnalyzer>(typeof(IntegrationAnalyzer).Assembly)
            .Where(a => a.SupportedDiagnostics.Any(d => Wanted(d.Id)))
            .OrderBy(static a => a.SupportedDiagnostics[0].Id, StringComparer.Ordinal);
        var fixes = Create<CodeFixProvider>(typeof(IntegrationCodeFix).Assembly)
            .Where(static fix => fix is not AddToBaselineFix)
            .SelectMany(static fix => fix.FixableDiagnosticIds.Select(id => (Id: id, Fix: fix)))
            .Where(pair => Wanted(pair.Id))
            .ToImmutableDictionary(static pair => pair.Id, static pair => pair.Fix);
        return new LoadedRules([.. analyzers], fixes);
    }

    /// <summary>These rules, and beside them those of another assembly with one of the IDs.</summary>
    public LoadedRules Beside(IEnumerable<string> assemblies, IReadOnlyCollection<string> ids)
    {
        var others = assemblies
            .SelectMany(AnalyzersIn)
            .Where(a => a.SupportedDiagnostics.Any(d => ids.Contains(d.Id)))
            .OrderBy(static a => a.SupportedDiagnostics[0].Id, StringComparer.Ordinal);
        return new LoadedRules([.. Analyzers, .. others], Fixes, id => ids.Contains(id) || Descriptors.Any(d => d.Id == id));
    }

    /// <summary>An assembly's analyzers of C#.</summary>
    public static IEnumerable<DiagnosticAnalyzer> AnalyzersIn(string path) => Create<DiagnosticAnalyzer>(Assembly.LoadFrom(path))
        .Where(static a => a.GetType().GetCustomAttribute<DiagnosticAnalyzerAttribute>() is { } mark && mark.Languages.Contains(LanguageNames.CSharp));

    /// <summary>The analyzer of one ID alone.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Only(string id) => [.. Analyzers.Where(a => a.SupportedDiagnostics.Any(d => d.Id == id))];

    /// <summary>The project with the rules on that are off by default, so that what checks their fixes sees them, too.</summary>
    public Project Enabled(Project project) => project.Solution
        .WithProjectCompilationOptions(project.Id, ((CSharpCompilationOptions)project.CompilationOptions!).WithSpecificDiagnosticOptions(Severities))
        .GetProject(project.Id)!;

    private static IEnumerable<T> Create<T>(Assembly assembly) =>
        TypesIn(assembly)
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(T)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(static type => (T)Activator.CreateInstance(type)!);

    private static IEnumerable<Type> TypesIn(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            // Somebody else's package may have parts for hosts that are not here.
            return partly.Types.OfType<Type>();
        }
    }
}
