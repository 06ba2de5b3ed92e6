using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>Libraries made for one provider, whose address is part of them: <c>Acme.OpenAI.Client</c> for <c>api.openai.com</c>.</summary>
internal static class ProviderClients
{
    /// <summary>A shorter name stands in many others by chance.</summary>
    private const int ShortestName = 4;

    /// <summary>A name of its own that a domain may be longer than.</summary>
    private const int ShortestBrand = 5;

    // What firms put behind their name where the name alone was taken: bentonow.com.
    private static readonly string[] Endings = ["now", "app", "hq", "api"];

    public static bool IsNamedFor(string? assemblyName, string host) =>
        ProviderOf(host) is { Length: >= ShortestName } provider && assemblyName is not null &&
        (assemblyName.Replace("-", "").IndexOf(provider.Replace("-", ""), StringComparison.OrdinalIgnoreCase) >= 0 || IsNamedForBrand(assemblyName, provider));

    private static bool IsNamedForBrand(string assemblyName, string provider)
    {
        foreach (var ending in Endings)
        {
            if (provider.Length < ShortestBrand + ending.Length || !provider.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                continue;
            var brand = provider.Substring(0, provider.Length - ending.Length);
            if (Array.Exists(assemblyName.Split('.', '-', '_'), part => part.Equals(brand, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    /// <summary><c>acme</c> of <c>api.acme.com</c> and <c>api.acme.co.uk</c>.</summary>
    private static string ProviderOf(string host)
    {
        var labels = host.Split('.');
        var last = labels.Length - 2;
        if (last > 0 && labels[last] is "co" or "com" or "net" or "org" or "gov" or "gob" or "ac")
            last--;
        return last < 0 ? "" : labels[last];
    }
}
