using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// The passwords that mail providers make for programs: sixteen small letters, often in groups, and drawn, so that no word is in them. They have no other mark, so something beside
/// them must name the provider.
/// </summary>
internal static class AppPasswords
{
    private const int Letters = 16;

    /// <summary>Pairs of letters as surprising as this do not stand in words; of drawn ones, 99 in 100 are.</summary>
    private const double Drawn = 5.0;

    private static readonly string[] Providers = ["gmail.com", "googlemail.com", "mail.yahoo.com", "@yahoo.com"];

    public static bool Are(string value)
    {
        if (value.Length is < Letters or > Letters + 3)
            return false;

        var letters = value.Replace(" ", "");
        if (letters.Length != Letters || !InGroups(value))
            return false;
        foreach (var c in letters)
        {
            if (c is < 'a' or > 'z')
                return false;
        }

        return LetterPairs.Score(letters).Bits >= Drawn && !Placeholder.IsPlaceholder(letters);
    }

    /// <summary>Whether the text names a provider that makes such passwords.</summary>
    public static bool HaveProvider(string text) => Array.Exists(Providers, name => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>In one piece, or with a blank behind every fourth or eighth letter.</summary>
    private static bool InGroups(string value)
    {
        var blank = value.IndexOf(' ');
        if (blank < 0)
            return true;
        if (blank is not (4 or 8))
            return false;
        for (var i = 0; i < value.Length; i++)
        {
            if ((value[i] == ' ') != (i % (blank + 1) == blank))
                return false;
        }

        return true;
    }
}
