using System;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Public keys by their own bytes, whatever the name says: X.509's <c>SubjectPublicKeyInfo</c> in base64, as <c>BEGIN PUBLIC KEY</c> has it between its lines.</summary>
internal static class PublicKeys
{
    private const byte Sequence = 0x30;
    private const byte BitString = 0x03;
    private const byte ObjectIdentifier = 0x06;

    /// <summary>An elliptic curve's has 59 bytes and less, with its point compressed.</summary>
    private const int Shortest = 56;

    /// <summary>A sequence of two: the algorithm, which is named, and the key as a string of bits. A private key has a version first, an encrypted one a string of bytes behind.</summary>
    public static bool Is(string value)
    {
        if (value.Length < Shortest || value[0] != 'M' || Decode(value) is not { } bytes)
            return false;
        var at = 0;
        if (Enter(bytes, ref at, Sequence) is not { } whole || at + whole != bytes.Length || Enter(bytes, ref at, Sequence) is not { } algorithm || at >= bytes.Length || bytes[at] != ObjectIdentifier)
            return false;
        at += algorithm;
        return Enter(bytes, ref at, BitString) is { } key && at + key == bytes.Length;
    }

    private static byte[]? Decode(string value)
    {
        try
        {
            return Convert.FromBase64String(value);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Goes past tag and length; gives the length of what is inside, null where the tag is another or the bytes end before.</summary>
    private static int? Enter(byte[] bytes, ref int at, byte tag)
    {
        if (at + 2 > bytes.Length || bytes[at] != tag)
            return null;
        int length = bytes[at + 1];
        at += 2;
        if (length >= 0x80)
        {
            var digits = length & 0x7F;
            if (digits is 0 or > 3 || at + digits > bytes.Length)
                return null;
            length = 0;
            for (var i = 0; i < digits; i++)
                length = (length << 8) | bytes[at + i];
            at += digits;
        }

        return at + length <= bytes.Length ? length : null;
    }
}
