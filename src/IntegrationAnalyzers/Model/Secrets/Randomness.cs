using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Whether a value was drawn rather than written.</summary>
internal static class Randomness
{
    private const int Longest = 1024;

    // Length and the entropy that all but one in a thousand random values of that length exceed, by alphabet.
    private static readonly (int Length, double Bits)[] HexFloor = [(8, 1.5), (16, 2.48), (32, 3.14), (40, 3.29), (64, 3.55)];
    private static readonly (int Length, double Bits)[] Base32Floor = [(8, 1.9), (16, 2.9), (20, 3.2), (32, 3.7), (52, 4.1)];
    private static readonly (int Length, double Bits)[] Base62Floor = [(8, 2.2), (16, 3.12), (20, 3.48), (24, 3.74), (32, 4.09), (40, 4.33), (64, 4.45), (86, 5.0)];

    /// <summary>
    /// Long enough, spread over its alphabet as random values are, and not made of words. Hexadecimal needs digits and letters,
    /// every other alphabet a digit or mixed case.
    /// </summary>
    public static bool IsRandom(string value, int minimumLength = 16)
    {
        if (value.Length < minimumLength || value.Length > Longest * 8 || HasBlank(value))
            return false;

        var text = value.Length > Longest ? value.Substring(0, Longest) : value;
        var classes = CharacterClasses.Of(text);
        if (classes.Other > 0 || classes.Digits + classes.Letters < text.Length * 3 / 4)
            return false;

        if (classes.IsHex)
            return classes.Digits >= 2 && classes.Letters >= 2 && Entropy(text) >= Floor(HexFloor, text.Length);
        if (classes.Digits == 0 && !(classes.Upper >= 3 && classes.Lower >= 3 && text.Length >= 20))
            return false;
        if (classes.Letters < 4)
            return false;

        var floor = classes.Upper == 0 || classes.Lower == 0 ? Base32Floor : Base62Floor;
        if (Entropy(text) < Floor(floor, text.Length))
            return false;

        var (bits, pairs) = LetterPairs.Score(text);
        return pairs < LetterPairs.Enough || bits >= LetterPairs.WordLimit;
    }

    /// <summary>Shannon's entropy in bits a character.</summary>
    public static double Entropy(string text)
    {
        var counts = new int[128];
        var other = 0;
        foreach (var c in text)
        {
            if (c < 128)
                counts[c]++;
            else
                other++;
        }

        var sum = Term(other, text.Length);
        foreach (var count in counts)
            sum += Term(count, text.Length);
        return sum;
    }

    private static double Term(int count, int length)
    {
        if (count == 0)
            return 0;
        var share = (double)count / length;
        return -share * Math.Log(share, 2);
    }

    private static double Floor((int Length, double Bits)[] table, int length)
    {
        for (var i = 1; i < table.Length; i++)
        {
            var (lowLength, lowBits) = table[i - 1];
            var (highLength, highBits) = table[i];
            if (length <= highLength)
                return lowBits + ((highBits - lowBits) * Math.Max(0, length - lowLength) / (highLength - lowLength));
        }

        return table[table.Length - 1].Bits;
    }

    private static bool HasBlank(string value)
    {
        foreach (var c in value)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }

        return false;
    }
}
