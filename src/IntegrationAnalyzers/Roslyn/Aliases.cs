using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What else a method or property goes by.</summary>
internal static class Aliases
{
    /// <summary>The symbol, and then its aliases.</summary>
    public static IEnumerable<ISymbol> WithSelf(ISymbol symbol)
    {
        yield return symbol;
        foreach (var alias in Of(symbol))
            yield return alias;
    }

    /// <summary>Whether callers may name something else instead.</summary>
    public static bool Has(ISymbol symbol)
    {
        foreach (var _ in Of(symbol))
            return true;
        return false;
    }

    /// <summary>The interface members that the member implements and what it overrides: callers may name those instead.</summary>
    public static IEnumerable<ISymbol> Of(ISymbol symbol)
    {
        if (symbol is not (IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } or IPropertySymbol) ||
            symbol.IsStatic || symbol.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            yield break;
        }

        ISymbol? overridden = symbol switch
        {
            IMethodSymbol method => method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        if (overridden is not null)
            yield return overridden.OriginalDefinition;

        foreach (var implemented in type.AllInterfaces)
        {
            foreach (var member in implemented.GetMembers())
            {
                if (member.Kind == symbol.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                    yield return member.OriginalDefinition;
            }
        }
    }
}
