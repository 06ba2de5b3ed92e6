using System;
using System.Net;
using System.Net.Sockets;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Where an absolute URL points, as far as the known text says.</summary>
internal enum HostKind
{
    /// <summary>A host out on the network.</summary>
    Remote,

    /// <summary>This machine: localhost, 127/8, ::1, host.docker.internal.</summary>
    Loopback,

    /// <summary>Reserved for documentation and tests: example.com, *.test, contoso (RFC 2606, RFC 6761).</summary>
    Reserved,

    /// <summary>Inside the own network: a single label (a service's name), <c>.local</c>, <c>.internal</c>, a private address.</summary>
    Internal,

    /// <summary>Not known: a hole or a wildcard stands where the host should.</summary>
    Unknown,
}

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

        var kind = complete || end == text.Length ? Classify(host) : HostKind.Unknown;

        // Messages name the origin: a password before the host stays out of it.
        var user = authority.LastIndexOf('@') + 1;
        return new UrlText(scheme, host, kind, text.Substring(0, start) + authority.Substring(user));
    }

    private static HostKind Classify(string host)
    {
        if (host.Length == 0 || host.IndexOfAny(['*', '+', '<', '>', '$', '%', '[', ']', '(', ')', ',', ';', '_', '|', '^']) >= 0)
            return HostKind.Unknown;
        if (IPAddress.TryParse(host, out var address))
            return Classify(address);

        host = host.TrimEnd('.').ToLowerInvariant();
        if (host is "localhost" or "host.docker.internal" || host.EndsWith(".localhost", StringComparison.Ordinal))
            return HostKind.Loopback;
        if (host.IndexOf('.') < 0)
            return HostKind.Internal;

        var top = host.Substring(host.LastIndexOf('.') + 1);
        if (top is "example" or "test" or "invalid")
            return HostKind.Reserved;
        if (top is "local" or "internal" or "lan" or "intranet" or "corp" or "home")
            return HostKind.Internal;

        var labels = host.Split('.');
        var second = labels[labels.Length - 2];
        if ((second == "example" && top is "com" or "net" or "org") || second is "contoso" or "fabrikam" or "yourdomain" or "mydomain")
            return HostKind.Reserved;
        return IsLabel(top) ? HostKind.Remote : HostKind.Unknown;
    }

    private static HostKind Classify(IPAddress address)
    {
        if (IPAddress.IsLoopback(address))
            return HostKind.Loopback;
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return HostKind.Unknown;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || (address.GetAddressBytes()[0] & 0xFE) == 0xFC ? HostKind.Internal : HostKind.Remote;

        var b = address.GetAddressBytes();
        var isPrivate = b[0] == 10 || (b[0] == 172 && b[1] is >= 16 and <= 31) || (b[0] == 192 && b[1] == 168) || (b[0] == 169 && b[1] == 254);
        return isPrivate ? HostKind.Internal : HostKind.Remote;
    }

    private static bool IsLabel(string label)
    {
        if (label.Length < 2)
            return false;
        foreach (var c in label)
        {
            if (!char.IsLetter(c) && c != '-' && !char.IsDigit(c))
                return false;
        }

        return char.IsLetter(label[0]);
    }
}
