using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

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

    /// <summary>Whether a header added to it is a request's: a request object of any library, or its headers.</summary>
    public static bool IsRequest(ITypeSymbol type) =>
        type.Name is "HttpRequestMessage" or "HttpRequestHeaders" or "HttpContentHeaders" or "HttpHeaders" or "RestRequest" or "IRestRequest" or "IFlurlRequest" or "WebHeaderCollection" or "Metadata";

    /// <summary>Whether headers put on it are those of our own answer to somebody.</summary>
    public static bool IsOurAnswer(ITypeSymbol type) => type.ContainingNamespace.Is("Microsoft.AspNetCore.Http") || type.Name.Contains("Response");
}
