using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>A value of a known format inside a text.</summary>
/// <param name="ChecksumFailed">The shape fits and the checksum does not: made up, or mistyped.</param>
internal readonly record struct TokenMatch(TokenFormat Format, int Start, int Length, bool ChecksumFailed);

/// <summary>The table of token formats, read once a process on first use.</summary>
internal sealed class TokenFormats
{
    public const string ResourceName = "IntegrationAnalyzers.token-formats.csv";

    /// <summary>A text of any length costs at most this many tries of a pattern.</summary>
    private const int MaxTries = 256;

    /// <summary>What a pattern may look at behind its anchor.</summary>
    private const int Reach = 4096;

    /// <summary>What a pattern may look back at before its match.</summary>
    private const int Behind = 24;

    private static readonly Lazy<TokenFormats> Table = new(Load);

    private TokenFormats(ImmutableArray<TokenFormat> all)
    {
        All = all;
        Filter = new AnchorFilter(all);
        ByContext = all.RemoveAll(static f => f.Context.Length == 0);
    }

    public static TokenFormats Instance => Table.Value;

    public ImmutableArray<TokenFormat> All { get; }

    /// <summary>The formats that only a name or its surroundings can tell.</summary>
    public ImmutableArray<TokenFormat> ByContext { get; }

    public AnchorFilter Filter { get; }

    /// <summary>
    /// The value of a known format in the text that says most: a provider's token before a credential known by its use, and what is public by design
    /// before the credential around it. Where several formats fit at one place, the first row wins.
    /// </summary>
    public TokenMatch? Find(string text)
    {
        var here = new List<TokenFormat>();
        TokenMatch? credential = null, lesser = null;
        var tries = 0;
        for (var i = 0; i <= text.Length - AnchorFilter.KeyLength && tries < MaxTries; i++)
        {
            Filter.At(text, i, here);
            foreach (var format in here)
            {
                tries++;
                if (Match(format, text, i) is not { } match)
                    continue;
                if (format.Severity < TokenSeverity.Low || match.ChecksumFailed)
                    lesser ??= match;
                else if (!format.IsCredential)
                    return match;
                else
                    credential ??= match;
            }
        }

        return credential is { } around && !(lesser is { } inner && inner.Start >= around.Start && inner.Start < around.Start + around.Length) ? around : lesser;
    }

    private static TokenMatch? Match(TokenFormat format, string text, int anchor)
    {
        // Some characters more than the match may take, for look-behinds and word boundaries.
        var from = Math.Max(0, anchor - format.Back - Behind);
        var slice = from == 0 && text.Length <= Reach ? text : text.Substring(from, Math.Min(text.Length - from, format.Back + Behind + Reach));
        Match match;
        try
        {
            match = format.Regex.Match(slice, format.Back == 0 ? anchor - from : 0);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }

        if (!match.Success || from + match.Index > anchor || from + match.Index + match.Length <= anchor)
            return null;

        var start = from + match.Index;
        var check = TokenChecks.Check(format, match.Value);
        if (check == TokenCheck.Other || (format.Severity >= TokenSeverity.Low && TokenChecks.IsMadeUp(format, match.Value)))
            return null;
        return new TokenMatch(format, start, match.Length, check == TokenCheck.ChecksumFailed);
    }

    private static TokenFormats Load()
    {
        using var stream = typeof(TokenFormats).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException("The assembly holds no " + ResourceName);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new TokenFormats(TokenFormatFile.Read(reader));
    }
}
