using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The words of a stretch of source as a sorted set of hashes, read from the text alone. It tells in no time, and with no
/// syntax node made, that a name does not stand in a file. Comments and strings count too: it may say yes wrongly, never no.
/// </summary>
internal sealed class TextWords
{
    // One set a thread, so that reading a file leaves nothing behind but its hashes.
    [ThreadStatic]
    private static HashSet<uint>? _found;

    private readonly uint[] _hashes;

    private TextWords(uint[] hashes) => _hashes = hashes;

    public bool Contains(string word) => Contains(WordScanner.Hash(word));

    public bool Contains(uint hash) => Array.BinarySearch(_hashes, hash) >= 0;

    public bool ContainsAny(HashSet<uint> hashes)
    {
        if (hashes.Count < _hashes.Length / 8)
        {
            foreach (var hash in hashes)
            {
                if (Contains(hash))
                    return true;
            }

            return false;
        }

        foreach (var hash in _hashes)
        {
            if (hashes.Contains(hash))
                return true;
        }

        return false;
    }

    public static uint Hash(string word) => WordScanner.Hash(word);

    public static TextWords Read(SourceText text, TextSpan span)
    {
        var found = _found ??= new HashSet<uint>();
        found.Clear();
        var words = new WordScanner(text, span);
        while (words.MoveNext())
            found.Add(words.CurrentHash);
        words.Dispose();

        var hashes = new uint[found.Count];
        found.CopyTo(hashes);
        Array.Sort(hashes);
        return new TextWords(hashes);
    }

    /// <summary>Where the word stands as a whole word.</summary>
    public static List<int> PositionsOf(string word, SourceText text, TextSpan span)
    {
        var positions = new List<int>();
        var hash = WordScanner.Hash(word);
        var words = new WordScanner(text, span);
        while (words.MoveNext())
        {
            if (words.CurrentHash == hash && words.CurrentEnd - words.CurrentStart == word.Length)
                positions.Add(words.CurrentStart);
        }

        words.Dispose();
        return positions;
    }
}
