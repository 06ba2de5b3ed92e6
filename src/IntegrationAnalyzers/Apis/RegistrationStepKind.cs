namespace IntegrationAnalyzers.Apis;

/// <summary>What a member on a client's builder does.</summary>
internal enum RegistrationStepKind
{
    /// <summary>Nothing that bears on how long or how often a request is sent.</summary>
    Neutral,

    /// <summary>Sets something on the client: the registration's own delegate, <c>ConfigureHttpClient</c>.</summary>
    Client,

    /// <summary>Makes the object that is handed the client: <c>AddTypedClient</c>, a factory.</summary>
    Factory,

    /// <summary>Adds a handler.</summary>
    Handler,

    /// <summary>Says what is in the handler added last: <c>AddStandardResilienceHandler().Configure(…)</c>.</summary>
    HandlerOptions,

    /// <summary>Takes the resilience handlers added so far away.</summary>
    RemovesResilience,

    /// <summary>Makes or sets the innermost handler.</summary>
    PrimaryHandler,

    /// <summary>The client can be asked for by its name as a key.</summary>
    Keyed,

    /// <summary>Does something out of sight.</summary>
    Unknown,
}
