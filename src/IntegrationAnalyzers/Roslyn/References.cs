using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a compilation references, by name.</summary>
internal static class References
{
    /// <summary>Many rules ask; the names are read once a compilation.</summary>
    private static readonly ConditionalWeakTable<Compilation, HashSet<string>> Names = new();

    /// <summary>
    /// Whether an assembly of one of the names is referenced. By file name where there is one: asking for the assemblies' identities makes the
    /// compiler open and bind all references, as does <see cref="Compilation.References"/>; a small project costs that more than everything else here.
    /// </summary>
    public static bool Any(Compilation compilation, HashSet<string> names) => Names.GetValue(compilation, static c => Read(c)).Overlaps(names);

    private static HashSet<string> Read(Compilation compilation)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var isUnnamed = false;
        foreach (var reference in compilation.ExternalReferences)
        {
            switch (reference)
            {
                case CompilationReference { Compilation.AssemblyName: { } name }:
                    names.Add(name);
                    break;
                case PortableExecutableReference { FilePath: { } path }:
                    names.Add(FileName(path));
                    break;
                default:
                    isUnnamed = true;
                    break;
            }
        }

        if (!isUnnamed)
            return names;
        foreach (var assembly in compilation.ReferencedAssemblyNames)
            names.Add(assembly.Name);
        return names;
    }

    private static string FileName(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var end = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path.Length - 4 : path.Length;
        return path.Substring(start, Math.Max(0, end - start));
    }
}
