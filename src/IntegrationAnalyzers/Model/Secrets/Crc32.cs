namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The CRC-32 of zip and PNG, which several providers put at the end of their tokens.</summary>
internal static class Crc32
{
    private const string Base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    public static uint Of(string text, int start, int length)
    {
        var crc = uint.MaxValue;
        for (var i = start; i < start + length; i++)
        {
            crc ^= text[i];
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>Six digits of base 62, most significant first.</summary>
    public static string ToBase62(uint value)
    {
        var digits = new char[6];
        for (var i = 5; i >= 0; i--)
        {
            digits[i] = Base62[(int)(value % 62)];
            value /= 62;
        }

        return new string(digits);
    }
}
