using System;
using System.Text.RegularExpressions;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// Values that stand for a secret without being one: what a reader is to replace, what points to where the secret is, what the
/// documentation prints. Forms are anchored at the value's ends: a random key may well contain "test".
/// </summary>
internal static class Placeholder
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Forms = new(
        @"^(?:<.*>|\[.*\]|\{.*\}|\(.*\)|\$\{.*\}|\$\(.*\)|%\w+%|#\{.*\}#?|__\w+__|@\w+@|\$\w{2,40}\$?|.*\{\d+(?::[^}]*)?\}.*|.*\$\{\w+\}.*|.*\{\{.*\}\}.*" +
        @"|.*user[-_ ]secrets.*|.*(?:change|replace)d?[-_ ]?(?:me|this|it|(?:in|for|before)[-_ ]?prod\w*).*|.*(?:not|never|(?:do[-_ ]?not|don'?t|never)[-_ ]?use(?:[-_ ]?this)?)[-_ ]?(?:in|for)[-_ ]?prod\w*.*|.*(?:_here|-here| here)[>!.]?|.*(?:placeholder|redacted|put[-_]?your|insert[-_]?your|your[-_](?:own[-_])?(?:api|key|token|secret|password|client|access|account)).*" +
        @"|(?:un|not?[-_ ]?)changed?(?![a-z]).*|.*\.\.\..*|.*…)$",
        Options,
        TokenFormat.Timeout);

    private static readonly Regex Worded = new(
        @"^(?<head>your|my|the|some|any|enter|insert|replace|change|put|add|use|set|fill|paste|provide|specify|generate|example|sample|dummy|fake|mock|foo|bar|todo|tbd|fixme|removed|hidden|secret-here)(?:[-_. ]?[a-z]{2,}){0,8}[-_. ]?(?:\d{0,4}|here|me|this|it)[!.]?$",
        Options,
        TokenFormat.Timeout);

    private static readonly char[] FormMarks = ['<', '[', '{', '(', '$', '%', '#', '@', '_', '\u2026'];

    private static readonly string[] FormWords = ["change", "replace", "prod", "secrets", "here", "placeholder", "redacted", "your"];

    private static readonly string[] FormHeads =
    [
        "my", "the", "some", "any", "enter", "insert", "put", "add", "use", "set", "fill", "paste", "provide", "specify", "generate", "example", "sample", "dummy", "fake", "mock", "foo",
        "bar", "todo", "tbd", "fixme", "removed", "hidden",
    ];

    /// <summary>What follows such a head without a sign between them, <c>yourpassword</c>: other words that begin so are names (<c>Theodore</c>, <c>Barcelona</c>).</summary>
    private static readonly string[] GluedWords =
    [
        "access", "account", "admin", "api", "app", "auth", "aws", "azure", "bar", "bearer", "bot", "client", "code", "company", "connection", "credential", "data", "default", "email", "encrypt", "fake",
        "hash", "host", "id", "jwt", "key", "long", "login", "mail", "name", "new", "org", "own", "pass", "phrase", "pin", "private", "project", "public", "pwd", "random", "real", "salt", "secret", "secure", "server",
        "service", "shop", "sign", "string", "strong", "super", "test", "text", "token", "url", "user", "value", "very", "web", "your",
    ];

    // Where the secret is, or what it is encrypted with: a marker, or the head that ASP.NET's data protection, Windows's and OpenSSL's put before theirs.
    private static readonly Regex Indirections = new(
        @"^(?:env(?:ironment)?[:(]|@Microsoft\.KeyVault\(|arn:aws:|op://|vault:|\{cipher\}|ENC[(\[:]|encrypted:|CfDJ8|AQAAANCMnd8BFdERjHoAwE/Cl|U2FsdGVkX1|secretref:|secret://|kv:|keyvault:|ssm:|file:|config:|ref\+|projects/[^/]+/secrets/)",
        Options,
        TokenFormat.Timeout);

    public static bool IsPlaceholder(string value)
    {
        var text = value.Trim();
        if (text.Length < 4 || text.Length > 4096)
            return text.Length < 4;

        try
        {
            return IsFiller(text) || IsDocumentedSample(text) || Indirections.IsMatch(text) || (text.Length <= 200 && MayBeForm(text) && (Forms.IsMatch(text) || IsWorded(text)));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The look before the expression, which most values do not need: each of its forms has one of these marks, or begins with one of these words.</summary>
    private static bool MayBeForm(string text)
    {
        if (text.IndexOfAny(FormMarks) >= 0 || text.IndexOf("...", StringComparison.Ordinal) >= 0)
            return true;
        foreach (var word in FormWords)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        foreach (var head in FormHeads)
        {
            if (text.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text begins with a whole word of those: up to a sign, a digit or a capital, or glued to a word that says what it stands for.</summary>
    private static bool IsWorded(string text)
    {
        var match = Worded.Match(text);
        if (!match.Success)
            return false;
        var end = match.Groups["head"].Length;
        if (end == text.Length || !char.IsLetter(text[end]) || (char.IsUpper(text[end]) && char.IsLower(text[end - 1])))
            return true;
        foreach (var word in GluedWords)
        {
            if (string.Compare(text, end, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return true;
        }

        return false;
    }

    public static bool IsDocumentedSample(string value)
    {
        return DocumentedSamples.Hold(value) || value.EndsWith("EXAMPLE", StringComparison.Ordinal) || value.EndsWith("EXAMPLEKEY", StringComparison.Ordinal) ||
            (value.Length < 60 && value.IndexOf("example", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Hardly any different characters, a mask, or runs of the alphabet and the digits.</summary>
    public static bool IsFiller(string value)
    {
        ulong low = 0, high = 0;
        int distinct = 0, masks = 0, steps = 0, repeats = 0;
        var limit = Math.Min(value.Length, 256);
        for (var i = 0; i < limit; i++)
        {
            var c = char.ToLowerInvariant(value[i]);
            if (c < 64 && (low & (1UL << c)) == 0)
            {
                low |= 1UL << c;
                distinct++;
            }
            else if (c is >= (char)64 and < (char)128 && (high & (1UL << (c - 64))) == 0)
            {
                high |= 1UL << (c - 64);
                distinct++;
            }

            if (c is 'x' or '*' or '.' or '-' or '_' or '#' or '?')
                masks++;
            if (i > 0)
            {
                var step = c - char.ToLowerInvariant(value[i - 1]);
                if (step is 1 or -1 || (step == '0' - '9'))
                    steps++;
                if (step == 0)
                    repeats++;
            }
        }

        if (distinct <= 2 || masks * 5 >= limit * 3 || repeats * 2 >= limit)
            return true;
        return steps * 3 >= (limit - 1) * 2 || (limit >= 16 && distinct <= 5);
    }

    /// <summary>One or more words, joined as identifiers, paths or keys are, with no sign of a secret in them.</summary>
    public static bool IsPlainWord(string value)
    {
        foreach (var c in value)
        {
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '-' or '.' or ' ' or '/' or ':'))
                return false;
        }

        var (bits, pairs) = LetterPairs.Score(value);
        return pairs < LetterPairs.Enough || bits < LetterPairs.WordLimit + 0.4;
    }
}
