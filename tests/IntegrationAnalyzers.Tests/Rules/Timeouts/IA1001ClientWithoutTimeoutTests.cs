using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Clients that are reported, whatever form makes them.</summary>
public class IA1001ClientWithoutTimeoutTests
{
    public static TheoryData<string> Members => new()
    {
        // Local, in every statement that can hold one
        "public async Task<string> M(string u) { var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }",
        "public async Task<string> M(string u) { using var client = [|new HttpClient()|]; return await client.GetStringAsync(u); }",
        "public async Task<string> M(string u) { using (var client = [|new HttpClient()|]) { return await client.GetStringAsync(u); } }",
        "public async Task<string> M(string u) { HttpClient client; client = [|new()|]; return await client.GetStringAsync(u); }",
        "public Task<string> M(string u) => [|new HttpClient()|].GetStringAsync(u);",
        "public Task<string> M(string u) => ([|new HttpClient { BaseAddress = new Uri(\"http://x/\") }|]).GetStringAsync(u);",

        // Field, static, property
        "private readonly HttpClient _http = [|new HttpClient()|]; public Task<string> M(string u) => _http.GetStringAsync(u);",
        "private static readonly HttpClient Http = [|new()|]; public Task<string> M(string u) => Http.GetStringAsync(u);",
        "private HttpClient Http { get; } = [|new HttpClient(new SocketsHttpHandler())|]; public Task<string> M(string u) => Http.GetStringAsync(u);",
        "private readonly HttpClient _http = [|new HttpClient()|]; public Task M(string[] us) => Parallel.ForEachAsync(us, async (u, ct) => await _http.GetStringAsync(u, ct));",
        "private readonly HttpClient _http = [|new HttpClient()|]; public Task M(string[] us, CancellationToken own) => Parallel.ForEachAsync(us, own, async (u, ct) => await _http.GetStringAsync(u, ct));",
        "private readonly HttpClient _http = [|new HttpClient()|]; public Task M(string[] us) => Parallel.ForEachAsync(us, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (u, ct) => await _http.GetStringAsync(u, ct));",
        "private HttpClient Http => [|new HttpClient()|]; public Task<string> M(string u) => Http.GetStringAsync(u);",
        "private HttpClient? _http; private HttpClient Http { get { return _http ??= [|new HttpClient()|]; } } public Task<string> M(string u) => Http.GetStringAsync(u);",
        "public static readonly HttpClient Shared = [|new HttpClient()|];",

        // Assigned in the constructor
        "private readonly HttpClient _http; public C() { _http = [|new HttpClient()|]; } public Task<string> M(string u) => _http.GetStringAsync(u);",

        // Lambda, Lazy, cache, factory method, local function
        "private readonly Lazy<HttpClient> _http = new(() => [|new HttpClient()|]); public Task<string> M(string u) => _http.Value.GetStringAsync(u);",
        "private readonly Func<HttpClient> _make = () => [|new HttpClient()|]; public Task<string> M(string u) => _make().GetStringAsync(u);",
        "private readonly ConcurrentDictionary<string, HttpClient> _all = new(); public Task<string> M(string u) => _all.GetOrAdd(u, _ => [|new HttpClient()|]).GetStringAsync(u);",
        "private static HttpClient Make() => [|new HttpClient()|]; public Task<string> M(string u) => Make().GetStringAsync(u);",
        "private static HttpClient Make() { var c = [|new HttpClient()|]; c.DefaultRequestHeaders.Add(\"a\", \"b\"); return c; } public Task<string> M(string u) { using var c = Make(); return c.GetStringAsync(u); }",
        "private static async Task<HttpClient> Make() { await Task.Yield(); return [|new HttpClient()|]; } public async Task<string> M(string u) => await (await Make()).GetStringAsync(u);",
        "public Task<string> M(string u) { HttpClient Make() => [|new HttpClient()|]; return Make().GetStringAsync(u); }",

        // Container
        "public void M(IServiceCollection services) => services.AddSingleton(_ => [|new HttpClient()|]);",
        "public void M(IServiceCollection services) => services.AddSingleton([|new HttpClient()|]);",
        "public void M(IServiceCollection services) { services.AddSingleton(_ => [|new HttpClient()|]); services.AddHttpClient(\"a\", c => c.Timeout = TimeSpan.FromSeconds(1)); services.AddHttpClient(\"b\").ConfigureHttpClient((p, c) => { c.Timeout = TimeSpan.FromSeconds(1); }); }",
        "public void M(IServiceCollection services) => services.AddScoped<HttpClient>(sp => { return [|new HttpClient { BaseAddress = new Uri(\"http://x\") }|]; });",

        // A choice is one client
        "public Task<string> M(HttpMessageHandler? h, string u) { var c = h is not null ? [|new HttpClient(h)|] : new HttpClient(); return c.GetStringAsync(u); }",
        "public Task<string> M(int i, string u) { var c = i switch { 0 => [|new HttpClient()|], 1 => new HttpClient(), _ => new HttpClient() }; return c.GetStringAsync(u); }",
        "public Task<string> M(bool b, string u) { var c = b ? new HttpClient { Timeout = TimeSpan.FromSeconds(1) } : [|new HttpClient()|]; c.CancelPendingRequests(); return c.GetStringAsync(u); }",

        // A token by itself is no deadline
        "public Task<string> M(string u, CancellationToken ct) { var c = [|new HttpClient()|]; return c.GetStringAsync(u, ct); }",
        "public Task<string> M(string u) { var s = new CancellationTokenSource(); var c = [|new HttpClient()|]; return c.GetStringAsync(u, s.Token); }",
        "public Task<string> M(string u, CancellationToken ct) { using var s = CancellationTokenSource.CreateLinkedTokenSource(ct); var c = [|new HttpClient()|]; return c.GetStringAsync(u, s.Token); }",

        // One call of several has no deadline
        "private readonly HttpClient _c = [|new()|]; public Task<string> A(string u) { using var s = new CancellationTokenSource(500); return _c.GetStringAsync(u, s.Token); } public Task<string> B(string u) => _c.GetStringAsync(u);",

        // Another instance's timeout
        "public Task<string> M(string u) { var other = new HttpClient(); other.Timeout = TimeSpan.FromSeconds(1); var c = [|new HttpClient()|]; return c.GetStringAsync(u); }",

        // The request, not the client: WebRequest
        "public WebResponse M(string u) { var r = [|WebRequest.Create(u)|]; r.Method = \"POST\"; return r.GetResponse(); }",
        "public WebResponse M(string u) { var r = (HttpWebRequest)[|WebRequest.Create(u)|]; return r.GetResponse(); }",
        "public string M(string u) { using var c = [|new WebClient()|]; return c.DownloadString(u); }",

        // A Polly pipeline without a timeout
        "private readonly Polly.ResiliencePipeline _p = new Polly.ResiliencePipelineBuilder().Build(); private readonly HttpClient _c = [|new()|]; public async Task<string> M(string u) => await _p.ExecuteAsync(async ct => await _c.GetStringAsync(u, ct));",
        "private readonly Polly.ResiliencePipeline _p = new Polly.ResiliencePipelineBuilder().Build(); private readonly HttpClient _c = [|new()|]; public async Task<string> M(string u) => await _p.ExecuteAsync(async (c, ct) => await c.GetStringAsync(u, ct), _c);",
    };

    [Theory]
    [MemberData(nameof(Members))]
    public Task ClientWithoutTimeout_Reports(string members) =>
        Verify.VerifyAnalyzerAsync(ClientSource.Class(members));
}
