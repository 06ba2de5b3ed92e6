using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1008LateSetting>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1008LateSettingTests
{
    private const string Injected = "private readonly HttpClient _http; public C(HttpClient http) { _http = http; } ";

    public static TheoryData<string> Late => new()
    {
        Injected + "public Task<string> M(string u) { [|_http.Timeout|] = TimeSpan.FromSeconds(3); return _http.GetStringAsync(u); }",
        Injected + "public Task<string> M(string u) { [|this._http.BaseAddress|] = new Uri(u); return _http.GetStringAsync(\"a\"); }",
        Injected + "public async Task M(string u) { await _http.GetStringAsync(u); [|_http.MaxResponseContentBufferSize|] = 5; }",
        "private static readonly HttpClient Http = new(); public Task<string> M(string u) { [|Http.Timeout|] = TimeSpan.FromSeconds(3); return Http.GetStringAsync(u); }",
        "private HttpClient Http { get; } = new(); public Task<string> M(string u) { [|Http.BaseAddress|] = new Uri(u); return Http.GetStringAsync(\"a\"); }",
        Injected + "public Task<string> M(string u) { var c = _http; [|c.BaseAddress|] = new Uri(u); return _http.GetStringAsync(\"a\"); }",

        // A lazy one, behind a property
        "private static readonly Lazy<HttpClient> Made = new(() => new HttpClient()); private static HttpClient Http => Made.Value; public Task<string> M(string u) { [|Http.Timeout|] = TimeSpan.FromSeconds(3); return Http.GetStringAsync(u); }",

        // Set or sent in a helper
        Injected + "private void Use(string u) { [|_http.BaseAddress|] = new Uri(u); } public Task<string> M(string u) { Use(u); return _http.GetStringAsync(\"a\"); }",
        Injected + "public Task<string> M(string u) { [|_http.BaseAddress|] = new Uri(u); return Get(\"a\"); } private Task<string> Get(string p) => _http.GetStringAsync(p);",

        // Only sometimes, by an argument
        Injected + "public Task<string> M(string u, bool slow) { if (slow) [|_http.Timeout|] = TimeSpan.FromMinutes(3); return _http.GetStringAsync(u); }",

        // A constructor of instances, a client of all
        "private static readonly HttpClient Http = new(); public C() { [|Http.BaseAddress|] = new Uri(\"http://x\"); } public Task<string> M() => Http.GetStringAsync(\"a\");",
    };

    public static TheoryData<string> Quiet => new()
    {
        // Straight after creation
        "public Task<string> M(string u) { var c = new HttpClient(); c.Timeout = TimeSpan.FromSeconds(3); return c.GetStringAsync(u); }",
        "private HttpClient? _c; public Task<string> M(string u) { _c = new HttpClient(); _c.Timeout = TimeSpan.FromSeconds(3); return _c.GetStringAsync(u); }",
        "private HttpClient? _c; private void Open() { _c = new HttpClient(); Setup(); } private void Setup() { _c!.Timeout = TimeSpan.FromSeconds(3); } public Task<string> M(string u) { Open(); return _c!.GetStringAsync(u); }",
        "public Task<string> M(IHttpClientFactory f, string u) { var c = f.CreateClient(\"a\"); c.BaseAddress = new Uri(u); return c.GetStringAsync(\"a\"); }",
        "private readonly IHttpClientFactory _f; public C(IHttpClientFactory f) { _f = f; } private HttpClient Http => _f.CreateClient(\"a\"); public Task<string> M(string u) { var c = Http; c.BaseAddress = new Uri(u); return c.GetStringAsync(\"a\"); }",

        // Constructor, registration, set-up
        "private readonly HttpClient _http; public C(HttpClient http) { _http = http; _http.Timeout = TimeSpan.FromSeconds(3); http.BaseAddress = new Uri(\"http://x\"); } public Task<string> M() => _http.GetStringAsync(\"a\");",
        "private static readonly HttpClient Http = new(); static C() { Http.Timeout = TimeSpan.FromSeconds(3); } public Task<string> M(string u) => Http.GetStringAsync(u);",
        "public void M(IServiceCollection services) => services.AddHttpClient(\"a\", c => { c.Timeout = TimeSpan.FromSeconds(3); });",
        Injected + "private void Setup() { _http.Timeout = TimeSpan.FromSeconds(3); } public C(HttpClient a, int b) : this(a) { Setup(); } public Task<string> M() => _http.GetStringAsync(\"a\");",

        // A setter that somebody calls in time, a client of the caller's
        Injected + "public TimeSpan Limit { set { _http.Timeout = value; } } public Task<string> M(string u) => _http.GetStringAsync(u);",
        "public static Task<string> M(HttpClient c, string u) { c.BaseAddress = new Uri(u); return c.GetStringAsync(\"a\"); }",

        // Once, by the state
        Injected + "public Task<string> M(string u) { if (_http.BaseAddress == null) { _http.BaseAddress = new Uri(u); } return _http.GetStringAsync(\"a\"); }",
        Injected + "public Task<string> M(string u) { _http.BaseAddress ??= new Uri(u); return _http.GetStringAsync(\"a\"); }",
        Injected + "private bool _ready; private void Init() { if (_ready) return; _http.BaseAddress = new Uri(\"http://x\"); _ready = true; } public Task<string> M(string u) { Init(); return _http.GetStringAsync(\"a\"); }",
        Injected + "private bool _ready; private void Init() { _http.BaseAddress = new Uri(\"http://x\"); _ready = true; } public Task<string> M(string u) { if (!_ready) Init(); return _http.GetStringAsync(\"a\"); }",

        // What may be changed, and the request's own
        Injected + "public Task<string> M(string u) { _http.DefaultRequestVersion = HttpVersion.Version20; return _http.GetStringAsync(u); }",
        "public WebResponse M(string u) { var r = WebRequest.Create(u); r.Timeout = 5; return r.GetResponse(); }",
    };

    [Theory]
    [MemberData(nameof(Late))]
    public Task LateSetting_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task EarlySetting_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task PrimaryConstructorParameter_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Usings +
        "public class Api(HttpClient http) { public Task<string> M(string u) { [|http.Timeout|] = TimeSpan.FromSeconds(3); return http.GetStringAsync(u); } }");

    [Fact]
    public Task WebApiAspNetCrudService_StaticClientSetUpByEachInstance_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static HttpClient _httpClient = new HttpClient();
        public C() { [|_httpClient.BaseAddress|] = new Uri("https://localhost:7033"); [|_httpClient.Timeout|] = new TimeSpan(0, 0, 30); _httpClient.DefaultRequestHeaders.Clear(); }
        public Task<HttpResponseMessage> Get() => _httpClient.GetAsync("/api/products");
        """));

    [Fact]
    public Task OmbiMattermostClient_SetInTheConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private readonly HttpClient _httpClient = new HttpClient();
        public C(string url, int timeoutSeconds = 100) { if (url == "") throw new ArgumentException(url); _httpClient.Timeout = new TimeSpan(0, 0, 0, timeoutSeconds); }
        public Task<string> Post(string u) => _httpClient.GetStringAsync(u);
        """));

    [Fact]
    public Task MollieBaseClass_SetInTheDerivedConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = new(); protected Task<string> Get(string u) => Http.GetStringAsync(u); }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Derived() { Http.Timeout = TimeSpan.FromSeconds(1); } public Task<string> M() => Get(\"a\"); }"));

    [Fact]
    public Task SetInADerivedMethod_Reports() => Verify.VerifyAnalyzerAsync(
        ("Base.cs", ClientSource.Usings + "public abstract class Base { protected HttpClient Http { get; } = new(); }"),
        ("Derived.cs", ClientSource.Usings + "public class Derived : Base { public Task<string> M(string u) { [|Http.Timeout|] = TimeSpan.FromSeconds(1); return Http.GetStringAsync(u); } }"));

    [Fact]
    public Task Timeout_BecomesADeadline_IsFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Api
        {
            private readonly HttpClient _http;

            public Api(HttpClient http) => _http = http;

            public async Task<string> A(string u)
            {
                // Slow ones.
                [|_http.Timeout|] = TimeSpan.FromSeconds(3); // three
                var first = await _http.GetStringAsync(u).ConfigureAwait(false);
                return first + await _http.GetStringAsync(u);
            }

            public async Task<string> B(string u, System.Threading.CancellationToken ct)
            {
                [|_http.Timeout|] = TimeSpan.FromSeconds(5);
                return await _http.GetStringAsync(u, ct);
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public class Api
        {
            private readonly HttpClient _http;

            public Api(HttpClient http) => _http = http;

            public async Task<string> A(string u)
            {
                // Slow ones.
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(3)); // three
                var first = await _http.GetStringAsync(u, deadline.Token).ConfigureAwait(false);
                return first + await _http.GetStringAsync(u, deadline.Token);
            }

            public async Task<string> B(string u, System.Threading.CancellationToken ct)
            {
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
                deadline.CancelAfter(TimeSpan.FromSeconds(5));
                return await _http.GetStringAsync(u, deadline.Token);
            }
        }
        """);

    [Fact]
    public Task SharedClientSetByConstructor_FixSetsItWhereItIsMade() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Products
        {
            private static HttpClient _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

            public Products()
            {
                [|_client.BaseAddress|] = new Uri("https://shop.example.com");
                [|_client.Timeout|] = new TimeSpan(0, 0, 30);
                _client.DefaultRequestHeaders.Clear();
            }

            public Task<string> Get() => _client.GetStringAsync("a");
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Products
        {
            private static HttpClient _client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = new Uri("https://shop.example.com"), Timeout = new TimeSpan(0, 0, 30) };

            public Products()
            {
                _client.DefaultRequestHeaders.Clear();
            }

            public Task<string> Get() => _client.GetStringAsync("a");
        }
        """);

    [Theory]
    [InlineData("public Api(Uri root) { [|_http.BaseAddress|] = root; }")]
    [InlineData("public Api() { [|_http.Timeout|] = TimeSpan.FromSeconds(3); } public Api(int seconds) { [|_http.Timeout|] = TimeSpan.FromSeconds(seconds); }")]
    [InlineData("public Api() { [|_http.Timeout|] = TimeSpan.FromSeconds(3); /* short */ }")]
    [InlineData("private readonly TimeSpan _wait = TimeSpan.FromSeconds(3); public Api() { [|_http.Timeout|] = _wait; }")]
    public Task SharedClientSetByEachInstanceAnew_NoFixIsOffered(string members) => Verify.VerifyNoFixAsync(
        ClientSource.Usings + "public class Api { private static readonly HttpClient _http = new(); " + members + " public Task<string> M() => _http.GetStringAsync(\"a\"); }");

    [Theory]
    [InlineData("public async Task M(string u) { [|_http.BaseAddress|] = new Uri(u); await _http.GetStringAsync(\"a\"); }")]
    [InlineData("public Task<string> M(string u) { [|_http.Timeout|] = TimeSpan.FromSeconds(3); return _http.GetStringAsync(u); }")]
    [InlineData("public async Task M(string u) { [|_http.Timeout|] = TimeSpan.FromSeconds(3); await Get(u); } private Task Get(string u) => _http.GetStringAsync(u);")]
    [InlineData("public async Task M(string u) { [|_http.Timeout|] = TimeSpan.FromMinutes(5); await _http.GetStringAsync(u); }")]
    [InlineData("public async Task M(string u, TimeSpan t) { [|_http.Timeout|] = t; await _http.GetStringAsync(u); }")]
    [InlineData("public async Task M(string u, bool b) { if (b) [|_http.Timeout|] = TimeSpan.FromSeconds(3); await _http.GetStringAsync(u); }")]
    [InlineData("public async Task M(string u, CancellationToken a, CancellationToken b) { [|_http.Timeout|] = TimeSpan.FromSeconds(3); await _http.GetStringAsync(u, a); await _http.GetStringAsync(u, b); }")]
    public Task NoOneDeadline_NoFixIsOffered(string members) => Verify.VerifyNoFixAsync(ClientSource.Class(Injected + members));

    [Fact]
    public Task BaseClassHandsTheClientOut_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        "public abstract class Holder(HttpClient client) { protected HttpClient Client => client; } " +
        "public sealed class Reports(HttpClient client) : Holder(client) { public Task<string> M(string u, bool slow) { if (slow) [|Client.Timeout|] = TimeSpan.FromMinutes(3); return Client.GetStringAsync(u); } }"));

    [Fact]
    public Task SentThroughTheLocal_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        Injected + "public Task<string> M(string u) { var c = _http; [|c.BaseAddress|] = new Uri(u); return c.GetStringAsync(\"a\"); }"));

    private static string Action(string setup, string fields, string body) => ClientSource.Usings + $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.DependencyInjection;

        public class ModelController : ControllerBase
        {
            {{fields}}

            [HttpGet]
            public async Task<string> List(string path)
            {
                {{body}}
            }
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services) { {{setup}} }
        }
        """;

    private const string InjectedController = "private readonly HttpClient _http; public ModelController(HttpClient http) { _http = http; }";

    /// <summary>A controller, and the client it is handed, live for one request.</summary>
    [Fact]
    public Task LaBookingModelController_SetOnceARequest_IsQuiet() => Verify.VerifyAnalyzerAsync(Action(
        "services.AddHttpClient();", InjectedController, "_http.BaseAddress = new Uri(\"https://x\"); return await _http.GetStringAsync(path);"));

    [Theory]
    [InlineData("services.AddSingleton(new HttpClient());", InjectedController)]
    [InlineData("services.AddSingleton<HttpClient>();", InjectedController)]
    [InlineData("", "private static readonly HttpClient _http = new();")]
    public Task ControllerWithASharedClient_Reports(string setup, string fields) => Verify.VerifyAnalyzerAsync(Action(
        setup, fields, "[|_http.BaseAddress|] = new Uri(\"https://x\"); return await _http.GetStringAsync(path);"));

    /// <summary>A condition does not help where the request stands before it in the same run.</summary>
    [Theory]
    [InlineData("try { return await _http.GetStringAsync(path); } catch (Exception) { [|_http.BaseAddress|] = new Uri(\"https://x\"); return await _http.GetStringAsync(path); }")]
    [InlineData("if (_model == \"a\") { try { return await _http.GetStringAsync(path); } catch (Exception) { [|_http.BaseAddress|] = new Uri(\"https://x\"); } } return await _http.GetStringAsync(path);")]
    [InlineData("var a = await _http.GetStringAsync(path); if (_model == \"a\") { [|_http.BaseAddress|] = new Uri(\"https://x\"); } return a + await _http.GetStringAsync(path);")]
    public Task LaBookingChat_OtherProviderAfterAFailure_Reports(string body) => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        Injected + "private readonly string _model = Environment.MachineName; public async Task<string> M(string path) { " + body + " }"));
}
