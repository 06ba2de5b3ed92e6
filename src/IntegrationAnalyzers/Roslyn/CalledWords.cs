using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The words of a file that an opening parenthesis or angle bracket follows, with or without space between, by their places: every name that is invoked is among them.
/// </summary>
internal sealed class CalledWords
{
    private readonly uint[] _hashes;
    private readonly int[] _positions;

    private CalledWords(uint[] hashes, int[] positions)
    {
        _hashes = hashes;
        _positions = positions;
    }

    /// <summary>Whether any of the names is invoked anywhere in the file.</summary>
    public bool ContainsAny(HashSet<uint> hashes) => ContainsAny(hashes, 0, int.MaxValue);

    /// <summary>Whether any of the names is invoked in the span.</summary>
    public bool ContainsAny(HashSet<uint> hashes, TextSpan span)
    {
        var first = Array.BinarySearch(_positions, span.Start);
        return ContainsAny(hashes, first < 0 ? ~first : first, span.End);
    }

    private bool ContainsAny(HashSet<uint> hashes, int first, int end)
    {
        for (var i = first; i < _hashes.Length && _positions[i] < end; i++)
        {
            if (hashes.Contains(_hashes[i]))
                return true;
        }

        return false;
    }

    /// <summary>Takes the words in the order of their places.</summary>
    internal sealed class Builder
    {
        // Lists that grow once and not for every file.
        [ThreadStatic]
        private static (List<uint> Hashes, List<int> Positions)? _lists;

        private readonly List<uint> _hashes;
        private readonly List<int> _positions;

        public Builder()
        {
            (_hashes, _positions) = _lists ??= (new List<uint>(), new List<int>());
            _hashes.Clear();
            _positions.Clear();
        }

        public void Add(uint hash, int position)
        {
            _hashes.Add(hash);
            _positions.Add(position);
        }

        public CalledWords ToCalledWords() => new(_hashes.ToArray(), _positions.ToArray());
    }
}
