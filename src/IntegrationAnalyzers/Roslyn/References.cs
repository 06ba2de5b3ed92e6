using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a compilation references, by name.</summary>
internal sealed class References
{
    /// <summary>Many rules ask; the names are read once a compilation.</summary>
    private static readonly ConditionalWeakTable<Compilation, References> Read = new();

    // Hundreds of names a project, of which a dozen are ever asked for: kept as hashes, no string is made.
    private readonly uint[] _names;

    private References(Compilation compilation)
    {
        var names = new HashTable();
        var isUnnamed = false;
        foreach (var reference in compilation.ExternalReferences)
        {
            switch (reference)
            {
                case CompilationReference { Compilation.AssemblyName: { } name }:
                    names.Add(Hash(name.AsSpan()));
                    break;
                case PortableExecutableReference { FilePath: { } path }:
                    names.Add(Hash(FileName(path)));
                    break;
                default:
                    isUnnamed = true;
                    break;
            }
        }

        if (isUnnamed)
        {
            foreach (var assembly in compilation.ReferencedAssemblyNames)
                names.Add(Hash(assembly.Name.AsSpan()));
        }

        _names = names.ToSlots();
    }

    /// <summary>
    /// Whether an assembly of one of the names is referenced. By file name where there is one: asking for the assemblies' identities makes the
    /// compiler open and bind all references, as does <see cref="Compilation.References"/>; a small project costs that more than everything else here.
    /// </summary>
    public static bool Any(Compilation compilation, HashSet<string> names)
    {
        var references = Read.GetValue(compilation, static c => new References(c));
        foreach (var name in names)
        {
            if (HashTable.Contains(references._names, Hash(name.AsSpan())))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> FileName(string path)
    {
        var start = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        var end = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path.Length - 4 : path.Length;
        return path.AsSpan(start, Math.Max(0, end - start));
    }

    /// <summary>The same for names that differ in case only, which assemblies' names are allowed to.</summary>
    private static uint Hash(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var character in name)
            hash = (hash ^ char.ToUpperInvariant(character)) * 16777619u;
        return hash;
    }
}
