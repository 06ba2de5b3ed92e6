using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Security;
using System.Threading;
using System.Threading.Tasks;

namespace RestSharp.Authenticators
{
    public interface IAuthenticator;

    public class HttpBasicAuthenticator(string username, string password) : IAuthenticator;

    public class JwtAuthenticator(string accessToken) : IAuthenticator;
}

namespace RestSharp
{
    public interface IRestClient
    {
        int Timeout { get; set; }

        int ReadWriteTimeout { get; set; }

        Authenticators.IAuthenticator? Authenticator { get; set; }

        Uri? BaseUrl { get; set; }

        bool ThrowOnAnyError { get; set; }

        IWebProxy? Proxy { get; set; }

        RemoteCertificateValidationCallback? RemoteCertificateValidationCallback { get; set; }

        IList<Parameter> DefaultParameters { get; }

        IRestResponse Execute(IRestRequest request);

        IRestResponse Execute(IRestRequest request, Method httpMethod);

        IRestResponse ExecuteAsGet(IRestRequest request, string httpMethod);

        IRestResponse ExecuteAsPost(IRestRequest request, string httpMethod);

        Task<IRestResponse> ExecuteAsync(IRestRequest request, CancellationToken cancellationToken = default);

        Task<IRestResponse> ExecuteAsync(IRestRequest request, Method httpMethod, CancellationToken cancellationToken = default);

        Task<IRestResponse> ExecuteGetAsync(IRestRequest request, CancellationToken cancellationToken = default);

        Task<IRestResponse> ExecutePostAsync(IRestRequest request, CancellationToken cancellationToken = default);

        IRestResponse<T> Execute<T>(IRestRequest request);

        IRestResponse<T> Execute<T>(IRestRequest request, Method httpMethod);

        IRestResponse<T> ExecuteAsGet<T>(IRestRequest request, string httpMethod);

        IRestResponse<T> ExecuteAsPost<T>(IRestRequest request, string httpMethod);

        Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, CancellationToken cancellationToken = default);

        Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, Method httpMethod, CancellationToken cancellationToken = default);

        Task<IRestResponse<T>> ExecuteGetAsync<T>(IRestRequest request, CancellationToken cancellationToken = default);

        Task<IRestResponse<T>> ExecutePostAsync<T>(IRestRequest request, CancellationToken cancellationToken = default);

        [Obsolete]
        Task<IRestResponse> ExecuteTaskAsync(IRestRequest request);

        [Obsolete]
        Task<IRestResponse> ExecuteTaskAsync(IRestRequest request, CancellationToken token);

        [Obsolete]
        Task<IRestResponse> ExecuteGetTaskAsync(IRestRequest request);

        [Obsolete]
        Task<IRestResponse> ExecuteGetTaskAsync(IRestRequest request, CancellationToken token);

        [Obsolete]
        Task<IRestResponse> ExecutePostTaskAsync(IRestRequest request);

        [Obsolete]
        Task<IRestResponse> ExecutePostTaskAsync(IRestRequest request, CancellationToken token);

        [Obsolete]
        Task<IRestResponse<T>> ExecuteTaskAsync<T>(IRestRequest request);

        [Obsolete]
        Task<IRestResponse<T>> ExecuteTaskAsync<T>(IRestRequest request, CancellationToken token);

        [Obsolete]
        Task<IRestResponse<T>> ExecuteGetTaskAsync<T>(IRestRequest request);

        [Obsolete]
        Task<IRestResponse<T>> ExecuteGetTaskAsync<T>(IRestRequest request, CancellationToken token);

        [Obsolete]
        Task<IRestResponse<T>> ExecutePostTaskAsync<T>(IRestRequest request);

        [Obsolete]
        Task<IRestResponse<T>> ExecutePostTaskAsync<T>(IRestRequest request, CancellationToken token);

        byte[] DownloadData(IRestRequest request);
    }

    public class RestClient : IRestClient
    {
        public RestClient()
        {
        }

        public RestClient(Uri baseUrl)
        {
        }

        public RestClient(string baseUrl)
        {
        }

        public int Timeout { get; set; }

        public int ReadWriteTimeout { get; set; }

        public Authenticators.IAuthenticator? Authenticator { get; set; }

        public Uri? BaseUrl { get; set; }

        public bool ThrowOnAnyError { get; set; }

        public IWebProxy? Proxy { get; set; }

        public RemoteCertificateValidationCallback? RemoteCertificateValidationCallback { get; set; }

        public IList<Parameter> DefaultParameters { get; } = [];

        public IRestResponse Execute(IRestRequest request) => throw null!;

        public IRestResponse Execute(IRestRequest request, Method httpMethod) => throw null!;

        public IRestResponse ExecuteAsGet(IRestRequest request, string httpMethod) => throw null!;

        public IRestResponse ExecuteAsPost(IRestRequest request, string httpMethod) => throw null!;

        public Task<IRestResponse> ExecuteAsync(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse> ExecuteAsync(IRestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse> ExecuteGetAsync(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse> ExecutePostAsync(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public IRestResponse<T> Execute<T>(IRestRequest request) => throw null!;

        public IRestResponse<T> Execute<T>(IRestRequest request, Method httpMethod) => throw null!;

        public IRestResponse<T> ExecuteAsGet<T>(IRestRequest request, string httpMethod) => throw null!;

        public IRestResponse<T> ExecuteAsPost<T>(IRestRequest request, string httpMethod) => throw null!;

        public Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse<T>> ExecuteAsync<T>(IRestRequest request, Method httpMethod, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse<T>> ExecuteGetAsync<T>(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public Task<IRestResponse<T>> ExecutePostAsync<T>(IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecuteTaskAsync(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecuteTaskAsync(IRestRequest request, CancellationToken token) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecuteGetTaskAsync(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecuteGetTaskAsync(IRestRequest request, CancellationToken token) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecutePostTaskAsync(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse> ExecutePostTaskAsync(IRestRequest request, CancellationToken token) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecuteTaskAsync<T>(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecuteTaskAsync<T>(IRestRequest request, CancellationToken token) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecuteGetTaskAsync<T>(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecuteGetTaskAsync<T>(IRestRequest request, CancellationToken token) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecutePostTaskAsync<T>(IRestRequest request) => throw null!;

        [Obsolete]
        public Task<IRestResponse<T>> ExecutePostTaskAsync<T>(IRestRequest request, CancellationToken token) => throw null!;

        public byte[] DownloadData(IRestRequest request) => throw null!;
    }

    public static class RestClientExtensions
    {
        public static Task<T> GetAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Get<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Get(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> PostAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Post<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Post(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> PutAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Put<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Put(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> HeadAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Head<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Head(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> OptionsAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Options<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Options(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> PatchAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Patch<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Patch(this IRestClient client, IRestRequest request) => throw null!;

        public static Task<T> DeleteAsync<T>(this IRestClient client, IRestRequest request, CancellationToken cancellationToken = default) => throw null!;

        public static IRestResponse<T> Delete<T>(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestResponse Delete(this IRestClient client, IRestRequest request) => throw null!;

        public static IRestClient AddDefaultHeader(this IRestClient restClient, string name, string value) => throw null!;
    }
}
