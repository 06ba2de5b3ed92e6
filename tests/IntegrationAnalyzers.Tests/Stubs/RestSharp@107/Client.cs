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

        public int Timeout { get; set; }

        public bool ThrowOnAnyError { get; set; }

        public IAuthenticator? Authenticator { get; set; }

        public IWebProxy? Proxy { get; set; }

        public Func<HttpMessageHandler, HttpMessageHandler>? ConfigureMessageHandler { get; set; }

        public RemoteCertificateValidationCallback? RemoteCertificateValidationCallback { get; set; }
    }

    public delegate void ConfigureRestClient(RestClientOptions options);

    public class RestClient : IDisposable
    {
        public RestClient() => throw null!;

        public RestClient(RestClientOptions options) => throw null!;

        public RestClient(Uri baseUrl) => throw null!;

        public RestClient(string baseUrl) => throw null!;

        public RestClient(HttpClient httpClient, bool disposeHttpClient = false) => throw null!;

        public RestClient(HttpClient httpClient, RestClientOptions options, bool disposeHttpClient = false) => throw null!;

        public IAuthenticator? Authenticator { get; set; }

        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public void Dispose() => throw null!;
    }

    public static class RestClientExtensions
    {
        public static Task<RestResponse<T>> ExecuteAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecuteAsync(this RestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecuteAsync<T>(this RestClient client, RestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecuteGetAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecuteGetAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecutePostAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecutePostAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> ExecutePutAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse<T>> ExecutePutAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> GetAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> GetAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PostAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PostAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PutAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PutAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> HeadAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> HeadAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> OptionsAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> OptionsAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> PatchAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> PatchAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<T?> DeleteAsync<T>(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<RestResponse> DeleteAsync(this RestClient client, RestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static Task<TResponse?> GetJsonAsync<TResponse>(this RestClient client, string resource, CancellationToken cancellationToken = default) => throw null!;

        public static Task<TResponse?> PostJsonAsync<TRequest, TResponse>(this RestClient client, string resource, TRequest request, CancellationToken cancellationToken = default)
            where TRequest : class => throw null!;

        public static Task<HttpStatusCode> PostJsonAsync<TRequest>(this RestClient client, string resource, TRequest request, CancellationToken cancellationToken = default)
            where TRequest : class => throw null!;
    }
}
