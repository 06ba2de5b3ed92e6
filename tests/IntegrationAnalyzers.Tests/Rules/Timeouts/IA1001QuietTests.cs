using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Clients that something bounds, or that nobody here can judge.</summary>
public class IA1001QuietTests
{
    public static TheoryData<string> TimeoutIsSet => new()
    {
        "public Task<string> M(string u) { var c = new HttpClient { Timeout = TimeSpan.FromSeconds(5) }; return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { var c = new HttpClient(); c.Timeout = TimeSpan.FromSeconds(5); return c.GetStringAsync(u); }",
        "public Task<string> M(string u, TimeSpan? t) { var c = new HttpClient(); if (t is { } limit) c.Timeout = limit; return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { var c = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; return c.GetStringAsync(u); }",
        "private readonly HttpClient _c = new(); public C(TimeSpan t) { _c.Timeout = t; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c = new(); public C(Uri u) { (_c.BaseAddress, _c.Timeout) = (u, TimeSpan.FromSeconds(4)); } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c = new(); public C((Uri, TimeSpan) given) { (_c.BaseAddress, _c.Timeout) = given; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; private readonly Uri _u; public C(HttpClient c, Uri u) => (_c, _u) = (c, u); public static C Make(Uri u) => new(new HttpClient { Timeout = TimeSpan.FromSeconds(4) }, u); public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private HttpClient Http { get; } = new(); public C() { this.Http.Timeout = TimeSpan.FromSeconds(1); } public Task<string> M(string u) => Http.GetStringAsync(u);",
        "public Task<string> M(string u) { var c = new HttpClient(); Configure(c); return c.GetStringAsync(u); } private static void Configure(HttpClient x) => x.Timeout = TimeSpan.FromSeconds(1);",
        "public Task<string> M(string u) { var c = new HttpClient(); A(c); return c.GetStringAsync(u); } static void A(HttpClient x) => B(x); static void B(HttpClient x) => D(x); static void D(HttpClient x) { x.Timeout = TimeSpan.FromSeconds(1); }",
        "private static HttpClient Make() => new(); public Task<string> M(string u) { var c = Make(); c.Timeout = TimeSpan.FromSeconds(1); return c.GetStringAsync(u); }",
        "private static async Task<HttpClient> Make() { await Task.Yield(); return new HttpClient(); } public async Task<string> M(string u) { using var c = await Make(); c.Timeout = TimeSpan.FromSeconds(1); return await c.GetStringAsync(u); }",
        "private readonly Lazy<HttpClient> _c = new(() => new HttpClient()); public C() => _c.Value.Timeout = TimeSpan.FromSeconds(1); public Task<string> M(string u) => _c.Value.GetStringAsync(u);",
        "private HttpClient? _c; private HttpClient Http() { if (_c == null) { _c = new HttpClient(); _c.Timeout = TimeSpan.FromSeconds(1); } return _c; } public Task<string> M(string u) => Http().GetStringAsync(u);",
        "public Task<string> M(string u) { void Set(HttpClient x) { x.Timeout = TimeSpan.FromSeconds(1); } var c = new HttpClient(); Set(c); return c.GetStringAsync(u); }",
        "public Task<string> M(string u) { Action<HttpClient> set = x => x.Timeout = TimeSpan.FromSeconds(1); var c = new HttpClient(); set(c); return c.GetStringAsync(u); }",
        "private HttpClient? _c; public void Open() { _c = new HttpClient(); _c!.Timeout = TimeSpan.FromSeconds(1); } public Task<string> M(string u) => _c!.GetStringAsync(u);",
        "private HttpClient? _c = new(); public void Open() { if (_c is not null) _c.Timeout = TimeSpan.FromSeconds(1); } public Task<string> M(string u) => _c!.GetStringAsync(u);",
        "public WebResponse M(string u) { var r = WebRequest.Create(u); r.Timeout = 1000; return r.GetResponse(); }",
        "public WebResponse M(string u) { var r = (HttpWebRequest)WebRequest.Create(u); Set(r); return r.GetResponse(); } static void Set(WebRequest r) => r.Timeout = 1000;",
        "class Client : HttpClient { public Client() { Timeout = TimeSpan.FromSeconds(1); } } public Task<string> M(string u) => new Client().GetStringAsync(u);",
        "class Base : HttpClient { protected Base() => Init(); void Init() { Timeout = TimeSpan.FromSeconds(1); } } class Client : Base { } public Task<string> M(string u) => new Client().GetStringAsync(u);",
        "class Client : WebClient { protected override WebRequest GetWebRequest(Uri a) { var r = base.GetWebRequest(a); r.Timeout = 1000; return r; } } public string M(string u) => new Client().DownloadString(u);",
        "class Client : WebClient { public int Timeout { get; set; } } public string M(string u) => new Client { Timeout = 1000 }.DownloadString(u);",
        "class Client : WebClient { public int MaxTimeout { get; set; } } public string M(string u) => new Client { MaxTimeout = 1000 }.DownloadString(u);",
        "class Client : WebClient { public int RequestTimeout { get; set; } } public string M(string u) => new Client { RequestTimeout = 1000 }.DownloadString(u);",
        "class Client : WebClient { public int NetworkTimeout { get; set; } } public string M(string u) => new Client { NetworkTimeout = 1000 }.DownloadString(u);",
        "public void M(IServiceCollection s) => s.AddSingleton(_ => new HttpClient { Timeout = TimeSpan.FromSeconds(1) });",
        "public void M(IServiceCollection s) => s.AddSingleton(_ => { var c = new HttpClient(); c.Timeout = TimeSpan.FromSeconds(1); return c; });",
        "public void M(IServiceCollection s) => s.AddSingleton(_ => new HttpClient()); class Api { public Api(HttpClient http) { http.Timeout = TimeSpan.FromSeconds(1); } }",
    };

