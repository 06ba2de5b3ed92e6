using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a compilation references, by name.</summary>
internal sealed class References
{
    /// <summary>Many rules ask; the names are read once a compilation.</summary>
    private static readonly ConditionalWeakTable<Compilation, References> Read = new();

    // FNV-1a's, of 64 bits.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

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

    /// <summary>
    /// The hash of an assembly's name, or of the last part of a path; the same for names that differ in case only, which assemblies' names are allowed to. Hundreds
    /// a project are hashed: four characters at a time.
    /// </summary>
    private static uint Hash(string text, int end)
    {
        var name = text.AsSpan(0, end);
        name = name.Slice(name.LastIndexOfAny('/', '\\') + 1);
        var hash = Offset;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(name))
            hash = Step(hash, four);
        for (var i = name.Length & ~3; i < name.Length; i++)
            hash = Step(hash, name[i]);
        return (uint)(hash ^ (hash >> 32));
    }

    // The bit by which an upper case letter of ASCII differs from its lower case one is set in all characters; all names asked for are of ASCII.
    private static ulong Step(ulong hash, ulong characters) => (hash ^ (characters | 0x0020_0020_0020_0020)) * Prime;
}
