using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using IntegrationAnalyzers.Apis;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Reads <c>token-formats.csv</c>, the embedded table: RFC 4180, a header line, one format a line.</summary>
internal static class TokenFormatFile
{
    public const string Header = "provider,name,kind,severity,anchor,back,pattern,check,context";
    private const int MaxAnchors = 400;

    public static ImmutableArray<TokenFormat> Read(TextReader reader)
    {
        var formats = ImmutableArray.CreateBuilder<TokenFormat>();
        var fields = new List<string>();
        if (!CsvRecords.Read(reader, fields) || string.Join(",", fields) != Header)
            throw new FormatException("The first line is not '" + Header + "'");

        while (CsvRecords.Read(reader, fields))
            formats.Add(Parse(fields));
        return formats.ToImmutable();
    }

    private static TokenFormat Parse(List<string> fields)
    {
        if (fields.Count != 9)
            throw new FormatException($"A row has {fields.Count} fields instead of 9: {string.Join(",", fields)}");

        var anchors = ImmutableArray.CreateBuilder<string>();
        foreach (var alternative in fields[4].Split(['|'], StringSplitOptions.RemoveEmptyEntries))
            Expand(alternative, anchors);
        foreach (var anchor in anchors)
        {
            if (anchor.Length < AnchorFilter.KeyLength)
                throw new FormatException($"The anchor '{anchor}' of {fields[0]} is shorter than {AnchorFilter.KeyLength} characters");
        }

        var context = fields[8].Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (anchors.Count == 0 && context.Length == 0)
            throw new FormatException($"{fields[0]}, {fields[1]} has neither anchor nor context");

        return new TokenFormat(
            fields[0],
            fields[1],
            fields[2] switch
            {
                "token" => false,
                "credential" => true,
                var kind => throw new FormatException($"Unknown kind '{kind}'"),
            },
            (TokenSeverity)Enum.Parse(typeof(TokenSeverity), fields[3], ignoreCase: true),
            anchors.ToImmutable(),
            fields[5].Length == 0 ? 0 : int.Parse(fields[5], CultureInfo.InvariantCulture),
            fields[6],
            fields[7],
            ImmutableArray.Create(context));
    }

    /// <summary>An anchor may hold classes, <c>sq[upa]_</c>, so that a family of prefixes is one row.</summary>
    private static void Expand(string anchor, ImmutableArray<string>.Builder into)
    {
        var open = anchor.IndexOf('[');
        if (open < 0)
        {
            into.Add(anchor);
            if (into.Count > MaxAnchors)
                throw new FormatException($"'{anchor}' stands for too many anchors");
            return;
        }

        var close = anchor.IndexOf(']', open);
        for (var i = open + 1; i < close; i++)
        {
            var last = i + 2 < close && anchor[i + 1] == '-' ? anchor[i + 2] : anchor[i];
            for (var c = anchor[i]; c <= last; c++)
                Expand(anchor.Substring(0, open) + c + anchor.Substring(close + 1), into);
            if (last != anchor[i])
                i += 2;
        }
    }
}
