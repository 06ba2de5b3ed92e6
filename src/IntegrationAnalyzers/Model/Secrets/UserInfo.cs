using System;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The <c>user:password@host</c> of a URL.</summary>
internal static class UserInfo
{
    /// <summary>Whether the password is a secret and the host somebody's: not a placeholder, not this machine, not a reserved name.</summary>
    public static bool IsSecret(string url)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var at = url.LastIndexOf('@');
        if (start < 3 || at < start)
            return false;

        var colon = url.IndexOf(':', start);
        if (colon < 0 || colon > at)
            return false;

        var user = url.Substring(start, colon - start);
        var password = url.Substring(colon + 1, at - colon - 1);
        return password.Length > 0 && !IsSentryDsn(user, password, HostOf(url, at + 1)) && password != user && password != "x-oauth-basic" &&
            !Placeholder.IsPlaceholder(password) && !Placeholder.IsPlainWord(password) && !HostNames.IsLocalOrReserved(HostOf(url, at + 1));
    }

    /// <summary>Whether the file gives the value as the password of a reserved host (<c>http://john:value@example.com</c>): then it is an example everywhere in it.</summary>
    public static bool IsUsedAsExample(SyntaxTree tree, string value, CancellationToken cancellationToken)
    {
        if (value.Length is < 4 or > 64)
            return false;

        var text = tree.GetText(cancellationToken).ToString();
        var use = ":" + value + "@";
        for (var at = text.IndexOf(use, StringComparison.Ordinal); at >= 0; at = text.IndexOf(use, at + 1, StringComparison.Ordinal))
        {
            var start = at + use.Length;
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
                end++;
            if (end > start && HostNames.IsLocalOrReserved(text.Substring(start, end - start)))
                return true;
        }

        return false;
    }

    /// <summary>Sentry's older DSN, <c>https://key:secret@sentry.io/42</c>: every program that reports its errors ships it, and it only lets one report.</summary>
    private static bool IsSentryDsn(string user, string password, string host) =>
        user.Length == 32 && password.Length == 32 && host.ContainsIgnoreCase("sentry") && IsHex(user) && IsHex(password);

    private static bool IsHex(string text)
    {
        foreach (var c in text)
        {
            if (!Uri.IsHexDigit(c))
                return false;
        }

        return true;
    }

    private static string HostOf(string url, int start)
    {
        var end = url.IndexOfAny([':', '/', '?', ',', ';'], HostNames.EndOfAddress(url, start));
        return end < 0 ? url.Substring(start) : url.Substring(start, end - start);
    }
}
