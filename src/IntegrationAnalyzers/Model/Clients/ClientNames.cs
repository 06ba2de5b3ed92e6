using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Which expressions may make a client, by names alone.</summary>
internal sealed class ClientNames
{
    /// <summary>How far a type of this compilation may be derived from a library's.</summary>
    private const int MaxBases = 3;

    private readonly HashSet<string> _derived = new(StringComparer.Ordinal);

    /// <summary>Whether the node makes an object of a client's name, or of a name that the place it goes to says.</summary>
    public bool MayMake(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.CalledText() is { } name && ClientTypes.MakesByName(name),
        ObjectCreationExpressionSyntax { Type: var type } => TypeEntry.SimpleName(type) is not { } name || name.EndsWith("Client", StringComparison.Ordinal) || _derived.Contains(name),
        _ => true,
    };

    public static ClientNames Read(Compilation compilation)
    {
        var names = new ClientNames();
        var bases = new HashSet<string>(ClientTypes.Bases, StringComparer.Ordinal);
        for (var round = 0; round < MaxBases && bases.Count > 0; round++)
        {
            var hashes = TextWords.Hashes(bases);
            var found = new HashSet<string>(StringComparer.Ordinal);
            foreach (var tree in compilation.SyntaxTrees)
            {
                if (!TreeIndex.Of(tree).Words.ContainsAny(hashes))
                    continue;
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    foreach (var name in type.BaseNames)
                    {
                        if (bases.Contains(name) && names._derived.Add(type.Name))
                            found.Add(type.Name);
                    }
                }
            }

            bases = found;
        }

        return names;
    }
}
