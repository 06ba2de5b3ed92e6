namespace IntegrationAnalyzers.Apis;

/// <summary>What kind of client code makes for itself.</summary>
internal enum ClientKind
{
    /// <summary><c>HttpClient</c> or a class derived from it: waits 100 seconds.</summary>
    HttpClient,

    /// <summary>RestSharp's client: waits 100 seconds.</summary>
    RestSharp,

    /// <summary>Flurl's client: waits 100 seconds.</summary>
    Flurl,

    /// <summary>What <c>RestService.For</c> makes round a client of its own: waits 100 seconds.</summary>
    Refit,

    /// <summary>A <c>WebRequest</c> over HTTP: waits 100 seconds; on .NET Framework for ever when called asynchronously.</summary>
    WebRequest,

    /// <summary><c>WebClient</c>, which has no timeout to set.</summary>
    WebClient,
}
