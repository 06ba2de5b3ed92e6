using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>
/// The assemblies every loaded project is compiled against: .NET and ASP.NET Core reference packs and some packages, as the
/// build wrote them beside the program. Shared, because a reference holds its decoded metadata.
/// </summary>
internal sealed class ReferenceSet
{
    private static readonly string[] Frameworks =
    [
        "net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0", "netstandard2.1", "netstandard2.0",
        "netstandard1.6", "netstandard1.3", "netstandard1.1", "netstandard1.0",
    ];

    private static readonly string[] TestFrameworks = ["xunit", "nunit", "MSTest", "Microsoft.VisualStudio.TestPlatform", "Microsoft.NET.Test.Sdk", "TUnit"];

    private readonly ImmutableArray<MetadataReference> _common;
    private readonly ImmutableDictionary<string, ImmutableArray<MetadataReference>> _byName;

    private ReferenceSet(
        ImmutableArray<MetadataReference> common,
        ImmutableDictionary<string, ImmutableArray<MetadataReference>> byName,
        ImmutableArray<string> missing)
    {
        _common = common;
        _byName = byName;
        Missing = missing;
    }

    /// <summary>Packages of the list that the package cache has no usable assembly for.</summary>
    public ImmutableArray<string> Missing { get; }

    public static ReferenceSet Load(string folder)
    {
        var assemblies = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in File.ReadLines(Path.Combine(folder, "reference-assemblies.txt")))
            assemblies[Path.GetFileName(path)] = MetadataReference.CreateFromFile(path);

        var byName = ImmutableDictionary.CreateBuilder<string, ImmutableArray<MetadataReference>>(StringComparer.OrdinalIgnoreCase);
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "reference-packages.txt")))
        {
            if (line.Split('|') is not [var root, var id, var version, var onlyWhereNamed])
                continue;

            var paths = Assemblies(Path.Combine(root, id.ToLowerInvariant(), version.Trim('[', ']'))).ToList();
            if (paths.Count == 0)
                missing.Add($"{id} {version}");
            else if (onlyWhereNamed.Length > 0)
                AddNamed(byName, onlyWhereNamed == "true" ? id : onlyWhereNamed, paths);
            else
                paths.ForEach(path => assemblies.TryAdd(Path.GetFileName(path), MetadataReference.CreateFromFile(path)));
        }

        foreach (var (fileName, stub) in StubReferences.Load(Path.Combine(folder, "Stubs"), assemblies.Values).ToList())
            assemblies.TryAdd(fileName, stub);

        return new ReferenceSet([.. assemblies.Values], byName.ToImmutable(), missing.ToImmutable());
    }

    /// <summary>What a project that names these packages is compiled against. A test framework only where one is named: rules take its reference for a test project.</summary>
    public ImmutableArray<MetadataReference> For(IEnumerable<string> packages)
    {
        var named = packages.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var common = named.Any(IsTestFramework) ? _common : _common.RemoveAll(static r => IsTestFramework(Path.GetFileName(r.Display) ?? ""));
        return [.. common, .. named.Where(_byName.ContainsKey).SelectMany(id => _byName[id])];
    }

    private static bool IsTestFramework(string name) =>
        TestFrameworks.Any(framework => name.Contains(framework, StringComparison.OrdinalIgnoreCase));

    /// <summary>A package that tells what kind of project it is (a test project, a browser's) is given to those alone that name it, or the package it comes with.</summary>
    private static void AddNamed(
        ImmutableDictionary<string, ImmutableArray<MetadataReference>>.Builder byName, string names, IEnumerable<string> paths)
    {
        foreach (var name in names.Split(';'))
        {
            var known = byName.TryGetValue(name, out var references) ? references : [];
            byName[name] = known.AddRange(paths.Select(static path => MetadataReference.CreateFromFile(path)));
        }
    }

    private static IEnumerable<string> Assemblies(string package) =>
        Frameworks
            .Select(framework => Path.Combine(package, "lib", framework))
            .Where(Directory.Exists)
            .Select(static folder => Directory.GetFiles(folder, "*.dll"))
            .FirstOrDefault(static files => files.Length > 0) ?? [];
}
