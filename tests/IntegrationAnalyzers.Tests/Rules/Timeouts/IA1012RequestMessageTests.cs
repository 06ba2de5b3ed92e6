using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1012LostBasePath>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

/// <summary>Requests that are made elsewhere than they are sent: by a helper that gives them back, or by the callers of a method that sends them.</summary>
public class IA1012RequestMessageTests
{
    private const string Client = "private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1\")|] }; ";
    private const string Other = "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; ";

    public static TheoryData<string> Lost => new()
    {
        // Made by a helper
        Client + "private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path); public Task M(string id) => _c.SendAsync(Make(\"/links/\" + id));",
        Client + "private HttpRequestMessage Make(HttpMethod method, string path) { var q = new HttpRequestMessage(method, path); q.Headers.Add(\"a\", \"b\"); return q; } public Task M(string id) { var q = Make(HttpMethod.Get, $\"links/{id}\"); return _c.SendAsync(q); }",
        Client + "private static HttpRequestMessage Links() => new(HttpMethod.Get, \"/links\"); public Task M() => _c.SendAsync(Links());",
        Client + "private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, $\"{path}?a=b\"); private Task Get(string path) => _c.SendAsync(Make(path)); public Task M() => Get(\"/links\");",

        // By its property
        Client + "public Task M() => _c.SendAsync(new HttpRequestMessage { RequestUri = new Uri(\"/links\", UriKind.Relative) });",
        Client + "public Task M() { var q = new HttpRequestMessage { Method = HttpMethod.Put }; q.RequestUri = new Uri(\"links\", UriKind.Relative); return _c.SendAsync(q); }",
        Client + "private static HttpRequestMessage Make(Uri path) { var q = new HttpRequestMessage(); q.RequestUri = path; return q; } public Task M() => _c.SendAsync(Make(new Uri(\"/links\", UriKind.Relative)));",

        // Made by the callers
        Client + "private Task Send(HttpRequestMessage q) => _c.SendAsync(q); public Task M(string id) => Send(new HttpRequestMessage(HttpMethod.Get, \"/links/\" + id));",
        Client + "private Task Send(HttpRequestMessage q) => _c.SendAsync(q); private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path); public Task M(string id) { using var q = Make(\"/links\"); return Send(q); }",
    };

    public static TheoryData<string> Kept => new()
    {
        Other + "private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path); public Task M(string id) => _c.SendAsync(Make(\"links/\" + id));",
        Other + "private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path.TrimStart('/')); public Task M() => _c.SendAsync(Make(\"/links\"));",
        Other + "private static HttpRequestMessage Make(string path) { path = path.TrimStart('/'); return new(HttpMethod.Get, path); } public Task M() => _c.SendAsync(Make(\"/links\"));",
        Other + "private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, \"https://g/\" + path); public Task M() => _c.SendAsync(Make(\"/links\"));",
        Other + "public Task M() { var q = new HttpRequestMessage(HttpMethod.Get, \"links\"); return _c.SendAsync(q); }",
        Other + "public Task M(bool b) { var q = new HttpRequestMessage(); q.RequestUri = new Uri(\"links\", UriKind.Relative); if (b) q.RequestUri = new Uri(\"https://g/links\"); return _c.SendAsync(q); }",

        // Another client sends it
        Other + "private readonly HttpClient _d = new() { BaseAddress = new Uri(\"https://g/\") }; private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path); public Task M() => _d.SendAsync(Make(\"/links\")); public Task N() => _c.SendAsync(Make(\"links\"));",
        Other + "private readonly HttpClient _d = new() { BaseAddress = new Uri(\"https://g/\") }; private static Task Send(HttpClient c, HttpRequestMessage q) => c.SendAsync(q); public Task M() => Send(_d, new HttpRequestMessage(HttpMethod.Get, \"/links\")); public Task N() => Send(_c, new HttpRequestMessage(HttpMethod.Get, \"links\"));",
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public Task RequestMadeElsewhere_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Kept))]
    public Task RequestThatKeepsThePath_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task PathsHandedToAMaker_AreFixed() => Verify.VerifyCodeFixAsync(
        Sent("[|new Uri(\"https://h/v1\")|]", "\"/links/\" + id", "$\"/orders/{id}\""),
        Sent("new Uri(\"https://h/v1/\")", "\"links/\" + id", "$\"orders/{id}\""));

    private static string Sent(string address, string one, string two) => ClientSource.Class(
        "private readonly HttpClient _c = new() { BaseAddress = " + address + " }; private static HttpRequestMessage Make(string path) => new(HttpMethod.Get, path); " +
        "public Task M(string id) => _c.SendAsync(Make(" + one + ")); public Task N(string id) => Send(new HttpRequestMessage(HttpMethod.Get, " + two + ")); " +
        "private async Task Send(HttpRequestMessage q) { await _c.SendAsync(q); await _c.GetStringAsync(\"rest\"); }");
}
