using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Apis;

/// <summary>What makes a text fit for a URL, by name: the libraries' members (<c>EscapeDataString</c>, <c>UrlEncode</c>, <c>Encode</c>) and a team's own are named alike.</summary>
internal static class EscapingApis
{
    public static bool IsNamedForIt(string name) =>
        name.ContainsIgnoreCase("escape") || name.ContainsIgnoreCase("encod") || name.ContainsIgnoreCase("sanit") || name.ContainsIgnoreCase("slug") || name.ContainsIgnoreCase("base64");
}
