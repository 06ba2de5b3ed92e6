using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>
/// The assemblies that loaded projects are compiled against, as the build wrote them beside the program: reference packs, packages,
/// and stand-ins for packages that not every feed has. Shared, because a reference holds its decoded metadata.
/// </summary>
internal sealed class ReferenceSet
{
    private static readonly string[] Frameworks =
    [
        "net10.0", "net9.0", "net8.0", "net7.0", "net6.0", "net5.0", "netcoreapp3.1", "netcoreapp3.0", "netstandard2.1", "netstandard2.0",
        "netstandard1.6", "netstandard1.3", "netstandard1.1", "netstandard1.0",
    ];

    private readonly ImmutableArray<Library> _libraries;

    private ReferenceSet(ImmutableArray<Library> libraries)
    {
        _libraries = libraries;
        Missing = [.. libraries.Where(static l => l.Assemblies.IsEmpty).Select(static l => l.Name)];
    }

    /// <summary>Libraries of the list that the package cache has no usable assembly for.</summary>
    public ImmutableArray<string> Missing { get; }

    public static ReferenceSet Load(string folder)
    {
        var lines = File.ReadLines(Path.Combine(folder, "references.txt")).Select(static line => line.Split('|')).ToList();
        var libraries = new List<Library>();
        foreach (var line in lines)
        {
            switch (line)
            {
                case ["framework", var name, var patterns, ..]:
                    libraries.Add(new Library(name, Patterns(name, patterns), false, Open(
                        lines.Where(l => l is ["assembly", var of, _] && of == name).Select(static l => l[2]))));
                    break;
                case ["package", var id, var patterns, var onlyWhereNamed, var root, var version]:
                    libraries.Add(new Library(id, Patterns(id, patterns), onlyWhereNamed.Length > 0, Open(
                        AssembliesOf(Path.Combine(root, id.ToLowerInvariant(), version.Trim('[', ']'))))));
                    break;
            }
        }

        var stubPatterns = lines.Where(static l => l is ["stub", _, _]).ToDictionary(static l => l[1], static l => l[2]);
        var known = libraries.SelectMany(static l => l.Assemblies.Values).ToList();
        foreach (var (name, stub) in StubReferences.Load(Path.Combine(folder, "Stubs"), stubPatterns.Keys, known).ToList())
        {
            var patterns = stubPatterns.GetValueOrDefault(name) ?? name + "*";
            var assemblies = ImmutableDictionary<string, MetadataReference>.Empty.Add(name.Split('@')[0] + ".dll", stub);

            // An older shape comes before the newest, and only where a project names such a version.
            if (name.Contains('@'))
                libraries.Insert(0, new Library(name, Patterns(name, patterns), OnlyWhereNamed: true, assemblies));
            else
                libraries.Add(new Library(name, Patterns(name, patterns), OnlyWhereNamed: false, assemblies));
        }

        return new ReferenceSet([.. libraries]);
    }

    /// <summary>What a project is compiled against that names these packages and SDKs; null stands for a folder without a project file.</summary>
    public ImmutableArray<MetadataReference> For(IReadOnlyCollection<string>? names)
    {
        var assemblies = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        foreach (var library in _libraries)
        {
            if (names is null ? library.OnlyWhereNamed : !library.IsBroughtBy(names))
                continue;
            foreach (var (file, reference) in library.Assemblies)
                assemblies.TryAdd(file, reference);
        }

        return [.. assemblies.Values];
    }

    private static ImmutableArray<string> Patterns(string name, string patterns) => patterns.Length == 0 ? [name] : [.. patterns.Split(';')];

    private static ImmutableDictionary<string, MetadataReference> Open(IEnumerable<string> paths) =>
        paths.ToImmutableDictionary(
            static path => Path.GetFileName(path),
            static path => (MetadataReference)MetadataReference.CreateFromFile(path),
            StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> AssembliesOf(string package) =>
        Frameworks
            .Select(framework => Path.Combine(package, "lib", framework))
            .Where(Directory.Exists)
            .Select(static folder => Directory.GetFiles(folder, "*.dll"))
            .FirstOrDefault(static files => files.Length > 0) ?? [];

    private sealed record Library(
        string Name,
        ImmutableArray<string> Patterns,
        bool OnlyWhereNamed,
        ImmutableDictionary<string, MetadataReference> Assemblies)
    {
        public bool IsBroughtBy(IReadOnlyCollection<string> names) =>
            Patterns.Any(pattern => pattern == "*" || names.Any(name => FileSystemName.MatchesSimpleExpression(pattern, name)));
    }
}
