using System;
using System.Collections.Generic;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Values made of nothing but words that say what they are for: <c>super-secret-dev-key-min-32-chars</c>, <c>SecretKeyForTestingPurposes123!</c>.</summary>
internal static class TestWords
{
    private static readonly HashSet<string> Purposes = new(StringComparer.Ordinal) { "dev", "development", "test", "tests", "testing", "sandbox" };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "this", "is", "my", "our", "for", "of", "in", "at", "to", "be", "use", "do", "not", "only", "local", "super", "very", "long", "strong", "secure", "secret", "secrets", "key", "keys",
        "token", "jwt", "api", "app", "auth", "access", "client", "signing", "sign", "symmetric", "encryption", "hmac", "sha", "aes", "password", "pass", "pwd", "private", "default", "purpose", "purposes",
        "environment", "env", "mode", "min", "minimum", "least", "char", "chars", "character", "characters", "bit", "bits", "byte", "bytes", "prod", "production", "must", "should", "and", "or", "with", "value",
    };

    /// <summary>Whether all its words are such, and one says that it is for development or tests.</summary>
    public static bool Are(string value) => Say(NameWords.Split(value));

    /// <summary>Whether a head that has no joints of its own is made of such words, and one says that it is for tests: <c>authtestkey</c>.</summary>
    public static bool AreJoined(string head)
    {
        var words = new List<string>();
        return Cut(head, 0, words) && words.Exists(static word => word is "test" or "tests" or "testing" or "sandbox");
    }

    private static bool Say(List<string> words)
    {
        var isForTrying = false;
        foreach (var word in words)
        {
            var letters = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            isForTrying |= Purposes.Contains(letters);
            if (letters.Length > 0 && !Purposes.Contains(letters) && !Fillers.Contains(letters))
                return false;
        }

        return isForTrying;
    }

    private static bool Cut(string text, int start, List<string> words)
    {
        if (start == text.Length)
            return true;
        for (var end = text.Length; end > start + 2; end--)
        {
            var word = text.Substring(start, end - start);
            if (!Purposes.Contains(word) && !Fillers.Contains(word))
                continue;
            words.Add(word);
            if (Cut(text, end, words))
                return true;
            words.RemoveAt(words.Count - 1);
        }

        return false;
    }
}
