using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>
/// Breaks a file as half-typed, badly merged and cut-off files are broken: tokens deleted, doubled, swapped, put in another's place, and the text cut off.
/// The same seed breaks the same text in the same way.
/// </summary>
internal sealed class Mutator
{
    private const int MostEdits = 4;

    private readonly string _text;
    private readonly TextSpan[] _tokens;

    public Mutator(SyntaxNode root)
    {
        _text = root.ToFullString();

        // Tokens with their comments and line ends: all of them together are the text.
        _tokens = [.. root.DescendantTokens().Select(static token => token.FullSpan).Where(static span => span.Length > 0)];
    }

    /// <summary>The broken text.</summary>
    public string Mutate(int seed)
    {
        var random = new Random(seed);
        var tokens = new List<TextSpan>(_tokens);
        var cut = random.Next(8) == 0;
        for (var edits = cut ? random.Next(2) : random.Next(1, MostEdits + 1); edits > 0 && tokens.Count > 0; edits--)
            Edit(tokens, random);

        var text = Joined(tokens);
        return cut ? text[..random.Next(text.Length + 1)] : text;
    }

    private static void Edit(List<TextSpan> tokens, Random random)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(6))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.RemoveRange(at, Math.Min(random.Next(1, 12), tokens.Count - at));
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                Swap(tokens, at, Math.Min(at + 1, tokens.Count - 1));
                break;
            case 4:
                Swap(tokens, at, random.Next(tokens.Count));
                break;
            default:
                tokens[at] = tokens[random.Next(tokens.Count)];
                break;
        }
    }

    private static void Swap(List<TextSpan> tokens, int first, int second) => (tokens[first], tokens[second]) = (tokens[second], tokens[first]);

    private string Joined(List<TextSpan> tokens)
    {
        var text = new StringBuilder(_text.Length + 64);
        foreach (var token in tokens)
            text.Append(_text, token.Start, token.Length);
        return text.ToString();
    }
}
