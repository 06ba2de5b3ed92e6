using System;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>One layer of a pipeline.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Origin">Where it is made: the invocation, or the handler's registration that brings it.</param>
internal record ResilienceStrategy(StrategyKind Kind, SyntaxNode Origin);

/// <summary>A layer that ends what takes too long.</summary>
/// <param name="Duration">How long it lets run; null where the code does not say.</param>
/// <param name="IsPessimistic">Whether it walks away from a delegate that ignores its token (Polly 7 alone can).</param>
internal sealed record TimeoutStrategy(SyntaxNode Origin, TimeSpan? Duration, Certainty IsPessimistic) : ResilienceStrategy(StrategyKind.Timeout, Origin)
{
    /// <summary>The value that says how long; null where it is the default.</summary>
    public SyntaxNode? Value { get; init; }
}

/// <summary>One of several pipelines, chosen at run time: by a condition, by a member with several values, by a selector.</summary>
/// <param name="IsByMethod">Whether the request's method is what decides.</param>
internal sealed record ChoiceStrategy(SyntaxNode Origin, ImmutableArray<ResiliencePipeline> Alternatives, Certainty IsByMethod)
    : ResilienceStrategy(StrategyKind.Choice, Origin);

/// <summary>How a retry was written.</summary>
internal enum RetrySource
{
    /// <summary>A policy of Polly 7: <c>WaitAndRetryAsync(…)</c>.</summary>
    Policy,

    /// <summary>A strategy of Polly 8: <c>AddRetry(options)</c>.</summary>
    Options,

    /// <summary>The retry that a standard handler brings.</summary>
    StandardHandler,
}

/// <summary>A layer that makes a call again.</summary>
/// <param name="Source">How it was written.</param>
/// <param name="Limit">How often at most, the first attempt not counted.</param>
/// <param name="Delays">What it waits in between.</param>
/// <param name="Handles">After which failures.</param>
internal sealed record RetryStrategy(SyntaxNode Origin, RetrySource Source, RetryLimit Limit, RetryDelays Delays, HandledFailures Handles)
    : ResilienceStrategy(StrategyKind.Retry, Origin)
{
    /// <summary>Whether a <c>Retry-After</c> of the answer says how long it waits.</summary>
    public Certainty HonoursRetryAfter { get; init; }

    /// <summary>The verbs it was told to leave alone: <c>DisableForUnsafeHttpMethods()</c>, <c>DisableFor(…)</c>.</summary>
    public ImmutableArray<HttpVerb> ExcludedVerbs { get; init; } = ImmutableArray<HttpVerb>.Empty;

    /// <summary>Whether it looks at the request's method before it repeats, in whatever way.</summary>
    public Certainty IsMethodAware { get; init; }

    /// <summary>v8: the options object that it was given; null where they come from out of sight.</summary>
    public SyntaxNode? Options { get; init; }

    /// <summary>The value that says how often; null where it is the default or the member's own.</summary>
    public SyntaxNode? LimitValue { get; init; }

    /// <summary>What its calls give back; null where it is made for any result.</summary>
    public ITypeSymbol? Result { get; init; }

    /// <summary>A retry of which nothing more is known.</summary>
    public static RetryStrategy Opaque(SyntaxNode origin, RetrySource source) => new(origin, source, RetryLimit.Unknown, RetryDelays.Unknown, HandledFailures.Unknown);
}
