using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Two retries, one inside the other: each attempt of the outer one makes all attempts of the inner.</summary>
/// <param name="Inner">The inner layer's name: of the handler's registration, or of the call that the outer one repeats.</param>
/// <param name="Outer">Where the outer one stands.</param>
/// <param name="Attempts">How many attempts both make together; null where the code does not say.</param>
/// <param name="RepeatsMore">Whether the outer one repeats other calls as well: a piece of work, and not this call again.</param>
internal sealed record StackedRetry(SyntaxToken Inner, Location Outer, int? Attempts, bool RepeatsMore = false);
