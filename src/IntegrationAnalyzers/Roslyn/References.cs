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

    private const uint Offset = 2166136261u;

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
                    names.Add(Hash(name, name.Length));
                    break;
                case PortableExecutableReference { FilePath: { } path }:
                    names.Add(HashOfFile(path));
                    break;
                default:
                    isUnnamed = true;
                    break;
            }
        }

        if (isUnnamed)
        {
            foreach (var assembly in compilation.ReferencedAssemblyNames)
                names.Add(Hash(assembly.Name, assembly.Name.Length));
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
            if (HashTable.Contains(references._names, Hash(name, name.Length)))
                return true;
        }

        return false;
    }

    /// <summary>Of the file's name without its extension.</summary>
    private static uint HashOfFile(string path) => Hash(path, path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path.Length - 4 : path.Length);

    /// <summary>The hash of an assembly's name, or of the last part of a path. Hundreds a project are hashed: from the end, each character looked at once.</summary>
    private static uint Hash(string text, int end)
    {
        var hash = Offset;
        for (var i = end - 1; i >= 0 && text[i] is not ('/' or '\\'); i--)
            hash = Step(hash, text[i]);
        return hash;
    }

    /// <summary>The same for names that differ in case only, which assemblies' names are allowed to.</summary>
    private static uint Step(uint hash, char character) =>
        (hash ^ (character is >= 'a' and <= 'z' ? (uint)(character - 32) : character < 128 ? character : char.ToUpperInvariant(character))) * 16777619u;
}
