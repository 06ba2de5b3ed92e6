using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Members by which a part of a value is taken out of it: queries, collections, documents, conversions.</summary>
internal static class PartApis
{
    /// <summary>Whether what the method gives, or gives to its delegate, comes out of what it is called on.</summary>
    public static bool HandsPartsOut(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type)
            return false;
        var home = type.ContainingNamespace;
        return home.Is("System.Linq") || home.Is("System.Collections.Generic") || home.Is("System.Collections.Immutable") || ResponseBodies.IsDocument(type) ||
            (method.IsExtensionMethod && home.Is("Newtonsoft.Json.Linq")) || method.Name is "ToString" or "GetValueOrDefault";
    }
}
