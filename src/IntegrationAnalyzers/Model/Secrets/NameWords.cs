using System.Collections.Generic;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Splits a name into its words, in lower case: <c>myAPIKey2</c>, <c>my-api-key-2</c> and <c>MY_API_KEY_2</c> are one.</summary>
internal static class NameWords
{
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '\0';
            if (start >= 0 && (!char.IsLetterOrDigit(c) || StartsWord(name, i)))
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
                start = -1;
            }

            if (start < 0 && char.IsLetterOrDigit(c))
                start = i;
        }

        return words;
    }

    private static bool StartsWord(string name, int i)
    {
        var before = name[i - 1];
        var c = name[i];
        if (char.IsDigit(c))
            return false;
        if (!char.IsUpper(c))
            return false;

        // The one letter of a measure stays with its number: Wolfmax4K, Video8KPlayer.
        if (char.IsDigit(before) && (i + 1 == name.Length || !char.IsLetterOrDigit(name[i + 1]) || char.IsUpper(name[i + 1]) && StartsWord(name, i + 1)))
            return false;
        return !char.IsUpper(before) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
