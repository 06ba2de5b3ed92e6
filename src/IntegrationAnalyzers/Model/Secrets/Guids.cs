namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The commonest random values in source, and mostly no secrets: only a good name makes one of them.</summary>
internal static class Guids
{
    public static bool IsGuid(string value)
    {
        var text = value.Length == 38 && value[0] == '{' ? value.Substring(1, 36) : value;
        if (text.Length != 36)
            return false;

        for (var i = 0; i < 36; i++)
        {
            var c = text[i];
            if (i is 8 or 13 or 18 or 23 ? c != '-' : !(c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
                return false;
        }

        return true;
    }
}
