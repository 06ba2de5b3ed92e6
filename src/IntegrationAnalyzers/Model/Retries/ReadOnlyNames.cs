using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A POST that only asks: known by the words of its URL, of the wrappers on the way and of the method that retries it.</summary>
internal static class ReadOnlyNames
{
    /// <summary>Words that say so wherever they stand.</summary>
    public static readonly string[] Default =
    [
        "search", "query", "queries", "graphql", "token", "tokens", "login", "logon", "signin", "auth", "oauth", "oauth2", "authenticate", "authentication", "lookup", "validate",
        "validation", "verify", "calculate", "estimate", "quote", "preview", "ping", "health", "healthcheck", "introspect", "refresh", "embeddings", "translate", "classify", "classifier",
    ];

    /// <summary>Words that say so only as a method's first: <c>GetOrders</c>, not <c>TargetAudience</c>.</summary>
    private static readonly HashSet<string> ReadingVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "find", "fetch", "load", "read", "list", "count", "check", "is", "has", "exists", "download", "browse", "describe", "resolve",
    };

    public static bool InMethod(string name, HashSet<string> words)
    {
        var isFirst = true;
        foreach (var word in Words(name))
        {
            if (words.Contains(word) || isFirst && ReadingVerbs.Contains(word))
                return true;
            isFirst = false;
        }

        return false;
    }

    public static bool InText(string text, HashSet<string> words)
    {
        foreach (var word in Words(text))
        {
            if (words.Contains(word))
                return true;
        }

        return false;
    }

    /// <summary>The literals and names that the expression is made of.</summary>
    public static bool InExpression(SyntaxNode expression, HashSet<string> words)
    {
        foreach (var token in expression.DescendantTokens())
        {
            var isText = token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.IdentifierToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
            if (isText && InText(token.ValueText, words))
                return true;
        }

        return false;
    }

    /// <summary>The words of an identifier, a path or a URL: split at every non-letter and before every capital.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || !char.IsLetterOrDigit(text[i]);
            var isHump = !isEnd && i > start && char.IsUpper(text[i]) && (!char.IsUpper(text[i - 1]) || i + 1 < text.Length && char.IsLower(text[i + 1]));
            if (!isEnd && !isHump)
                continue;
            if (i > start)
                yield return text.Substring(start, i - start);
            start = isHump ? i : i + 1;
        }
    }
}
