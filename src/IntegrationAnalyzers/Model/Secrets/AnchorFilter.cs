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

    // The same without what needs an @ behind it: otherwise every URL would be looked up for the few that have a user in them.
    private readonly ulong[] _alone = new ulong[1024];
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
                Set(_bits, key);
                if (!NeedsUser(format))
                    Set(_alone, key);
            }
        }

        foreach (var pair in byKey)
            _byKey.Add(pair.Key, pair.Value.ToImmutable());
    }

    /// <summary>Whether any anchor stands whole somewhere in <c>text[start..end]</c>.</summary>
    public bool MayHold(char[] text, int start, int end)
    {
        int? lastAt = null;
        for (var i = start; i <= end - KeyLength; i++)
        {
            var key = Key(text[i], text[i + 1], text[i + 2]);
            if (!Has(_bits, key))
                continue;
            var user = (lastAt ??= Array.LastIndexOf(text, '@', end - 1, end - start)) > i;
            if (!(user || Has(_alone, key)) || !_byKey.TryGetValue(key, out var anchors))
                continue;

            foreach (var (anchor, format) in anchors)
            {
                if (!user && NeedsUser(format))
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
        if (position > text.Length - KeyLength)
            return;
        var key = Key(text[position], text[position + 1], text[position + 2]);
        if (!Has(_bits, key) || !_byKey.TryGetValue(key, out var anchors))
            return;

        foreach (var (anchor, format) in anchors)
        {
            if (string.CompareOrdinal(text, position, anchor, 0, anchor.Length) == 0)
                into.Add(format);
        }
    }

    /// <summary><c>https://user:password@host</c></summary>
    private static bool NeedsUser(TokenFormat format) => format.Check == "userinfo";

    private static void Set(ulong[] bits, int key)
    {
        var bit = Bit(key);
        bits[bit >> 6] |= 1UL << (bit & 63);
    }

    private static bool Has(ulong[] bits, int key)
    {
        var bit = Bit(key);
        return (bits[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int Key(char a, char b, char c) => (a | b | c) > 127 ? -1 : a << 14 | b << 7 | c;

    private static int Bit(int key) => (int)((uint)key * 2654435761u >> 16);
}
