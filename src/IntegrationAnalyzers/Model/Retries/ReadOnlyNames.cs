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
        "transcribe", "transcription", "transcriptions", "recognize", "recognition", "detect", "ocr", "speech", "moderations", "rerank", "embedding",
    ];

    /// <summary>Those that an address and wrappers of GraphQL bear for mutations as well.</summary>
    public static readonly string[] OfGraphQl = ["query", "queries", "graphql"];

    /// <summary>Words that say so only as a method's first: <c>GetOrders</c>, not <c>TargetAudience</c>; <c>EmbedAsync(text)</c>, not <c>SendEmbed</c>.</summary>
    private static readonly HashSet<string> ReadingVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "get", "find", "fetch", "load", "read", "list", "count", "check", "is", "has", "exists", "download", "browse", "describe", "resolve",
        "analyze", "analyse", "embed", "extract", "infer", "moderate", "parse", "predict", "recognise", "summarize", "summarise", "synthesize",
    };

    /// <summary>What is done before something else: <c>ValidateAndPay</c>, but <c>LoginAndOpenSession</c>.</summary>
    private static readonly HashSet<string> Preparations = new(StringComparer.OrdinalIgnoreCase) { "validate", "verify", "calculate", "estimate", "quote", "preview", "lookup", "ping" };

    private static readonly char[] QueryMarks = ['?', '&'];

    private static readonly HashSet<string> QueryParts = new(StringComparer.OrdinalIgnoreCase)
    {
        "param", "params", "parameter", "parameters", "string", "args", "arguments", "builder", "collection", "helpers", "values", "dictionary",
    };

    private static readonly HashSet<string> Places = new(StringComparer.OrdinalIgnoreCase)
    {
        "endpoint", "endpoints", "route", "routes", "url", "urls", "uri", "uris", "path", "paths", "api", "apis", "resource", "resources", "address", "addresses",
    };

    /// <summary>What the method sends with says nothing of what it does (<c>PostWithTokenAsync</c>), nor does what it does before (<c>ValidateAndPayAsync</c>).</summary>
    public static bool InMethod(string name, HashSet<string> words)
    {
        var (before, isMeans, found) = ("", false, "");
        foreach (var word in Words(name))
        {
            if (before.Length == 0 && ReadingVerbs.Contains(word))
                return true;
            if (word == "And" && Preparations.Contains(found))
                found = "";
            else if (!isMeans && (words.Contains(word) || words.Contains(before + word)))
                found = word;
            isMeans = word is "With" or "Using";
            before = word;
        }

        return found.Length > 0;
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
            if (isText && InText(WithoutQueryNames(token.ValueText), words) && !(token.IsKind(SyntaxKind.IdentifierToken) && (IsQueryPart(token.ValueText) || IsCredential(token))))
                return true;
        }

        return false;
    }

    /// <summary>What a value in the address's query is called says nothing of what the address does: <c>?access_token=</c>, but <c>?action=query</c>.</summary>
    private static string WithoutQueryNames(string text)
    {
        for (var start = text.IndexOfAny(QueryMarks); start >= 0; start = text.IndexOfAny(QueryMarks, start + 1))
        {
            var end = text.IndexOf('=', start);
            if (end > 0 && (text.IndexOfAny(QueryMarks, start + 1) is var next && (next < 0 || next > end)))
                text = text.Remove(start + 1, end - start);
        }

        return text;
    }

    /// <summary>What makes the address's query, whatever is asked there: <c>BuildUrl(path, queryParams)</c>.</summary>
    private static bool IsQueryPart(string identifier)
    {
        string? before = null;
        foreach (var word in Words(identifier))
        {
            if (before is not null && before.Equals("query", StringComparison.OrdinalIgnoreCase) && QueryParts.Contains(word))
                return true;
            before = word;
        }

        return false;
    }

    /// <summary>A token that goes into the address, as Telegram has it: <c>$"bot{_botToken}/sendMessage"</c>, <c>url + "?access_token=" + _accessToken</c>. One that is taken from addresses is a place: <c>$"{host}/{Endpoints.Token}"</c>.</summary>
    private static bool IsCredential(SyntaxToken identifier)
    {
        var last = "";
        foreach (var word in Words(identifier.ValueText))
            last = word;
        if (!last.Equals("token", StringComparison.OrdinalIgnoreCase) || (identifier.Parent?.FirstAncestorOrSelf<InterpolationSyntax>()?.Expression ?? Summand(identifier.Parent)) is not { } value)
            return false;
        foreach (var part in value.DescendantNodesAndSelf())
        {
            if (part is InvocationExpressionSyntax || part is IdentifierNameSyntax { Identifier: var owner } && owner != identifier && InText(owner.ValueText, Places))
                return false;
        }

        return char.IsLower(identifier.ValueText[0]) || identifier.ValueText.Length > last.Length;
    }

    /// <summary>What is added behind something else: the first summand is where the address starts.</summary>
    private static SyntaxNode? Summand(SyntaxNode? name)
    {
        while (name is { Parent: MemberAccessExpressionSyntax member })
            name = member;
        return name?.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression) && sum.Right == name ? name : null;
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
