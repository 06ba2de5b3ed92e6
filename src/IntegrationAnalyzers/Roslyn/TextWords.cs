using System;
using System.Buffers;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The words of a stretch of source as a set of hashes, read from the text alone. It tells in no time, and with no
/// syntax node made, that a name does not stand in a file. Comments and strings count too: it may say yes wrongly, never no.
/// </summary>
internal sealed class TextWords
{
    // One set a thread, so that reading a file leaves nothing behind but its hashes.
    [ThreadStatic]
    private static HashTable? _found;

    private const int MaxChunk = 16 * 1024;
    private const int MaxString = 32 * 1024;

    private readonly uint[] _slots;
    private readonly int _count;

    private TextWords(HashTable found)
    {
        _count = found.Count;
        _slots = found.ToSlots();
    }

    public bool Contains(string word) => Contains(WordScanner.Hash(word));

    public bool Contains(uint hash) => HashTable.Contains(_slots, hash);

    public bool ContainsAny(HashSet<uint> hashes)
    {
        if (hashes.Count < _count)
        {
            foreach (var hash in hashes)
            {
                if (Contains(hash))
                    return true;
            }

            return false;
        }

        foreach (var slot in _slots)
        {
            if (slot != HashTable.Free && hashes.Contains(slot))
                return true;
        }

        return false;
    }

    public static uint Hash(string word) => WordScanner.Hash(word);

    /// <summary>The words as <see cref="ContainsAny"/> asks for them.</summary>
    public static HashSet<uint> Hashes(IEnumerable<string> words)
    {
        var hashes = new HashSet<uint>();
        foreach (var word in words)
            hashes.Add(Hash(word));
        return hashes;
    }

    public static TextWords Read(SourceText text, TextSpan span) => Read(text, span, null);

    /// <summary>The words, and apart from them those that are invoked, in one reading.</summary>
    public static (TextWords Words, CalledWords Called) ReadWithCalls(SourceText text)
    {
        var called = new CalledWords.Builder();
        return (Read(text, new TextSpan(0, text.Length), called), called.ToCalledWords());
    }

    private static TextWords Read(SourceText text, TextSpan span, CalledWords.Builder? called)
    {
        var found = _found ??= new HashTable();
        found.Clear();
        var words = new WordScanner(text, span);
        while (words.MoveNext())
        {
            found.Add(words.CurrentHash);
            if (called is not null && words.IsFollowedByList())
                called.Add(words.CurrentHash, words.CurrentStart);
        }

        words.Dispose();
        return new TextWords(found);
    }

    /// <summary>Where the word stands as a whole word.</summary>
    public static List<int> PositionsOf(string word, SourceText text, TextSpan span)
    {
        var positions = new List<int>();
        if (word.Length == 0 || span.Length < word.Length)
            return positions;

        if (text.Length <= MaxString)
        {
            // A text of this size is a string inside, which it gives back as it is.
            AddPositions(positions, word, text.ToString().AsSpan(), offset: 0, from: span.Start, span.Start, span.End, isLast: true);
            return positions;
        }

        // Chunks overlap by a word and the character on each side of it.
        var buffer = ArrayPool<char>.Shared.Rent(Math.Min(span.Length, Math.Max(MaxChunk, 4 * word.Length)));
        var start = span.Start;
        while (true)
        {
            var count = Math.Min(buffer.Length, span.End - start);
            text.CopyTo(start, buffer, 0, count);
            var isLast = start + count == span.End;
            AddPositions(positions, word, buffer.AsSpan(0, count), start, start, span.Start, start + count, isLast);
            if (isLast)
                break;
            start += count - word.Length - 1;
        }

        ArrayPool<char>.Shared.Return(buffer);
        return positions;
    }

    /// <param name="positions">Takes what is found.</param>
    /// <param name="word">What is looked for.</param>
    /// <param name="chars">A part of the text.</param>
    /// <param name="offset">Where in the text that part begins.</param>
    /// <param name="from">Where in the text the search begins.</param>
    /// <param name="first">Where in the text the span begins: what stands before it does not matter.</param>
    /// <param name="end">Where in the text this part of the search ends.</param>
    /// <param name="isLast">Whether the span ends there.</param>
    private static void AddPositions(List<int> positions, string word, ReadOnlySpan<char> chars, int offset, int from, int first, int end, bool isLast)
    {
        while (from <= end - word.Length)
        {
            var at = chars.Slice(from - offset, end - from).IndexOf(word.AsSpan());
            if (at < 0)
                return;

            at += from;
            var after = at + word.Length;
            if (after == end && !isLast)
                return;
            if ((at == first || (at > offset && !WordScanner.IsWordCharacter(chars[at - 1 - offset]))) && (after == end || !WordScanner.IsWordCharacter(chars[after - offset])))
                positions.Add(at);

            from = at + 1;
        }
    }
}