    public static TheoryData<string> CallsHaveDeadlines => new()
    {
        "private readonly HttpClient _c = new(); public async Task<string> M(string u) { using var s = new CancellationTokenSource(TimeSpan.FromSeconds(5)); return await _c.GetStringAsync(u, s.Token); }",
        "private readonly HttpClient _c = new(); public async Task<string> M(string u) { using var s = new CancellationTokenSource(5000); return await _c.GetStringAsync(u, s.Token); }",
        "private readonly HttpClient _c = new(); public async Task<string> M(string u) { using var s = new CancellationTokenSource(); s.CancelAfter(5000); return await _c.GetStringAsync(u, s.Token); }",
        "private readonly HttpClient _c = new(); public async Task<string> M(string u, CancellationToken ct) { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(5000); return await _c.GetStringAsync(u, s.Token); }",
        "private readonly HttpClient _c = new(); public async Task<string> M(string u, CancellationToken ct) { using var t = new CancellationTokenSource(10); using var s = CancellationTokenSource.CreateLinkedTokenSource(ct, t.Token); var token = s.Token; return await _c.GetStringAsync(u, token); }",
        "private readonly HttpClient _c = new(); public async Task<string> M(string u) { using var s = new CancellationTokenSource(10); return await Get(u, s.Token); } private Task<string> Get(string u, CancellationToken ct) => _c.GetStringAsync(u, ct);",
        "private readonly HttpClient _c = new(); public Task<string> M(string u) => _c.GetStringAsync(u).WaitAsync(TimeSpan.FromSeconds(1));",
        "private readonly HttpClient _c = new(); public bool M(string u) => _c.GetStringAsync(u).Wait(1000);",
        "private readonly HttpClient _c = new(); public bool M(string u) => Task.WaitAll(new Task[] { _c.GetStringAsync(u) }, 1000);",
        "private readonly HttpClient _c = new(); public int M(string u) => Task.WaitAny(new Task[] { _c.GetStringAsync(u) }, 1000);",
        "private readonly HttpClient _c = new(); public int M(string u) => Task.WaitAny(_c.GetStringAsync(u), Task.Delay(1000));",
        "private readonly HttpClient _c = new(); public async Task<string?> M(string u) { var t = _c.GetStringAsync(u); return await Task.WhenAny(t, Task.Delay(1000)) == t ? await t : null; }",
        "private readonly HttpClient _c = new(); public Task<string> M(string u) => WithTimeout(TimeSpan.FromSeconds(1), ct => _c.GetStringAsync(u, ct)); static async Task<T> WithTimeout<T>(TimeSpan t, Func<CancellationToken, Task<T>> f) { using var s = new CancellationTokenSource(t); return await f(s.Token); }",
        "private readonly HttpClient _c = new(); public async Task M(string[] us) { using var s = new CancellationTokenSource(100); await Parallel.ForEachAsync(us, s.Token, async (u, ct) => await _c.GetStringAsync(u, ct)); }",
        "private readonly HttpClient _c = new(); public async Task M(string[] us) { using var s = new CancellationTokenSource(100); await Parallel.ForEachAsync(us, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = s.Token }, async (u, ct) => await _c.GetStringAsync(u, ct)); }",
        "private readonly HttpClient _c = new(); public Task M(string[] us, ParallelOptions options) => Parallel.ForEachAsync(us, options, async (u, ct) => await _c.GetStringAsync(u, ct));",
        "private readonly HttpClient _c = new(); public Task<string> M(string u) => Run(ct => _c.GetStringAsync(u, ct)); static async Task<T> Run<T>(Func<CancellationToken, Task<T>> f) { using var s = new CancellationTokenSource(100); return await f(s.Token); }",
        "private readonly Polly.ResiliencePipeline _p = Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(new Polly.ResiliencePipelineBuilder(), TimeSpan.FromSeconds(1)).Build(); private readonly HttpClient _c = new(); public async Task<string> M(string u) => await _p.ExecuteAsync(async ct => await _c.GetStringAsync(u, ct));",
        "private readonly Polly.ResiliencePipeline _p = Polly.TimeoutResiliencePipelineBuilderExtensions.AddTimeout(new Polly.ResiliencePipelineBuilder(), TimeSpan.FromSeconds(1)).Build(); private readonly HttpClient _c = new(); public async Task<string> M(string u) => await _p.ExecuteAsync(async (c, ct) => await c.GetStringAsync(u, ct), _c);",
        "private static readonly Polly.IAsyncPolicy P = Polly.Policy.TimeoutAsync(5); private readonly HttpClient _c = new(); public async Task<string> M(string u) => await P.ExecuteAsync(ct => _c.GetStringAsync(u, ct), CancellationToken.None);",
        "private readonly Polly.ResiliencePipeline _p; public C(Polly.ResiliencePipeline p) => _p = p; private readonly HttpClient _c = new(); public async Task<string> M(string u) => await _p.ExecuteAsync(async ct => await _c.GetStringAsync(u, ct));",
        "private readonly HttpClient _c = new(); private Task<string> Get(string u) => _c.GetStringAsync(u); public Task<string> M(string u) => Get(u).WaitAsync(TimeSpan.FromSeconds(1));",
        "class Limit : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken ct) { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); s.CancelAfter(100); return await base.SendAsync(r, s.Token); } } private readonly HttpClient _c = new(new Limit { InnerHandler = new HttpClientHandler() }); public Task<string> M(string u) => _c.GetStringAsync(u);",
    };

