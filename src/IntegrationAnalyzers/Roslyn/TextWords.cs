using System;
using System.Buffers;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The words of a stretch of source as a sorted set of hashes, read from the text alone. It tells in no time, and with no
/// syntax node made, that a name does not stand in a file. Comments and strings count too: it may say yes wrongly, never no.
/// </summary>
internal sealed class TextWords
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private readonly uint[] _hashes;

    private TextWords(uint[] hashes) => _hashes = hashes;

    public bool Contains(string word) => Contains(Hash(word));

    public bool Contains(uint hash) => Array.BinarySearch(_hashes, hash) >= 0;

    public bool ContainsAny(HashSet<uint> hashes)
    {
        foreach (var hash in _hashes)
        {
            if (hashes.Contains(hash))
                return true;
        }

        return false;
    }

    public static uint Hash(string word)
    {
        var hash = Offset;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    public static TextWords Read(SourceText text, TextSpan span)
    {
        var found = new HashSet<uint>();
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            var hash = Offset;
            var inWord = false;
            for (var start = span.Start; start < span.End; start += buffer.Length)
            {
                var count = Math.Min(buffer.Length, span.End - start);
                text.CopyTo(start, buffer, 0, count);
                for (var i = 0; i < count; i++)
                {
                    var c = buffer[i];
                    if (IsWordCharacter(c))
                    {
                        hash = (hash ^ c) * Prime;
                        inWord = true;
                    }
                    else if (inWord)
                    {
                        found.Add(hash);
                        hash = Offset;
                        inWord = false;
                    }
                }
            }

            if (inWord)
                found.Add(hash);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        var hashes = new uint[found.Count];
        found.CopyTo(hashes);
        Array.Sort(hashes);
        return new TextWords(hashes);
    }

    /// <summary>Where the word stands as a whole word.</summary>
    public static IEnumerable<int> PositionsOf(string word, SourceText text, TextSpan span)
    {
        var content = text.ToString(span);
        for (var at = content.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = content.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsWordCharacter(content[at - 1])) && (end == content.Length || !IsWordCharacter(content[end])))
                yield return span.Start + at;
        }
    }

    private static bool IsWordCharacter(char c) =>
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c > 127 && char.IsLetterOrDigit(c));
}
