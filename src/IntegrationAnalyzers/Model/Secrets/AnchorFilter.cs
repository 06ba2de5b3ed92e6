using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// Finds where a text may hold one of many anchors at the price of one bit test a character, however many anchors there are:
/// three characters are packed into a key, a bitmap of 65,536 bits says whether any anchor may start so.
/// </summary>
internal sealed class AnchorFilter
{
    public const int KeyLength = 3;

    private readonly ulong[] _bits = new ulong[1024];
    private readonly Dictionary<int, ImmutableArray<(string Anchor, TokenFormat Format)>> _byKey = new();

    public AnchorFilter(ImmutableArray<TokenFormat> formats)
    {
        var byKey = new Dictionary<int, ImmutableArray<(string, TokenFormat)>.Builder>();
        foreach (var format in formats)
        {
            foreach (var anchor in format.Anchors)
            {
                var key = Key(anchor[0], anchor[1], anchor[2]);
                if (!byKey.TryGetValue(key, out var list))
                    byKey.Add(key, list = ImmutableArray.CreateBuilder<(string, TokenFormat)>());
                list.Add((anchor, format));
                var bit = Bit(key);
                _bits[bit >> 6] |= 1UL << (bit & 63);
            }
        }

        foreach (var pair in byKey)
            _byKey.Add(pair.Key, pair.Value.ToImmutable());
    }

    /// <summary>Whether any anchor stands whole somewhere in <c>text[start..end]</c>.</summary>
    public bool MayHold(char[] text, int start, int end)
    {
        for (var i = start; i <= end - KeyLength; i++)
        {
            if (!Passes(text[i], text[i + 1], text[i + 2]) || !_byKey.TryGetValue(Key(text[i], text[i + 1], text[i + 2]), out var anchors))
                continue;

            foreach (var (anchor, format) in anchors)
            {
                // Most URLs have no user in them.
                if (format.Check == "userinfo" && Array.IndexOf(text, '@', i, end - i) < 0)
                    continue;

                // A concatenation may cut the anchor itself: what stands up to the closing quote is enough here.
                var length = Math.Min(anchor.Length, end - i);
                var same = 0;
                while (same < length && text[i + same] == anchor[same])
                    same++;
                if (same == length)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The formats one of whose anchors stands at the position, in the table's order.</summary>
    public void At(string text, int position, List<TokenFormat> into)
    {
        into.Clear();
        if (position > text.Length - KeyLength ||
            !Passes(text[position], text[position + 1], text[position + 2]) ||
            !_byKey.TryGetValue(Key(text[position], text[position + 1], text[position + 2]), out var anchors))
        {
            return;
        }

        foreach (var (anchor, format) in anchors)
        {
            if (string.CompareOrdinal(text, position, anchor, 0, anchor.Length) == 0)
                into.Add(format);
        }
    }

    private bool Passes(char a, char b, char c)
    {
        var bit = Bit(Key(a, b, c));
        return (_bits[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int Key(char a, char b, char c) => (a | b | c) > 127 ? -1 : a << 14 | b << 7 | c;

    private static int Bit(int key) => (int)((uint)key * 2654435761u >> 16);
}
