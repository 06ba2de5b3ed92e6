using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;

namespace IntegrationAnalyzers.Model;

/// <summary>The code that generators make of pages and components: it calls methods as other code does, and a host that runs no generators does not show it.</summary>
internal static class MarkupCode
{
    private static readonly HashSet<uint> Words = TextWords.Hashes(MarkupApis.Words);

    /// <summary>Whether the program has pages or components, and none of their code is in sight.</summary>
    public static bool IsMissing(SourceIndex source) =>
        source.Compilation.SyntaxTrees.Any(static tree => TreeIndex.Of(tree).Words.ContainsAny(Words)) && !source.Compilation.SyntaxTrees.Any(static tree => MarkupApis.IsGenerated(tree.FilePath));
}
