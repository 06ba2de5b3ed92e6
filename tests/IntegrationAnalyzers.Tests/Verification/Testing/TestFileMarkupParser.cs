using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Takes the markup out of a test source: <c>[|text|]</c>, <c>{|ID:text|}</c>, <c>{|#0:text|}</c> (also closed out of order by
/// <c>|#0}</c>) and <c>$$</c>. Where nothing is open, <c>|]</c> and <c>|}</c> are code; <c>$$"</c> starts a raw string.
/// </summary>
public static class TestFileMarkupParser
{
    private static readonly Regex NamedStart = new(@"\G\{\|(#\d+|[-_.A-Za-z0-9+]+):", RegexOptions.CultureInvariant);
    private static readonly Regex NamedEnd = new(@"\G\|(#\d+)\}", RegexOptions.CultureInvariant);

    /// <param name="input">The source with markup.</param>
    /// <param name="output">The source without it.</param>
    /// <param name="positions">The places of <c>$$</c>.</param>
    /// <param name="spans">By name; those of <c>[|…|]</c> under the empty name.</param>
    public static void GetPositionsAndSpans(
        string input,
        out string output,
        out ImmutableArray<int> positions,
        out ImmutableDictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var text = new StringBuilder(input.Length);
        var found = ImmutableArray.CreateBuilder<int>();
        var closed = new List<(string Name, TextSpan Span)>();
        var open = new List<(string Name, int Start)>();
        var i = 0;
        while (i < input.Length)
        {
            var two = i + 1 < input.Length ? input.AsSpan(i, 2) : default;
            if (two is "$$" && (i + 2 == input.Length || input[i + 2] is not ('"' or '$')))
            {
                found.Add(text.Length);
                i += 2;
            }
            else if (two is "[|" && !(open.Count > 0 && i + 2 < input.Length && input[i + 2] is ']' or '}'))
            {
                open.Add((string.Empty, text.Length));
                i += 2;
            }
            else if (two is "{|" && NamedStart.Match(input, i) is { Success: true } start)
            {
                open.Add((start.Groups[1].Value, text.Length));
                i += start.Length;
            }
            else if (two is "|]" && open.FindLastIndex(static o => o.Name.Length == 0) is >= 0 and var plain)
            {
                Close(plain);
                i += 2;
            }
            else if (two is "|}" && open.FindLastIndex(static o => o.Name.Length > 0) is >= 0 and var named)
            {
                Close(named);
                i += 2;
            }
            else if (two is "|#" && NamedEnd.Match(input, i) is { Success: true } end &&
                open.FindLastIndex(o => o.Name == end.Groups[1].Value) is >= 0 and var keyed)
            {
                Close(keyed);
                i += end.Length;
            }
            else
            {
                text.Append(input[i++]);
            }
        }

        if (open.Count > 0)
            throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "The markup span '{0}' is not closed in:\n{1}", open[0].Name, input));

        output = text.ToString();
        positions = found.ToImmutable();
        var byName = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        foreach (var (name, span) in closed)
            byName[name] = (byName.TryGetValue(name, out var others) ? others : []).Add(span);
        spans = byName.ToImmutable();

        void Close(int index)
        {
            closed.Add((open[index].Name, TextSpan.FromBounds(open[index].Start, text.Length)));
            open.RemoveAt(index);
        }
    }
}
