using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The cheap tests on characters that decide which places of a file are worth a look at its syntax tree.</summary>
internal static class SecretWords
{
    /// <summary>How far before a literal its name may stand.</summary>
    private const int Behind = 240;

    private static readonly string[]?[] Stems = ByFirstLetter(
        ["pass", "secret", "token", "key", "cred", "auth", "bearer", "conn", "phrase", "senha", "contrasena", "pw", "pat", "psw"]);

    // In a text: the query or form field, connection-string part or header scheme that names what follows it.
    private static readonly string[]?[] Inside = ByFirstLetter(
        ["password=", "password =", "pwd=", "pwd =", "secret=", "token=", "key=", "appid=", "passwd=", "pass=", "password\"", "password\\\"", "secret\\\"", "secret\"", "bearer ", "-key:", "-token:", "-secret:",
         "-pass", "/pass", "-pwd", "/pwd", "-token ", "-secret ", "-key ", "-apikey "]);

    private const string Scheme = "bearer ";

    private const string Authorization = "authorization";

    private static readonly HashSet<string> Sinks = new(SecretSinks.Words, StringComparer.Ordinal);

    private static readonly HashSet<uint> SinkHashes = TextWords.Hashes(SecretSinks.Words);

    /// <summary>Whether a file of these words may name a typed sink at all.</summary>
    public static bool MayNameSink(TextWords words) => words.ContainsAny(SinkHashes);

    /// <summary>Whether a capitalized word of code may lead to a typed sink of secrets.</summary>
    public static bool IsSink(char[] text, int start, int end, int length)
    {
        if (end - start is < 3 or > 40 || !SecretSinks.MayBeWord(text[start], end - start))
            return false;

        var word = new string(text, start, end - start);
        return Sinks.Contains(word) && (!SecretSinks.IsProperty(word) || IsAssigned(text, end, length));
    }

    private static bool IsAssigned(char[] text, int end, int length)
    {
        while (end < length && text[end] == ' ')
            end++;
        return end + 1 < length && text[end] == '=' && text[end + 1] is not ('=' or '>');
    }

    /// <summary>A value may be a secret: not blank, not a sentence, and more than lower-case letters and joiners.</summary>
    public static bool MayBeValue(char[] text, int start, int end)
    {
        var length = end - start;
        if (length is < 5 or > 8192)
            return false;

        int blanks = 0, digits = 0, symbols = 0, upper = 0, lower = 0;
        var limit = Math.Min(end, start + 512);
        for (var i = start; i < limit; i++)
        {
            var c = text[i];
            if (c is ' ' or '\t' or '\n')
                blanks++;
            else if (c is >= '0' and <= '9')
                digits++;
            else if (c is >= 'a' and <= 'z')
                lower++;
            else if (c is >= 'A' and <= 'Z')
                upper++;
            else if (c is not ('_' or '-' or '.' or '/' or ':' or ',' or '\\' or '{' or '}' or '(' or ')' or '[' or ']' or '<' or '>' or '\''))
                symbols++;
        }

        if (blanks >= 3)
            return (blanks == 3 && lower == 16 && length == 19) || HoldsName(text, start, end);
        return digits + symbols > 0 || (upper > 2 && lower > 2) || lower >= 16 || (upper + lower == length && PasswordShape.IsCommon(new string(text, start, length)));
    }

