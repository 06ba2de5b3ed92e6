using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace Refit
{
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

        public static object For(Type refitInterfaceType, HttpClient client) => throw null!;

        public static object For(Type refitInterfaceType, string hostUrl) => throw null!;

        public static HttpClient CreateHttpClient(string hostUrl, RefitSettings? settings) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    /// <summary>Classic extensions as in Refit up to 11; from 12 on they are extension blocks, which an older Roslyn reads as these.</summary>
    public static class HttpClientFactoryExtensions
    {
        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, Refit.RefitSettings? settings = null)
            where T : class => throw null!;

        public static IHttpClientBuilder AddRefitClient<T>(this IServiceCollection services, Func<IServiceProvider, Refit.RefitSettings?>? settingsAction, string? httpClientName = null)
            where T : class => throw null!;

        public static IHttpClientBuilder AddRefitClient(this IServiceCollection services, Type refitInterfaceType, Refit.RefitSettings? settings = null) => throw null!;

        public static IHttpClientBuilder AddKeyedRefitClient<T>(this IServiceCollection services, object? serviceKey, Refit.RefitSettings? settings = null)
            where T : class => throw null!;
    }
}
