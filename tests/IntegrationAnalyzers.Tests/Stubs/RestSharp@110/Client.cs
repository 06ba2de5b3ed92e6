using System;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Threading;
using System.Threading.Tasks;
using RestSharp.Authenticators;

namespace RestSharp.Authenticators
{
    public interface IAuthenticator;

    public class HttpBasicAuthenticator(string username, string password) : IAuthenticator;

    public class JwtAuthenticator(string accessToken) : IAuthenticator;
}

namespace RestSharp
{
    public class RestClientOptions
    {
        public RestClientOptions()
        {
        }

        public RestClientOptions(Uri baseUrl) => BaseUrl = baseUrl;

        public RestClientOptions(string baseUrl) => BaseUrl = new Uri(baseUrl);

        public Uri? BaseUrl { get; set; }

        public int MaxTimeout { get; set; }

        public bool ThrowOnAnyError { get; set; }

        public IAuthenticator? Authenticator { get; set; }

        public IWebProxy? Proxy { get; set; }

        public Func<HttpMessageHandler, HttpMessageHandler>? ConfigureMessageHandler { get; set; }

        public RemoteCertificateValidationCallback? RemoteCertificateValidationCallback { get; set; }
    }

    public interface IRestClient : IDisposable
    {
        Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default);
    }

    public delegate void ConfigureRestClient(RestClientOptions options);

    public class RestClient : IRestClient
    {
        public RestClient() => throw null!;

        public RestClient(RestClientOptions options, ConfigureRestClient? configureRestClient = null) => throw null!;

        public RestClient(Uri baseUrl, ConfigureRestClient? configureRestClient = null) => throw null!;

        public RestClient(string baseUrl, ConfigureRestClient? configureRestClient = null) => throw null!;

        public RestClient(HttpClient httpClient, bool disposeHttpClient = false) => throw null!;

        public RestClient(HttpClient httpClient, RestClientOptions? options, bool disposeHttpClient = false) => throw null!;

        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public void Dispose() => throw null!;
    }

    public static class RestClientExtensions
    {
        public static Task<RestResponse<T>> ExecuteAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecuteAsync(this IRestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecuteAsync<T>(this IRestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecuteGetAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecuteGetAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecutePostAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecutePostAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecutePutAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecutePutAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> GetAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> GetAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PostAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PostAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PutAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PutAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> HeadAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> HeadAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> OptionsAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> OptionsAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PatchAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PatchAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> DeleteAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> DeleteAsync(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static T? Get<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Get(this IRestClient client, RestRequest request) => throw null!;

        public static T? Post<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Post(this IRestClient client, RestRequest request) => throw null!;

        public static T? Put<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Put(this IRestClient client, RestRequest request) => throw null!;

        public static T? Head<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Head(this IRestClient client, RestRequest request) => throw null!;

        public static T? Options<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Options(this IRestClient client, RestRequest request) => throw null!;

        public static T? Patch<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Patch(this IRestClient client, RestRequest request) => throw null!;

        public static T? Delete<T>(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Delete(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse Execute(this IRestClient client, RestRequest request) => throw null!;

        public static RestResponse<T> Execute<T>(this IRestClient client, RestRequest request) => throw null!;

        public static Task<TResponse?> GetJsonAsync<TResponse>(this IRestClient client, string resource, CancellationToken cancellationToken = default) => throw null!;

        public static Task<TResponse?> PostJsonAsync<TRequest, TResponse>(this IRestClient client, string resource, TRequest request, CancellationToken cancellationToken = default)
            where TRequest : class => throw null!;

        public static Task<HttpStatusCode> PostJsonAsync<TRequest>(this IRestClient client, string resource, TRequest request, CancellationToken cancellationToken = default)
            where TRequest : class => throw null!;
    }
}
