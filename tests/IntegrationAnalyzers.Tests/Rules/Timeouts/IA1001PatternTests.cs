using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Shapes of real repositories, each told by the file it was seen in.</summary>
public class IA1001PatternTests
{
    [Fact]
    public Task OmbiMattermostClient_TimeoutSetInTheConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _httpClient = new HttpClient();
        public C(string url, int timeoutSeconds = 100) { if (url == "") throw new ArgumentException(url); _httpClient.Timeout = new TimeSpan(0, 0, 0, timeoutSeconds); }
        public Task<string> Post(string u) => _httpClient.GetStringAsync(u);
        """));

    [Fact]
    public Task MovieWebAppBaseRequestApi_TimeoutFromConfigurationInTheFactory_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static HttpClient ConfigRequest(string? token = null)
        {
            HttpClient client = new HttpClient();
            client.BaseAddress = new Uri("http://x");
            client.Timeout = TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("TIMEOUT")!));
            return client;
        }
        public static async Task<string> Get(string u) { using HttpClient client = ConfigRequest(); return await client.GetStringAsync(u); }
        """));

    [Fact]
    public Task WebApiAspNetCrudService_StaticClientSetUpInTheConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static HttpClient _httpClient = new HttpClient(new HttpClientHandler() { AutomaticDecompression = DecompressionMethods.GZip });
        public C() { _httpClient.BaseAddress = new Uri("https://localhost:7033"); _httpClient.Timeout = new TimeSpan(0, 0, 30); }
        public Task<HttpResponseMessage> Get() => _httpClient.GetAsync("/api/products");
        """));

    [Fact]
    public Task OctokitHttpClientAdapter_TimedLinkedTokenPerRequest_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        readonly HttpClient _http;
        public C(Func<HttpMessageHandler> getHandler) { _http = new HttpClient(getHandler()); }
        public async Task<string> Send(TimeSpan timeout, string u, CancellationToken cancellationToken)
        {
            var forRequest = GetCancellationTokenForRequest(timeout, cancellationToken);
            using var message = new HttpRequestMessage(HttpMethod.Get, u);
            var response = await SendAsync(message, forRequest).ConfigureAwait(false);
            return response.ToString();
        }
        static CancellationToken GetCancellationTokenForRequest(TimeSpan timeout, CancellationToken cancellationToken)
        {
            var cancellationTokenForRequest = cancellationToken;
            if (timeout != TimeSpan.Zero)
            {
                var timeoutCancellation = new CancellationTokenSource(timeout);
                var unified = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeoutCancellation.Token);
                cancellationTokenForRequest = unified.Token;
            }
            return cancellationTokenForRequest;
        }
        private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => _http.SendAsync(request, ct);
        """));

    [Fact]
    public Task DuplicatiPCloudBackend_InfiniteUnderAnOwnWrapper_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _c;
        public C(HttpMessageHandler handler) { _c = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }; }
        public Task<HttpResponseMessage> Get(string u, CancellationToken ct) => WithTimeout(TimeSpan.FromSeconds(9), ct, t => _c.GetAsync(u, t));
        static async Task<T> WithTimeout<T>(TimeSpan span, CancellationToken ct, Func<CancellationToken, Task<T>> f)
        { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(span); return await f(s.Token); }
        """));

    [Fact]
    public Task DuplicatiQnapAuthMiddleware_StaticClientWithALinkedDeadline_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static readonly HttpClient AuthHttpClient = new HttpClient(new HttpClientHandler { UseProxy = false });
        public async Task<string> Invoke(string url, CancellationToken aborted, TimeSpan span)
        {
            try { using var cts = CancellationTokenSource.CreateLinkedTokenSource(aborted); cts.CancelAfter(span); return await AuthHttpClient.GetStringAsync(url, cts.Token).ConfigureAwait(false); }
            catch (HttpRequestException) { return ""; }
        }
        """));

    [Fact]
    public Task DuplicatiBackend_OneCallOfManyOutsideTheWrapper_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _c;
        public C() { _c = [|new HttpClient { BaseAddress = new Uri("http://x") }|]; }
        public Task<string> A(string u, CancellationToken ct) => WithTimeout(TimeSpan.FromSeconds(9), ct, t => _c.GetStringAsync(u, t));
        public Task<string> B(string u, CancellationToken ct) => _c.GetStringAsync(u, ct);
        static async Task<T> WithTimeout<T>(TimeSpan span, CancellationToken ct, Func<CancellationToken, Task<T>> f)
        { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(span); return await f(s.Token); }
        """));

    [Fact]
    public Task MpesaClient_TimeoutInASwitchOfTheRegistrationLambda_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        public void M(IServiceCollection services, int environment) => services.AddSingleton(_ =>
        {
            var client = new HttpClient();
            switch (environment) { case 0: client.BaseAddress = new Uri("http://x"); client.Timeout = TimeSpan.FromMinutes(10); break; default: client.BaseAddress = new Uri("http://y"); break; }
            return client;
        });
        """));

    [Fact]
    public Task MollieBaseMollieClient_InjectionPointOfAnSdk_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public abstract class BaseClient
        {
            private readonly HttpClient _httpClient;
            protected BaseClient(string key, HttpClient? httpClient = null) { _httpClient = httpClient ?? new HttpClient(); }
            protected Task<string> Get(string u) => _httpClient.GetStringAsync(u);
        }
        public class Payments : BaseClient { public Payments(string key, HttpClient? http = null) : base(key, http) { } public Task<string> One(string u) => Get(u); }
        """);

    [Fact]
    public Task MollieBaseClass_TimeoutSetInTheDerivedConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = new(); protected Task<string> Get(string u) => Http.GetStringAsync(u); }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Derived() { Http.Timeout = TimeSpan.FromSeconds(1); } }"));

    [Fact]
    public Task MollieBaseClass_DerivedConstructorSetsOtherThings_Reports() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = [|new()|]; protected Task<string> Get(string u) => Http.GetStringAsync(u); }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Derived() { Http.BaseAddress = new Uri(\"http://x\"); } public Task<string> M() => Get(\"a\"); }"));

    [Fact]
    public Task BlazorWebAssembly_OwnClient_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System; using System.Net.Http; using Microsoft.Extensions.DependencyInjection;
        public interface IWebAssemblyHostEnvironment { string BaseAddress { get; } }
        public class Builder { public IServiceCollection Services = null!; public IWebAssemblyHostEnvironment HostEnvironment = null!; }
        public class P { public void M(Builder builder) => builder.Services.AddScoped(sp => new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) }); }
        """);

    [Fact]
    public Task OneWrapperWithManyCallers_ReportsOnce() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static async Task<string> Get(string u) { using var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }
        public Task<string> A() => Get("a"); public Task<string> B() => Get("b"); public Task<string> D() => Get("c");
        """));

    [Fact]
    public Task EShopRequestProvider_LazyWithAChoiceOfHandlers_ReportsOnce() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public class RequestProvider(HttpMessageHandler? handler)
        {
            private readonly Lazy<HttpClient> _httpClient = new(() => { var c = handler is not null ? [|new HttpClient(handler)|] : new HttpClient(); c.DefaultRequestHeaders.Clear(); return c; }, LazyThreadSafetyMode.ExecutionAndPublication);
            public Task<string> Get(string u) => _httpClient.Value.GetStringAsync(u);
        }
        """);

    [Fact]
    public Task WinAcmeProxyService_OwnFactoryBehindAnInterface_Reports() => Verify.VerifyAnalyzerAsync(
        ("ProxyService.cs", ClientSource.Usings + """
            public interface IProxyService { HttpClient GetHttpClient(bool checkSsl = true); }
            public class ProxyService : IProxyService
            {
                public HttpClient GetHttpClient(bool checkSsl = true) { var c = [|new HttpClient(new HttpClientHandler())|]; c.DefaultRequestHeaders.Add("User-Agent", "x"); return c; }
            }
            """),
        ("Clients.cs", ClientSource.Usings + """
            public class Hetzner { readonly HttpClient _c; public Hetzner(IProxyService p) { _c = p.GetHttpClient(); } public Task<string> M(string u) => _c.GetStringAsync(u); }
            public class Check { public async Task M(IProxyService p) { using var c = p.GetHttpClient(); c.Timeout = TimeSpan.FromSeconds(10); await c.GetAsync("u"); } }
            public class Vendor { public List<HttpClient> M(IProxyService p) => new() { p.GetHttpClient() }; }
            """));

    [Fact]
    public Task WinAcmeProxyService_EveryCallerBoundsItsOwn_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("ProxyService.cs", ClientSource.Usings + "public interface IP { HttpClient Get(); } public class P : IP { public HttpClient Get() => new(); }"),
        ("Clients.cs", ClientSource.Usings + """
            public class A { public async Task M(IP p) { using var c = p.Get(); c.Timeout = TimeSpan.FromSeconds(10); await c.GetAsync("u"); } }
            public class B { readonly HttpClient _c; public B(IP p) { _c = p.Get(); _c.Timeout = TimeSpan.FromSeconds(1); } public Task<string> M(string u) => _c.GetStringAsync(u); }
            """));

    [Fact]
    public Task ShareXHttpClientFactory_OwnFactoryThatKeepsItsClient_Reports() => Verify.VerifyAnalyzerAsync(
        ("HttpClientFactory.cs", ClientSource.Usings + """
            public static class HttpClientFactory
            {
                private static readonly object Lock = new();
                private static HttpClient? client;
                public static HttpClient Create()
                {
                    if (client == null) { lock (Lock) { if (client == null) { var h = new HttpClientHandler(); client = [|new HttpClient(h)|]; client.DefaultRequestHeaders.UserAgent.ParseAdd("x"); } } }
                    return client;
                }
                public static void Reset() { if (client != null) { client.Dispose(); client = null; } }
            }
            """),
        ("Use.cs", ClientSource.Usings + "public static class Use { public static Task<string> M(string u) { HttpClient c = HttpClientFactory.Create(); return c.GetStringAsync(u); } }"));

    [Fact]
    public Task DuplicatiHttpClientHelper_LocatorWithoutACallerInSight_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public static class HttpClientHelper
        {
            private static IHttpClientFactory? _factory { get; set; }
            public static void Configure(IHttpClientFactory factory) => _factory = factory;
            public static HttpClient CreateClient() => _factory?.CreateClient("x") ?? new HttpClient();
            public static HttpClient CreateClient(HttpClientHandler handler) => new HttpClient(handler);
        }
        """);

    [Fact]
    public Task BetCookieAuthenticationHandler_TokenOfTheHandlersOwnRequest_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Usings + """
        public class CookieHandler : DelegatingHandler
        {
            private readonly Generator _generator;
            public CookieHandler() => _generator = new Generator(() => new HttpClient(InnerHandler!, false));
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var a = await Cookie(cancellationToken);
                var response = await base.SendAsync(request, cancellationToken);
                return response.IsSuccessStatusCode ? response : await Retry(request, await Cookie(cancellationToken), cancellationToken);
            }
            private Task<HttpResponseMessage> Retry(HttpRequestMessage r, string? cookie, CancellationToken ct) => base.SendAsync(r, ct);
            private async Task<string?> Cookie(CancellationToken cancellationToken) => await _generator.Get(cancellationToken);
        }
        public class Generator
        {
            private readonly Func<HttpClient> _create;
            public Generator(Func<HttpClient> create) => _create = create ?? throw new ArgumentNullException(nameof(create));
            public async Task<string?> Get(CancellationToken cancellationToken)
            { using (var client = _create()) { client.DefaultRequestHeaders.Add("a", "b"); return (await client.GetAsync("u", cancellationToken)).ToString(); } }
        }
        """);

    [Fact]
    public Task DuplicatiLicenseChecker_CallersBringATimedToken_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("Checker.cs", ClientSource.Usings + "public static class Checker { public static async Task<string> Obtain(string k, CancellationToken ct) { using var c = new HttpClient(); return await c.GetStringAsync(k, ct); } }"),
        ("Helper.cs", ClientSource.Usings + "public static class Helper { public static async Task<string> M(string k) { using var ct = new CancellationTokenSource(TimeSpan.FromSeconds(30)); return await Checker.Obtain(k, ct.Token); } }"));

    /// <summary>trolley/dotnet-sdk, Client.cs: a field that every method sets from one factory, this one in both branches.</summary>
    [Fact]
    public Task TrolleyClient_MadeByOneFactoryInBothBranches_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private HttpClient _client = null!;
        public string Get(string u) { _client = Create(u); return _client.GetStringAsync(u).Result; }
        public string Delete(string u, string? body)
        {
            if (body == null)
            {
                _client = Create(u);
                return _client.DeleteAsync(u).Result.ToString();
            }
            else
            {
                _client = Create(u, body);
                return _client.PostAsync(u, new StringContent(body)).Result.ToString();
            }
        }
        private HttpClient Create(string u, string? body = null) { _client = [|new HttpClient()|]; _client.BaseAddress = new Uri("https://h"); return _client; }
        """));

    /// <summary>The other branch has the client from somebody else's factory, this one only stands in for it.</summary>
    [Fact]
    public Task ClientOfAGivenFactoryInTheOtherBranch_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _client;
        public C(Func<HttpClient>? given) { if (given != null) _client = given(); else _client = new HttpClient(); }
        public Task<string> Get(string u) => _client.GetStringAsync(u);
        """));
}
