using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Tells a signed token of somebody's from three dotted words and from the samples of the documentation.</summary>
internal static class JsonWebToken
{
    public static bool IsSigned(string value)
    {
        var parts = value.Split('.');
        if (parts.Length < 3 || TokenChecks.Decode(parts[0]) is not { } header || TokenChecks.Decode(parts[1]) is not { } payload)
            return false;

        return IsObject(header) && Holds(header, "\"alg\"") && !Holds(header, "\"none\"") && IsObject(payload) && !IsPublic(payload);
    }

    /// <summary>Whether its claims hold the text.</summary>
    public static bool Says(string value, string text) => value.Split('.') is [_, var claims, ..] && TokenChecks.Decode(claims) is { } payload && Holds(payload, text);

    /// <summary>The sample of jwt.io, and Supabase's anonymous role, which goes to every browser.</summary>
    private static bool IsPublic(string payload) =>
        (Holds(payload, "\"1234567890\"") && Holds(payload, "John Doe")) || Holds(payload, "\"role\":\"anon\"");

    private static bool IsObject(string json)
    {
        var text = json.Trim();
        return text.Length > 2 && text[0] == '{' && text[text.Length - 1] == '}';
    }

    private static bool Holds(string text, string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
}
