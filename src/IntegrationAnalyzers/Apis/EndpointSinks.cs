using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What becomes of a URL given to a library's member.</summary>
internal enum UrlUse
{
    /// <summary>Nothing that sends.</summary>
    None,

    /// <summary>The value is still the URL: a <c>Uri</c>, a builder, a string made from it.</summary>
    PassesThrough,

    /// <summary>A call is sent there, or a client's or request's address is set to it.</summary>
    Sink,
}

/// <summary>What a member that takes a name and a value writes them into.</summary>
internal enum QueryWriter
{
    /// <summary>No query.</summary>
    None,

    /// <summary>A collection that may become one.</summary>
    OfCollection,

    /// <summary>The URL it is called with, and gives back.</summary>
    OfUrl,

    /// <summary>A request that will be sent.</summary>
    OfRequest,

    /// <summary>The parameters of a request, which become a query or a body by their kind and the verb.</summary>
    OfParameters,
}

/// <summary>Members of libraries that take a URL: which of them send to it, and which only hand it on.</summary>
internal static class EndpointSinks
{
    private static readonly HashSet<string> CreatedSinks = new(StringComparer.Ordinal)
    {
        "System.Net.Http.HttpRequestMessage",
        "RestSharp.RestClient",
        "RestSharp.RestClientOptions",
        "RestSharp.RestRequest",
        "Flurl.Http.FlurlClient",
        "Flurl.Http.FlurlRequest",
        "Microsoft.AspNet.SignalR.Client.HubConnection",
        "Elasticsearch.Net.ConnectionConfiguration",
    };

    private static readonly HashSet<string> CreatedCarriers = new(StringComparer.Ordinal)
    {
        "System.Uri",
        "System.UriBuilder",
        "Flurl.Url",
        "System.Text.StringBuilder",
    };

    private static readonly HashSet<string> AssignedSinks = new(StringComparer.Ordinal)
    {
        "System.Net.Http.HttpClient.BaseAddress",
        "System.Net.Http.HttpRequestMessage.RequestUri",
        "System.Net.WebClient.BaseAddress",
        "RestSharp.RestClientOptions.BaseUrl",
        "RestSharp.RestClient.BaseUrl",
        "RestSharp.IRestClient.BaseUrl",
        "RestSharp.RestRequest.Resource",
        "RestSharp.IRestRequest.Resource",
        "Flurl.Http.IFlurlClient.BaseUrl",
        "Flurl.Http.FlurlClient.BaseUrl",
        "Flurl.Http.IFlurlRequest.Url",
        "Flurl.Http.FlurlRequest.Url",
        "Grpc.Net.ClientFactory.GrpcClientFactoryOptions.Address",
    };

    private static readonly HashSet<string> CalledSinks = new(StringComparer.Ordinal)
    {
        "System.Net.WebRequest.Create",
        "System.Net.WebRequest.CreateHttp",
        "System.Net.WebRequest.CreateDefault",
        "System.Net.WebSockets.ClientWebSocket.ConnectAsync",
        "Grpc.Net.Client.GrpcChannel.ForAddress",
        "Refit.RestService.For",
        "Refit.RestService.ForGenerated",
        "Microsoft.AspNetCore.SignalR.Client.HubConnectionBuilderHttpExtensions.WithUrl",
    };

    /// <summary>Instance and static members whose result is still the URL (or the request made for it).</summary>
    private static readonly HashSet<string> PassingStringMembers = new(StringComparer.Ordinal)
    {
        "Trim", "TrimEnd", "TrimStart", "Replace", "Format", "Concat", "ToString", "ToLower", "ToLowerInvariant", "Insert", "Append",
        "AppendFormat", "AddQueryString", "Join",
    };

    public static UrlUse OfCreation(INamedTypeSymbol type)
    {
        var name = FullName(type);
        if (CreatedSinks.Contains(name))
            return UrlUse.Sink;
        return CreatedCarriers.Contains(name) ? UrlUse.PassesThrough : IsVendorClient(type) ? UrlUse.Sink : UrlUse.None;
    }

