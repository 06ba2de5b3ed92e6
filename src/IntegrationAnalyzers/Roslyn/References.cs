using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a compilation references, by name.</summary>
internal static class References
{
    /// <summary>
    /// Whether an assembly of one of the names is referenced. By file name where there is one: asking for the assemblies' identities makes the
    /// compiler open and bind all references, as does <see cref="Compilation.References"/>; a small project costs that more than everything else here.
    /// </summary>
    public static bool Any(Compilation compilation, HashSet<string> names)
    {
        var isUnnamed = false;
        foreach (var reference in compilation.ExternalReferences)
        {
            switch (reference)
            {
                case CompilationReference { Compilation.AssemblyName: { } name }:
                    if (names.Contains(name))
                        return true;
                    break;
                case PortableExecutableReference { FilePath: { } path }:
                    if (names.Contains(FileName(path)))
                        return true;
                    break;
                default:
                    isUnnamed = true;
                    break;
            }
        }

        if (!isUnnamed)
            return false;
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (names.Contains(assembly.Name))
                return true;
        }

        return false;
    }

    private static string FileName(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var end = path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? path.Length - 4 : path.Length;
        return path.Substring(start, Math.Max(0, end - start));
    }
}
