using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Kind of name by kind of value: whether the two together are a credential.</summary>
internal static class CredentialJudge
{
    private const int MinimumRandom = 16;
    private const int MinimumWeak = 20;
    private const int LongestMark = 8;

    private static readonly char[] Brackets = ['(', ')', '[', ']'];

    /// <param name="kind">What the name promises.</param>
    /// <param name="name">The name itself.</param>
    /// <param name="value">The value.</param>
    /// <param name="surroundings">Names of the enclosing member and type: they may tell the provider.</param>
    /// <param name="format">The provider's format that only such a name can tell, where one fits.</param>
    public static bool IsCredential(SecretNameKind kind, string name, string value, string surroundings, out TokenFormat? format)
    {
        format = null;
        if (kind is SecretNameKind.None or SecretNameKind.Authorization or SecretNameKind.ConnectionString ||
            Placeholder.IsPlaceholder(value) || PublicKeys.Is(value) || SecretName.SaysTheSame(name, value) || SecretName.IsName(value))
        {
            return false;
        }

        format = ByContext(value, name + " " + surroundings);
        if (format is { Severity: TokenSeverity.None })
            return false;

        switch (kind)
        {
            case SecretNameKind.Password:
                return format is not null || Guids.IsGuid(value) || PasswordShape.IsPassword(value) || HasLoneBracket(value) || BasicPair.IsEncodedPair(value) || (AppPasswords.Are(value) && AppPasswords.HaveProvider(surroundings));
            case SecretNameKind.Secret or SecretNameKind.Key:
                return format is not null || Guids.IsGuid(value) || Randomness.IsRandom(value, MinimumRandom) || PasswordShape.IsStrong(value) || HasLoneBracket(value) || PasswordShape.IsDrawnOfAll(value) || IsDrawnBehindBar(value);
            case SecretNameKind.Token:
                return format is not null || IsDrawnBehindBar(value) || Randomness.IsRandom(value, MinimumRandom) || ((PasswordShape.IsStrong(value) || HasLoneBracket(value)) && value.Length >= 12);
            default:
                return format is not null ||
                    (value.Length >= MinimumWeak && !Guids.IsGuid(value) && (Randomness.IsRandom(value, MinimumWeak) || PasswordShape.IsDrawnOfAll(value)) && SpeaksOfSecrets(surroundings));
        }
    }

    /// <summary>What stands in a place made for a cipher's key is one, unless it is a word of the protocol.</summary>
    public static bool IsCryptoKey(string value) =>
        value.Length >= 8 && !Placeholder.IsPlaceholder(value) && (value.Length >= 16 || !Placeholder.IsPlainWord(value));

    /// <summary>A password that code hands over may have a blank or two; a sentence of words is none.</summary>
    public static bool IsPhrase(string value) =>
        value.Length >= 8 && !Placeholder.IsPlaceholder(value) && CharacterClasses.Of(value) is { Digits: > 0, Symbols: > 0, Letters: > 0 };

    /// <summary>A drawn value behind what says whose it is: <c>Atzr|IwEB…</c>, <c>12|b9q1…</c>.</summary>
    private static bool IsDrawnBehindBar(string value) => value.IndexOf('|') is > 0 and <= LongestMark and var bar && Randomness.IsRandom(value.Substring(bar + 1), MinimumRandom);

    /// <summary>A password with brackets, which code has too: of values that are no code.</summary>
    public static bool IsBracketedPassword(string value)
    {
        if (value.IndexOfAny(Brackets) < 0 || value.IndexOf(' ') >= 0 || Placeholder.IsPlaceholder(value))
            return false;
        var text = value;
        foreach (var bracket in Brackets)
            text = text.Replace(bracket, '!');
        return CharacterClasses.Of(text).Digits > 0 && PasswordShape.IsStrong(text);
    }

    /// <summary>A strong value with a bracket that nothing opens or closes, which code does not have: <c>aoRSCe:IiCIpCVHEc9]rf</c>.</summary>
    private static bool HasLoneBracket(string value)
    {
        var (round, square) = (0, 0);
        foreach (var c in value)
        {
            round += c == '(' ? 1 : c == ')' ? -1 : 0;
            square += c == '[' ? 1 : c == ']' ? -1 : 0;
        }

        return (round != 0 || square != 0) && IsBracketedPassword(value);
    }

    private static TokenFormat? ByContext(string value, string words)
    {
        if (value.Length is < 14 or > 300 || !Randomness.IsRandom(value, 14) && !Guids.IsGuid(value))
            return null;

        foreach (var format in TokenFormats.Instance.ByContext)
        {
            foreach (var word in format.Context)
            {
                if (words.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 && Fits(format, value))
                    return format;
            }
        }

        return null;
    }

    private static bool Fits(TokenFormat format, string value)
    {
        try
        {
            return format.Regex.IsMatch(value);
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool SpeaksOfSecrets(string words)
    {
        foreach (var stem in new[] { "auth", "crypt", "api", "jwt", "token", "secret", "credential", "aes", "hmac", "sign", "login", "client", "gateway", "payment" })
        {
            if (words.IndexOf(stem, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
