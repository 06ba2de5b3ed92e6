namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>How many characters of each kind a value has.</summary>
/// <param name="Joiners">Of base64 and of tokens: <c>+ / = _ - . ~</c>.</param>
/// <param name="Symbols">What people put into passwords.</param>
/// <param name="Other">Blanks, brackets, quotes and all beyond ASCII.</param>
internal readonly record struct CharacterClasses(int Upper, int Lower, int Digits, int Joiners, int Symbols, int Other, bool IsHex)
{
    public int Letters => Upper + Lower;

    public static CharacterClasses Of(string text)
    {
        int upper = 0, lower = 0, digits = 0, joiners = 0, symbols = 0, other = 0;
        var hex = true;
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case >= 'A' and <= 'Z':
                    upper++;
                    hex &= c <= 'F';
                    break;
                case >= 'a' and <= 'z':
                    lower++;
                    hex &= c <= 'f';
                    break;
                case '+' or '/' or '=' or '_' or '-' or '.' or '~':
                    joiners++;
                    hex = false;
                    break;
                case '!' or '@' or '#' or '$' or '%' or '^' or '&' or '*' or '?':
                    symbols++;
                    hex = false;
                    break;
                default:
                    other++;
                    hex = false;
                    break;
            }
        }

        return new CharacterClasses(upper, lower, digits, joiners, symbols, other, hex && (upper == 0 || lower == 0));
    }
}
