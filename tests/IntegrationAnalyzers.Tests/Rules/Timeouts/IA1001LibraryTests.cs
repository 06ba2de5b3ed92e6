using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1001ClientWithoutTimeout, IntegrationAnalyzers.Tests.Rules.Timeouts.ClientPerCallOff>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>RestSharp by version, Flurl, Refit, and what else takes a client.</summary>
public class IA1001LibraryTests
{
    public static TheoryData<string> Reporting => new()
    {
        "public Task<RestResponse> M(string u) => [|new RestClient(u)|].ExecuteAsync(new RestRequest());",
        "public Task<RestResponse> M(string u) { var o = new RestClientOptions(u) { ThrowOnAnyError = true }; var c = [|new RestClient(o)|]; return c.ExecuteAsync(new RestRequest()); }",
        "private readonly IRestClient _c = [|new RestClient(\"http://x\")|]; public Task<RestResponse> M(CancellationToken ct) => _c.ExecuteAsync(new RestRequest(), ct);",
        "public Task<RestResponse> M(string u) { var c = new RestClient([|new HttpClient { BaseAddress = new Uri(u) }|]); return c.ExecuteAsync(new RestRequest()); }",
        "private readonly IFlurlClient _c = [|new FlurlClient(\"http://x\")|]; public Task<string> M() => _c.Request(\"a\").GetStringAsync();",
        "public Task<string> M(HttpClient other) { var c = new FlurlClient([|new HttpClient()|]); return c.Request(\"a\").GetStringAsync(); }",
    };

    public static TheoryData<string> Quiet => new()
    {
        "public Task<RestResponse> M(string u) => new RestClient(new RestClientOptions(u) { Timeout = TimeSpan.FromSeconds(1) }).ExecuteAsync(new RestRequest());",
        "public Task<RestResponse> M(string u) { var o = new RestClientOptions(u); o.Timeout = TimeSpan.FromSeconds(1); return new RestClient(o).ExecuteAsync(new RestRequest()); }",
        "public Task<RestResponse> M(RestClientOptions o) => new RestClient(o).ExecuteAsync(new RestRequest());",
        "static RestClientOptions Options(string u) => new(u) { Timeout = TimeSpan.FromSeconds(1) }; public Task<RestResponse> M(string u) => new RestClient(Options(u)).ExecuteAsync(new RestRequest());",
        "public Task<RestResponse> M(string u) => new RestClient(u, o => o.Timeout = TimeSpan.FromSeconds(1)).ExecuteAsync(new RestRequest());",
        "public Task<RestResponse> M(string u) { var r = new RestRequest(u) { Timeout = TimeSpan.FromSeconds(1) }; return new RestClient(u).ExecuteAsync(r); }",
        "public Task<RestResponse> M(string u) { var r = new RestRequest(u); r.Timeout = TimeSpan.FromSeconds(1); return new RestClient(u).ExecuteAsync(r); }",
        "public Task<RestResponse> M(HttpClient http) => new RestClient(http).ExecuteAsync(new RestRequest());",
        "public Task<RestResponse> M(string u) => new RestClient(new HttpClient(), new RestClientOptions(u) { Timeout = TimeSpan.FromSeconds(1) }).ExecuteAsync(new RestRequest());",
        "public Task<string> M(string u) => new FlurlClient(u).WithTimeout(3).Request().GetStringAsync();",
        "public Task<string> M(string u) { var c = new FlurlClient(u); c.Settings.Timeout = TimeSpan.FromSeconds(1); return c.Request().GetStringAsync(); }",
        "public Task<string> M(string u) => new FlurlClient(u).Configure(s => s.Timeout = TimeSpan.FromSeconds(1)).Request().GetStringAsync();",
        "private readonly IFlurlClient _c = new FlurlClient(\"http://x\"); public Task<string> M() => _c.Request(\"a\").WithTimeout(5).GetStringAsync();",
        "public void M(string u) { var r = (FtpWebRequest)WebRequest.Create(u); r.GetResponse(); }",
    };

    [Theory]
    [MemberData(nameof(Reporting))]
    public Task Library_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task Library_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task RefitOverAUrl_Reports() => Refit("public Task<string> M() => [|RestService.For<IApi>(\"https://x.test\")|].A(default);");

    [Fact]
    public Task GeneratedClientOfRefitOverAUrl_Reports() => Refit("public Task<string> M() => [|RestService.ForGenerated<IApi>(\"https://x.test\")|].A(default);");

    [Theory]
    [InlineData("[|new HttpClient()|]")]
    [InlineData("new HttpClient { Timeout = TimeSpan.FromSeconds(1) }")]
    public Task GeneratedClientOfRefitOverAClient_ReportsTheOneWithoutATimeout(string client) => Refit($"public Task<string> M() {{ var a = RestService.ForGenerated<IApi>({client}); return a.A(default); }}");

    [Fact]
    public Task RefitOverAClientWithoutATimeout_ReportsTheClient() => Refit("public Task<string> M() { var a = RestService.For<IApi>([|new HttpClient()|]); return a.A(default); }");

    [Fact]
    public Task RefitOverAClientWithATimeout_IsQuiet() => Refit("public Task<string> M() => RestService.For<IApi>(new HttpClient { Timeout = TimeSpan.FromSeconds(1) }).A(default);");

    [Fact]
    public Task RefitWhoseCallsHaveDeadlines_IsQuiet() => Refit(
        "public async Task<string> M() { using var s = new CancellationTokenSource(100); return await RestService.For<IApi>(\"https://x.test\").A(s.Token); }");

    [Theory]
    [InlineData("new RestClient(\"http://x\") { Timeout = 1000 }")]
    [InlineData("[|new RestClient(\"http://x\")|]")]
    public Task RestSharp106_ByItsOwnTimeout(string creation) => Old(TestReferences.RestSharp106, creation);

    [Theory]
    [InlineData("new RestClient(new RestClientOptions(\"http://x\") { MaxTimeout = 1000 })")]
    [InlineData("[|new RestClient(new RestClientOptions(\"http://x\"))|]")]
    public Task RestSharp110_ByItsOptions(string creation) => Old(TestReferences.RestSharp110, creation);

    /// <summary>What the message tells to do is there in the version that is referenced.</summary>
    [Theory]
    [InlineData("106", "set 'Timeout' to what the caller can bear")]
    [InlineData("110", "set the timeout in its options to what the caller can bear")]
    public Task RestSharp_MessageNamesWhatTheVersionHas(string version, string wayOut) => new Verify.Test
    {
        TestCode = "using RestSharp; public class C { public void M() { var c = {|#0:new RestClient(\"http://x\")|}; c.ExecuteAsync(new RestRequest(\"a\")); } }",
        References = TestReferences.Default.Without("RestSharp").With(version == "106" ? TestReferences.RestSharp106 : TestReferences.RestSharp110),
        ExpectedDiagnostics = { Verify.Diagnostic().WithLocation(0).WithArguments("RestClient", "100 seconds", wayOut) },
    }.RunAsync();

    private static Task Refit(string members) => Verify.VerifyAnalyzerAsync(
        "using System; using System.Net.Http; using System.Threading; using System.Threading.Tasks; using Refit; public interface IApi { [Get(\"/a\")] Task<string> A(CancellationToken ct); } public class C { " + members + " }");

    private static Task Old(TestReferences version, string creation) => new Verify.Test
    {
        TestCode = $"using RestSharp; public class C {{ public void M() {{ var c = {creation}; c.ExecuteAsync(new RestRequest(\"a\")); }} }}",
        References = TestReferences.Default.Without("RestSharp").With(version),
    }.RunAsync();
}
