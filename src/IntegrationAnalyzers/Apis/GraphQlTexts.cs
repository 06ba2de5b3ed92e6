using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a GraphQL document asks for; every one of them is sent by <c>POST</c>, and mostly to one address.</summary>
internal enum GraphQlKind
{
    None,
    Query,
    Mutation,
}

/// <summary>Reads the first operation of a GraphQL document, by itself or as the <c>query</c> of a JSON body.</summary>
internal static class GraphQlTexts
{
    private static readonly string[] SameTheSecondTime = ["delete", "remove", "set", "replace", "upsert"];

    /// <summary>What the text begins with. A mutation that sets or removes is none: it does the same the second time, as PUT and DELETE do.</summary>
    public static GraphQlKind KindOf(string text)
    {
        var start = Document(text);
        if (Begins(text, start, "query"))
            return GraphQlKind.Query;
        return Begins(text, start, "mutation") && !IsSameTheSecondTime(FirstField(text, start)) ? GraphQlKind.Mutation : GraphQlKind.None;
    }

    /// <summary>Whether the document names what the other side knows a repeat by: <c>clientMutationId</c>, <c>@idempotent(key: $key)</c>.</summary>
    public static bool IsKeyed(string text) => text.Contains("clientMutationId") || IdempotencyNames.SpeaksOfIdempotency(text);

    /// <summary>Past blanks and <c>{ "query": "</c>.</summary>
    private static int Document(string text)
    {
        var start = Skip(text, 0, char.IsWhiteSpace);
        if (start == text.Length || text[start] != '{')
            return start;
        var name = Skip(text, start + 1, static c => char.IsWhiteSpace(c) || IsQuote(c));
        if (string.CompareOrdinal(text, name, "query", 0, 5) != 0)
            return start;
        var colon = Skip(text, name + 5, static c => char.IsWhiteSpace(c) || IsQuote(c));
        return colon < text.Length && text[colon] == ':' ? Skip(text, colon + 1, static c => char.IsWhiteSpace(c) || IsQuote(c)) : start;
    }

    /// <summary>The keyword, with a name, variables, a directive or the fields behind it.</summary>
    private static bool Begins(string text, int start, string keyword)
    {
        var end = start + keyword.Length;
        if (end >= text.Length || string.CompareOrdinal(text, start, keyword, 0, keyword.Length) != 0 || !(char.IsWhiteSpace(text[end]) || text[end] is '{' or '(' or '@'))
            return false;
        return text.IndexOf('{', end) > 0;
    }

    /// <summary>The name of the first field, not that of the operation: <c>mutation Save { orderCreate(…) { id } }</c>; an alias stands before it.</summary>
    private static string FirstField(string text, int start)
    {
        var depth = 0;
        var at = start;
        for (; at < text.Length && !(depth == 0 && text[at] == '{'); at++)
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
        var first = Name(text, at + 1, out var end);
        return end < text.Length && text[end] == ':' ? Name(text, end + 1, out _) : first;
    }

    private static string Name(string text, int start, out int end)
    {
        start = Skip(text, Math.Min(start, text.Length), char.IsWhiteSpace);
        var after = Skip(text, start, static c => char.IsLetterOrDigit(c) || c == '_');
        end = Skip(text, after, static c => c is ' ');
        return text.Substring(start, after - start);
    }

    private static bool IsSameTheSecondTime(string field)
    {
        foreach (var word in SameTheSecondTime)
        {
            for (var at = field.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = field.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var begins = at == 0 || char.IsUpper(field[at]) || field[at - 1] == '_';
                var end = at + word.Length;
                if (begins && (end == field.Length || !char.IsLower(field[end])))
                    return true;
            }
        }

        return false;
    }

    private static int Skip(string text, int start, Func<char, bool> what)
    {
        while (start < text.Length && what(text[start]))
            start++;
        return start;
    }

    private static bool IsQuote(char c) => c is '"' or '\\' or '\'';
}
