using System.Collections.Generic;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A write that a retry repeats without a key, at the one place inside the retry where it is reported.</summary>
/// <param name="Place">The invocation, or the method group handed to the retry.</param>
/// <param name="Name">The name at that place.</param>
/// <param name="Reached">The write it leads to.</param>
/// <param name="Scope">What repeats it.</param>
internal sealed record RetriedWrite(SyntaxNode Place, SyntaxNode Name, ReachedCall Reached, RetryScope Scope)
{
    /// <summary>Whether the write stands here itself and not in a wrapper.</summary>
    public bool IsDirect => Reached.Path.IsEmpty && Reached.Call.Operation.Syntax == Place;
}

/// <summary>What counts as a write and what as a key or a read, where a team says so.</summary>
internal sealed record WriteRules(ImmutableArray<HttpVerb> Verbs, HashSet<string> HeaderNames, HashSet<string> ReadOnlyWords);
