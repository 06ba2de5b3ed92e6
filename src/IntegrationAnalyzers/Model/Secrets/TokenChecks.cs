using System;
using System.Text;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What the structure of a value says beyond its shape.</summary>
internal enum TokenCheck
{
    Passed,

    /// <summary>Only the checksum is wrong.</summary>
    ChecksumFailed,

    /// <summary>It is something else, or nobody's secret.</summary>
    Other,
}

/// <summary>The structure tests of the table's <c>check</c> column. All work offline, on the value alone.</summary>
internal static class TokenChecks
{
    public static bool IsKnown(string check) => check is
        "" or "crc32-base62" or "crc32-grafana" or "jwt" or "basic" or "random" or "pem" or "discord" or "base64-json" or "userinfo" or "jwt-kubernetes";

    public static TokenCheck Check(TokenFormat format, string value) => format.Check switch
    {
        "crc32-base62" => Checksum(Base62Fits(value)),
        "crc32-grafana" => Checksum(GrafanaFits(value)),
        "jwt" => Structure(JsonWebToken.IsSigned(value)),
        "jwt-kubernetes" => Structure(JsonWebToken.IsSigned(value) && JsonWebToken.Says(value, "serviceaccount")),
        "basic" => Structure(IsBasic(value)),
        "random" => Structure(Randomness.IsRandom(AfterBlank(value))),
        "pem" => Structure(!Placeholder.IsPlaceholder(AfterHeader(value))),
        "discord" => Structure(IsSnowflake(value)),
        "base64-json" => Structure(DecodesToJson(value)),
        "userinfo" => Structure(UserInfo.IsSecret(value)),
        _ => TokenCheck.Passed,
    };

    /// <summary>A value typed to look like a token: a mask, one character over and over, a run of the alphabet, a documented sample.</summary>
    public static bool IsMadeUp(TokenFormat format, string value)
    {
        if (format.Check is "basic" or "userinfo")
            return false;

        var body = value;
        foreach (var anchor in format.Anchors)
        {
            if (value.StartsWith(anchor, StringComparison.Ordinal) && format.Back == 0)
                body = value.Substring(anchor.Length);
        }

        return Placeholder.IsDocumentedSample(value) || (body.Length >= 8 && Placeholder.IsFiller(body));
    }

    private static TokenCheck Checksum(bool fits) => fits ? TokenCheck.Passed : TokenCheck.ChecksumFailed;

    private static TokenCheck Structure(bool fits) => fits ? TokenCheck.Passed : TokenCheck.Other;

    private static bool Base62Fits(string value)
    {
        var body = value.IndexOf('_') + 1;
        var length = value.Length - body - 6;
        return string.CompareOrdinal(value, value.Length - 6, Crc32.ToBase62(Crc32.Of(value, body, length)), 0, 6) == 0;
    }

    /// <summary>The eight hexadecimal digits are the checksum of all before the last underscore, least significant byte first.</summary>
    private static bool GrafanaFits(string value)
    {
        var split = value.LastIndexOf('_');
        var crc = Crc32.Of(value, 0, split);
        var reversed = (crc >> 24) | ((crc >> 8) & 0xFF00) | ((crc << 8) & 0xFF0000) | (crc << 24);
        return string.Equals(value.Substring(split + 1), reversed.ToString("x8", System.Globalization.CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsBasic(string value)
    {
        if (Decode(AfterBlank(value)) is not { } pair)
            return false;

        var colon = pair.IndexOf(':');
        if (colon < 1 || colon == pair.Length - 1)
            return false;

        foreach (var c in pair)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return !Placeholder.IsPlaceholder(pair.Substring(colon + 1)) && !Placeholder.IsPlainWord(pair.Substring(colon + 1));
    }

    private static bool IsSnowflake(string value)
    {
        if (Decode(value.Substring(0, value.IndexOf('.'))) is not { Length: >= 16 } id)
            return false;

        foreach (var c in id)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }

    private static bool DecodesToJson(string value)
    {
        var start = value.StartsWith("glc_", StringComparison.Ordinal) ? 4 : 0;
        return Decode(value.Substring(start)) is { } json && json.StartsWith("{\"", StringComparison.Ordinal);
    }

    private static string AfterBlank(string value) => value.Substring(value.IndexOf(' ') + 1).Trim();

    private static string AfterHeader(string value)
    {
        var body = value.Substring(value.LastIndexOf("-----", StringComparison.Ordinal) + 5);
        return body.Trim();
    }

    /// <summary>Base64 of either alphabet, padded or not, as UTF-8; null where it is none.</summary>
    public static string? Decode(string base64)
    {
        var text = base64.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (text.Length % 4 == 1)
            return null;

        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
