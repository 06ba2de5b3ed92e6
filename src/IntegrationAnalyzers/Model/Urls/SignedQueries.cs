using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Tells queries that carry a signature: the key beside it says who asks, and the secret that signed stays at home; so it is with the token of OAuth 1.0.</summary>
internal static class SignedQueries
{
    private static readonly HashSet<string> Identifiers = new(StringComparer.Ordinal) { "key", "apikey", "appid", "appkey", "clientkey", "oauthtoken", "oauthconsumerkey" };

    private static readonly HashSet<string> Signatures = new(StringComparer.Ordinal) { "sign", "sig", "signature", "hmac", "apisig", "apisign", "apisignature", "authsignature", "oauthsignature" };

    /// <summary>Whether the parameter may be an identifier, and a signature stands in the same member of the type.</summary>
    public static bool Identifies(string parameter, SyntaxNode node)
    {
        if (!Identifiers.Contains(QueryNames.Plain(parameter)) || node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var token in member.DescendantTokens())
        {
            if (token.RawKind is (int)SyntaxKind.StringLiteralToken or (int)SyntaxKind.InterpolatedStringTextToken && NamesSignature(token.ValueText))
                return true;
        }

        return false;
    }

    /// <summary><c>sign</c> by itself, or <c>…&amp;sign=</c> in a longer text.</summary>
    private static bool NamesSignature(string text)
    {
        if (Signatures.Contains(QueryNames.Plain(text)))
            return true;
        for (var at = text.IndexOf('='); at > 0; at = text.IndexOf('=', at + 1))
        {
            if (QueryNames.AtEnd(text.Substring(0, at + 1)) is { } name && Signatures.Contains(QueryNames.Plain(name)))
                return true;
        }

        return false;
    }
}
