using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Urls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// What one pass over a file's characters found worth a look, shared by all rules about secrets: texts that hold a provider's
/// anchor, literals that may be credentials, words that may lead to a typed sink, absolute URLs. Read once a tree.
/// </summary>
internal sealed class SecretScan
{
    private static readonly SecretScan Nothing = new(new Found());

    // Lists that grow once and not for every file.
    [ThreadStatic]
    private static Found? _found;

    private SecretScan(Found found)
    {
        Tokens = found.Tokens.ToImmutableArray();
        Literals = found.Literals.ToImmutableArray();
        Sinks = found.Sinks.ToImmutableArray();
        Urls = found.Urls.ToImmutableArray();
        Holes = found.Holes.ToImmutableArray();
        Queries = found.Queries.ToImmutableArray();
    }

    /// <summary>Positions inside texts that hold an anchor of the format table.</summary>
    public ImmutableArray<int> Tokens { get; }

    /// <summary>Positions inside texts that may be a credential by their name.</summary>
    public ImmutableArray<int> Literals { get; }

    /// <summary>Positions of the words that may name a typed sink.</summary>
    public ImmutableArray<int> Sinks { get; }

    /// <summary>Positions of texts that start with an absolute http(s) or ws(s) URL.</summary>
    public ImmutableArray<int> Urls { get; }

    /// <summary>Positions inside texts that end by naming a secret, or name a header that takes one: what is put behind them is one. So is what stands behind the colon of a pair.</summary>
    public ImmutableArray<int> Holes { get; }

    /// <summary>Positions of texts that put a named value into a URL, where the name may be a secret's.</summary>
    public ImmutableArray<int> Queries { get; }

    public static SecretScan Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var index = TreeIndex.Of(tree);
        return index.Kept<SecretScan>() ?? index.Keep(Read(tree.GetText(cancellationToken), SecretWords.MayNameSink(index.Words)));
    }

    /// <summary>Reads a text without a tree, for whoever has one at hand, and for the formats of another table.</summary>
    public static SecretScan Read(SourceText text, AnchorFilter? anchors = null) => Read(text, mayNameSink: true, anchors);

    private static SecretScan Read(SourceText text, bool mayNameSink, AnchorFilter? anchors = null)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Max(1, text.Length));
        try
        {
            text.CopyTo(0, buffer, 0, text.Length);
            return Read(buffer, text.Length, mayNameSink, anchors ?? TokenFormats.Instance.Filter);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static SecretScan Read(char[] text, int length, bool mayNameSink, AnchorFilter anchors)
    {
        var found = _found ??= new Found();
        found.Clear();
        var source = new SourceStrings(text, length);
        for (var piece = source.Next(); piece != SourcePiece.End; piece = source.Next())
        {
            var (start, end) = (source.Start, source.End);
            if (piece == SourcePiece.Word)
            {
                if (mayNameSink && SecretWords.IsSink(text, start, end, length))
                    found.Sinks.Add(start);
                continue;
            }

            if (anchors.MayHold(text, start, end))
                found.Tokens.Add(start);
            if (MayBeCredential(text, start, end, length))
                found.Literals.Add(start);
            if (UrlText.StartsUrl(text, start, end))
                found.Urls.Add(start);
            if (SecretWords.EndsWithName(text, start, end) || SecretWords.NamesHeader(text, start, end) || SecretWords.JoinsPair(text, start, end, length))
                found.Holes.Add(start);
            if (QueryNames.MayName(text, start, end))
                found.Queries.Add(start);
        }

        return found.IsEmpty ? Nothing : new SecretScan(found);
    }

    private static bool MayBeCredential(char[] text, int start, int end, int length) =>
        SecretWords.MayBeValue(text, start, end) &&
        (SecretWords.StandBefore(text, start) ||
            SecretWords.StandBehind(text, end, length) ||
            SecretWords.LooksDrawn(text, start, end) ||
            SecretWords.BecomesBytes(text, start, end, length) ||
            SecretWords.HoldsName(text, start, end));

    private sealed class Found
    {
        public List<int> Tokens { get; } = new();

        public List<int> Literals { get; } = new();

        public List<int> Sinks { get; } = new();

        public List<int> Urls { get; } = new();

        public List<int> Holes { get; } = new();

        public List<int> Queries { get; } = new();

        public bool IsEmpty => Tokens.Count + Literals.Count + Sinks.Count + Urls.Count + Holes.Count + Queries.Count == 0;

        public void Clear()
        {
            Tokens.Clear();
            Literals.Clear();
            Sinks.Clear();
            Urls.Clear();
            Holes.Clear();
            Queries.Clear();
        }
    }
}
