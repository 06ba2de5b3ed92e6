namespace IntegrationAnalyzers.Apis;

/// <summary>Which kind of handler a registration puts into its client's chain.</summary>
internal enum HandlerKind
{
    /// <summary><c>AddHttpMessageHandler</c></summary>
    Message,

    /// <summary><c>AddPolicyHandler</c></summary>
    Policy,

    /// <summary><c>AddPolicyHandlerFromRegistry</c></summary>
    RegistryPolicy,

    /// <summary><c>AddTransientHttpErrorPolicy</c></summary>
    TransientPolicy,

    /// <summary><c>AddStandardResilienceHandler</c></summary>
    StandardResilience,

    /// <summary><c>AddStandardHedgingHandler</c></summary>
    StandardHedging,

    /// <summary><c>AddResilienceHandler</c></summary>
    Resilience,
}
