using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Whether the current culture changes how a value of a type is written in a format.</summary>
internal static class ValueCulture
{
    public static bool Changes(ITypeSymbol type, string? format)
    {
        type = Underlying(type);
        if (IsDate(type))
            return ChangesDate(format);
        return IsNumber(type) && ChangesNumber(format);
    }

    public static bool IsDate(ITypeSymbol type) =>
        Underlying(type) is var plain && (plain.SpecialType == SpecialType.System_DateTime || plain.Is("System", "DateTimeOffset") || plain.Is("System", "DateOnly") || plain.Is("System", "TimeOnly"));

    /// <summary>Whether the invariant form of the value holds a character that a URL takes for something else: a blank, the sign of a zone.</summary>
    public static bool NeedsEscape(ITypeSymbol type, string? format) =>
        IsDate(type) && (string.IsNullOrEmpty(format) || (format!.Length == 1 ? format is not ("s" or "d" or "t") : format.IndexOfAny([' ', '+', 'z', 'K', '&', '#', '%', '?']) >= 0));

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single || type.Is("System", "Half");

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    /// <summary>Separators, names of months and days, the era. Digits do not depend on it, but for the calendar of a few cultures.</summary>
    private static bool ChangesDate(string? format)
    {
        if (string.IsNullOrEmpty(format))
            return true;
        if (format!.Length == 1)
            return format is not ("o" or "O" or "r" or "R" or "s" or "u");

        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"':
                    var end = format.IndexOf(format[i], i + 1);
                    if (end < 0)
                        return true;
                    i = end;
                    break;
                case ':' or '/' or 't' or 'g':
                    return true;
                case 'M' or 'd':
                    var run = 1;
                    while (i + 1 < format.Length && format[i + 1] == format[i])
                    {
                        i++;
                        run++;
                    }

                    if (run > 2)
                        return true;
                    break;
            }
        }

        return false;
    }

    /// <summary>The decimal separator and the separator of groups.</summary>
    private static bool ChangesNumber(string? format)
    {
        if (string.IsNullOrEmpty(format))
            return true;
        var isStandard = char.IsLetter(format![0]) && (format.Length == 1 || char.IsDigit(format[1]));
        return isStandard
            ? !(char.ToUpperInvariant(format[0]) == 'F' && format.Length > 1 && format.Substring(1).Trim('0').Length == 0)
            : format.IndexOfAny(['.', ',', '%', '\u2030']) >= 0;
    }
}
