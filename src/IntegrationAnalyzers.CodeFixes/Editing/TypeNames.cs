using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>How new code names a type at one place: by its short name where that means it, or can be made to by a using that changes no other name.</summary>
internal sealed class TypeNames(SemanticModel model, CompilationUnitSyntax root, int position)
{
    private readonly HashSet<string> _usings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NewNamespace> _new = new(StringComparer.Ordinal);

    /// <summary>The namespaces that the names handed out so far need.</summary>
    public IEnumerable<string> Usings => _usings;

    public string Of(INamedTypeSymbol type)
    {
        if (type.SpecialType is SpecialType.System_Object or (>= SpecialType.System_Boolean and <= SpecialType.System_String))
            return type.ToDisplayString();
        var found = model.LookupNamespacesAndTypes(position, name: type.Name);
        if (type.ContainingType is null && !type.IsGenericType)
        {
            if (found is [var only] && SymbolEqualityComparer.Default.Equals(only, type))
                return type.Name;
            if (found.IsEmpty && MayImport(type))
            {
                _usings.Add(type.ContainingNamespace.ToDisplayString());
                return type.Name;
            }
        }

        return type.ToMinimalDisplayString(model, position);
    }

    private bool MayImport(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace.IsGlobalNamespace)
            return false;
        var name = type.ContainingNamespace.ToDisplayString();
        if (!_new.TryGetValue(name, out var added))
            _new.Add(name, added = new NewNamespace(root, model, name));
        return !added.ClashesWithFile;
    }
}