    public static TheoryData<string> StandsInOrIsUnknown => new()
    {
        "private readonly HttpClient _c; public C(HttpClient? http = null) => _c = http ?? new HttpClient(); public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C(HttpClient? http = null) { http ??= new HttpClient(); _c = http; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C(HttpClient? http = null) { if (http == null) http = new HttpClient(); _c = http; } public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C(HttpClient? http = null) => _c = http is null ? new HttpClient() : http; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly HttpClient _c; public C() : this(new HttpClient()) { } public C(HttpClient http) => _c = http; public Task<string> M(string u) => _c.GetStringAsync(u);",
        "private readonly Func<HttpClient> _f; public C() : this(() => new HttpClient()) { } public C(Func<HttpClient> f) => _f = f; public Task<string> M(string u) => _f().GetStringAsync(u);",
        "public HttpClient Http { get; set; } = new(); public Task<string> M(string u) => Http.GetStringAsync(u);",
        "private static IHttpClientFactory? _f; public HttpClient Make() => _f?.CreateClient(\"a\") ?? new HttpClient(); public Task<string> M(string u) => Make().GetStringAsync(u);",
        "public sealed class Options { public Func<HttpClient>? Factory { get; set; } } public Task<string> M(string u, Options? o) => Make(o).GetStringAsync(u); private static HttpClient Make(Options? o) => o?.Factory?.Invoke() ?? new HttpClient();",
        "public List<HttpClient> M() => new() { new HttpClient() };",
        "public static HttpClient Make(HttpClientHandler h) => new(h);",
    };

    [Theory]
    [MemberData(nameof(TimeoutIsSet))]
    public Task TimeoutIsSet_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(CallsHaveDeadlines))]
    public Task EveryCallHasADeadline_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(StandsInOrIsUnknown))]
    public Task StandsInOrIsUnknown_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task KernelMemoryAnthropic_OtherBranchOfNamedOrUnnamedFactoryClient_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _http;
            public C(string name, IHttpClientFactory? factory = null)
            {
                if (factory == null)
                {
                    _http = new HttpClient();
                }
                else
                {
                    _http = string.IsNullOrWhiteSpace(name) ? factory.CreateClient() : factory.CreateClient(name);
                }
            }
            public Task<string> M(string u) => _http.GetStringAsync(u);
        """));

    [Fact]
    public Task OpenAiEndpointBase_OtherBranchOfTheFactory_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly IHttpClientFactory? _factory; public C(IHttpClientFactory? factory) => _factory = factory;
            private HttpClient Client()
            {
                HttpClient client;
                var factory = _factory;
                if (factory != null)
                {
                    client = factory.CreateClient();
                }
                else
                {
                    client = new HttpClient();
                }

                client.DefaultRequestHeaders.Add("a", "b");
                return client;
            }
            public Task<string> M(string u) => Client().GetStringAsync(u);
        """));

    [Fact]
    public Task BinanceNetBlazorExample_ClientOfAPage_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        public sealed class WebAssemblyHostBuilder { public static WebAssemblyHostBuilder CreateDefault() => new(); public IServiceCollection Services { get; } = null!; }

        public class Rates(HttpClient http) { public Task<string> Get() => http.GetStringAsync("rates"); }

        public static class Program
        {
            public static void Main()
            {
                var builder = WebAssemblyHostBuilder.CreateDefault();
                builder.Services.AddTransient(sp => new HttpClient { BaseAddress = new Uri("http://localhost:7071/api/") });
                builder.Services.AddTransient<Rates>();
            }
        }
        """);

    [Fact]
    public Task FallbackWithOption_Reports()
    {
        var test = new Verify.Test
        {
            TestCode = ClientSource.Class("private readonly HttpClient _c; public C(HttpClient? http = null) => _c = http ?? [|new HttpClient()|]; public Task<string> M(string u) => _c.GetStringAsync(u);"),
        };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia1001.report_fallbacks = true\n"));
        return test.RunAsync();
    }
}
