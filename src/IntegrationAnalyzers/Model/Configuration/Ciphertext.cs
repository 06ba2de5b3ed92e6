using System.Collections.Generic;
using IntegrationAnalyzers.Model.Secrets;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>What a configuration provider decrypts when it loads the file, told by the values alone.</summary>
internal static class Ciphertext
{
    private const int Block = 16;

    private static readonly HashSet<string> Readable = new()
    {
        "username", "user", "login", "name", "email", "mail", "sender", "from", "host", "hostname", "server", "address", "url", "uri", "endpoint", "database",
    };

    /// <summary>Two blocks of a cipher or more, in base64. Hexadecimal of some lengths reads as base64 too, and is a key.</summary>
    public static bool IsBlocks(string value)
    {
        if (value.Length < 44 || value.Length % 4 != 0)
            return false;

        var padding = value[value.Length - 1] != '=' ? 0 : value[value.Length - 2] != '=' ? 1 : 2;
        if (((value.Length / 4 * 3) - padding) % Block != 0)
            return false;
        for (var i = 0; i < value.Length - padding; i++)
        {
            if (!(value[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/'))
                return false;
        }

        return !CharacterClasses.Of(value).IsHex && Randomness.IsRandom(value);
    }

    /// <summary>Whether blocks stand where people write what anybody may read. A sign that only base64 has tells them from an identifier that was drawn.</summary>
    public static bool IsOfReadable(List<string> nameWords, string value) =>
        nameWords.Count > 0 && Readable.Contains(nameWords[nameWords.Count - 1]) && value.IndexOfAny(['+', '/', '=']) >= 0 && IsBlocks(value);
}
