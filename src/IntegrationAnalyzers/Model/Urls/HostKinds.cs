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

/// <summary>Tells them apart by the host's name alone.</summary>
internal static class HostKinds
{
    public static HostKind Of(string host)
    {
        if (host.Length == 0 || host.IndexOfAny(['*', '+', '<', '>', '$', '%', '[', ']', '(', ')', ',', ';', '_', '|', '^']) >= 0)
            return HostKind.Unknown;
        if (IPAddress.TryParse(host, out var address))
            return Of(address);

        host = host.TrimEnd('.').ToLowerInvariant();
        if (host is "localhost" or "host.docker.internal" || host.EndsWith(".localhost", StringComparison.Ordinal))
            return HostKind.Loopback;
        if (host.IndexOf('.') < 0)
            return HostKind.Internal;

        var top = host.Substring(host.LastIndexOf('.') + 1);
        if (top is "example" or "test" or "invalid")
            return HostKind.Reserved;
        if (IsPrivate(top))
            return HostKind.Internal;

        var labels = host.Split('.');
        var second = labels[labels.Length - 2];
        if ((second == "example" && top is "com" or "net" or "org") || second is "contoso" or "fabrikam" or "yourdomain" or "mydomain")
            return HostKind.Reserved;
        return IsLabel(top) ? HostKind.Remote : HostKind.Unknown;
    }

    private static HostKind Of(IPAddress address)
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

    /// <summary>Words that networks end their own names with, and that are no top-level domain which anybody can register a name under: <c>auth.api</c> of a compose file, <c>orders.service.consul</c>.</summary>
    private static bool IsPrivate(string top) =>
        top is "local" or "localdomain" or "internal" or "private" or "lan" or "intranet" or "corp" or "home" or "api" or "service" or "svc" or "db" or "docker" or "consul";

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
