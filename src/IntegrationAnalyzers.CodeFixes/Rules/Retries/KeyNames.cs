using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Names for keys of one member: the first free one after those that stand before.</summary>
internal static class KeyNames
{
    /// <param name="member">Where the name must be free.</param>
    /// <param name="before">How many keys the same fix names before this one there.</param>
    public static (string Name, int Ordinal) Of(SyntaxNode member, int before)
    {
        var taken = member.DescendantTokens().Select(static token => token.ValueText).ToImmutableHashSet();
        var number = Next(1, taken);
        for (; before > 0; before--)
            number = Next(number + 1, taken);
        return (Text(number), number);
    }

    private static int Next(int from, ICollection<string> taken)
    {
        while (taken.Contains(Text(from)))
            from++;
        return from;
    }

    private static string Text(int number) => number == 1 ? "idempotencyKey" : "idempotencyKey" + number;
}
