using System;
using System.Collections.Generic;

namespace IntegrationAnalyzers.Apis;

/// <summary>Where providers take an idempotency key, by their host: the rows of <c>rules/data/idempotency-names.csv</c>, read when a fix asks first.</summary>
internal static class IdempotencyHosts
{
    /// <summary>Host (<c>*.adyen.com</c> for all below it) to the header that takes the key there; null where the body alone takes it.</summary>
    private static readonly Dictionary<string, string?> Headers = Read();

    /// <summary>Whether the table knows how the host takes a key.</summary>
    /// <param name="host">The host, without a port.</param>
    /// <param name="header">The header that takes it; null where a member of the body does, and no header.</param>
    public static bool TryGet(string host, out string? header)
    {
        if (Headers.TryGetValue(host, out header))
            return true;
        var dot = host.IndexOf('.');
        return dot > 0 && Headers.TryGetValue("*" + host.Substring(dot), out header);
    }

    private static Dictionary<string, string?> Read()
    {
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var fields in IdempotencyNames.Rows())
        {
            // A path behind the host ("api.stripe.com/v2") tells versions of one provider apart, which take the key alike.
            var (host, place, name, key) = (fields[1].Split('/')[0], fields[2], fields[3], fields[4]);
            if (host.Length < 2 || !(place == "body" || (place == "header" && key == "own")))
                continue;
            if (!headers.TryGetValue(host, out var known) || known is null)
                headers[host] = place != "header" ? known : name.Equals(IdempotencyNames.Header, StringComparison.OrdinalIgnoreCase) ? IdempotencyNames.Header : name;
        }

        return headers;
    }
}
