using System;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>The scheme, host and rest of a URL's known text.</summary>
internal readonly record struct UrlText(string Scheme, string Host, HostKind Kind, string Origin)
{
    private static readonly string[] Schemes = ["https", "http", "wss", "ws"];

    /// <summary>Whether the text may hold an absolute URL at all: one look, nothing allocated.</summary>
    public static bool MayBe(string text)
    {
        var at = text.IndexOf("://", StringComparison.Ordinal);
        return at is >= 2 and <= 5 && text.Length > at + 3;
    }

    /// <summary>The same of a file's characters, for the scan before there is a string.</summary>
    public static bool StartsUrl(char[] text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '\r' or '\n')
            start++;
        if (end - start < 6 || (text[start] | 0x20) is not ('h' or 'w'))
            return false;
        for (var i = start + 2; i <= start + 5 && i + 2 < end; i++)
        {
            if (text[i] == ':')
                return text[i + 1] == '/' && text[i + 2] == '/';
        }

        return false;
    }

    /// <summary>
    /// Reads <c>scheme://host[:port]</c> at the start of the text; null where there is none. Only http(s) and ws(s): <c>https+http://catalog</c> is
    /// a name for service discovery.
    /// </summary>
    public static UrlText? Read(string text)
    {
        text = text.TrimStart();
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme + "://", StringComparison.OrdinalIgnoreCase))
                return Parse(text, scheme);
        }

        return null;
    }

    private static UrlText Parse(string text, string scheme)
    {
        var start = scheme.Length + 3;
        var end = start;
        while (end < text.Length && text[end] is not ('/' or '?' or '#' or '\\' or ' ' or '{' or '"' or '\''))
            end++;
        var complete = end == text.Length || text[end] is '/' or '?' or '#';
        var authority = text.Substring(start, end - start);
        var host = authority.Substring(authority.LastIndexOf('@') + 1);
        if (host.StartsWith("[", StringComparison.Ordinal))
        {
            var close = host.IndexOf(']');
            host = close < 0 ? "" : host.Substring(1, close - 1);
        }
        else if (host.IndexOf(':') is >= 0 and var colon)
        {
            host = host.Substring(0, colon);
        }

        var kind = complete || end == text.Length ? HostKinds.Of(host) : HostKind.Unknown;

        // Messages name the origin: a password before the host stays out of it.
        var user = authority.LastIndexOf('@') + 1;
        return new UrlText(scheme, host, kind, text.Substring(0, start) + authority.Substring(user));
    }
}
