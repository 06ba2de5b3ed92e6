using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The files in which a value of a type may be at hand, by names alone: those that name it, and those that name a type which such a file declares. Elsewhere a
/// name like one of its members' is another's, and need not be bound to know it. A value that comes by two types out of sight of each other is not seen.
/// </summary>
internal sealed class TypeNeighbours
{
    private readonly HashSet<uint> _names;

    public TypeNeighbours(INamedTypeSymbol type, SourceIndex source)
    {
        var names = new HashSet<string> { type.Name };
        foreach (var tree in source.TreesWith(type.Name))
        {
            foreach (var declared in TreeIndex.Of(tree).Types)
                names.Add(declared.Name);
        }

        _names = TextWords.Hashes(names);
    }

    public bool Have(SyntaxTree tree) => TreeIndex.Of(tree).Words.ContainsAny(_names);
}
