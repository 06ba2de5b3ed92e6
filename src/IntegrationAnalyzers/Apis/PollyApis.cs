using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Polly, both generations: which member retries, which only combines or executes.</summary>
internal static class PollyApis
{
    private const string Root = "Polly";

    private static readonly HashSet<string> Assemblies = new(StringComparer.OrdinalIgnoreCase)
    {
        "Polly", "Polly.Core", "Polly.Extensions", "Polly.Extensions.Http", "Polly.RateLimiting", "Polly.Contrib.WaitAndRetry", "Polly.Caching.Memory", "Polly.Testing",
        "Microsoft.Extensions.Http.Polly", "Microsoft.Extensions.Http.Resilience", "Microsoft.Extensions.Resilience",
    };

    public const string RetryCount = "retryCount";
    public const string SleepDurations = "sleepDurations";
    public const string MaxRetryAttempts = "MaxRetryAttempts";

    /// <summary>What <c>MaxRetryAttempts</c> is where nobody sets it.</summary>
    public const int DefaultRetryAttempts = 3;

    /// <summary>Members by which a policy or pipeline runs a delegate, by name.</summary>
    public static readonly string[] Executors = ["Execute", "ExecuteAsync", "ExecuteAndCapture", "ExecuteAndCaptureAsync", "ExecuteOutcomeAsync"];

    /// <summary>A member by which a policy or pipeline runs a delegate.</summary>
    public static bool IsExecutor(IMethodSymbol method) => IsExecutorName(method.Name) && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>The look at the name before anything is bound.</summary>
    public static bool IsExecutorName(string? name) => Array.IndexOf(Executors, name) >= 0;

    /// <summary>v7: <c>Retry</c>, <c>WaitAndRetryAsync</c>, <c>RetryForever</c> and their like.</summary>
    public static bool MakesRetry(IMethodSymbol method) =>
        (method.Name.StartsWith("Retry", StringComparison.Ordinal) || method.Name.StartsWith("WaitAndRetry", StringComparison.Ordinal)) &&
        DeadlineApis.InPolly(method.DeclaringType()) && method.ReturnType.Name is "RetryPolicy" or "AsyncRetryPolicy" or "IRetryPolicy";

    public static bool IsForever(IMethodSymbol method) => method.Name.Contains("Forever");

    /// <summary>v7: several policies as one.</summary>
    public static bool Combines(IMethodSymbol method) => method.Name is "Wrap" or "WrapAsync" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>The same policy in another form.</summary>
    public static bool Adapts(IMethodSymbol method) =>
        method.Name is "AsAsyncPolicy" or "AsPolicy" or "WithPolicyKey" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>v7: any other member that makes a policy: timeout, breaker, fallback, bulkhead, no-op.</summary>
    public static bool MakesOther(IMethodSymbol method) =>
        DeadlineApis.InPolly(method.DeclaringType()) && (method.ReturnType.IsOrDerivesFrom(Root, "IsPolicy") || method.ReturnType.Name.EndsWith("Policy", StringComparison.Ordinal));

    /// <summary>v8: the end of a builder chain.</summary>
    public static bool Builds(IMethodSymbol method) => method.Name is "Build" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>v8: a strategy put into a builder.</summary>
    public static bool AddsRetry(IMethodSymbol method) => method.Name is "AddRetry" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>v8: a pipeline or strategy made elsewhere put into a builder.</summary>
    public static bool AddsPipeline(IMethodSymbol method) => method.Name is "AddPipeline" && DeadlineApis.InPolly(method.DeclaringType());

    public static bool IsBuilder(ITypeSymbol? type) => type?.Name is "ResiliencePipelineBuilder" or "ResiliencePipelineBuilderBase" && DeadlineApis.InPolly(type);

    /// <summary>v7: what says which failures a policy handles.</summary>
    public static bool IsPolicyBuilder(ITypeSymbol? type) => type?.Name is "PolicyBuilder" && DeadlineApis.InPolly(type);

    /// <summary>v8: a pipeline by its name.</summary>
    public static bool GetsPipeline(IMethodSymbol method) => method.Name is "GetPipeline" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>Without one of these words a file makes no policy and no pipeline, unless by a whole name of another file's alias.</summary>
    public static readonly string[] Marks =
    [
        "Polly", "Policy", "PolicyBuilder", "HttpPolicyExtensions", "AddTransientHttpErrorPolicy", "AddRetry", "ResiliencePipelineBuilder", "AddStandardResilienceHandler",
    ];

    public const string AddResiliencePipeline = "AddResiliencePipeline";

    /// <summary>A type that can be nothing but a retry.</summary>
    public static bool IsRetryType(ITypeSymbol? type) => type?.Name is "RetryPolicy" or "AsyncRetryPolicy" or "IRetryPolicy" && DeadlineApis.InPolly(type);

    /// <summary>What says which exceptions or results are handled.</summary>
    public static bool IsPredicate(IMethodSymbol method) =>
        method.Name is "Handle" or "Or" or "HandleInner" or "OrInner" or "HandleResult" or "OrResult" && DeadlineApis.InPolly(method.DeclaringType());

    /// <summary>Ready-made predicates: transport failures, 5xx and 408.</summary>
    public static bool IsTransientPredicate(IMethodSymbol method) =>
        method.Name is "HandleTransientHttpError" or "OrTransientHttpError" or "OrTransientHttpStatusCode";

    /// <summary>Whether the compilation references Polly, so that there can be a policy or pipeline at all.</summary>
    public static bool IsReferencedBy(Compilation compilation) => References.Any(compilation, Assemblies);
}
