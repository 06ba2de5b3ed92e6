using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>What stands in the same section as a value, and what it tells of it.</summary>
internal static class SectionNeighbours
{
    // Unqualified names alone: "PayPalUrl" of a section that holds everything says nothing of the key beside it.
    private static readonly HashSet<string> Addresses = new(StringComparer.Ordinal)
    {
        "url", "uri", "baseurl", "baseuri", "apiurl", "apibaseurl", "baseaddress", "address", "endpoint", "host",
    };

    private static readonly HashSet<string> Modes = new(StringComparer.Ordinal) { "mode", "environment", "env" };

    /// <summary>
    /// Whether the section is a provider's sandbox: <c>"Mode": "sandbox"</c> stands in it, or the address of one. Of a section alone: what a flat file holds belongs to many.
    /// </summary>
    public static bool AreOfSandbox(ConfigurationFile file, ConfigurationValue value)
    {
        if (file.Format != ConfigurationFormat.Json || value.Path.Length < 2)
            return false;

        foreach (var other in file.Values)
        {
            if (!AreBeside(value, other))
                continue;

            var name = string.Concat(NameWords.Split(other.Name));
            if (Modes.Contains(name) ? other.Value.Trim().ToLowerInvariant() is "sandbox" or "test" : Addresses.Contains(name) && IsSandbox(other.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether a server or user beside the value is of a mail provider that makes passwords for programs.</summary>
    public static bool NameMailProvider(ConfigurationFile file, ConfigurationValue value)
    {
        foreach (var other in file.Values)
        {
            if (AreBeside(value, other) && AppPasswords.HaveProvider(other.Value))
                return true;
        }

        return false;
    }

    /// <summary>Whether the section names the secret that goes with a public key, whatever that holds: moving it away must not make a secret of the key.</summary>
    public static bool NameSecretOf(ConfigurationFile file, ConfigurationValue key)
    {
        foreach (var other in file.Values)
        {
            if (KeyPairs.IsPublicHalf(key.Name, other.Name) && AreBeside(key, other))
                return true;
        }

        return false;
    }

    private static bool AreBeside(ConfigurationValue value, ConfigurationValue other)
    {
        if (value.Path.Length != other.Path.Length || ReferenceEquals(value, other))
            return false;
        for (var i = 0; i < value.Path.Length - 1; i++)
        {
            if (!value.Path[i].Equals(other.Path[i], StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static bool IsSandbox(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && EnvironmentHosts.Find(address.Host) is { Purpose: HostPurpose.Sandbox, Provider.Length: > 0 };
}
