using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Types of a compilation by their full names.</summary>
internal static class TypesByName
{
    /// <summary>
    /// What <see cref="Compilation.GetTypeByMetadataName"/> gives for a type that is neither generic nor nested. That asks each of some hundred references in turn; the
    /// namespaces, which the compiler has merged and keeps for its own <c>using</c>s, know at the first missing one.
    /// </summary>
    public static INamedTypeSymbol? FindType(this Compilation compilation, string fullName)
    {
        var space = compilation.GlobalNamespace;
        var start = 0;
        for (var dot = fullName.IndexOf('.'); dot >= 0; dot = fullName.IndexOf('.', start))
        {
            if (space.GetMembers(fullName.Substring(start, dot - start)).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
                return null;
            space = inner;
            start = dot + 1;
        }

        var types = space.GetTypeMembers(fullName.Substring(start), arity: 0);
        return types.Length > 1 ? compilation.GetTypeByMetadataName(fullName) : types.FirstOrDefault();
    }
}
