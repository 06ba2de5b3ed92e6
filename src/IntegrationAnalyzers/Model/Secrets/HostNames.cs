using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Hosts that are this machine, or reserved for examples.</summary>
internal static class HostNames
{
    private static readonly string[] Reserved =
        ["example.com", "example.net", "example.org", ".example", ".test", ".invalid", ".localhost", "contoso.com", "fabrikam.com"];

    public static bool IsLocalOrReserved(string host)
    {
        if (IsLocal(host))
            return true;

        foreach (var name in Reserved)
        {
            if (host.EndsWith(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return host.Length == 0 || host[0] is '<' or '{' or '$' or '%';
    }

    /// <summary>Behind an IPv6 address in brackets, whose colons stand before no port (RFC 3986, 3.2.2); the start where there is none.</summary>
    public static int EndOfAddress(string text, int start) => start < text.Length && text[start] == '[' && text.IndexOf(']', start) is > 0 and var close ? close : start;

    public static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ||
        host.Equals("(local)", StringComparison.OrdinalIgnoreCase) ||
        host.Equals("host.docker.internal", StringComparison.OrdinalIgnoreCase) ||
        host.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) ||
        host.StartsWith("127.", StringComparison.Ordinal) ||
        host is "." or "::1" or "[::1]" or "0.0.0.0";
}
