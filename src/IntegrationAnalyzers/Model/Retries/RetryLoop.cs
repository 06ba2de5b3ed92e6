using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A retry that this code runs by itself, by a loop or by recursion, round at least one outbound call.</summary>
/// <param name="Call">The first of those calls.</param>
/// <param name="Region">The loop, or the method that calls itself.</param>
/// <param name="Counter">What counts its attempts; null where nothing does.</param>
/// <param name="Pauses">Whether it waits between attempts; unknown where somebody else's code may.</param>
/// <param name="IsEndless">Whether nothing in the code ends it but a success.</param>
internal sealed record RetryLoop(RetriedCall Call, SyntaxNode Region, AttemptCounter? Counter, Certainty Pauses, Certainty IsEndless)
{
    public RetryScope Scope => Call.Scope;
}
