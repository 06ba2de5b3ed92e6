using System;
using System.Collections.Generic;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// The names that tell a file has to do with outbound calls, for a look before anything is bound. A type with the same name from
/// elsewhere costs a look, nothing more.
/// </summary>
internal static class OutboundTypes
{
    /// <summary>Types that send, or that a request is made of.</summary>
    public static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "HttpClient",
        "HttpMessageInvoker",
        "IHttpClientFactory",
        "HttpRequestMessage",
        "HttpResponseMessage",
        "WebRequest",
        "HttpWebRequest",
        "WebClient",
        "RestClient",
        "IRestClient",
        "RestRequest",
        "IFlurlClient",
        "IFlurlRequest",
        "FlurlClient",
        "FlurlRequest",
        "Flurl",
        "Refit",
        "ClientBase",
        "GrpcChannel",
        "ClientWebSocket",
        "HubConnectionBuilder",
        "Stripe",
    };

    /// <summary>Members that hardly any other library has: they tell without the type's name.</summary>
    public static readonly HashSet<string> DistinctMembers = new(StringComparer.Ordinal)
    {
        "PostAsJsonAsync",
        "PutAsJsonAsync",
        "PatchAsJsonAsync",
        "GetFromJsonAsync",
        "DeleteFromJsonAsync",
        "GetFromJsonAsAsyncEnumerable",
        "GetJsonAsync",
        "PostJsonAsync",
        "PutJsonAsync",
        "PatchJsonAsync",
        "PostUrlEncodedAsync",
        "ExecuteGetAsync",
        "ExecutePostAsync",
        "CreateClient",
        "AddHttpClient",
        "ConfigureHttpClient",
        "AddRefitClient",
        "AddGrpcClient",
        "BaseAddress",
        "GetByteArrayAsync",
    };

    /// <summary>Attributes by which an interface method is a call of Refit's.</summary>
    public static readonly HashSet<string> RefitVerbs = new(StringComparer.Ordinal)
    {
        "Get", "Post", "Put", "Patch", "Delete", "Head", "Options",
    };
}