    public static UrlUse OfAssignment(IPropertySymbol property)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (AssignedSinks.Contains(FullName(current.ContainingType) + "." + current.Name))
                return UrlUse.Sink;
        }

        return IsVendorOptions(property) ? UrlUse.Sink : UrlUse.None;
    }

    public static UrlUse OfArgument(IMethodSymbol method)
    {
        var type = method.DeclaringType();
        if (type is null)
            return UrlUse.None;
        var name = FullName(type) + "." + method.Name;
        if (CalledSinks.Contains(name))
            return UrlUse.Sink;
        if (!PassingStringMembers.Contains(method.Name))
            return UrlUse.None;
        return type.SpecialType == SpecialType.System_String || type.Name is "StringBuilder" or "QueryHelpers" or "Url"
            ? UrlUse.PassesThrough
            : UrlUse.None;
    }

    /// <summary>What writes the elements of a list one behind the other.</summary>
    public static bool Joins(IMethodSymbol method) =>
        (method.ContainingType.SpecialType == SpecialType.System_String && method.Name is "Join" or "Concat") || (method.Name == "Combine" && method.ContainingType.Is("Flurl", "Url"));

    /// <summary>What a member called on the URL itself gives: another form of it, or Flurl's request for it.</summary>
    public static UrlUse OfReceiver(IMethodSymbol method)
    {
        var type = method.DeclaringType();
        if (type is null)
            return UrlUse.None;
        if (IsFlurl(type))
            return UrlUse.PassesThrough;
        var isUrl = type.SpecialType == SpecialType.System_String || type.Is("System", "Uri") || type.Is("System", "UriBuilder") ||
            type.Is("System.Text", "StringBuilder");
        return isUrl && PassingStringMembers.Contains(method.Name) ? UrlUse.PassesThrough : UrlUse.None;
    }

    /// <summary>What only writes an interpolated string out by a culture: <c>FormattableString.Invariant($"…")</c>, <c>string.Create(culture, $"…")</c>.</summary>
    public static bool Formats(IMethodSymbol method, IParameterSymbol? parameter) =>
        (method.Name is "Invariant" or "CurrentCulture" && method.ContainingType.Is("System", "FormattableString")) ||
        (method.Name == "Create" && method.ContainingType.SpecialType == SpecialType.System_String && parameter?.Type.Name == "DefaultInterpolatedStringHandler");

    /// <summary><c>builder.Uri</c>, <c>uri.AbsoluteUri</c>, <c>uri.OriginalString</c>: the URL still.</summary>
    public static bool IsUrlProperty(IPropertySymbol property) =>
        (property.ContainingType.Is("System", "Uri") && property.Name is "AbsoluteUri" or "OriginalString") ||
        (property.ContainingType.Is("System", "UriBuilder") && property.Name is "Uri");

    /// <summary><c>builder.Query</c>, <c>builder.UserName</c>: parts of the URL that the builder is.</summary>
    public static bool IsPartOfUri(IPropertySymbol property) =>
        property.ContainingType.Is("System", "UriBuilder") && property.Name is "Query" or "Path" or "UserName" or "Password";

    public static bool IsTextBuilder(ITypeSymbol type) => type.Is("System.Text", "StringBuilder");

    /// <summary>
    /// What holds a URL or its text. A collection may become a body as well as a query where it is handed on; a text that names a query may not.
    /// </summary>
    public static bool IsUrlOrText(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || type.Is("System", "Uri") || type.Is("System", "UriBuilder") || IsTextBuilder(type);

    /// <summary><c>query.AllKeys</c>: what a query is written from.</summary>
    public static bool IsQueryProperty(IPropertySymbol property) =>
        property.Name == "AllKeys" && property.ContainingType.Is("System.Collections.Specialized", "NameValueCollection");

    /// <summary><c>query.ToString()</c> of <c>HttpUtility.ParseQueryString</c>, and the steps from a dictionary to its text.</summary>
    public static bool MakesQuery(IMethodSymbol method)
    {
        var type = method.DeclaringType();
        return type is not null &&
            ((type.Is("System.Linq", "Enumerable") && method.Name is "Select" or "Where" or "OrderBy" or "ToArray" or "ToList" or "Concat" or "Append") ||
            (method.Name == "ToString" && (type.SpecialType == SpecialType.System_Object || type.Is("System.Collections.Specialized", "NameValueCollection"))));
    }

    /// <summary>What puts one named value into a query.</summary>
    public static QueryWriter OfQueryWriter(IMethodSymbol method)
    {
        var type = method.DeclaringType();
        if (type is null)
            return QueryWriter.None;
        if (type.ContainingNamespace.Is(SendingMembers.RestSharp))
            return method.Name switch { "AddQueryParameter" => QueryWriter.OfRequest, "AddParameter" or "AddOrUpdateParameter" => QueryWriter.OfParameters, _ => QueryWriter.None };
        if ((method.Name is "AddQueryString" && type.Name == "QueryHelpers") || (method.Name is "SetQueryParam" or "AppendQueryParam" && IsFlurl(type)))
            return QueryWriter.OfUrl;
        return method.Name == "Add" && (type.Is("System.Collections.Specialized", "NameValueCollection") || type.Name is "Dictionary" or "IDictionary" or "SortedDictionary")
            ? QueryWriter.OfCollection
            : QueryWriter.None;
    }

    /// <summary>Whether each member of the object that it is handed becomes a parameter of the query.</summary>
    public static bool WritesMembers(IMethodSymbol method) => method.Name is "SetQueryParams" or "AppendQueryParam" && method.DeclaringType() is { } type && IsFlurl(type);

    private static bool IsFlurl(INamedTypeSymbol type) => type.ContainingNamespace is { } ns && (ns.Is("Flurl") || ns.Is(SendingMembers.FlurlHttp));

    /// <summary>Whether a sink sends what this code makes of the request, as opposed to a provider's own SDK.</summary>
    public static bool IsPlainHttp(IOperation sink)
    {
        var type = sink switch
        {
            IInvocationOperation call => call.TargetMethod.DeclaringType(),
            IObjectCreationOperation creation => creation.Type,
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => property.ContainingType,
            _ => null,
        };
        var name = type is INamedTypeSymbol named ? FullName(named) : "";
        return name.StartsWith("System.Net.", StringComparison.Ordinal) || name.StartsWith("RestSharp.", StringComparison.Ordinal) || name.StartsWith("Flurl.", StringComparison.Ordinal) ||
            name.StartsWith("Refit.", StringComparison.Ordinal);
    }

    /// <summary>Azure's and AWS's generated clients take their endpoint first.</summary>
    private static bool IsVendorClient(INamedTypeSymbol type) =>
        type.Name.EndsWith("Client", StringComparison.Ordinal) && type.ContainingNamespace.RootName() is "Azure" or "Amazon";

    private static bool IsVendorOptions(IPropertySymbol property) =>
        property.Name is "Endpoint" or "ServiceURL" or "ServiceUrl" or "BaseUrl" or "BaseUri" or "BaseAddress" &&
        (property.ContainingType.Name.EndsWith("ClientOptions", StringComparison.Ordinal) ||
         property.ContainingType.Name.EndsWith("ClientConfig", StringComparison.Ordinal) ||
         property.ContainingType.ContainingNamespace.RootName() is "Amazon" or "Azure");

    private static string FullName(INamedTypeSymbol type)
    {
        var name = type.Name;
        for (var ns = type.ContainingNamespace; ns is { IsGlobalNamespace: false }; ns = ns.ContainingNamespace)
            name = ns.Name + "." + name;
        return name;
    }
}
