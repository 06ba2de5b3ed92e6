using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>Libraries made for one provider, whose address is part of them: <c>Acme.OpenAI.Client</c> for <c>api.openai.com</c>.</summary>
internal static class ProviderClients
{
    /// <summary>A shorter name stands in many others by chance.</summary>
    private const int ShortestName = 4;

    public static bool IsNamedFor(string? assemblyName, string host) =>
        ProviderOf(host) is { Length: >= ShortestName } provider &&
        assemblyName?.Replace("-", "").IndexOf(provider.Replace("-", ""), StringComparison.OrdinalIgnoreCase) >= 0;

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
