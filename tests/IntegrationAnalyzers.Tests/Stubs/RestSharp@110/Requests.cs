using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

[assembly: AssemblyVersion("110.0.0.0")]

namespace RestSharp;

public enum Method
{
    Get,
    Post,
    Put,
    Delete,
    Head,
    Options,
    Patch,
    Merge,
    Copy,
    Search,
}

public enum ParameterType
{
    GetOrPost,
    UrlSegment,
    HttpHeader,
    RequestBody,
    QueryString,
}

public enum ResponseStatus
{
    None,
    Completed,
    Error,
    TimedOut,
    Aborted,
}

public class RestRequest
{
    public RestRequest()
    {
    }

    public RestRequest(string? resource, Method method = Method.Get) => Method = method;

    public RestRequest(Uri resource, Method method = Method.Get) => Method = method;

    public Method Method { get; set; }

    public string Resource { get; set; } = "";

    public int Timeout { get; set; }
}

public static class RestRequestExtensions
{
    public static RestRequest AddParameter(this RestRequest request, string name, string? value, bool encode = true) => request;

    public static RestRequest AddParameter(this RestRequest request, string? name, object value, ParameterType type, bool encode = true) => request;

    public static RestRequest AddUrlSegment(this RestRequest request, string name, string? value, bool encode = true) => request;

    public static RestRequest AddQueryParameter(this RestRequest request, string name, string? value, bool encode = true) => request;

    public static RestRequest AddHeader(this RestRequest request, string name, string value) => request;

    public static RestRequest AddOrUpdateHeader(this RestRequest request, string name, string value) => request;

    public static RestRequest AddHeaders(this RestRequest request, ICollection<KeyValuePair<string, string>> headers) => request;

    public static RestRequest AddJsonBody<T>(this RestRequest request, T obj, string contentType = "application/json")
        where T : class => request;

    public static RestRequest AddStringBody(this RestRequest request, string body, string contentType) => request;

    public static RestRequest AddBody(this RestRequest request, object obj, string? contentType = null) => request;
}

public class HeaderParameter(string? name, string? value)
{
    public string? Name { get; } = name;

    public string? Value { get; } = value;
}

public abstract class RestResponseBase
{
    public RestRequest? Request { get; set; }

    public string? Content { get; set; }

    public HttpStatusCode StatusCode { get; set; }

    public bool IsSuccessful { get; set; }

    public bool IsSuccessStatusCode { get; set; }

    public string? StatusDescription { get; set; }

    public IReadOnlyCollection<HeaderParameter>? Headers { get; set; }

    public ResponseStatus ResponseStatus { get; set; }

    public string? ErrorMessage { get; set; }

    public Exception? ErrorException { get; set; }
}

public class RestResponse : RestResponseBase;

public class RestResponse<T> : RestResponse
{
    public T? Data { get; set; }
}

public static class RestResponseExtensions
{
    public static RestResponse ThrowIfError(this RestResponse response) => response;

    public static RestResponse<T> ThrowIfError<T>(this RestResponse<T> response) => response;
}
