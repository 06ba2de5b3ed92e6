using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>What a fix asks before it writes a member into a type.</summary>
internal static class TypeMembers
{
    /// <summary>The type round the place; null where none can hold a further member.</summary>
    public static TypeDeclarationSyntax? Holder(FixRequest request) =>
        request.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Members.Count: > 0, OpenBraceToken.IsMissing: false } type and not InterfaceDeclarationSyntax ? type : null;

    /// <summary>Whether the name means something at the place, or anywhere in the type.</summary>
    public static bool IsTaken(FixRequest request, TypeDeclarationSyntax type, string name) =>
        request.Model.LookupSymbols(request.Node.SpanStart, name: name).Any() || type.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    /// <summary>The white space that the member's line starts with.</summary>
    public static string Indentation(MemberDeclarationSyntax member)
    {
        var last = member.GetLeadingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : string.Empty;
    }
}
