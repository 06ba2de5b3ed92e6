using System;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Questions about symbols that have nothing to do with integration; names are compared without making a string.</summary>
internal static class SymbolExtensions
{
    /// <summary>Whether the type is the one of that namespace and name (arity not compared).</summary>
    public static bool Is(this ITypeSymbol? type, string namespaceName, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace.Is(namespaceName);

    /// <summary>Whether the field is <c>string.Empty</c>, which is no constant.</summary>
    public static bool IsEmptyText(this IFieldSymbol field) => field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String };

    /// <summary>Whether the function, or one that it stands in, is static: no instance is in reach there.</summary>
    public static bool IsInStaticFunction(this ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is IMethodSymbol function; current = function.ContainingSymbol)
        {
            if (function.IsStatic)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is one of the language's numbers, whole or broken.</summary>
    public static bool IsNumber(this ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    /// <summary>Whether the type is, derives from or implements the one named.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol? type, string namespaceName, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(namespaceName, name))
                return true;
        }

        if (type is not null)
        {
            foreach (var implemented in type.AllInterfaces)
            {
                if (implemented.Is(namespaceName, name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether both are one symbol; nothing is one with null.</summary>
    public static bool IsSame(this ISymbol symbol, ISymbol? other) => SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>Whether the type is the other or a class below it.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, ITypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
                return true;
        }

        return false;
    }

    /// <summary>The name of the outermost namespace: <c>Azure</c> for <c>Azure.Storage.Blobs</c>; empty for the global one and for none.</summary>
    public static string RootName(this INamespaceSymbol? symbol)
    {
        while (symbol is { ContainingNamespace.IsGlobalNamespace: false })
            symbol = symbol.ContainingNamespace;
        return symbol?.Name ?? "";
    }

    public static bool Is(this INamespaceSymbol? symbol, string name)
    {
        var end = name.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            var start = end - symbol.Name.Length;
            if (start < 0 || string.CompareOrdinal(name, start, symbol.Name, 0, symbol.Name.Length) != 0)
                return false;
            symbol = symbol.ContainingNamespace;
            if (start == 0)
                return symbol is { IsGlobalNamespace: true };
            if (name[start - 1] != '.')
                return false;
            end = start - 1;
        }

        return end == 0;
    }

    /// <summary>The T of <c>Task&lt;T&gt;</c> and <c>ValueTask&lt;T&gt;</c>; the type itself where it is neither.</summary>
    public static ITypeSymbol AwaitedType(this ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    /// <summary><c>IUpsClient</c> is the client's own name behind its mark; <c>IBMClient</c> is one already.</summary>
    public static string WithoutInterfaceMark(this string type) => type is ['I', var second, var third, ..] && char.IsUpper(second) && char.IsLower(third) ? type.Substring(1) : type;

    public static bool ContainsIgnoreCase(this string text, string value) => text.IndexOf(value, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a word for a failure stands in a name or text, whatever its case; there is no fault in a default (<c>FirstOrDefault</c>).</summary>
    public static bool ContainsFailure(this string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at < 2 || string.Compare(text, at - 2, "default", 0, 7, StringComparison.OrdinalIgnoreCase) != 0)
                return true;
        }

        return false;
    }

    public static bool IsObsolete(this ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is("System", "ObsoleteAttribute"))
                return true;
        }

        return false;
    }

    public static bool IsOrImplements(this ITypeSymbol type, string namespaceName, string interfaceName)
    {
        if (type.Is(namespaceName, interfaceName))
            return true;
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Is(namespaceName, interfaceName))
                return true;
        }

        return false;
    }

    /// <summary>Whether another assembly can name the symbol.</summary>
    public static bool IsVisibleOutside(this ISymbol symbol)
    {
        for (var current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
