using System;

namespace IntegrationAnalyzers.Apis;

/// <summary>The ways in which an outbound call fails that need different answers.</summary>
[Flags]
internal enum FailureKinds
{
    None = 0,

    /// <summary>The request was refused, did not arrive, or was answered with an error: mostly safe to say so and go on.</summary>
    Transport = 1,

    /// <summary>Nobody knows whether the request was carried out.</summary>
    Timeout = 2,

    /// <summary>The answer is not what was agreed: trying again never helps.</summary>
    Payload = 4,

    All = Transport | Timeout | Payload,
}
