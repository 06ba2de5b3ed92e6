using System.Threading.Tasks;
using IntegrationAnalyzers.Model.Urls;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3003EndpointInSourceTests
{
    internal const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task LiteralInCall_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync([|"https://api.acmerates.com/latest"|]);
        }
        """);

    [Fact]
    public Task BaseAddress_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates
        {
            private readonly HttpClient _http = new HttpClient { BaseAddress = new Uri([|"https://api.acmerates.com/"|]), Timeout = TimeSpan.FromSeconds(5) };
        }
        """);

    [Fact]
    public Task PrivateConstant_ReportsAtItsDeclaration() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            private const string Root = [|"https://api.acmerates.com"|];
            private const string Latest = Root + "/latest";

            public Task<string> Get() => http.GetStringAsync(Latest);

            public Task<string> Of(string code) => http.GetStringAsync($"{Root}/{code}");
        }
        """);

    [Fact]
    public Task Interpolated_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Of(string code) => http.GetStringAsync([|$"https://api.acmerates.com/v1/{code}"|]);
        }
        """);

    [Fact]
    public Task LocalUriBuilder_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Of(string code)
            {
                var builder = new UriBuilder([|"https://api.acmerates.com/v1"|]);
                builder.Query = "code=" + code;
                return http.GetStringAsync(builder.Uri);
            }
        }
        """);

    [Fact]
    public Task RequestMessage_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task Send()
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, [|"https://api.acmeship.com/orders"|]);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task ThroughHelperParameter_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public Task<string> Get() => Fetch([|"https://api.acmeship.com/orders"|]);

            private Task<string> Fetch(string url) => FetchCore(url.TrimEnd('/'));

            private Task<string> FetchCore(string address) => http.GetStringAsync(address);
        }
        """);

    [Fact]
    public Task ThroughConstructorOfOwnClient_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Api
        {
            private readonly HttpClient _http;

            public Api(HttpClient http, string root)
            {
                _http = http;
                _http.BaseAddress = new Uri(root);
            }
        }

        class Composition
        {
            public Api Make(HttpClient http) => new Api(http, [|"https://api.acmeship.com/"|]);
        }
        """);

    [Fact]
    public Task NopPluginRave_UrlFromHelperWithSandboxTernary_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Helper
        {
            public static string GetUrl(bool sandbox) =>
                sandbox ? [|"https://ravesandboxapi.acmepay.com/"|] : [|"https://api.ravepay.acmepay.com/"|];
        }

        class Gateway(HttpClient http)
        {
            public Task<HttpResponseMessage> Verify(bool sandbox, HttpContent content) =>
                http.PostAsync(Helper.GetUrl(sandbox) + "verify", content);
        }
        """);

    [Fact]
    public Task SimplCommerceMomo_TernaryIntoRequest_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class MomoPayment(HttpClient http)
        {
            public async Task Pay(bool isSandbox)
            {
                string url;
                url = isSandbox ? [|"https://test-payment.momopay.vn/gw"|] : [|"https://payment.momopay.vn/gw"|];
                using var response = await http.PostAsJsonAsync(url, new { amount = 1 });
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task RegistrationLambda_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("rates", c =>
                {
                    c.BaseAddress = new Uri([|"https://api.acmerates.com/"|]);
                    c.Timeout = TimeSpan.FromSeconds(5);
                });
        }
        """);

    [Fact]
    public Task OptionsSetInCode_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class RatesOptions
        {
            public string Url { get; set; } = "";
        }

        class Rates(HttpClient http, RatesOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Url);
        }

        static class Composition
        {
            public static void Configure(RatesOptions o) => o.Url = [|"https://api.acmerates.com/latest"|];
        }
        """);

    [Fact]
    public Task WebRequestRestSharpFlurl_Report() => Verify.VerifyAnalyzerAsync("""
        using System.Net;
        using System.Threading.Tasks;
        using Flurl.Http;
        using RestSharp;

        class Clients
        {
        #pragma warning disable SYSLIB0014
            public WebRequest Old() => WebRequest.Create([|"https://api.acmerates.com/a"|]);
        #pragma warning restore SYSLIB0014

            public RestClient Rest() => new RestClient([|"https://api.acmerates.com/b"|]);

            public Task<string> Fluent() => [|"https://api.acmerates.com/c"|].WithHeader("Accept", "text/plain").GetStringAsync();
        }
        """);

    [Fact]
    public Task ConstantInOtherFile_ReportsAtItsDeclaration() => Verify.VerifyAnalyzerAsync(
        ("/0/Urls.cs", """
            internal static class Urls
            {
                internal const string Rates = [|"https://api.acmerates.com/latest"|];
            }
            """),
        ("/0/Rates.cs", Usings + """
            class Rates(HttpClient http)
            {
                public Task<string> Get() => http.GetStringAsync(Urls.Rates);
            }
            """));

    [Fact]
    public Task NamespacesLinksListenersComparisons_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Words(HttpClient http)
        {
            private const string Namespace = "http://schemas.acmerates.com/2020/rates";
            private const string Help = "https://docs.acmerates.com/errors";
            private static readonly string[] Listeners = { "http://+:5000", "http://*:80/" };

            public bool IsOurs(string url) => url.StartsWith("https://api.acmerates.com/") || url == "https://www.acmerates.com";

            public string Link(int id) => $"https://www.acmerates.com/orders/{id}";

            public Exception Fail() => new InvalidOperationException("See https://docs.acmerates.com/errors or " + Help + Namespace + Listeners[0]);
        }
        """);

    [Fact]
    public Task ServiceDiscoveryAndInternalNames_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Catalog(HttpClient http)
        {
            public void Configure()
            {
                http.BaseAddress = new Uri("https+http://catalog-api");
                http.BaseAddress = new Uri("http://basket-api");
                http.BaseAddress = new Uri("http://catalog.shop.svc.cluster.local/");
                http.BaseAddress = new Uri("http://localhost:5000/");
                http.BaseAddress = new Uri("https://api.example.com/");
            }
        }
        """);

    [Fact]
    public Task SandboxThatNothingChooses_IsLeftToIA3004() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync("https://sandbox.acmerates.com/latest");
        }
        """);

    [Fact]
    public Task DevelopmentBranchAndDebugBuild_AreQuiet() => Verify.VerifyAnalyzerAsync("#define DEBUG\n" + Usings + """
        using Microsoft.Extensions.Hosting;

        class Rates(HttpClient http, IHostEnvironment env, Uri live)
        {
            public void Configure()
            {
                if (env.IsDevelopment())
                    http.BaseAddress = new Uri("https://api.acmerates.com/");
                http.BaseAddress = !env.IsDevelopment() ? live : new Uri("https://api.acmerates.com/");
                if (!env.IsProduction())
                    http.BaseAddress = new Uri("https://api.acmerates.com/");
                http.BaseAddress = env.IsProduction() ? live : new Uri("https://api.acmerates.com/");
        #if DEBUG
                http.BaseAddress = new Uri("https://api.acmerates.com/");
        #endif
            }
        }
        """);

    [Fact]
    public Task ProductionBranch_Reports() => Verify.VerifyAnalyzerAsync("#define RELEASE\n" + Usings + """
        using Microsoft.Extensions.Hosting;

        class Rates(HttpClient http, IHostEnvironment env, Uri local)
        {
            public void Configure()
            {
                if (!env.IsDevelopment())
                    http.BaseAddress = new Uri([|"https://api.acmerates.com/"|]);
                http.BaseAddress = env.IsDevelopment() ? local : new Uri([|"https://api.acmerates.com/"|]);
                if (env.IsProduction())
                    http.BaseAddress = new Uri([|"https://api.acmerates.com/"|]);
        #if DEBUG
                http.BaseAddress = local;
        #else
                http.BaseAddress = new Uri([|"https://api.acmerates.com/"|]);
        #endif
            }
        }
        """);

    [Fact]
    public Task PublicConstantOfAnInternalType_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        internal static class Urls
        {
            public const string Rates = [|"https://api.acmerates.com/latest"|];
        }

        public class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync(Urls.Rates);
        }
        """);

    [Fact]
    public Task UrlInBodyOrQuery_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private const string Callback = "https://shop.acmestore.com/callback";

            public async Task Send(string url)
            {
                using var a = await http.PostAsJsonAsync(url, "https://shop.acmestore.com/callback");
                using var b = await http.PostAsJsonAsync(url, new { callback = Callback });
                using var c = await http.GetAsync($"{url}?redirect={Callback}");
                using var d = await http.GetAsync(url + "?redirect=" + Callback);
                a.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task RefererAndUserAgent_AreQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public void Configure(HttpRequestMessage request)
            {
                request.Headers.Referrer = new Uri("https://shop.acmestore.com/");
                http.DefaultRequestHeaders.Add("User-Agent", "acme (+https://shop.acmestore.com/bot)");
                http.DefaultRequestHeaders.Add("Origin", "https://shop.acmestore.com");
            }
        }
        """);

    [Fact]
    public Task TestProject_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Rates(HttpClient http)
                {
                    [Xunit.Fact]
                    public Task<string> Get() => http.GetStringAsync("https://api.acmerates.com/latest");
                }
                """,
        };
        test.TestState.AdditionalReferences.Add(Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location));
        return test.RunAsync();
    }

    [Fact]
    public Task RecursiveHelpersAndCyclicBases_AreQuietAndEnd() => Verify.VerifyAnalyzerAsync(Usings + """
        class Loop
        {
            private string A(string url) => B(url);

            private string B(string url) => A(url);

            public string Start() => A("https://api.acmerates.com/latest");
        }
        """);

    [Fact]
    public Task WrittenByTheInvariantCulture_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        using System.Globalization;

        class Rates(HttpClient http)
        {
            public Task<string> A(double lat) => http.GetStringAsync(FormattableString.Invariant([|$"https://api.acmerates.com/v1?lat={lat}"|]));

            public Task<string> B(double lat) => http.GetStringAsync(string.Create(CultureInfo.InvariantCulture, [|$"https://api.acmerates.com/v1?lat={lat}"|]));
        }
        """);

    [Fact]
    public void PasswordBeforeTheHost_StaysOutOfTheMessage() =>
        Assert.Equal("https://files.acmerates.com", UrlText.Read("https://deploy:" + "s3cret" + "@files.acmerates.com/upload")?.Origin);

    [Fact]
    public Task UrlThatIsItselfASecret_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Alerts(HttpClient http)
        {
            private const string Hook = "{{IA3002CredentialTests.Sample("Slack", "Incoming webhook URL")}}";

            public Task<string> Get() => http.GetStringAsync(Hook);

            public Task<string> Files() => http.GetStringAsync("https://svc:kT9wQ2vZx7@files.acmerates.com/last");
        }
        """);

    [Theory]
    [InlineData("string.Join(\"/\", BaseUrl, version, \"rates\")")]
    [InlineData("string.Join(\"/\", new[] { BaseUrl, version })")]
    [InlineData("string.Join('/', BaseUrl, version, version, version, version)")]
    [InlineData("string.Concat(BaseUrl, \"/\", version, \"/\", \"rates\")")]
    public Task JoinedBehindTheAddress_Reports(string url) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Rates(HttpClient http)
        {
            private const string BaseUrl = [|"https://api.rates.io"|];

            public Task<string> Get(string version) => http.GetStringAsync({{url}});
        }
        """);

    [Fact]
    public Task JoinedAsALaterPart_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http, string address)
        {
            private const string Callback = "https://shop.rates.io/paid";

            public Task<string> Get() => http.GetStringAsync(string.Join("?back=", address, Callback));
        }
        """);
}
