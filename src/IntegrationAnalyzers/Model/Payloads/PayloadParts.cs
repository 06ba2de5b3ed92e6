using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>The objects of this compilation's own types that a payload is made of: itself, its elements, its members', and their bases.</summary>
internal static class PayloadParts
{
    private const int MaxTypes = 200;

    /// <param name="payload">What a body is read as.</param>
    /// <param name="source">The compilation whose types are looked into; another's are not.</param>
    /// <param name="values">Whether the values of dictionaries count: their keys are data, not names.</param>
    public static List<INamedTypeSymbol> Of(ITypeSymbol payload, SourceIndex source, bool values)
    {
        var parts = new List<INamedTypeSymbol>();
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ITypeSymbol>();
        pending.Enqueue(payload);
        while (pending.Count > 0 && parts.Count < MaxTypes)
        {
            if (Element(pending.Dequeue(), values) is not INamedTypeSymbol type || !seen.Add(type) || !IsObject(type, source))
                continue;
            parts.Add(type);
            foreach (var member in PayloadMember.Of(type))
                pending.Enqueue(member.Type);
            if (type.BaseType is { } baseType)
                pending.Enqueue(baseType);
        }

        return parts;
    }

    /// <summary>The type whose objects the value holds, arrays, collections and nullables peeled off; null where names do not matter in it.</summary>
    public static ITypeSymbol? Element(ITypeSymbol type, bool values)
    {
        for (var depth = 0; depth < 8; depth++)
        {
            if (type is IArrayTypeSymbol array)
            {
                type = array.ElementType;
                continue;
            }

            if (type is not INamedTypeSymbol named || named.SpecialType == SpecialType.System_String)
                return null;
            if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
                type = named.TypeArguments[0];
            else if (Elements(named) is not { } element)
                return named;
            else if (element is not INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [_, var value] })
                type = element;
            else if (values)
                type = value;
            else
                return null;
        }

        return null;
    }

    private static ITypeSymbol? Elements(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            return type.TypeArguments[0];
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
                return implemented.TypeArguments[0];
        }

        return null;
    }

    private static bool IsObject(INamedTypeSymbol type, SourceIndex source) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.SpecialType == SpecialType.None && source.IsSource(type) && !JsonMemberApis.HasConverter(type);
}
