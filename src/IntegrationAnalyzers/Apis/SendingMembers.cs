using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using static IntegrationAnalyzers.Apis.CallResult;
using static IntegrationAnalyzers.Apis.HttpVerb;
using static IntegrationAnalyzers.Apis.StatusCheck;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Every member by which the known libraries send a request over HTTP. Refit and gRPC have no members of their own: their interfaces
/// and clients are known by <see cref="RefitApis"/> and <see cref="GrpcApis"/>.
/// </summary>
internal static class SendingMembers
{
    public const string NetHttp = "System.Net.Http";
    public const string NetHttpJson = "System.Net.Http.Json";
    public const string RestSharp = "RestSharp";
    public const string FlurlHttp = "Flurl.Http";
    public const string Net = "System.Net";

    private static readonly ImmutableArray<SendingMember> All = Table();
    private static readonly Dictionary<string, List<SendingMember>> ByName = Index();

    /// <summary>The names of all members, for a look before anything is bound.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The names of each library's members, with the words one of which stands in any code that uses it; without words it is always there.</summary>
    public static ImmutableArray<(string[] Marks, string[] Names)> Libraries { get; } = ByLibrary();

    public static ImmutableArray<SendingMember> Members => All;

    public static bool HasName(string name) => ByName.ContainsKey(name);

    public static SendingMember? Find(IMethodSymbol method)
    {
        if (!ByName.TryGetValue(method.Name, out var candidates))
            return null;

        // An override stands for what it overrides: HttpClient.SendAsync is HttpMessageInvoker's.
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            var type = current.DeclaringType();
            foreach (var candidate in candidates)
            {
                if (type.Is(candidate.Namespace, candidate.Type))
                    return candidate;
            }
        }

