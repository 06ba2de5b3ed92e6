using System;
using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Walks the words (runs of letters, digits and underscores) of a source text through one rented buffer.</summary>
internal struct WordScanner(SourceText text, TextSpan span)
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;
    private const int BufferLength = 4096;

    private readonly char[] _buffer = ArrayPool<char>.Shared.Rent(BufferLength);
    private int _bufferStart = span.Start;
    private int _count;
    private int _next;

    /// <summary>The FNV-1a hash of the word.</summary>
    public uint CurrentHash { get; private set; }

    public int CurrentStart { get; private set; }

    public int CurrentEnd { get; private set; }

    public static uint Hash(string word)
    {
        var hash = Offset;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    public bool MoveNext()
    {
        var hash = Offset;
        var start = -1;
        while (true)
        {
            if (_next == _count && !Fill())
            {
                if (start < 0)
                    return false;
                return Found(hash, start, span.End);
            }

            var c = _buffer[_next];
            if (IsWordCharacter(c))
            {
                if (start < 0)
                    start = _bufferStart + _next;
                hash = (hash ^ c) * Prime;
            }
            else if (start >= 0)
            {
                return Found(hash, start, _bufferStart + _next);
            }

            _next++;
        }
    }

    /// <summary>Whether an opening parenthesis or angle bracket is the next thing after the word. Looks ahead, moves nothing a word is made of.</summary>
    public bool IsFollowedByList()
    {
        while (_next < _count || Fill())
        {
            var c = _buffer[_next];
            if (!char.IsWhiteSpace(c))
                return c is '(' or '<';
            _next++;
        }

        return false;
    }

    /// <summary>Gives the buffer back; the scanner is not used after. No <c>using</c>: it would make the struct read-only.</summary>
    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_buffer);

    private bool Fill()
    {
        _bufferStart += _count;
        _count = Math.Min(BufferLength, span.End - _bufferStart);
        _next = 0;
        if (_count <= 0)
        {
            _count = 0;
            return false;
        }

        text.CopyTo(_bufferStart, _buffer, 0, _count);
        return true;
    }

    private bool Found(uint hash, int start, int end)
    {
        CurrentHash = hash;
        CurrentStart = start;
        CurrentEnd = end;
        return true;
    }

    public static bool IsWordCharacter(char c) =>
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c > 127 && char.IsLetterOrDigit(c));
}
