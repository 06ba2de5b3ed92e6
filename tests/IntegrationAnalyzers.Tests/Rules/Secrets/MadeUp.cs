using System;
using System.Linq;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Random values for sources under test, drawn at run time and the same in every run.</summary>
internal static class MadeUp
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Hex(int length, int seed = 7) => Draw("0123456789abcdef", length, seed);

    public static string Base62(int length, int seed = 7) => Draw(Letters, length, seed);

    public static string Base64(int bytes, int seed = 7)
    {
        var buffer = new byte[bytes];
        new Random(seed).NextBytes(buffer);
        return Convert.ToBase64String(buffer);
    }

    private static string Draw(string alphabet, int length, int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
    }
}
