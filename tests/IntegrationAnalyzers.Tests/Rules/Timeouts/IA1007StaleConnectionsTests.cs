using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1007StaleConnections>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1007StaleConnectionsTests
{
    private const string Get = " public Task<string> M(string u) => Http.GetStringAsync(u);";

    private const string Gateway = " private sealed class Gateway(HttpClient http) { public HttpClient Http => http; public Task<string> Get(string u) => http.GetStringAsync(u); }";

    public static TheoryData<string> Stale => new()
    {
        "private static readonly HttpClient Http = [|new() { Timeout = TimeSpan.FromSeconds(1) }|];" + Get,
        "private static readonly HttpClient Http = [|new HttpClient(new HttpClientHandler { UseProxy = false })|];" + Get,
        "private static readonly HttpClient Http = [|new HttpClient(new SocketsHttpHandler { UseProxy = false })|];" + Get,
        "private static readonly SocketsHttpHandler Handler = new(); private static readonly HttpClient Http = [|new HttpClient(Handler)|];" + Get,
        "public static HttpClient Http { get; } = [|new()|];" + Get,
        "private static readonly Lazy<HttpClient> Lazy = new(() => [|new HttpClient()|]); private static HttpClient Http => Lazy.Value;" + Get,
        "private static readonly HttpClient Http = Make(); private static HttpClient Make() => [|new() { Timeout = TimeSpan.FromSeconds(1) }|];" + Get,
        "private static readonly Lazy<HttpClient> Lazy = new(Make); private static HttpClient Make() { var c = [|new HttpClient()|]; c.Timeout = TimeSpan.FromSeconds(1); return c; } private static HttpClient Http => Lazy.Value;" + Get,
        "private static HttpClient? _http; private static HttpClient Http => _http ??= [|new HttpClient()|];" + Get,
        "private static readonly HttpClient Http; static C() { Http = [|new HttpClient()|]; Http.Timeout = TimeSpan.FromSeconds(1); }" + Get,
        "sealed class Log : DelegatingHandler { public Log(HttpMessageHandler inner) : base(inner) { } } private static readonly HttpClient Http = [|new HttpClient(new Log(new HttpClientHandler()))|];" + Get,
        "sealed class Log : DelegatingHandler { } private static readonly HttpClient Http = [|new HttpClient(new Log { InnerHandler = new SocketsHttpHandler() })|];" + Get,
        "public void M(IServiceCollection services) => services.AddSingleton(_ => [|new HttpClient { Timeout = TimeSpan.FromSeconds(1) }|]);",
        "public void M(IServiceCollection services) => services.AddSingleton([|new HttpClient()|]);",
        "public void M(IServiceCollection services) => services.AddSingleton(_ => new Gateway([|new HttpClient()|]));" + Gateway,
        "public void M(IServiceCollection services) => services.AddSingleton(_ => { var c = [|new HttpClient { Timeout = TimeSpan.FromSeconds(1) }|]; return new Gateway(c); });" + Gateway,
        "public void M(IServiceCollection services) => services.AddSingleton(new Gateway([|new HttpClient()|]));" + Gateway,
    };

    public static TheoryData<string> Quiet => new()
    {
        "private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });" + Get,
        "private static readonly SocketsHttpHandler Handler = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }; private static readonly HttpClient Http = new HttpClient(Handler);" + Get,
        "private static readonly HttpClient Http; static C() { var h = new SocketsHttpHandler(); h.PooledConnectionLifetime = TimeSpan.FromMinutes(2); Http = new HttpClient(h); }" + Get,
        "private static readonly HttpClient Http; static C() { var h = new SocketsHttpHandler(); Setup(h); Http = new HttpClient(h); } private static void Setup(SocketsHttpHandler h) { h.PooledConnectionLifetime = TimeSpan.FromMinutes(2); }" + Get,
        "sealed class Log : DelegatingHandler { } private static readonly HttpClient Http = new HttpClient(new Log { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) } });" + Get,
        "sealed class Own : HttpClientHandler { } private static readonly HttpClient Http = new HttpClient(new Own());" + Get,
        "static HttpMessageHandler Make() => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) }; private static readonly HttpClient Http = new HttpClient(Make());" + Get,
        "sealed class Api : HttpClient { } private static readonly Api Http = new Api();" + Get,
        "private readonly HttpClient Http = new();" + Get,
        "private readonly HttpClient Http = Make(); private static HttpClient Make() => new();" + Get,
        "private static readonly HttpClient Http = Make(); private readonly HttpClient _own = Make(); private static HttpClient Make() => new() { Timeout = TimeSpan.FromSeconds(1) }; public Task<string> N(string u) => _own.GetStringAsync(u);" + Get,
        "private static readonly HttpClient Http = Make(); private static HttpClient Make() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });" + Get,
        "public void M(IServiceCollection services) => services.AddTransient(_ => new HttpClient());",
        "public void M(IServiceCollection services) => services.AddTransient(_ => new Gateway(new HttpClient()));" + Gateway,
        "public void M(IServiceCollection services) => services.AddSingleton(_ => new Gateway(new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })));" + Gateway,
        "private static readonly Func<HttpClient> Make = () => new HttpClient(); public Task<string> M(string u) => Make().GetStringAsync(u);",
        "public async Task<string> M(string u) { using var c = new HttpClient(); return await c.GetStringAsync(u); }",
        "private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler());",
    };

    [Theory]
    [MemberData(nameof(Stale))]
    public Task SharedClient_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task OtherClient_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task DuplicatiQnapAuthMiddleware_StaticClient_Reports() => Verify.VerifyAnalyzerAsync(ClientSource.Class("""
        private static readonly HttpClient AuthHttpClient = [|new HttpClient(new HttpClientHandler { UseProxy = false })|];
        public async Task<string> Invoke(string url, CancellationToken aborted, TimeSpan span)
        {
            using var cts = CancellationTokenSource.CreateLinkedTokenSource(aborted);
            cts.CancelAfter(span);
            return await AuthHttpClient.GetStringAsync(url, cts.Token);
        }
        """));

    [Fact]
    public Task TargetWithoutSocketsHttpHandler_IsQuiet() => new Verify.Test
    {
        References = TestReferences.NetStandard20,
        TestCode = "using System.Net.Http; public class C { private static readonly HttpClient Http = new HttpClient(); public object M() => Http.GetStringAsync(\"http://x\"); }",
    }.RunAsync();

    [Fact]
    public Task PerCallClientIsTheOtherRules_IsQuiet() => Verify.VerifyAnalyzerAsync(ClientSource.Class(
        "private static string? _last; public async Task<string> M(string u) { using var c = new HttpClient(); return _last = await c.GetStringAsync(u); }"));

    public static TheoryData<string, string> Fixes => new()
    {
        { "[|new HttpClient()|]", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })" },
        { "[|new()|]", "new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })" },
        { "[|new HttpClient { Timeout = TimeSpan.FromSeconds(1) }|]", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(1) }" },
        { "[|new HttpClient(new HttpClientHandler { UseProxy = false })|]", "new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })" },
        { "[|new HttpClient(new HttpClientHandler(), true)|]", "new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, true)" },
        { "[|new HttpClient(new SocketsHttpHandler { UseProxy = false, })|]", "new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), })" },
        { "[|new HttpClient(new Log { InnerHandler = new SocketsHttpHandler() })|]", "new HttpClient(new Log { InnerHandler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) } })" },
        { "[|new HttpClient(Handler)|]", "new HttpClient(Handler)" },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Client_IsFixed(string before, string after)
    {
        const string handler = "sealed class Log : DelegatingHandler { } private static readonly SocketsHttpHandler Handler = new()";
        var isHandler = before.Contains("(Handler)");
        return Verify.VerifyCodeFixAsync(
            ClientSource.Class($"{handler}; private static readonly HttpClient Http = {before};" + Get),
            ClientSource.Class($"{handler}{(isHandler ? " { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }" : "")}; private static readonly HttpClient Http = {after};" + Get));
    }

    [Theory]
    [InlineData("private static readonly HttpClient Http = [|new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true })|];")]
    [InlineData("private static readonly HttpClientHandler Handler = new(); private static readonly HttpClient Http = [|new HttpClient(Handler)|];")]
    public Task HandlerThatCannotBeReplaced_NoFixIsOffered(string members) => Verify.VerifyNoFixAsync(ClientSource.Class(members + Get));

    [Fact]
    public Task SeveralClients_AllAreFixed() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;

        public static class Clients
        {
            // One.
            public static readonly HttpClient A = [|new HttpClient()|]; // a
            public static readonly HttpClient B = [|new HttpClient
            {
                MaxResponseContentBufferSize = 5,
            }|];
        }
        """,
        """
        using System;
        using System.Net.Http;

        public static class Clients
        {
            // One.
            public static readonly HttpClient A = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }); // a
            public static readonly HttpClient B = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            {
                MaxResponseContentBufferSize = 5,
            };
        }
        """);
}
