using System;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// A growing set of hashes in one array, a free slot after each run of equal remainders. Files are read by the thousand: the collections of the framework
/// cost several times as much for numbers that are hashes already.
/// </summary>
internal sealed class HashTable
{
    /// <summary>The mark of an empty slot; no word of a name has this hash, the offset of FNV-1a is what an empty word would have.</summary>
    public const uint Free = 0;

    private const int MinSlots = 64;
    private const int FirstSlots = 1024;
    private const int MaxKept = 32 * 1024;

    private uint[] _slots = new uint[FirstSlots];

    public int Count { get; private set; }

    public void Clear()
    {
        // One huge file must not make all later ones dear.
        if (_slots.Length > MaxKept)
            _slots = new uint[FirstSlots];
        else
            Array.Clear(_slots, 0, _slots.Length);
        Count = 0;
    }

    public void Add(uint hash)
    {
        if (!Put(_slots, hash))
            return;
        Count++;
        if (Count * 2 > _slots.Length)
            _slots = Copy(_slots.Length * 2);
    }

    /// <summary>An array of its own with the same hashes, as small as looking things up allows.</summary>
    public uint[] ToSlots()
    {
        var length = MinSlots;
        while (length * 2 < Count * 3)
            length *= 2;
        return Copy(length);
    }

    public static bool Contains(uint[] slots, uint hash)
    {
        var mask = (uint)slots.Length - 1;
        for (var at = Start(hash) & mask; ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if (slot == hash)
                return hash != Free;
            if (slot == Free)
                return false;
        }
    }

    private uint[] Copy(int length)
    {
        var copy = new uint[length];
        foreach (var hash in _slots)
        {
            if (hash != Free)
                Put(copy, hash);
        }

        return copy;
    }

    /// <summary>Whether it was not there; a hash that is the mark itself is left out.</summary>
    private static bool Put(uint[] slots, uint hash)
    {
        if (hash == Free)
            return false;

        var mask = (uint)slots.Length - 1;
        for (var at = Start(hash) & mask; ; at = (at + 1) & mask)
        {
            var slot = slots[at];
            if (slot == hash)
                return false;
            if (slot != Free)
                continue;
            slots[at] = hash;
            return true;
        }
    }

    // The low bits of FNV-1a are its poorer ones.
    private static uint Start(uint hash) => hash ^ (hash >> 15);
}
