using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Summaries;

/// <summary>An outbound call as seen from a place that reaches it.</summary>
/// <param name="Call">The call itself, where it stands.</param>
/// <param name="Verb">Its verb with the arguments of the path put in.</param>
/// <param name="Path">The invocations from the place to the call, outermost first, the call itself left out; empty for a direct call.</param>
internal sealed record ReachedCall(OutboundCall Call, HttpVerb Verb, ImmutableArray<IInvocationOperation> Path);
