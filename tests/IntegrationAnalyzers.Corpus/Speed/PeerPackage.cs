using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Analysis.Metering;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Speed;

/// <summary>A package of analyzers to be compared: those that have a rule which is on by default.</summary>
internal sealed class PeerPackage
{
    private const string AnalyzersFolder = "analyzers";

    public PeerPackage(string name, IEnumerable<DiagnosticAnalyzer> analyzers)
    {
        Name = name;
        Analyzers = [.. analyzers.Where(static a => a.SupportedDiagnostics.Any(static d => d.IsEnabledByDefault))];
        Rules = Analyzers.SelectMany(static a => a.SupportedDiagnostics).Where(static d => d.IsEnabledByDefault).Select(static d => d.Id).Distinct(StringComparer.Ordinal).Count();
    }

    public string Name { get; }

    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; }

    /// <summary>IDs that are on by default.</summary>
    public int Rules { get; }

    /// <summary>The analyzers of an assembly, or of all assemblies in a folder.</summary>
    public static PeerPackage At(string path)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.dll").Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1);
        return new PeerPackage(NameOf(path), files.SelectMany(LoadedRules.AnalyzersIn));
    }

    public ImmutableArray<MeteredRule> Metered() => [.. Analyzers.Select(static analyzer => new MeteredRule(analyzer))];

    /// <summary>Package and version stand before the folder of analyzers, as a package folder and an SDK lay them out.</summary>
    private static string NameOf(string path)
    {
        var parts = Path.GetFullPath(path).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.LastIndexOf(parts, AnalyzersFolder);
        return at >= 2 ? $"{parts[at - 2]} {parts[at - 1]}" : Path.GetFileNameWithoutExtension(path);
    }
}
