using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>How new code names a type at one place: by its short name where that means it, or can be made to by a using that changes no other name.</summary>
internal sealed class TypeNames(SemanticModel model, CompilationUnitSyntax root, int position)
{
    private readonly HashSet<string> _usings = new(StringComparer.Ordinal);
    private HashSet<string>? _words;

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

    /// <summary>Whether no other type of the namespace has a name that stands in the file: it might mean another type from then on.</summary>
    private bool MayImport(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace.IsGlobalNamespace)
            return false;
        _words ??= new HashSet<string>(
            root.DescendantNodes().OfType<SimpleNameSyntax>().Where(static n => !IsQualified(n)).Select(static n => n.Identifier.ValueText), StringComparer.Ordinal);
        var ns = model.Compilation.GetCompilationNamespace(type.ContainingNamespace) ?? type.ContainingNamespace;
        return ns.GetTypeMembers().All(other => other.Name == type.Name || !_words.Contains(other.Name));
    }

    private static bool IsQualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax => true,
        _ => false,
    };
}
