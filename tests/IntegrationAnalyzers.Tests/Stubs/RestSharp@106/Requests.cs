using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Security;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

[assembly: AssemblyVersion("106.15.0.0")]

namespace RestSharp;

public enum Method
{
    GET,
    POST,
    PUT,
    DELETE,
    HEAD,
    OPTIONS,
    PATCH,
    MERGE,
    COPY,
}

public enum ParameterType
{
    Cookie,
    GetOrPost,
    UrlSegment,
    HttpHeader,
    RequestBody,
    QueryString,
    QueryStringWithoutEncode,
}

public enum DataFormat
{
    Json,
    Xml,
    None,
}

public enum ResponseStatus
{
    None,
    Completed,
    Error,
    TimedOut,
    Aborted,
}

public class Parameter(string? name, object? value, ParameterType type)
{
    public string? Name { get; set; } = name;

    public object? Value { get; set; } = value;

    public ParameterType Type { get; set; } = type;
}

public interface IRestRequest
{
    List<Parameter> Parameters { get; }

    Method Method { get; set; }

    string Resource { get; set; }

    DataFormat RequestFormat { get; set; }

    int Timeout { get; set; }

    int ReadWriteTimeout { get; set; }

    IRestRequest AddBody(object obj);

    IRestRequest AddJsonBody(object obj);

    IRestRequest AddXmlBody(object obj);

    IRestRequest AddObject(object obj);

    IRestRequest AddParameter(Parameter p);

    IRestRequest AddParameter(string name, object value);

    IRestRequest AddParameter(string name, object value, ParameterType type);

    IRestRequest AddParameter(string name, object value, string contentType, ParameterType type);

    IRestRequest AddOrUpdateParameter(string name, object value, ParameterType type);

    IRestRequest AddHeader(string name, string value);

    IRestRequest AddOrUpdateHeader(string name, string value);

    IRestRequest AddHeaders(ICollection<KeyValuePair<string, string>> headers);

    IRestRequest AddUrlSegment(string name, string value);

    IRestRequest AddUrlSegment(string name, object value);

    IRestRequest AddQueryParameter(string name, string value);
}

public class RestRequest : IRestRequest
{
    public RestRequest()
    {
    }

    public RestRequest(Method method) => Method = method;

    public RestRequest(string resource, Method method = Method.GET, DataFormat dataFormat = DataFormat.Xml) => Method = method;

    public RestRequest(string resource, DataFormat dataFormat) => RequestFormat = dataFormat;

    public RestRequest(Uri resource, Method method = Method.GET, DataFormat dataFormat = DataFormat.Xml) => Method = method;

    public List<Parameter> Parameters { get; } = [];

    public Method Method { get; set; }

    public string Resource { get; set; } = "";

    public DataFormat RequestFormat { get; set; }

    public int Timeout { get; set; }

    public int ReadWriteTimeout { get; set; }

    public IRestRequest AddBody(object obj) => this;

    public IRestRequest AddJsonBody(object obj) => this;

    public IRestRequest AddXmlBody(object obj) => this;

    public IRestRequest AddObject(object obj) => this;

    public IRestRequest AddParameter(Parameter p) => this;

    public IRestRequest AddParameter(string name, object value) => this;

    public IRestRequest AddParameter(string name, object value, ParameterType type) => this;

    public IRestRequest AddParameter(string name, object value, string contentType, ParameterType type) => this;

    public IRestRequest AddOrUpdateParameter(string name, object value, ParameterType type) => this;

    public IRestRequest AddHeader(string name, string value) => this;

    public IRestRequest AddOrUpdateHeader(string name, string value) => this;

    public IRestRequest AddHeaders(ICollection<KeyValuePair<string, string>> headers) => this;

    public IRestRequest AddUrlSegment(string name, string value) => this;

    public IRestRequest AddUrlSegment(string name, object value) => this;

    public IRestRequest AddQueryParameter(string name, string value) => this;
}

public interface IRestResponse
{
    IRestRequest Request { get; set; }

    string Content { get; set; }

    HttpStatusCode StatusCode { get; set; }

    bool IsSuccessful { get; }

    string StatusDescription { get; set; }

    IList<Parameter> Headers { get; }

    ResponseStatus ResponseStatus { get; set; }

    string ErrorMessage { get; set; }

    Exception? ErrorException { get; set; }
}

public interface IRestResponse<T> : IRestResponse
{
    T Data { get; set; }
}
