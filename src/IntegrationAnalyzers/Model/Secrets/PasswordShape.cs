using System;
using System.Collections.Generic;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Whether a value looks like what people choose for a password, as against a name, a path or a piece of code.</summary>
internal static class PasswordShape
{
    // Names with a number in them; shorter ones are no password by their length.
    private static readonly HashSet<string> Terms = new(StringComparer.OrdinalIgnoreCase)
    {
        "oauth2", "oauth1", "sha256", "sha384", "sha512", "aes128", "aes256", "rs256", "hs256", "hs512", "es256", "base64", "utf16",
        "pkcs7", "pkcs8", "pkcs12", "ntlmv2", "tls12", "tls13", "http2", "bcrypt2", "argon2", "argon2id", "pbkdf2", "ed25519", "secp256k1", "s3cret",
    };

    // Letters only, and never the name of anything: the heads of every list of leaked passwords.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "letmein", "qwerty", "qwertyuiop", "qwertz", "azerty", "asdfgh", "asdfghjkl", "zxcvbn", "zxcvbnm", "iloveyou", "opensesame", "swordfish", "trustnoone", "correcthorsebatterystaple",
    };

    private const int ShortestOfLetters = 10;

    /// <summary>Of patterns.</summary>
    private static readonly string[] Ranges = ["a-z", "A-Z", "0-9"];

    public static bool IsCommon(string value) => value.Length is >= 6 and <= 25 && Common.Contains(value);

    /// <summary>Letters with a digit or a symbol among them, in no form that code has.</summary>
    public static bool IsPassword(string value)
    {
        if (value.Length is < 5 or > 128 || LooksLikeCode(value))
            return false;

        var classes = CharacterClasses.Of(value);
        if (classes.Letters == 0 || classes.Digits + classes.Symbols == 0)
            return classes.Letters > 0 && (IsCommon(value) || Randomness.IsRandom(value) || IsDrawnOfLetters(value));
        return !Terms.Contains(value);
    }

    /// <summary>A password that is none of the forms an identifier has: digits within, symbols, or drawn at random.</summary>
    public static bool IsStrong(string value)
    {
        if (value.Length < 8 || !IsPassword(value) || Guids.IsGuid(value))
            return false;

        var classes = CharacterClasses.Of(value);
        if (classes.Symbols > 0)
            return classes.Digits > 0 || (classes.Upper > 0 && classes.Lower > 0);

        if (IsMixed(value, classes))
            return true;
        return classes.Digits > 0 && !IsNumberedIdentifier(value) && classes.Joiners <= value.Length / 4 && LetterPairs.Score(value).Bits >= LetterPairs.WordLimit - 0.8;
    }

    /// <summary>Capitals all through the letters, which follow each other as in no word: <c>BGUKDmdHRzHx</c>.</summary>
    private static bool IsDrawnOfLetters(string value)
    {
        if (value.Length < ShortestOfLetters || CharacterClasses.Of(value) is not { Upper: >= 3, Lower: >= 3, Joiners: 0, Other: 0 } || Placeholder.IsFiller(value))
            return false;
        return NameWords.Split(value).Count * 4 >= value.Length && LetterPairs.Score(value).Bits >= LetterPairs.WordLimit + 0.6;
    }

    /// <summary>All kinds of characters, each several times, and nothing that reads: brackets are among them as signs, and not as code has them.</summary>
    public static bool IsDrawnOfAll(string value)
    {
        if (value.Length is < 20 or > 128 || Array.Exists(Ranges, range => value.IndexOf(range, StringComparison.Ordinal) >= 0))
            return false;

        int signs = 0, letters = 0, longest = 0;
        foreach (var c in value)
        {
            if (c is <= ' ' or > '~' or '\\' or '"')
                return false;
            letters = char.IsLetter(c) ? letters + 1 : 0;
            longest = Math.Max(longest, letters);
            signs += char.IsLetterOrDigit(c) ? 0 : 1;
        }

        return signs >= 3 && longest <= 3 && CharacterClasses.Of(value) is { Upper: >= 3, Lower: >= 3, Digits: >= 3 };
    }

    /// <summary>Digits all through the letters, as only drawn values have them: <c>4d3538f9c2</c>.</summary>
    private static bool IsMixed(string value, CharacterClasses classes)
    {
        if (classes.Digits * 3 < value.Length || classes.Letters < 2 || classes.Digits + classes.Letters < value.Length || Placeholder.IsFiller(value))
            return false;

        var changes = 0;
        for (var i = 1; i < value.Length; i++)
        {
            if (char.IsDigit(value[i]) != char.IsDigit(value[i - 1]))
                changes++;
        }

        return changes >= 3;
    }

    /// <summary>Words and at most four digits at their end: <c>StripeApiKeyV2</c>.</summary>
    private static bool IsNumberedIdentifier(string value)
    {
        var end = value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return value.Length - end.Length <= 4 && Placeholder.IsPlainWord(end);
    }

    private static bool LooksLikeCode(string value)
    {
        var blanks = 0;
        foreach (var c in value)
        {
            if (c is ' ' or '\t')
                blanks++;
            if (c is '\n' or '\r' or '{' or '}' or '<' or '>' or '"' or '\'' or '(' or ')' or '[' or ']' or '\\' or '|' or ';')
                return true;
        }

        if (blanks > 1 || value.IndexOf("://", StringComparison.Ordinal) >= 0 || value[0] is '/' or '.' or '-' or '&' or '?' || value.EndsWith(":", StringComparison.Ordinal) ||
            (value[0] == '#' && value.Length < 8) || value[0] == '%' || value.EndsWith("=", StringComparison.Ordinal) && value.Length < 16)
        {
            return true;
        }

        // a/b/c and a.b.c of words; name=value; user@host; a file.
        var classes = CharacterClasses.Of(value);
        if (value.IndexOf('/') > 0 && !Randomness.IsRandom(value))
            return true;
        if (value.IndexOf('=') > 0 && value.IndexOf('=') < value.Length - 2)
            return true;
        if (value.IndexOf('@') is > 0 and var at && value.IndexOf('.', at) > 0 && classes.Symbols == 1)
            return true;
        return blanks == 1 && classes.Symbols == 0;
    }
}
