namespace IntegrationAnalyzers.Apis;

/// <summary>Who looks at the response's status.</summary>
internal enum StatusCheck
{
    /// <summary>Nobody yet: the caller gets the response, whatever its status.</summary>
    ByCaller,

    /// <summary>The API: any status but success throws.</summary>
    Throws,

    /// <summary>Nobody, and transport failures do not throw either: all is in the result.</summary>
    NeverThrows,
}

/// <summary>What the call gives back.</summary>
internal enum CallResult
{
    None,

    /// <summary><c>HttpResponseMessage</c> or the library's response type.</summary>
    Response,

    /// <summary>The body as text, bytes or stream.</summary>
    Body,

    /// <summary>The body as an object.</summary>
    Payload,

    /// <summary>A library's response that holds the deserialized body.</summary>
    ResponseWithPayload,
}

/// <summary>A member of a library that sends a request.</summary>
/// <param name="Namespace">The declaring type's namespace.</param>
/// <param name="Type">The declaring type's name.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Verb">What it sends; <see cref="HttpVerb.Unknown"/> where the request says so.</param>
/// <param name="IsBodyOutsideTimeout">Whether the client's timeout ends at the headers.</param>
internal sealed record SendingMember(
    string Namespace,
    string Type,
    string Name,
    HttpVerb Verb,
    StatusCheck Status,
    CallResult Result,
    bool IsBodyOutsideTimeout = false);
