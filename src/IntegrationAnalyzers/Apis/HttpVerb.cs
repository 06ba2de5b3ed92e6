using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>The request methods of RFC 9110 and RFC 5789.</summary>
internal enum HttpVerb
{
    /// <summary>The code does not say.</summary>
    Unknown,
    Get,
    Head,
    Options,
    Trace,
    Put,
    Delete,
    Post,
    Patch,
}

internal static class HttpVerbs
{
    /// <summary>Neither safe nor idempotent (RFC 9110 §9.2, RFC 5789): repeated, it may happen twice.</summary>
    public static bool IsUnsafeToRepeat(this HttpVerb verb) => verb is HttpVerb.Post or HttpVerb.Patch;

    /// <summary>Reads a verb by its name in any case, whether token (<c>POST</c>), member (<c>Post</c>) or attribute (<c>PostAttribute</c>).</summary>
    public static HttpVerb Parse(string? name)
    {
        if (name is null)
            return HttpVerb.Unknown;
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - "Attribute".Length);
        return name.ToUpperInvariant() switch
        {
            "GET" => HttpVerb.Get,
            "HEAD" => HttpVerb.Head,
            "OPTIONS" => HttpVerb.Options,
            "TRACE" => HttpVerb.Trace,
            "PUT" => HttpVerb.Put,
            "DELETE" => HttpVerb.Delete,
            "POST" => HttpVerb.Post,
            "PATCH" => HttpVerb.Patch,
            _ => HttpVerb.Unknown,
        };
    }
}
