using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What the calls of a <c>try</c> can fail with, as far as the failure arrives at its clauses.</summary>
/// <param name="Calls">The outbound calls whose failures arrive, those with the shortest path first.</param>
/// <param name="Kinds">The ways in which they fail.</param>
/// <param name="Types">The exceptions that say so.</param>
/// <param name="Thrown">The exceptions that the <c>try</c> and the wrappers throw by themselves; null where one of them tells nothing by its
/// type, as does an <c>AggregateException</c> of a blocking wait.</param>
internal sealed record TryFailures(
    ImmutableArray<ReachedCall> Calls,
    FailureKinds Kinds,
    ImmutableArray<FailureType> Types,
    ImmutableArray<INamedTypeSymbol>? Thrown)
{
    /// <summary>Whether one of the calls is waited for by a blocking member, which throws an <c>AggregateException</c>.</summary>
    public bool IsBlocked { get; init; }

    public static readonly TryFailures None = new(
        ImmutableArray<ReachedCall>.Empty, FailureKinds.None, ImmutableArray<FailureType>.Empty, ImmutableArray<INamedTypeSymbol>.Empty);
}
