using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Configuration;

/// <summary>The values of a dotenv file. Readers differ in what they accept, so a line that is no assignment is passed over; only a NUL says that it is none at all.</summary>
internal static class DotEnvValues
{
    public static (ImmutableArray<ConfigurationValue> Values, ConfigurationMistake? Mistake) Read(string text, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<ConfigurationValue>();
        if (text.IndexOf('\0') is >= 0 and var nul)
            return (values.ToImmutable(), new ConfigurationMistake(new TextSpan(nul, 1), "this is no text"));

        for (var position = 0; position < text.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = text.IndexOf('\n', position);
            if (end < 0)
                end = text.Length;
            position = ReadLine(text, position, end, values) + 1;
        }

        return (values.ToImmutable(), null);
    }

    /// <summary>Returns where the assignment ends: a value in quotes may go on over lines.</summary>
    private static int ReadLine(string text, int start, int end, ImmutableArray<ConfigurationValue>.Builder values)
    {
        start = SkipBlanks(text, start, end);
        if (string.CompareOrdinal(text, start, "export ", 0, 7) == 0)
            start = SkipBlanks(text, start + 7, end);

        var equals = text.IndexOf('=', start, end - start);
        if (equals <= start || text[start] == '#')
            return end;

        var name = text.Substring(start, equals - start).Trim();
        var from = SkipBlanks(text, equals + 1, end);
        if (from < end && text[from] is '"' or '\'')
        {
            var close = text.IndexOf(text[from], from + 1);
            if (close > 0)
            {
                Add(values, name, text, from + 1, close);
                return Math.Max(end, text.IndexOf('\n', close) is >= 0 and var line ? line : text.Length);
            }
        }

        // A comment takes a blank before it: the one that ends the value, or the one behind the equals sign where there is none.
        var to = text.IndexOf(" #", equals + 1, end - equals - 1, StringComparison.Ordinal);
        to = to < 0 ? end : to;
        while (to > from && char.IsWhiteSpace(text[to - 1]))
            to--;
        Add(values, name, text, from, to);
        return end;
    }

    private static void Add(ImmutableArray<ConfigurationValue>.Builder values, string name, string text, int from, int to)
    {
        // A double underscore stands for the colon of a key's path.
        var path = name.Split(["__"], StringSplitOptions.RemoveEmptyEntries);
        if (to > from && path.Length > 0)
            values.Add(new ConfigurationValue(path.ToImmutableArray(), text.Substring(from, to - from), TextSpan.FromBounds(from, to)));
    }

    private static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && (text[start] is ' ' or '\t' or '\r' or '\uFEFF'))
            start++;
        return start;
    }
}
