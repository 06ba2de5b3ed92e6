using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Refit;

public class RefitSettings
{
    public Func<HttpRequestMessage, CancellationToken, Task<string>>? AuthorizationHeaderValueGetter { get; set; }

    public Func<HttpMessageHandler>? HttpMessageHandlerFactory { get; set; }

    public IHttpContentSerializer? ContentSerializer { get; set; }

    public Func<HttpResponseMessage, Task<Exception?>>? ExceptionFactory { get; set; }

    public bool Buffered { get; set; }
}

public interface IHttpContentSerializer
{
    HttpContent ToHttpContent<T>(T item);

    Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default);
}

public static class RestService
{
    public static T For<T>(HttpClient client) => throw null!;

    public static T For<T>(HttpClient client, RefitSettings? settings) => throw null!;

    public static T For<T>(string hostUrl) => throw null!;

    public static T For<T>(string hostUrl, RefitSettings? settings) => throw null!;

    public static T ForGenerated<T>(HttpClient client) => throw null!;

    public static T ForGenerated<T>(string hostUrl) => throw null!;

    public static object For(Type refitInterfaceType, HttpClient client) => throw null!;

    public static object For(Type refitInterfaceType, string hostUrl) => throw null!;

    public static HttpClient CreateHttpClient(string hostUrl, RefitSettings? settings) => throw null!;
}
