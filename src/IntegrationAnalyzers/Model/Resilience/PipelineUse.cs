using System.Collections.Immutable;
using IntegrationAnalyzers.Model.Summaries;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>A place where a pipeline stands round outbound calls.</summary>
/// <param name="Pipeline">What stands there.</param>
/// <param name="Place">The executor's call, the handler's registration, or the end of a builder that is made for responses.</param>
internal sealed record PipelineUse(ResiliencePipeline Pipeline, SyntaxNode Place)
{
    /// <summary>The calls that the delegate makes; empty for a handler, round which any call of its client goes.</summary>
    public ImmutableArray<ReachedCall> Calls { get; init; } = ImmutableArray<ReachedCall>.Empty;

    /// <summary>The delegate that is run; null for a handler.</summary>
    public IOperation? Delegate { get; init; }

    /// <summary>Whether it is a handler, which gets every answer and every exception as the transport gives it.</summary>
    public bool IsHandler { get; init; }

    /// <summary>What other handlers of the same client do that are registered beside this one: after it, so inside it.</summary>
    public ResiliencePipeline Inner { get; init; } = ResiliencePipeline.Empty;

    /// <summary>What those do that are registered before it, so outside it.</summary>
    public ResiliencePipeline Outer { get; init; } = ResiliencePipeline.Empty;
}

/// <summary>A retry that stands round outbound calls, with the places where it does; none are known where only its type says so.</summary>
internal sealed record OutboundRetry(RetryStrategy Strategy, ImmutableArray<PipelineUse> Uses);
