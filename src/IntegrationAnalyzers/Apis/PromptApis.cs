using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Addresses of models: a POST there asks for words, a picture or a sound and changes nothing, however often it is sent. Told by the action or the last segments of the path;
/// by the host too where others write under the same path (<c>/v1/messages</c> of a provider of SMS).
/// </summary>
internal static class PromptApis
{
    /// <summary>Stands in an address for what the code does not spell out.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>Google's: <c>models/gemini-2.5-pro:generateContent</c>, <c>models/imagen-4.0-generate:predict</c>.</summary>
    private static readonly string[] Actions =
        ["generateContent", "streamGenerateContent", "countTokens", "embedContent", "batchEmbedContents", "predict", "rawPredict", "streamRawPredict"];

    /// <summary>Paths that ask at these hosts alone.</summary>
    private static readonly (string Host, string Path)[] OfHosts =
    [
        ("api.anthropic.com", "v1/messages"), ("api.anthropic.com", "v1/messages/count_tokens"), ("api.anthropic.com", "v1/complete"),
        ("api.openai.com", "v1/responses"), ("api.openai.com", "v1/moderations"), ("api.openai.com", "v1/embeddings"),
        ("api.openai.com", "v1/images/generations"), ("api.openai.com", "v1/images/edits"), ("api.openai.com", "v1/images/variations"),
        ("api.openai.com", "v1/audio/speech"), ("api.openai.com", "v1/audio/transcriptions"), ("api.openai.com", "v1/audio/translations"),
        ("api.cohere.com", "v1/chat"), ("api.cohere.com", "v2/chat"), ("api.cohere.com", "v1/generate"), ("api.cohere.com", "v1/rerank"), ("api.cohere.com", "v2/rerank"),
        ("api.cohere.ai", "v1/chat"), ("api.cohere.ai", "v2/chat"), ("api.cohere.ai", "v1/generate"), ("api.cohere.ai", "v1/rerank"),
        ("localhost:11434", "api/chat"), ("localhost:11434", "api/generate"),
    ];

    /// <summary>Whether a POST to the address only asks.</summary>
    /// <param name="address">The address as far as the code says it, with <see cref="Hole"/> for the rest.</param>
    public static bool Asks(string address)
    {
        var path = PathOf(address, out var host);
        if (AsksAnywhere(path))
            return true;
        foreach (var (itsHost, itsPath) in OfHosts)
        {
            if (string.Equals(host, itsHost, StringComparison.OrdinalIgnoreCase) && string.Equals(path, itsPath, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether the address is a model's, or its host one of those that mostly serve models: the answer takes as long as the model thinks.</summary>
    public static bool IsSlow(string address)
    {
        if (Asks(address))
            return true;
        PathOf(address, out var host);
        return host.Length > 0 && Array.Exists(OfHosts, known => string.Equals(host, known.Host, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the address is a relative one that asks under some base address.</summary>
    public static bool MayAskUnder(string address)
    {
        var path = PathOf(address, out var host);
        if (host.Length > 0 || path.Length == 0)
            return false;
        foreach (var (_, itsPath) in OfHosts)
        {
            if (itsPath.EndsWith(path, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return path is "completions";
    }

    private static bool AsksAnywhere(string path)
    {
        var segments = path.Split('/');
        var last = segments[segments.Length - 1];
        var colon = last.LastIndexOf(':');
        if (colon >= 0)
            return Array.Exists(Actions, action => string.Equals(last.Substring(colon + 1), action, StringComparison.OrdinalIgnoreCase));

        // OpenAI's, which half of the others speak as well: chat/completions, v1/completions, deployments/{name}/completions, images/generations.
        if (segments.Length < 2)
            return false;
        if (string.Equals(last, "generations", StringComparison.OrdinalIgnoreCase))
            return segments[segments.Length - 2] is "images" && segments.Length > 2 && (segments[segments.Length - 3] is "v1" || segments.Length > 3 && segments[segments.Length - 4] is "deployments");
        if (!string.Equals(last, "completions", StringComparison.OrdinalIgnoreCase))
            return false;
        return segments[segments.Length - 2] is "chat" or "fim" or "v1" || segments.Length > 2 && segments[segments.Length - 3] is "deployments" or "engines";
    }

    /// <summary>The path without slashes at its ends, query and fragment; the host with its port, empty where the address is relative.</summary>
    private static string PathOf(string address, out string host)
    {
        host = "";
        var path = address.Trim();
        if (path.IndexOfAny(['?', '#']) is >= 0 and var query)
            path = path.Substring(0, query);
        if (path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
        {
            path = path.Substring(scheme + 3);
            var slash = path.IndexOf('/');
            host = slash < 0 ? path : path.Substring(0, slash);
            path = slash < 0 ? "" : path.Substring(slash);
        }

        // Behind a name a hole is a query that is kept in a variable; behind a slash it is one more segment.
        var named = path.TrimEnd(Hole);
        return (named.EndsWith("/", StringComparison.Ordinal) ? path : named).Trim('/');
    }
}
