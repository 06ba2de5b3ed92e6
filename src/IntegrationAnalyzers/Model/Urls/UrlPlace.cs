using System;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Where in a URL a value stands, by the text before it.</summary>
internal enum UrlPart
{
    /// <summary>Not known, or a part that no value may be escaped in: the scheme, the host, a whole path.</summary>
    Unknown,

    /// <summary>In a segment of the path.</summary>
    Path,

    /// <summary>In the value of a query parameter.</summary>
    Query,
}

/// <summary>The place of one value.</summary>
/// <param name="Part">The part of the URL.</param>
/// <param name="Parameter">The query parameter; empty elsewhere.</param>
internal readonly record struct UrlPlace(UrlPart Part, string Parameter)
{
    /// <summary>Stands for a value further left.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The place behind a text.</summary>
    public static UrlPlace After(string text)
    {
        // A URL has no white space, and what has a '#' before the value is never sent.
        if (text.Length == 0 || text.IndexOf('#') >= 0)
            return default;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '{')
                return default;
        }

        var question = text.LastIndexOf('?');
        var ampersand = text.LastIndexOf('&');
        var start = Math.Max(question, ampersand);
        var equals = text.IndexOf('=', start + 1);
        if (equals > start && (start >= 0 || equals > 0) && IsParameter(text, start + 1, equals))
            return new UrlPlace(UrlPart.Query, text.Substring(start + 1, equals - start - 1));
        if (start >= 0)
            return default;

        var path = text;
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var slash = text.IndexOf('/', scheme + 3);
            if (slash < 0)
                return default;
            path = text.Substring(slash);
        }

        // What follows a value directly belongs to it: a base address and its path.
        return path.IndexOf('/') >= 0 && path[path.Length - 1] != Hole ? new UrlPlace(UrlPart.Path, "") : default;
    }

    private static bool IsParameter(string text, int start, int end)
    {
        if (end == start)
            return false;
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or '-' or '.' or '$' or '[' or ']'))
                return false;
        }

        return true;
    }
}
