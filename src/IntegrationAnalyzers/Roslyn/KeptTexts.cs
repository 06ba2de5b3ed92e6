using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What was read of files that are no source, once a text and kept as long as that.</summary>
internal sealed class KeptTexts<T>
    where T : class
{
    private readonly ConditionalWeakTable<SourceText, T> _known = new();

    /// <summary>What is kept of the text, which may have been read under the path of another file that says the same.</summary>
    public T Of(SourceText text, Func<SourceText, T> read) =>
        _known.TryGetValue(text, out var known) ? known : _known.GetValue(text, t => read(t));
}
