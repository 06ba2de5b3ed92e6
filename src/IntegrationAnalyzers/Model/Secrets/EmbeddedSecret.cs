using System;
using System.Text.RegularExpressions;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>A secret that its own text names: the password of a connection string, a field of a query or form, a header's value, a JSON member, an option of a command line.</summary>
internal readonly record struct EmbeddedSecret(string Name, int Start, int Length)
{
    private const int Longest = 8192;
    private static readonly char[] CodeMarks = ['(', '{', '<'];
    private const int ShortestHeader = 12;

    private static readonly string[] ConnectionKeys = ["server", "source", "host", "database", "uid", "user id", "user", "username"];

    private static readonly Regex Pair = new(
        @"(?<before>^|[?&;,\s{""'\\])(?<name>[A-Za-z][A-Za-z0-9_ .-]{0,40}?)(?:\s?=\s?(?:(?<value>[^&;\s""'\\,]+)|(?<quote>[""'])(?<value>[^""'\\;]+)\k<quote>)|\\?[""']\s?:\s?\\?[""'](?<value>[^\s""'\\]+))",
        RegexOptions.CultureInvariant,
        TokenFormat.Timeout);

    private static readonly Regex Switch = new(
        @"(?:^|\s)(?:--?|/)(?<name>[A-Za-z-]{0,20}(?:password|passwd|pwd|passphrase|pass|token|secret|api-?key))(?:[ =:]|\s?[""'])[""']?(?<value>[^\s""']{4,})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TokenFormat.Timeout);

    private static readonly Regex Header = new(
        @"(?:^|:\s?)(?<name>Bearer|Token|ApiKey|Api-Key|SharedAccessKey|SSWS|GenieKey|Key|Splunk)\s(?<value>[A-Za-z0-9._~+/=:-]{12,})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        TokenFormat.Timeout);

    /// <param name="text">The literal's text, or one part of an interpolated one.</param>
    /// <param name="isWhole">Whether the text ends where the string does: else its last value may go on in a hole.</param>
    /// <param name="evenLocal">Whether a password for this machine counts.</param>
    /// <param name="around">What is known of the string that the text is a part of: it may name the server of a connection.</param>
    public static EmbeddedSecret? In(string text, bool isWhole, bool evenLocal = false, string? around = null)
    {
        if (text.Length is < 8 or > Longest)
            return null;

        try
        {
            return InHeader(text, isWhole) ?? InNamedHeader(text, isWhole) ?? InPairs(text, isWhole, evenLocal, around ?? text) ?? InSwitches(text, isWhole);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static EmbeddedSecret? InHeader(string text, bool isWhole)
    {
        // The value is the last word, and long.
        var last = text.Length;
        while (last > 0 && !char.IsWhiteSpace(text[last - 1]))
            last--;
        if (last == 0 || text.Length - last < ShortestHeader)
            return null;

        var match = Header.Match(text);
        if (!match.Success || !isWhole)
            return null;

        var value = match.Groups["value"];
        return Randomness.IsRandom(value.Value) && !Placeholder.IsPlaceholder(value.Value) ? new("Authorization", value.Index, value.Length) : null;
    }

    /// <summary>A header in one text, <c>X-Api-Key: 5f…</c>, as Refit's <c>[Headers]</c> and <c>WebHeaderCollection</c> take it.</summary>
    private static EmbeddedSecret? InNamedHeader(string text, bool isWhole)
    {
        var colon = text.IndexOf(':');
        if (!isWhole || colon is < 3 or > 40)
            return null;
        for (var i = 0; i < colon; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] != '-')
                return null;
        }

        var start = colon + 1;
        if (start < text.Length && text[start] == ' ')
            start++;
        var (name, value) = (text.Substring(0, colon), text.Substring(start));
        var kind = SecretName.Judge(name);
        return kind is SecretNameKind.Key or SecretNameKind.Token or SecretNameKind.Secret && Randomness.IsRandom(value) && CredentialJudge.IsCredential(kind, name, value, "", out _)
            ? new(name, start, value.Length)
            : null;
    }

    private static EmbeddedSecret? InPairs(string text, bool isWhole, bool evenLocal, string around)
    {
        if (text.IndexOf('=') < 0 && text.IndexOf(':') < 0)
            return null;

        var isConnection = IsConnectionString(around);
        if (isConnection && !evenLocal && ServerOf(around) is { } server && HostNames.IsLocal(server))
            return null;

        var isQuery = text.IndexOf('?') >= 0 || text.IndexOf('&') >= 0;
        for (var match = Pair.Match(text); match.Success; match = match.NextMatch())
        {
            var name = match.Groups["name"].Value.Trim();
            var value = match.Groups["value"];
            if (!isWhole && value.Index + value.Length == text.Length)
                continue;
            // Password="…" is a connection string's, or an attribute of somebody's markup.
            if (match.Groups["quote"].Success && !isConnection)
                continue;

            var kind = SecretName.Judge(name);
            if (kind is SecretNameKind.None or SecretNameKind.Weak && isQuery && IsQueryKey(name))
                kind = SecretNameKind.Key;
            if (kind == SecretNameKind.Password && !isConnection && !isQuery && !IsJson(match.Value) && !Randomness.IsRandom(value.Value))
                continue;
            if (kind is not (SecretNameKind.None or SecretNameKind.Weak) && CredentialJudge.IsCredential(kind, name, value.Value, "", out _) && !IsCode(value.Value))
                return new(name, value.Index, value.Length);
            if (kind == SecretNameKind.Password && match.Groups["quote"].Success && CredentialJudge.IsBracketedPassword(value.Value))
                return new(name, value.Index, value.Length);
        }

        return null;
    }

    /// <summary>An option of a command line.</summary>
    private static EmbeddedSecret? InSwitches(string text, bool isWhole)
    {
        if (text.IndexOf('-') < 0 && text.IndexOf('/') < 0)
            return null;
        if (!Has(text, "pass") && !Has(text, "pwd") && !Has(text, "token") && !Has(text, "secret") && !Has(text, "key"))
            return null;

        for (var match = Switch.Match(text); match.Success; match = match.NextMatch())
        {
            var (name, value) = (match.Groups["name"].Value.Trim('-'), match.Groups["value"]);
            if (!isWhole && value.Index + value.Length == text.Length)
                continue;

            var kind = SecretName.Judge(name);
            if (kind is not (SecretNameKind.None or SecretNameKind.Weak) && CredentialJudge.IsCredential(kind, name, value.Value, "", out _) && !IsCode(value.Value))
                return new(name, value.Index, value.Length);
        }

        return null;
    }

    private static bool IsJson(string pair) => pair.IndexOf(':') > 0 && pair.IndexOf('=') < 0;

    private static bool IsQueryKey(string name) => name.ToLowerInvariant() is "appid" or "key" or "token" or "sig" or "auth";

    private static bool IsCode(string value) => value.IndexOfAny(CodeMarks) >= 0;

    private static bool IsConnectionString(string text) =>
        text.IndexOf(';') > 0 && text.IndexOf('=') > 0 && Array.Exists(ConnectionKeys, key => HasKey(text, key));

    /// <summary><c>Server=db</c>, <c>Server = db</c>.</summary>
    private static bool HasKey(string text, string key)
    {
        for (var at = text.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(key, at + key.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + key.Length;
            while (end < text.Length && text[end] == ' ')
                end++;
            if (end < text.Length && text[end] == '=')
                return true;
        }

        return false;
    }

    /// <summary>The server that a connection string names.</summary>
    public static string? ServerOf(string text)
    {
        if (!IsConnectionString(text))
            return null;

        foreach (var part in text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals >= 0 && part.Substring(0, equals).Trim().ToLowerInvariant() is "server" or "data source" or "host" or "address" or "addr" or "network address")
                return Host(part.Substring(equals + 1));
        }

        return null;
    }

    private static string Host(string server)
    {
        var text = server.Trim();
        if (text.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase))
            text = text.Substring(4);
        var end = text.IndexOfAny([',', ':', '\\'], HostNames.EndOfAddress(text, 0));
        return end > 0 ? text.Substring(0, end) : text;
    }

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
