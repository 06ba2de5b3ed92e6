using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Calls;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Summaries;

/// <summary>What one body does by itself: the outbound calls in it, and the calls of this compilation's methods that may reach one.</summary>
internal sealed record MethodFacts(ImmutableArray<OutboundCall> Calls, ImmutableArray<IInvocationOperation> Callees)
{
    public static readonly MethodFacts None = new(ImmutableArray<OutboundCall>.Empty, ImmutableArray<IInvocationOperation>.Empty);
}
