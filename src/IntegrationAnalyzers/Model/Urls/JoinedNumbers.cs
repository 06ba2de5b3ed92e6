using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary><c>string.Join(",", box)</c>: each value is written as the culture writes it.</summary>
internal static class JoinedNumbers
{
    /// <summary>The type of what is joined, and that of the list where it is one; null where the value is no such call.</summary>
    public static (ITypeSymbol Type, bool IsList)? Of(ExpressionSyntax value, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (First(value) is not { } first || semantics.GetTypeInfo(first, cancellationToken).Type is not { } type)
            return null;
        if (ValueCulture.Changes(type, null))
            return (type, false);
        var element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var argument] } list when list.SpecialType != SpecialType.System_String => argument,
            _ => null,
        };
        return element is not null && ValueCulture.Changes(element, null) ? (element, true) : null;
    }

    /// <summary>The first value that is joined, or the list of them.</summary>
    public static ExpressionSyntax? First(ExpressionSyntax value) => value is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join", Expression: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } or IdentifierNameSyntax { Identifier.ValueText: "String" } },
        ArgumentList.Arguments: [_, { Expression: var first }, ..],
    }
        ? first
        : null;
}
