using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1004BodyWithoutDeadline>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1004BodyWithoutDeadlineTests
{
    private const string H = "HttpCompletionOption.ResponseHeadersRead";

    public static TheoryData<string> Unbounded => new()
    {
        $"public async Task<string> M(string u) {{ using var r = await _c.GetAsync(u, {H}); return await r.Content.[|ReadAsStringAsync|](); }}",
        $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}, ct); r.EnsureSuccessStatusCode(); return await r.Content.[|ReadAsStringAsync|]().ConfigureAwait(false); }}",
        $"public async Task<byte[]> M(HttpRequestMessage q) {{ using var r = await _c.SendAsync(q, {H}); return await r.EnsureSuccessStatusCode().Content.[|ReadAsByteArrayAsync|](); }}",
        $"public async Task<int> M(string u) {{ var r = await _c.GetAsync(u, {H}); var content = r.Content; return await content.[|ReadFromJsonAsync|]<int>(); }}",
        $"public async Task M(string u, Stream file) {{ const HttpCompletionOption o = {H}; var r = await _c.GetAsync(u, o); await r.Content.[|CopyToAsync|](file); }}",
        $"public async Task M(string u, Stream file) {{ var r = await _c.GetAsync(u, {H}); using var s = await r.Content.ReadAsStreamAsync(); await s.[|CopyToAsync|](file); }}",
        $"public async Task<string> M(string u) {{ var r = await _c.GetAsync(u, {H}); using var reader = new StreamReader(await r.Content.ReadAsStreamAsync()); return await reader.[|ReadToEndAsync|](); }}",
        "public async Task<string?> M(string u) { using var s = await _c.GetStreamAsync(u); using var reader = new StreamReader(s); return await reader.[|ReadLineAsync|](); }",
        "public async Task<int> M(string u) => await System.Text.Json.JsonSerializer.[|DeserializeAsync|]<int>(await _c.GetStreamAsync(u));",
        "public async Task<string> M(string u, CancellationToken ct) { using var s = await _c.GetStreamAsync(u, ct); using var reader = new StreamReader(s); return reader.[|ReadToEnd|](); }",
        "public async Task M(string u) { await foreach (var x in _c.[|GetFromJsonAsAsyncEnumerable|]<string>(u)) Console.WriteLine(x); }",
        $"public async Task<string> M(string u) {{ var r = await Get(u); return await r.Content.[|ReadAsStringAsync|](); }} private Task<HttpResponseMessage> Get(string u) => _c.GetAsync(u, {H});",
        $"public async Task<string> M(string u) => await Text(await _c.GetAsync(u, {H})); private static async Task<string> Text(HttpResponseMessage r) {{ r.EnsureSuccessStatusCode(); return await r.Content.[|ReadAsStringAsync|](); }}",

        // a response declared before the try that sets it, and read behind it
        $"public async Task<string> M(string u) {{ HttpResponseMessage? r = null; try {{ r = await _c.GetAsync(u, {H}); }} catch (HttpRequestException) {{ return \"\"; }} using var s = await r!.Content.ReadAsStreamAsync(); using var reader = new StreamReader(s); return await reader.[|ReadToEndAsync|](); }}",
        $"public async System.Collections.Generic.IAsyncEnumerable<string> M(string u) {{ HttpResponseMessage? r = null; string? failed = null; try {{ r = await _c.GetAsync(u, {H}); if (!r.IsSuccessStatusCode) failed = \"status\"; }} catch (Exception e) {{ failed = e.Message; }} if (failed != null) {{ yield return failed; yield break; }} using var s = await r!.Content.ReadAsStreamAsync(); using var reader = new StreamReader(s); while (!reader.EndOfStream) {{ var line = await reader.[|ReadLineAsync|](); yield return line ?? \"\"; }} }}",

        // an assignment in the using statement, of a local that begins as null or as an empty response
        $"public async Task M(string u, Stream file) {{ var r = new HttpResponseMessage(); using (r = await _c.GetAsync(u, {H}).ConfigureAwait(false)) {{ using (var s = await r.Content.ReadAsStreamAsync().ConfigureAwait(false)) {{ await s.[|CopyToAsync|](file); }} }} }}",
        $"public async Task<string> M(string u) {{ HttpResponseMessage? r = null; using (r = await _c.GetAsync(u, {H})) {{ return await r.Content.[|ReadAsStringAsync|](); }} }}",
        $"public async Task<string> M(string u) {{ HttpResponseMessage r = new(); try {{ r = await _c.GetAsync(u, {H}); return await r.Content.[|ReadAsStringAsync|](); }} finally {{ r.Dispose(); }} }}",

        // Lively: the caller of a helper says that the headers are enough
        $"public async Task<string> M(string u) {{ var r = await Get(u, {H}); return await r.Content.[|ReadAsStringAsync|](); }} private Task<HttpResponseMessage> Get(string u, HttpCompletionOption option = HttpCompletionOption.ResponseContentRead) => _c.GetAsync(u, option);",
    };

    public static TheoryData<string> Bounded => new()
    {
        $"public async Task<string> M(string u, CancellationToken ct) {{ using var r = await _c.GetAsync(u, {H}, ct); return await r.Content.ReadAsStringAsync(ct); }}",
        $"public async Task<string> M(string u) {{ using var r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStringAsync(CancellationToken.None); }}",
        "public async Task<string> M(string u) { using var r = await _c.GetAsync(u); return await r.Content.ReadAsStringAsync(); }",
        "public async Task<string> M(string u) { using var r = await _c.GetAsync(u, HttpCompletionOption.ResponseContentRead); return await r.Content.ReadAsStringAsync(); }",
        "public async Task<string> M(string u) => await _c.GetStringAsync(u);",
        "public async Task<string> M(string u) { var r = await Get(u); return await r.Content.ReadAsStringAsync(); } private Task<HttpResponseMessage> Get(string u, HttpCompletionOption option = HttpCompletionOption.ResponseContentRead) => _c.GetAsync(u, option);",
        $"public async Task<Stream> M(string u) {{ var r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStreamAsync(); }}",
        "public async Task<int> M(string u, CancellationToken ct) => await System.Text.Json.JsonSerializer.DeserializeAsync<int>(await _c.GetStreamAsync(u), cancellationToken: ct);",
        "public async Task M(string u, CancellationToken ct) { await foreach (var x in _c.GetFromJsonAsAsyncEnumerable<string>(u).WithCancellation(ct)) Console.WriteLine(x); }",
        "public async Task M(string u, CancellationToken ct) { await foreach (var x in _c.GetFromJsonAsAsyncEnumerable<string>(u, ct)) Console.WriteLine(x); }",
        $"public async Task<string> M(string u) {{ using var r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStringAsync().WaitAsync(TimeSpan.FromSeconds(5)); }}",
        $"public async Task<bool> M(string u) {{ using var r = await _c.GetAsync(u, {H}); return r.IsSuccessStatusCode; }}",
        $"public async Task<string> M(string u, string p) {{ using var r = await _c.GetAsync(u, {H}); using var reader = new StreamReader(p); return await reader.ReadToEndAsync(); }}",
        $"public async Task<string> M(HttpRequestMessage q) {{ using var r = await _c.SendAsync(q, {H}); return await q.Content!.ReadAsStringAsync(); }}",
        $"public async Task<string> M(HttpResponseMessage q, string u) {{ using var r = await _c.GetAsync(u, {H}); return await q.Content.ReadAsStringAsync(); }}",
        $"public Task<string> M(string u) => WithTimeout(async () => {{ var r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStringAsync(); }}); static Task<T> WithTimeout<T>(Func<Task<T>> f) => f().WaitAsync(TimeSpan.FromSeconds(5));",
        // infobip-community/infobip-api-csharp-sdk, WhatsAppEndpoints.cs: the answer to HEAD has no body
        $"public async Task<string> M(string u) {{ using var q = new HttpRequestMessage(HttpMethod.Head, u); using var r = await _c.SendAsync(q, {H}); return await r.Content.ReadAsStringAsync(); }}",
        $"public async Task<string> M(string u, bool early) {{ HttpResponseMessage? r = null; r = early ? null : await _c.GetAsync(u, {H}); r = await _c.GetAsync(u); return await r!.Content.ReadAsStringAsync(); }}",
        $"public async Task<string> M(string u, bool early) {{ var r = new HttpResponseMessage(); using (r = await _c.GetAsync(u)) {{ return await r.Content.ReadAsStringAsync(); }} }}",
        $"public async Task<string> M(string u, bool early) {{ var r = new HttpResponseMessage {{ Content = new StringContent(u) }}; if (early) r = await _c.GetAsync(u, {H}); return await r.Content.ReadAsStringAsync(); }}",
        $"public async Task<string> M(string u, HttpCompletionOption o) {{ using var r = await _c.GetAsync(u, o); return await r.Content.ReadAsStringAsync(); }}",
    };

    public static TheoryData<string> StandardHandler => new()
    {
        "s.AddHttpClient<Api>().AddStandardResilienceHandler();",
        "s.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(5)).AddStandardResilienceHandler();",
        "s.AddHttpClient<Api>(); s.ConfigureHttpClientDefaults(b => b.AddStandardHedgingHandler());",
        "var b = s.AddHttpClient<Api>(); b.AddStandardResilienceHandler();",
    };

    public static TheoryData<string> OtherHandlers => new()
    {
        "s.AddHttpClient<Api>();",
        "s.AddHttpClient<Api>().AddResilienceHandler(\"a\", b => { });",
        "s.AddHttpClient<Api>().AddStandardResilienceHandler(); s.AddHttpClient<Api>(c => c.Timeout = TimeSpan.FromSeconds(30));",
        "var b = s.AddHttpClient<Api>(); if (DateTime.UtcNow.Hour > 1) b.AddStandardResilienceHandler();",
        "s.AddHttpClient(\"other\").AddStandardResilienceHandler(); s.AddHttpClient<Api>();",
    };

    [Theory]
    [MemberData(nameof(Unbounded))]
    public Task ReadWithoutToken_Reports(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [MemberData(nameof(Bounded))]
    public Task OtherRead_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    [Theory]
    [MemberData(nameof(StandardHandler))]
    public Task BufferedCallBehindTheStandardHandler_Reports(string registration) =>
        Verify.VerifyAnalyzerAsync(Registered(registration, "_c.[|GetStringAsync|](u)"));

    /// <summary>Each member by which a client is asked for, by its key or as the one without a name.</summary>
    [Theory]
    [InlineData("s.AddHttpClient(\"\").AddStandardResilienceHandler();", "GetRequiredService<HttpClient>()")]
    [InlineData("s.AddHttpClient(\"\").AddStandardResilienceHandler();", "GetService<HttpClient>()!")]
    [InlineData("s.AddHttpClient(\"a\").AddAsKeyed().AddStandardResilienceHandler();", "GetRequiredKeyedService<HttpClient>(\"a\")")]
    [InlineData("s.AddHttpClient(\"a\").AddAsKeyed().AddStandardResilienceHandler();", "GetKeyedService<HttpClient>(\"a\")!")]
    public Task ClientOfTheContainerBehindTheStandardHandler_Reports(string registration, string client) => Verify.VerifyAnalyzerAsync(ClientSource.Usings + $$"""
        public class Api(IServiceProvider services)
        {
            public static void Add(IServiceCollection s) { {{registration}} }

            public async Task<string> M(string u) => await services.{{client}}.[|GetStringAsync|](u);
        }
        """);

    [Theory]
    [MemberData(nameof(OtherHandlers))]
    public Task BufferedCallBehindAnother_IsQuiet(string registration) => Verify.VerifyAnalyzerAsync(Registered(registration, "_c.GetStringAsync(u)"));

    [Theory]
    [InlineData("_c.GetStringAsync(u, ct)")]
    [InlineData("_c.GetStringAsync(u, CancellationToken.None)")]
    [InlineData("_c.GetStringAsync(u).WaitAsync(TimeSpan.FromSeconds(1))")]
    public Task BufferedCallWithAnEnd_IsQuiet(string call) => Verify.VerifyAnalyzerAsync(Registered("s.AddHttpClient<Api>().AddStandardResilienceHandler();", call));

    internal static string Source(string members) =>
        "using System.IO;\nusing System.Net.Http.Json;\n" + ClientSource.Usings + "public class C { private readonly HttpClient _c = null!; " + members + " }";

    internal static string Registered(string registration, string call) =>
        ClientSource.Usings + $$"""
        public static class Startup
        {
            public static void Add(IServiceCollection s) { {{registration}} }
        }

        public class Api
        {
            private readonly HttpClient _c;

            public Api(HttpClient c) => _c = c;

            public async Task<string> M(string u, CancellationToken ct) => await {{call}};
        }
        """;
}
