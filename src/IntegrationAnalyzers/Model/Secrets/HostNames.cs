using System;
using IntegrationAnalyzers.Model.Urls;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Hosts in connection strings and before user-infos that are this machine, or reserved for examples.</summary>
internal static class HostNames
{
    public static bool IsLocalOrReserved(string host) =>
        host.Length == 0 || host[0] is '<' or '{' or '$' or '%' || IsLocal(host) || HostKinds.Of(host) == HostKind.Reserved;

    /// <summary>Behind an IPv6 address in brackets, whose colons stand before no port (RFC 3986, 3.2.2); the start where there is none.</summary>
    public static int EndOfAddress(string text, int start) => start < text.Length && text[start] == '[' && text.IndexOf(']', start) is > 0 and var close ? close : start;

    /// <summary>A small-lettered name without a domain, which only its own network knows: a service of a compose file. A company's machine (<c>KPSQL105-QA</c>) is mostly written in capitals.</summary>
    public static bool IsServiceName(string host) => host.IndexOf('.') < 0 && host.ToLowerInvariant() == host && HostKinds.Of(host) == HostKind.Internal;

    /// <summary>SQL Server's names of this machine (<c>.</c>, <c>(local)</c>, <c>(localdb)\…</c>) count with those that every URL has.</summary>
    public static bool IsLocal(string host) =>
        host is "." or "0.0.0.0" || host.StartsWith("(local", StringComparison.OrdinalIgnoreCase) || HostKinds.Of(host.Trim('[', ']')) == HostKind.Loopback;
}
