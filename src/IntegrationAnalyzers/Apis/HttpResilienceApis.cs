using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>How a registration puts a pipeline round a client.</summary>
internal enum PipelineHandlerKind
{
    None,

    /// <summary><c>AddStandardResilienceHandler</c>: limiter, total timeout, retry, breaker, attempt timeout.</summary>
    Standard,

    /// <summary><c>AddStandardHedgingHandler</c>: total timeout, hedging, and an endpoint's limiter, breaker and timeout.</summary>
    Hedging,

    /// <summary><c>AddResilienceHandler("name", builder =&gt; …)</c>.</summary>
    Custom,

    /// <summary><c>AddPolicyHandler(policy)</c> or <c>(request =&gt; policy)</c>, and the handlers' constructors.</summary>
    Policy,

    /// <summary><c>AddTransientHttpErrorPolicy(builder =&gt; …)</c>.</summary>
    Transient,

    /// <summary><c>AddPolicyHandlerFromRegistry("name")</c>.</summary>
    Registry,
}

/// <summary>Microsoft.Extensions.Http.Resilience and .Polly: which member puts which pipeline round a client.</summary>
internal static class HttpResilienceApis
{
    public const string Namespace = "Microsoft.Extensions.Http.Resilience";

    /// <summary>Where the extensions stand that exclude verbs from a retry.</summary>
    public const string VerbExclusion = Namespace + ".HttpRetryStrategyOptionsExtensions";

    /// <summary>The ID that a use of them must allow.</summary>
    public const string Experimental = "EXTEXP0001";

    /// <summary>The options of <c>AddStandardResilienceHandler</c>.</summary>
    public const string StandardOptions = "HttpStandardResilienceOptions";

    /// <summary>Those of <c>AddStandardHedgingHandler</c>.</summary>
    public const string HedgingOptions = "HttpStandardHedgingResilienceOptions";

    public const string TotalTimeout = "TotalRequestTimeout";
    public const string AttemptTimeout = "AttemptTimeout";

    /// <summary>What one attempt of the standard handlers may take where nobody sets it.</summary>
    public static readonly TimeSpan DefaultAttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The names of all these members.</summary>
    public static readonly string[] HandlerNames =
        ["AddStandardResilienceHandler", "AddStandardHedgingHandler", "AddResilienceHandler", "AddPolicyHandler", "AddTransientHttpErrorPolicy", "AddPolicyHandlerFromRegistry"];

    /// <summary>The members, for a look at a name before anything is bound.</summary>
    public static PipelineHandlerKind KindOf(string memberName) => memberName switch
    {
        "AddStandardResilienceHandler" => PipelineHandlerKind.Standard,
        "AddStandardHedgingHandler" => PipelineHandlerKind.Hedging,
        "AddResilienceHandler" => PipelineHandlerKind.Custom,
        "AddPolicyHandler" => PipelineHandlerKind.Policy,
        "AddTransientHttpErrorPolicy" => PipelineHandlerKind.Transient,
        "AddPolicyHandlerFromRegistry" => PipelineHandlerKind.Registry,
        _ => PipelineHandlerKind.None,
    };

    /// <summary>Those members of the libraries', not others of their names.</summary>
    public static PipelineHandlerKind KindOf(IMethodSymbol method) =>
        KindOf(method.Name) is not PipelineHandlerKind.None and var kind && method.DeclaringType()?.ContainingNamespace.Is("Microsoft.Extensions.DependencyInjection") == true
            ? kind
            : PipelineHandlerKind.None;

    /// <summary>What configures a handler further: <c>.Configure(options =&gt; …)</c>.</summary>
    public static bool Configures(IMethodSymbol method) =>
        method.Name == "Configure" && method.DeclaringType() is { } type && type.ContainingNamespace.Is(Namespace);

    /// <summary>From 9.8 on an excluded verb is not repeated after an exception either; before, the request was only known from its answer.</summary>
    public static bool HonoursExcludedVerbs(IAssemblySymbol assembly) =>
        assembly.Identity.Version is var version && (version.Major is 0 or > 9 || (version.Major == 9 && version.Minor >= 8));

    /// <summary>What chooses an instance of the pipeline, and changes nothing in it.</summary>
    public static bool Selects(IMethodSymbol method) => method.Name is "SelectPipelineByAuthority" or "SelectPipelineBy";

    /// <summary><c>HttpClientResiliencePredicates.IsTransient</c>.</summary>
    public static bool IsTransientTest(IMethodSymbol method) => method.Name == "IsTransient" && method.ContainingType.Is(Namespace, "HttpClientResiliencePredicates");
}