    /// <summary>Letters and digits with neither blank nor path: worth a look even where no word nearby names it, as an argument.</summary>
    public static bool LooksDrawn(char[] text, int start, int end)
    {
        if (end - start is < 8 or > 512)
            return false;

        int digits = 0, letters = 0, upper = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c is ' ' or '.' or ':' or '\\' or '{' or '<' or '(' or ',' or ';')
                return false;
            if (c is >= '0' and <= '9')
                digits++;
            else if (c is >= 'a' and <= 'z')
                letters++;
            else if (c is >= 'A' and <= 'Z')
                upper++;
        }

        return (digits >= 2 && letters + upper >= 3) || (digits == 1 && upper >= 3 && letters >= 2 && upper * 2 >= letters && end - start <= 24);
    }

    /// <summary>Whether the code just before the literal, up to the end of the statement before, speaks of secrets.</summary>
    public static bool StandBefore(char[] text, int start)
    {
        var from = Math.Max(0, start - Behind);
        for (var i = start - 1; i >= from; i--)
        {
            if (text[i] == ';' && i < start - 1)
            {
                from = i;
                break;
            }
        }

        return Any(Stems, text, from, start);
    }

    /// <summary>Whether the text may be turned into bytes just there: <c>GetBytes("user:password")</c>, <c>GetBytes($"{user}:password")</c>.</summary>
    public static bool BecomesBytes(char[] text, int start, int end, int length)
    {
        // $"{user}:password") and user + ":password"): the half of a pair that the code holds.
        if (text[start] == ':' && end + 1 < length && text[end] == '"' && text[end + 1] == ')')
            return true;
        const string before = "GetBytes(";
        var i = start - 1;
        if (i < 0 || text[i] != '"')
            return false;
        if (i > 0 && text[i - 1] == '$')
            i--;
        if (i < before.Length)
            return false;
        for (var k = 0; k < before.Length; k++)
        {
            if (text[i - before.Length + k] != before[k])
                return false;
        }

        return true;
    }

    /// <summary>Whether the code just behind the literal compares it with something that speaks of secrets.</summary>
    public static bool StandBehind(char[] text, int end, int length)
    {
        var i = end;
        while (i < length && text[i] is '"' or ' ')
            i++;
        if (i + 2 >= length || !((text[i] is '=' or '!' && text[i + 1] == '=') || (text[i] == '.' && text[i + 1] == 'E')))
            return false;
        return Any(Stems, text, i, Math.Min(length, i + 60));
    }

    /// <summary>Whether the text itself names a secret: a query, a header value, a connection string.</summary>
    public static bool HoldsName(char[] text, int start, int end) => Any(Inside, text, start, Math.Min(end, start + 2048));

    /// <summary>Whether the text ends with a name and an equals sign, so that a value is to follow.</summary>
    public static bool EndsWithName(char[] text, int start, int end) =>
        end - start > 4 && text[end - 1] == '=' && Any(Inside, text, Math.Max(start, end - 12), end);

    /// <summary>Whether the text is the name of a header that lets in, or the scheme before its value: what stands beside it is a secret.</summary>
    public static bool NamesHeader(char[] text, int start, int end)
    {
        var length = end - start;
        if (length is < 5 or > 40)
            return false;
        if (text[end - 1] == ' ')
            return length >= Scheme.Length && Same(text, end - Scheme.Length, Scheme);
        return (text[start] | 0x20) switch
        {
            'x' => text[start + 1] == '-' && (Ends("-key") || Ends("-token") || Ends("-secret") || Ends("-apikey")),
            'a' => length == Authorization.Length ? Same(text, start, Authorization) : length is 6 or 7 && (Same(text, start, "apikey") || (length == 7 && Same(text, start, "api-key"))),
            'o' => Ends("-subscription-key"),
            _ => false,
        };

        bool Ends(string word) => word.Length <= length && Same(text, end - word.Length, word);
    }

    /// <summary>Whether the text is the colon between two summands: <c>user + ":" + password</c>.</summary>
    public static bool JoinsPair(char[] text, int start, int end, int length) =>
        end - start == 1 && text[start] == ':' && start > 2 && end + 2 < length && text[start - 1] == '"' && text[end] == '"' && text[text[start - 2] == ' ' ? start - 3 : start - 2] == '+' &&
        text[text[end + 1] == ' ' ? end + 2 : end + 1] == '+';

    private static bool Any(string[]?[] words, char[] text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var first = text[i] | 0x20;
            if (first >= words.Length || words[first] is not { } candidates)
                continue;

            foreach (var word in candidates)
            {
                if (word.Length <= to - i && Same(text, i, word))
                    return true;
            }
        }

        return false;
    }

    private static string[]?[] ByFirstLetter(string[] words)
    {
        var table = new string[]?[128];
        foreach (var word in words)
        {
            // As the search sees it, which takes capitals for small letters.
            var first = word[0] | 0x20;
            table[first] = [.. table[first] ?? [], word];
        }

        return table;
    }

    private static bool Same(char[] text, int at, string word)
    {
        for (var j = 0; j < word.Length; j++)
        {
            var c = text[at + j];
            if (c != word[j] && (c | 0x20) != word[j])
                return false;
        }

        return true;
    }
}
