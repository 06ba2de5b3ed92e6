using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>What a member of Polly's, or of a library that builds on it, puts into a pipeline.</summary>
internal enum StrategyKind
{
    /// <summary>A strategy that is not known, or comes from out of sight.</summary>
    Unknown,
    Retry,
    Timeout,
    CircuitBreaker,
    Fallback,
    Hedging,

    /// <summary>Rate and concurrency limiters, bulkheads.</summary>
    RateLimiter,

    /// <summary>What changes nothing that concerns repeating or waiting: a cache, a chaos strategy, no operation.</summary>
    Neutral,

    /// <summary>One of several pipelines, chosen at run time.</summary>
    Choice,
}

/// <summary>The members of Polly 7 and 8 by which policies and pipelines are made, and what each strategy is where nothing is set.</summary>
internal static class PolicyApis
{
    public const string PolicyType = "Polly.Policy";

    /// <summary>What <c>AddTransientHttpErrorPolicy</c> begins its policy with.</summary>
    public const string TransientPolicies = "Polly.Extensions.Http.HttpPolicyExtensions";

    /// <summary>What <c>RetryStrategyOptions</c> waits where nobody sets it.</summary>
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(2);

    /// <summary>What <c>TimeoutStrategyOptions</c> allows where nobody sets it.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    /// <summary>v7: the policy that a member makes; null where it makes none.</summary>
    public static StrategyKind? Makes(IMethodSymbol method)
    {
        if (PollyApis.MakesRetry(method))
            return StrategyKind.Retry;
        if (!PollyApis.MakesOther(method))
            return null;
        return method.Name switch
        {
            "Timeout" or "TimeoutAsync" => StrategyKind.Timeout,
            "CircuitBreaker" or "CircuitBreakerAsync" or "AdvancedCircuitBreaker" or "AdvancedCircuitBreakerAsync" => StrategyKind.CircuitBreaker,
            "Fallback" or "FallbackAsync" => StrategyKind.Fallback,
            "Bulkhead" or "BulkheadAsync" or "RateLimit" or "RateLimitAsync" => StrategyKind.RateLimiter,
            "NoOp" or "NoOpAsync" or "Cache" or "CacheAsync" => StrategyKind.Neutral,
            _ => null,
        };
    }

    /// <summary>v8: the strategy that a member puts into a builder; null where it is no such member.</summary>
    public static StrategyKind? Adds(IMethodSymbol method)
    {
        if (!method.Name.StartsWith("Add", StringComparison.Ordinal) || !DeadlineApis.InPolly(method.DeclaringType()))
            return null;
        return method.Name switch
        {
            "AddRetry" => StrategyKind.Retry,
            "AddTimeout" => StrategyKind.Timeout,
            "AddCircuitBreaker" => StrategyKind.CircuitBreaker,
            "AddFallback" => StrategyKind.Fallback,
            "AddHedging" => StrategyKind.Hedging,
            "AddRateLimiter" or "AddConcurrencyLimiter" => StrategyKind.RateLimiter,
            "AddChaosFault" or "AddChaosLatency" or "AddChaosOutcome" or "AddChaosBehavior" => StrategyKind.Neutral,
            "AddStrategy" => StrategyKind.Unknown,
            _ => null,
        };
    }

    /// <summary>A policy by its name, as a registry hands it out.</summary>
    public static bool GetsNamed(IMethodSymbol method) =>
        method.Name is "Get" or "GetPipeline" or "GetPolicy" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>The members and parameters of a registry by which something gets a name.</summary>
    public static bool NamesPipeline(IMethodSymbol method) =>
        MayNamePipeline(method.Name) && (IsRegistry(method.DeclaringType()) || DeadlineApis.InPolly(method.DeclaringType()));

    /// <summary>The look at the member's name before anything is bound.</summary>
    public static bool MayNamePipeline(string? name) => name is "Add" or "TryAdd" or "AddOrUpdate" or "GetOrAdd" or "TryAddBuilder" or PollyApis.AddResiliencePipeline;

    /// <summary>Names of those members, for a look at a file's words.</summary>
    public static readonly string[] NamingWords = ["PolicyRegistry", "IPolicyRegistry", "AddPolicyRegistry", "TryAddBuilder", PollyApis.AddResiliencePipeline];

    public static bool IsRegistry(ITypeSymbol? type) =>
        type is { Name: "PolicyRegistry" or "IPolicyRegistry" or "IReadOnlyPolicyRegistry" or "IConcurrentPolicyRegistry" or "ResiliencePipelineRegistry" } &&
        DeadlineApis.InPolly(type);

    /// <summary>A value that is a policy or a pipeline.</summary>
    public static bool IsPipeline(ITypeSymbol? type) =>
        type is { Name: "ResiliencePipeline" } && DeadlineApis.InPolly(type) || type.IsOrDerivesFrom("Polly", "IsPolicy");

    /// <summary>v8's chain of what is handled: <c>new PredicateBuilder()</c>.</summary>
    public static bool IsPredicateBuilder(ITypeSymbol? type) => type is { Name: "PredicateBuilder" } && DeadlineApis.InPolly(type);

    /// <summary>Options whose defaults suit HTTP: exponential, jitter, Retry-After, transient answers.</summary>
    public static bool IsHttpOptions(ITypeSymbol? type) => type.Is(HttpResilienceApis.Namespace, "HttpRetryStrategyOptions");

    /// <summary>Whether the options are Polly's or the HTTP library's own, whose defaults are known.</summary>
    public static bool HasKnownDefaults(ITypeSymbol? type) =>
        type is not null && type.Name.EndsWith("Options", StringComparison.Ordinal) && (DeadlineApis.InPolly(type) || type.ContainingNamespace.Is(HttpResilienceApis.Namespace));

    /// <summary>
    /// The result a policy, builder or options type is made for: <c>HttpResponseMessage</c>; null where it is made for none, as <c>RetryStrategyOptions</c>, which derives from that
    /// of an object.
    /// </summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current is { TypeArguments: [{ TypeKind: not TypeKind.TypeParameter } result] } && DeadlineApis.InPolly(current))
                return result.SpecialType == SpecialType.System_Object ? null : result;
        }

        return null;
    }

    /// <summary>Whether a result is what a library gives back for a request.</summary>
    public static bool IsResponse(ITypeSymbol? type) =>
        type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpResponseMessage") || type.IsOrDerivesFrom("Refit", "IApiResponse") ||
        type.IsOrDerivesFrom(SendingMembers.RestSharp, "RestResponseBase") || type.IsOrDerivesFrom(SendingMembers.RestSharp, "IRestResponse") ||
        type.IsOrDerivesFrom(SendingMembers.FlurlHttp, "IFlurlResponse");

    public static bool IsBackoff(IMethodSymbol method) => method.ContainingType is { Name: "Backoff" } type && DeadlineApis.InPolly(type);
}
