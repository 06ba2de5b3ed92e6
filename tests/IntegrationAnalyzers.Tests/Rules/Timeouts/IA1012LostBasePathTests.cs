using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Timeouts.IA1012LostBasePath>;

namespace IntegrationAnalyzers.Tests.Rules.Timeouts;

public class IA1012LostBasePathTests
{
    private const string Open = "BaseAddress = [|new Uri(\"https://h/v1\")|]";

    public static TheoryData<string> Lost => new()
    {
        // The client made here
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "public Task<string> M() { var c = new HttpClient(); c." + Open + "; return c.GetStringAsync(\"orders/1\"); }",
        "private static HttpClient Make() => new HttpClient { " + Open + " }; public Task<string> M(int i) => Make().GetStringAsync($\"orders/{i}\");",
        "private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1/\")|] }; public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1/\", UriKind.Absolute)|] }; public Task<string> M(int i) => _c.GetStringAsync($\"/orders/{i}\");",
        "private const string Base = \"https://h/v1\"; private readonly HttpClient _c = new() { BaseAddress = [|new Uri(Base)|] }; public Task<string> M() => _c.GetStringAsync(\"orders?a=b\");",

        // The one that the constructor is handed
        "private readonly HttpClient _c; public C(HttpClient c) { _c = c; _c." + Open + "; } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c) { c." + Open + "; _c = c; } public Task<string> M() => _c.GetStringAsync(\"orders\");",

        // Of an address that is put together, the end is known
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = [|new Uri($\"{host}/v1\")|]; } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = [|new Uri(host + \"/v1\")|]; } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = [|new Uri(host.TrimEnd('/') + \"/api/v1/\")|]; } public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string region) { _c = c; _c.BaseAddress = [|new Uri($\"https://{region}.example.com/v1\")|]; } public Task<string> M() => _c.GetStringAsync(\"orders\");",

        // The request says it
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<HttpResponseMessage> M() => _c.SendAsync(new HttpRequestMessage(HttpMethod.Post, \"orders\"));",
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M() => _c.GetStringAsync(new Uri(\"orders\", UriKind.Relative));",
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M(string id) => _c.GetStringAsync(\"orders/\" + id);",
        "private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1.0\")|] }; public Task<string> M() => _c.GetStringAsync(\"orders\");",

        // An interpolated constant begins it
        "private const string Orders = \"/orders\"; private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M(int id) => _c.GetStringAsync($\"{Orders}/{id}\");",
        "private static readonly string Orders = \"orders\"; private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M(int id) => _c.GetStringAsync($\"{Orders}/{id}\");",

        // An own method is handed the path
        "private readonly HttpClient _c = new() { " + Open + " }; private Task<string> Get(string path) => _c.GetStringAsync(path); public Task<string> M() => Get(\"orders\");",
        "private readonly HttpClient _c = new() { " + Open + " }; private Task<string> Get(string path, int page) => _c.GetStringAsync($\"{path}?page={page}\"); private Task<string> First(string path) => Get(path, 1); public Task<string> M() => First(\"/orders\");",
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<string> Get(string path) => _c.GetStringAsync(path); } public class D { public Task<string> M(C c) => c.Get(\"orders\");",
        "private static readonly HttpClient _c = new() { " + Open + " }; private const string Orders = \"/orders\"; public Task<string> M(int id) => _c.Get(HttpMethod.Get, $\"{Orders}/{id}\"); } " + Extension,
        "private readonly HttpClient _c = new() { " + Open + " }; public Task<string> M() => X.Get(_c, HttpMethod.Get, \"/orders\"); } " + Extension,
    };

    private const string Extension = """
        public static class X
        {
            public static async Task<string> Get(this HttpClient client, HttpMethod method, string path)
            {
                using var request = new HttpRequestMessage(method, path);
                using var response = await client.SendAsync(request);
                return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            }
        """;

    public static TheoryData<string> Quiet => new()
    {
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h\") }; public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/\") }; public Task<string> M() => _c.GetStringAsync(\"orders\");",

        // The request repeats the path, keeps it, or is somewhere else
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M() => _c.GetStringAsync(\"v1/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; public Task<string> M() => _c.GetStringAsync(\"/v1/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/rates\") }; public Task<string> M(string q) => _c.GetStringAsync(\"?q=\" + q);",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M() => _c.GetStringAsync(\"https://other/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M() => _c.GetStringAsync(\"\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/api/index.php\") }; public Task<string> M() => _c.GetStringAsync(\"other.php\");",

        // Put together, and kept, or not known to be lost
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"{host}/v1/\"); } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"{host}/v1\"); } public Task<string> M() => _c.GetStringAsync(\"v1/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"{host}/v1/\"); } public Task<string> M() => _c.GetStringAsync(\"/api/v1/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"{host}/\"); } public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"{host}v1\"); } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = new Uri($\"https://{host}\"); } public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host, int port) { _c = c; _c.BaseAddress = new Uri($\"{host}:{port}/\"); } public Task<string> M() => _c.GetStringAsync(\"/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string tenant) { _c = c; _c.BaseAddress = new Uri($\"https://h/{tenant}/\"); } public Task<string> M(string tenant) => _c.GetStringAsync($\"/{tenant}/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string host, string tenant) { _c = c; _c.BaseAddress = new Uri($\"{host}/{tenant}/v1/\"); } public Task<string> M(string tenant) => _c.GetStringAsync($\"/{tenant}/v1/orders\");",

        // An interpolated constant repeats it
        "private const string Version = \"v1\"; private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M() => _c.GetStringAsync($\"/{Version}/orders\");",
        "private const string Version = \"v1\"; private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M() => _c.GetStringAsync($\"{Version}/orders\");",

        // The method that is handed the path makes another of it, or has another client
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; private Task<string> Get(string path) { path = path.TrimStart('/'); return _c.GetStringAsync(path); } public Task<string> M() => Get(\"/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; private Task<string> Get(string path) => _c.GetStringAsync(path.TrimStart('/')); public Task<string> M() => Get(\"/orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; private readonly HttpClient _d = new() { BaseAddress = new Uri(\"https://h/\") }; public async Task<string> M() => await _c.Get(HttpMethod.Get, \"orders\") + await _d.Get(HttpMethod.Get, \"/health\"); } " + Extension,
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1/\") }; private Task<string> Get(string path) => _c.GetStringAsync(path); public Task<string> M() => Get(\"https://other/orders\");",
        "private readonly HttpClient _c; protected C(HttpClient c) { _c = c; } protected Task<string> Get(string path) => _c.GetStringAsync(path); } " +
            "public class One : C { public One(HttpClient c) : base(c) { c.BaseAddress = new Uri(\"https://h/v1/\"); } public Task<string> M() => Get(\"orders\"); } " +
            "public class Two : C { public Two(HttpClient c) : base(c) { c.BaseAddress = new Uri(\"https://g/\"); } public Task<string> M() => Get(\"/orders\");",

        // Unknown
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M(string path) => _c.GetStringAsync(path);",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") }; public Task<string> M(string path) => _c.GetStringAsync($\"{path}/orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, string b) { _c = c; _c.BaseAddress = new Uri(b); } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c; public C(HttpClient c, bool live) { _c = c; if (live) _c.BaseAddress = new Uri(\"https://h/v1\"); else _c.BaseAddress = new Uri(\"https://h/v2/\"); } public Task<string> M() => _c.GetStringAsync(\"orders\");",
        "private readonly HttpClient _c = new() { BaseAddress = new Uri(\"https://h/v1\") };",
        "public static void Setup(HttpClient c) { c.BaseAddress = new Uri(\"https://h/v1\"); } public Task<string> M(HttpClient c) { Setup(c); return c.GetStringAsync(\"orders\"); }",

        // Libraries that join the paths themselves
        "private readonly RestClient _c = new(new RestClientOptions(\"https://h/v1\")); public Task<RestResponse> M() => _c.ExecuteAsync(new RestRequest(\"orders\"));",
        "private readonly FlurlClient _c = new(new HttpClient { BaseAddress = new Uri(\"https://h/v1\") }); public Task<string> M() => _c.Request(\"orders\").GetStringAsync();",
        "public interface IApi { [Refit.Get(\"/orders\")] Task<string> Orders(); } public Task<string> M() { var c = new HttpClient { BaseAddress = new Uri(\"https://h/v1\") }; return Refit.RestService.For<IApi>(c).Orders(); }",
    };

    [Theory]
    [MemberData(nameof(Lost))]
    public Task LostPath_Reports(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task KeptPath_IsQuiet(string members) => Verify.VerifyAnalyzerAsync(ClientSource.Class(members));

    [Fact]
    public Task TypedClientOfARegistration_Reports() => Verify.VerifyAnalyzerAsync(
        ("Api.cs", ClientSource.Usings + "public class Api(HttpClient http) { public Task<string> M() => http.GetStringAsync(\"orders\"); }"),
        ("Setup.cs", ClientSource.Usings + "public static class Setup { public static void Add(IServiceCollection services) => services.AddHttpClient<Api>(c => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = [|new Uri(\"https://h/v1\")|]; }); }"));

    [Fact]
    public Task NamedClientOfARegistration_Reports() => Verify.VerifyAnalyzerAsync(
        ("Api.cs", ClientSource.Usings + "public class Api { private readonly IHttpClientFactory _f; public Api(IHttpClientFactory f) { _f = f; } public Task<string> M() { var c = _f.CreateClient(\"a\"); return c.GetStringAsync(\"/orders\"); } }"),
        ("Setup.cs", ClientSource.Usings + "public static class Setup { public static void Add(IServiceCollection services) => services.AddHttpClient(\"a\").ConfigureHttpClient(c => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = [|new Uri(\"https://h/v1/\")|]; }); }"));

    [Fact]
    public Task AddressPutTogetherInARegistration_Parcelo_Reports() => Verify.VerifyAnalyzerAsync(
        ("Api.cs", ClientSource.Usings + "public class Api(HttpClient http) { public Task<string> M() => http.GetStringAsync(\"orders\"); }"),
        ("Setup.cs", ClientSource.Usings + "public static class Setup { public static void Add(IServiceCollection services, string host) => services.AddHttpClient<Api>(c => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = [|new Uri($\"{host}/api/v1\")|]; }); }"));

    [Theory]
    [InlineData("$\"{host}/v1\"", "$\"{host}/v1/\"")]
    [InlineData("host + \"/v1\"", "host + \"/v1/\"")]
    public Task EndOfAnAddressPutTogether_IsFixed(string lost, string kept) => Verify.VerifyCodeFixAsync(PutTogether($"[|new Uri({lost})|]"), PutTogether($"new Uri({kept})"));

    private static string PutTogether(string address) => ClientSource.Class(
        "private readonly HttpClient _c; public C(HttpClient c, string host) { _c = c; _c.BaseAddress = " + address + "; } public Task<string> M() => _c.GetStringAsync(\"orders\");");

    [Theory]
    [InlineData("Get({0})")]
    [InlineData("Get({0}, {0})")]
    public Task PathHandedToAnOwnMethod_IsFixed(string call) => Verify.VerifyCodeFixAsync(
        Handed("[|new Uri(\"https://h/v1\")|]", call.Replace("{0}", "\"/orders\"")), Handed("new Uri(\"https://h/v1/\")", call.Replace("{0}", "\"orders\"")));

    private static string Handed(string address, string call) => ClientSource.Class(
        "private readonly HttpClient _c = new() { BaseAddress = " + address + " }; private Task<string> Get(string path) => _c.GetStringAsync(path); " +
        "private async Task<string> Get(string one, string two) => await _c.GetStringAsync(one) + await _c.GetStringAsync(two) + await _c.GetStringAsync(one); public Task<string> M() => " + call + ";");

    [Fact]
    public Task RegistrationSetTwice_IsQuiet() => Verify.VerifyAnalyzerAsync(
        ("Api.cs", ClientSource.Usings + "public class Api { private readonly HttpClient _c; public Api(HttpClient c) { _c = c; c.BaseAddress = new Uri(\"https://h/v2/\"); } public Task<string> M() => _c.GetStringAsync(\"orders\"); }"),
        ("Setup.cs", ClientSource.Usings + "public static class Setup { public static void Add(IServiceCollection services) => services.AddHttpClient<Api>(c => { c.Timeout = TimeSpan.FromSeconds(3); c.BaseAddress = new Uri(\"https://h/v1\"); }); }"));

    [Fact]
    public Task Slashes_AreFixed() => Verify.VerifyCodeFixAsync(
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Api
        {
            private readonly HttpClient _a;
            private readonly HttpClient _b = new() { BaseAddress = [|new Uri("https://h/v1/" /* one */)|] };

            public Api(HttpClient a)
            {
                _a = a;
                _a.BaseAddress = [|new Uri("https://h/v1")|]; // one
            }

            public async Task M(int id)
            {
                await _a.GetStringAsync("orders");
                await _a.GetStringAsync(/* two */ "/orders");
                await _b.GetStringAsync($"/orders/{id}");
                await _b.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/orders/" + id));
                await _b.GetStringAsync("rest");
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Api
        {
            private readonly HttpClient _a;
            private readonly HttpClient _b = new() { BaseAddress = new Uri("https://h/v1/" /* one */) };

            public Api(HttpClient a)
            {
                _a = a;
                _a.BaseAddress = new Uri("https://h/v1/"); // one
            }

            public async Task M(int id)
            {
                await _a.GetStringAsync("orders");
                await _a.GetStringAsync(/* two */ "orders");
                await _b.GetStringAsync($"orders/{id}");
                await _b.SendAsync(new HttpRequestMessage(HttpMethod.Get, "orders/" + id));
                await _b.GetStringAsync("rest");
            }
        }
        """);

    [Theory]
    [InlineData("private const string Base = \"https://h/v1\"; private readonly HttpClient _c = new() { BaseAddress = [|new Uri(Base)|] }; public Task<string> M() => _c.GetStringAsync(\"orders\");")]
    [InlineData("private const string Orders = \"/orders\"; private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1/\")|] }; public Task<string> M() => _c.GetStringAsync(Orders);")]
    [InlineData("private const string Orders = \"/orders\"; private readonly HttpClient _c = new() { BaseAddress = [|new Uri(\"https://h/v1/\")|] }; public Task<string> M(int id) => _c.GetStringAsync($\"{Orders}/{id}\");")]
    public Task TextsFromElsewhere_NoFixIsOffered(string members) => Verify.VerifyNoFixAsync(ClientSource.Class(members));
}
