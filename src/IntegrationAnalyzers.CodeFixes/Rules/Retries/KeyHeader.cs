using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>The header by which a write's provider knows the operation again: under another name the key would be sent, and the payment repeated all the same.</summary>
internal static class KeyHeader
{
    private const string OfTheBody = "";

    /// <summary>
    /// The one that the type uses for other requests, or that of the only provider whose host stands in the type or else in the file; else the draft standard's. Null where that
    /// provider takes the key in the body alone.
    /// </summary>
    public static string? For(SyntaxNode write)
    {
        var type = write.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        var header = (type is null ? null : Only(Used(type)) ?? Only(OfHosts(type))) ?? Only(OfHosts(write.SyntaxTree.GetRoot())) ?? IdempotencyNames.Header;
        return header == OfTheBody ? null : header;
    }

    private static IEnumerable<string> Used(SyntaxNode part) => Texts(part).Where(IdempotencyNames.IsKeyHeader);

    private static IEnumerable<string> OfHosts(SyntaxNode part)
    {
        foreach (var text in Texts(part))
        {
            if (UrlText.MayBe(text) && UrlText.Read(text) is { } url && IdempotencyHosts.TryGet(url.Host, out var header))
                yield return header ?? OfTheBody;
        }
    }

    private static IEnumerable<string> Texts(SyntaxNode part)
    {
        foreach (var token in part.DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
                yield return token.ValueText;
        }
    }

    private static string? Only(IEnumerable<string> names)
    {
        string? only = null;
        foreach (var name in names)
        {
            if (only is not null && !only.Equals(name, StringComparison.OrdinalIgnoreCase))
                return null;
            only ??= name;
        }

        return only;
    }
}