        return null;
    }

    private static ImmutableArray<(string[] Marks, string[] Names)> ByLibrary()
    {
        var libraries = ImmutableArray.CreateBuilder<(string[], string[])>();
        foreach (var library in All.GroupBy(static member => member.Namespace, StringComparer.Ordinal))
        {
            string[] marks = library.Key switch
            {
                RestSharp => ["RestSharp", "RestClient", "IRestClient", "RestRequest", "IRestRequest"],
                FlurlHttp => ["Flurl", "IFlurlClient", "IFlurlRequest", "FlurlClient", "FlurlRequest"],
                Net => ["WebRequest", "HttpWebRequest", "WebClient"],
                _ => [],
            };
            libraries.Add((marks, library.Select(static member => member.Name).Distinct(StringComparer.Ordinal).ToArray()));
        }

        return libraries.ToImmutable();
    }

    private static Dictionary<string, List<SendingMember>> Index()
    {
        var index = new Dictionary<string, List<SendingMember>>(StringComparer.Ordinal);
        foreach (var member in All)
        {
            if (!index.TryGetValue(member.Name, out var list))
                index.Add(member.Name, list = new List<SendingMember>());
            list.Add(member);
        }

        return index;
    }

    private static ImmutableArray<SendingMember> Table()
    {
        var table = ImmutableArray.CreateBuilder<SendingMember>();
        BaseClassLibrary(table);
        WebRequests(table);
        RestSharpClient(table);
        Flurl(table);
        return table.ToImmutable();
    }

    private static void BaseClassLibrary(ImmutableArray<SendingMember>.Builder table)
    {
        const string client = "HttpClient";
        Add(table, NetHttp, client, Get, ByCaller, Response, "GetAsync");
        Add(table, NetHttp, client, Post, ByCaller, Response, "PostAsync");
        Add(table, NetHttp, client, Put, ByCaller, Response, "PutAsync");
        Add(table, NetHttp, client, Patch, ByCaller, Response, "PatchAsync");
        Add(table, NetHttp, client, Delete, ByCaller, Response, "DeleteAsync");
        Add(table, NetHttp, client, Unknown, ByCaller, Response, "SendAsync", "Send");
        Add(table, NetHttp, client, Get, Throws, Body, "GetStringAsync", "GetByteArrayAsync");
        table.Add(new(NetHttp, client, "GetStreamAsync", Get, Throws, Body, IsBodyOutsideTimeout: true));
        Add(table, NetHttp, "HttpMessageInvoker", Unknown, ByCaller, Response, "SendAsync", "Send");

        // A DelegatingHandler sends by its base.
        Add(table, NetHttp, "HttpMessageHandler", Unknown, ByCaller, Response, "SendAsync", "Send");

        const string json = "HttpClientJsonExtensions";
        Add(table, NetHttpJson, json, Get, Throws, Payload, "GetFromJsonAsync");
        table.Add(new(NetHttpJson, json, "GetFromJsonAsAsyncEnumerable", Get, Throws, Payload, IsBodyOutsideTimeout: true));
        Add(table, NetHttpJson, json, Delete, Throws, Payload, "DeleteFromJsonAsync");
        Add(table, NetHttpJson, json, Post, ByCaller, Response, "PostAsJsonAsync");
        Add(table, NetHttpJson, json, Put, ByCaller, Response, "PutAsJsonAsync");
        Add(table, NetHttpJson, json, Patch, ByCaller, Response, "PatchAsJsonAsync");

        // Microsoft.AspNet.WebApi.Client
        const string formatting = "HttpClientExtensions";
        Add(table, NetHttp, formatting, Post, ByCaller, Response, "PostAsJsonAsync", "PostAsXmlAsync", "PostAsync");
        Add(table, NetHttp, formatting, Put, ByCaller, Response, "PutAsJsonAsync", "PutAsXmlAsync", "PutAsync");
    }

    private static void WebRequests(ImmutableArray<SendingMember>.Builder table)
    {
        foreach (var type in new[] { "WebRequest", "HttpWebRequest" })
            Add(table, Net, type, Unknown, Throws, Response, "GetResponse", "GetResponseAsync", "BeginGetResponse");

        const string client = "WebClient";
        foreach (var what in new[] { "String", "Data" })
            Add(table, Net, client, Get, Throws, Body, "Download" + what, "Download" + what + "Async", "Download" + what + "TaskAsync");
        Add(table, Net, client, Get, Throws, None, "DownloadFile", "DownloadFileAsync", "DownloadFileTaskAsync");
        table.Add(new(Net, client, "OpenRead", Get, Throws, Body, IsBodyOutsideTimeout: true));
        table.Add(new(Net, client, "OpenReadTaskAsync", Get, Throws, Body, IsBodyOutsideTimeout: true));
        foreach (var what in new[] { "String", "Data", "Values", "File" })
            Add(table, Net, client, Post, Throws, Body, "Upload" + what, "Upload" + what + "Async", "Upload" + what + "TaskAsync");
    }

    private static void RestSharpClient(ImmutableArray<SendingMember>.Builder table)
    {
        // Since 107 most are extensions; before, members of the client.
        foreach (var type in new[] { "RestClient", "IRestClient", "RestClientExtensions" })
        {
            Both(table, RestSharp, type, Unknown, NeverThrows, ResponseWithPayload, "Execute");
            foreach (var verb in new[] { Get, Post, Put, Patch, Delete, Head, Options })
            {
                Both(table, RestSharp, type, verb, NeverThrows, ResponseWithPayload, "Execute" + verb);
                Both(table, RestSharp, type, verb, Throws, verb is Get or Post or Put or Patch or Delete ? Payload : Response, verb.ToString());
            }

            Both(table, RestSharp, type, Get, NeverThrows, ResponseWithPayload, "ExecuteAsGet");
            Both(table, RestSharp, type, Post, NeverThrows, ResponseWithPayload, "ExecuteAsPost");
            Add(table, RestSharp, type, Unknown, NeverThrows, ResponseWithPayload, "ExecuteTaskAsync");
            Add(table, RestSharp, type, Get, NeverThrows, ResponseWithPayload, "ExecuteGetTaskAsync");
            Add(table, RestSharp, type, Post, NeverThrows, ResponseWithPayload, "ExecutePostTaskAsync");
            Both(table, RestSharp, type, Get, Throws, Payload, "GetJson");
            Both(table, RestSharp, type, Post, Throws, Payload, "PostJson");
            Both(table, RestSharp, type, Put, Throws, Payload, "PutJson");
            Both(table, RestSharp, type, Get, NeverThrows, Body, "DownloadData");
            table.Add(new(RestSharp, type, "DownloadStreamAsync", Get, NeverThrows, Body, IsBodyOutsideTimeout: true));
        }
    }

    private static void Flurl(ImmutableArray<SendingMember>.Builder table)
    {
        const string type = "GeneratedExtensions";
        Add(table, FlurlHttp, type, Get, Throws, Payload, "GetJsonAsync", "GetJsonListAsync", "GetXmlAsync");
        Add(table, FlurlHttp, type, Get, Throws, Body, "GetStringAsync", "GetBytesAsync");
        table.Add(new(FlurlHttp, type, "GetStreamAsync", Get, Throws, Body, IsBodyOutsideTimeout: true));
        Add(table, FlurlHttp, "DownloadExtensions", Get, Throws, None, "DownloadFileAsync");
        foreach (var verb in new[] { Get, Head, Options, Delete })
            Add(table, FlurlHttp, type, verb, Throws, Response, verb + "Async");
        foreach (var verb in new[] { Post, Put, Patch })
        {
            Add(table, FlurlHttp, type, verb, Throws, Response, verb + "Async", verb + "JsonAsync", verb + "StringAsync", verb + "UrlEncodedAsync");
            Add(table, FlurlHttp, type, verb, Throws, Response, verb + "XmlAsync");
        }

        Add(table, FlurlHttp, "MultipartExtensions", Post, Throws, Response, "PostMultipartAsync");
        Add(table, FlurlHttp, type, Unknown, Throws, Response, "SendAsync", "SendJsonAsync", "SendStringAsync", "SendUrlEncodedAsync");
        Add(table, FlurlHttp, "IFlurlRequest", Unknown, Throws, Response, "SendAsync");
        Add(table, FlurlHttp, "FlurlRequest", Unknown, Throws, Response, "SendAsync");
    }

    private static void Both(
        ImmutableArray<SendingMember>.Builder table, string ns, string type, HttpVerb verb, StatusCheck status, CallResult result, string name) =>
        Add(table, ns, type, verb, status, result, name, name + "Async");

    private static void Add(
        ImmutableArray<SendingMember>.Builder table,
        string ns,
        string type,
        HttpVerb verb,
        StatusCheck status,
        CallResult result,
        params string[] names)
    {
        foreach (var name in names)
            table.Add(new(ns, type, name, verb, status, result));
    }
}
