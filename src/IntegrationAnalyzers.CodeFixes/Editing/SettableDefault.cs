using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// The default of a member that others may set: an options class's property. Its initializer runs before configuration or an object initializer sets the value, so it must not fail where the value is
/// missing elsewhere.
/// </summary>
internal static class SettableDefault
{
    /// <summary>The initializer that the literal stands in; null where that is none of such a member.</summary>
    public static EqualsValueClauseSyntax? Of(ExpressionSyntax literal)
    {
        foreach (var node in literal.Ancestors())
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax or StatementSyntax:
                    return null;
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } clause:
                    return property.AccessorList?.Accessors.Any(static a =>
                        a.Keyword.Kind() is SyntaxKind.SetKeyword or SyntaxKind.InitKeyword && !a.Modifiers.Any(SyntaxKind.PrivateKeyword)) == true ? clause : null;
                case EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } clause:
                    return field.Modifiers.Any(static m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword) &&
                        !field.Modifiers.Any(static m => m.Kind() is SyntaxKind.ReadOnlyKeyword or SyntaxKind.ConstKeyword) ? clause : null;
            }
        }

        return null;
    }

    /// <summary>Whether the literal is a part of such a default: an empty text in its place would fail in what it is a part of.</summary>
    public static bool HoldsAsPart(ExpressionSyntax literal)
    {
        var value = Of(literal)?.Value;
        while (value is ParenthesizedExpressionSyntax inner)
            value = inner.Expression;
        return value is not null && value != literal;
    }
}
