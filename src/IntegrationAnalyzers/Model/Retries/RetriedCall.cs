using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A place inside a retry from which outbound calls are made, whatever their verb.</summary>
/// <param name="Place">The invocation: the call itself, a wrapper's, or that of a delegate which callers hand in.</param>
/// <param name="Reached">The calls it leads to; at least one.</param>
/// <param name="Scope">What repeats it.</param>
/// <param name="IsDelegate">Whether the calls stand in delegates of the method's callers.</param>
internal sealed record RetriedCall(InvocationExpressionSyntax Place, ImmutableArray<ReachedCall> Reached, RetryScope Scope, bool IsDelegate = false);
