namespace IntegrationAnalyzers.Apis;

/// <summary>By which form a client is registered with the container.</summary>
internal enum RegistrationKind
{
    /// <summary><c>AddHttpClient()</c>: the factory itself, and the client without a name.</summary>
    Bare,

    /// <summary><c>AddHttpClient("name")</c></summary>
    Named,

    /// <summary><c>AddHttpClient&lt;TClient&gt;()</c></summary>
    Typed,

    /// <summary><c>AddHttpClient&lt;TClient, TImplementation&gt;()</c>, also with a factory.</summary>
    Implementation,

    /// <summary><c>ConfigureHttpClientDefaults(…)</c>: holds for every client of the factory.</summary>
    Defaults,

    Refit,

    Grpc,

    /// <summary>An <c>HttpClient</c> put into the container by itself: <c>AddSingleton(_ => new HttpClient())</c>.</summary>
    Plain,
}
