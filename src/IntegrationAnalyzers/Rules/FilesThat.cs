using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Rules;

/// <summary>Which files a rule looks at, told by their words.</summary>
internal static class FilesThat
{
    /// <summary>The files in which one of the words stands.</summary>
    public static Func<SyntaxTree, bool> Name(params string[] words) => Name((IEnumerable<string>)words);

    /// <inheritdoc cref="Name(string[])"/>
    public static Func<SyntaxTree, bool> Name(IEnumerable<string> words)
    {
        var hashes = TextWords.Hashes(words);
        return tree => TreeIndex.Of(tree).Words.ContainsAny(hashes);
    }

    public static Func<SyntaxTree, bool> Or(this Func<SyntaxTree, bool> left, Func<SyntaxTree, bool> right) => tree => left(tree) || right(tree);
}
