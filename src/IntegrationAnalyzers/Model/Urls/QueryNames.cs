using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Names of query parameters under which secrets go.</summary>
internal static class QueryNames
{
    private const int Longest = 24;

    /// <summary>A header's name, that some providers have for a parameter of the query, too.</summary>
    private const string Header = "authorization";

    // Without case, hyphens and underscores. Not access_key: all providers of the table that call it so take it nowhere but in the query.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "key", "apikey", "appid", "appkey", "accesstoken", "authtoken", "apitoken", "token", "secret", "clientsecret", "clientkey", "secretkey", "appsecret",
        "password", "passwd", "pwd", "psw", "pass", "passphrase", "auth", "authkey", "subscriptionkey", "privatetoken", "privatekey", "sessiontoken", "usertoken", "bearer", "xplextoken",
        "wstoken", "hapikey", "consumersecret", "oauthtoken", "oauth2accesstoken", "refreshtoken", "clientassertion", "sharedsecret", "licensekey", Header,
    };

    /// <summary>Parameters whose name is not enough: the value's own name must say that it is a secret.</summary>
    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal) { "key", "token", "appid", "auth", "pass", "clientkey", "licensekey", "usertoken", Header };

    private static readonly string[] LinkWords = ["confirm", "verif", "reset", "activat", "invit", "accept", "subscribe", "revoke", "introspect", "valid", "check", "callback"];

    /// <summary>
    /// The cheap look at a text of a file: it ends with <c>name=</c>, holds <c>name={0}</c>, is a name and nothing else, or goes on with <c>@host</c> behind a hole.
    /// </summary>
    public static bool MayName(char[] text, int start, int end)
    {
        var length = end - start;
        if (length > 0 && text[start] == '@')
            return start > 0 && (text[start - 1] == '}' || text[start - 1] == '"' && IsAdded(text, start - 2));
        if (length < 2)
            return false;
        if (text[end - 1] == '=')
            return IsName(text, NameStart(text, start, end - 1), end - 1);
        if (length <= Longest && IsName(text, start, end))
            return true;

        for (var i = start + 3; i + 2 < end; i++)
        {
            if (text[i] == '{' && text[i - 1] == '=' && text[i + 1] is >= '0' and <= '9' && IsName(text, NameStart(text, start, i - 1), i - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether what ends there is a literal that is added to something: <c>password + "@host"</c>.</summary>
    private static bool IsAdded(char[] text, int at)
    {
        while (at >= 0 && text[at] is ' ' or '\t' or '\r' or '\n')
            at--;
        return at >= 0 && text[at] == '+';
    }

    /// <summary>The parameter that the text ends with, <c>…&amp;api_key=</c>; null where it ends otherwise.</summary>
    public static string? AtEnd(string text)
    {
        if (text.Length < 2 || text[text.Length - 1] != '=')
            return null;
        var start = text.Length - 1;
        while (start > 0 && IsNameCharacter(text[start - 1]))
            start--;
        return start == 0 || text[start - 1] is '?' or '&' ? text.Substring(start, text.Length - 1 - start) : null;
    }

    /// <summary>
    /// Whether the token is what the request is about, and not what allows it: Google's <c>tokeninfo?access_token=</c> and <c>revoke?token=</c> take it there and read no header.
    /// </summary>
    public static bool IsTheSubject(string url) =>
        url.IndexOf("/tokeninfo?", StringComparison.OrdinalIgnoreCase) >= 0 || url.IndexOf("/revoke?token=", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether the URL takes the token of a mail, once, and lets nobody in.</summary>
    public static bool SpeaksOfLinks(string url) => Array.Exists(LinkWords, word => url.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    public static bool IsSecret(string name) => Names.Contains(Plain(name));

    /// <summary>Whether a name that stands by itself, and not in a query's text, is more likely a header's.</summary>
    public static bool IsHeader(string name) => Plain(name) == Header;

    /// <summary>Whether a parameter and what is put there say together that it is a secret.</summary>
    public static bool IsSecret(string parameter, string value)
    {
        if (IsPublic(value))
            return false;

        var plain = Plain(parameter);
        return Names.Contains(plain) && (!Weak.Contains(plain) || IsSecretName(value));
    }

    /// <summary>Whether the value says by its name that it is no secret.</summary>
    public static bool IsPublic(string value)
    {
        var words = NameWords.Split(value);
        return words.Contains("public") || words.Contains("publishable") || words.Contains("site") || words.Contains("cancellation");
    }

    /// <summary>Whether a value's own name promises a secret.</summary>
    public static bool IsSecretName(string name) => SecretName.Judge(name) is not (SecretNameKind.None or SecretNameKind.Weak or SecretNameKind.ConnectionString);

    /// <summary>The header, and its scheme, that takes what goes under that parameter at providers that nothing else is known of; empty where none is usual.</summary>
    public static (string Header, string Scheme) UsualHeader(string parameter) => Plain(parameter) switch
    {
        // RFC 6750 has the query for those alone that can send no header.
        "accesstoken" or "oauthtoken" or "oauth2accesstoken" or "bearer" => ("Authorization", "Bearer"),
        "apikey" => ("X-Api-Key", ""),
        "subscriptionkey" => ("Ocp-Apim-Subscription-Key", ""),
        _ => ("", ""),
    };

    /// <summary>Without case, hyphens and underscores.</summary>
    public static string Plain(string name) => name.Replace("-", "").Replace("_", "").ToLowerInvariant();

    private static int NameStart(char[] text, int start, int end)
    {
        var at = end;
        while (at > start && end - at <= Longest && IsNameCharacter(text[at - 1]))
            at--;
        return at;
    }

    private static bool IsName(char[] text, int start, int end)
    {
        if (end - start is < 3 or > Longest || (char)(text[start] | 0x20) is not ('k' or 'a' or 't' or 's' or 'c' or 'p' or 'b' or 'x' or 'w' or 'h' or 'o' or 'r' or 'l' or 'u'))
            return false;
        for (var i = start; i < end; i++)
        {
            if (!IsNameCharacter(text[i]))
                return false;
        }

        return Names.Contains(Plain(new string(text, start, end - start)));
    }

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';
}
