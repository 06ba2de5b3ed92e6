using System.Threading.Tasks;
using IntegrationAnalyzers.Model.Urls;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

public sealed class IA3003EndpointInSourceTests
{
    private const string Usings = """
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
    public Task DefaultFromConfiguration_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        using Microsoft.Extensions.Configuration;

        class Rates(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get() => http.GetStringAsync(configuration["Rates:Url"] ?? "https://api.acmerates.com/latest");

            public Task<string> Other() => http.GetStringAsync(configuration.GetValue("Rates:Url", "https://api.acmerates.com/latest"));
        }
        """);

    [Fact]
    public Task DuplicatiDrime_DefaultWhereTheOptionIsBlank_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Drime
        {
            private const string DEFAULT_API_URL = "https://app.drime.cloud/api/v1";

            private readonly string _apiUrl;

            public Drime(string option)
            {
                _apiUrl = option ?? "";
                if (string.IsNullOrWhiteSpace(_apiUrl))
                    _apiUrl = DEFAULT_API_URL;
            }

            public HttpClient Make() => new HttpClient { BaseAddress = new Uri(_apiUrl.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(5) };

            public Task<string> Get(HttpClient http, string option) =>
                http.GetStringAsync(string.IsNullOrEmpty(option) ? "https://app.drime.cloud/api/v1" : option);
        }
        """);

    [Fact]
    public Task DuplicatiFilejump_DefaultUsedWithoutAsking_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Filejump
        {
            private const string DEFAULT_API_URL = [|"https://drive.filejump.com/api/v1/"|];

            private readonly string _apiUrl;

            public Filejump(string option)
            {
                _apiUrl = option;
                if (_apiUrl == null)
                    _apiUrl = DEFAULT_API_URL;
            }

            public HttpClient Make() => new HttpClient { BaseAddress = new Uri(DEFAULT_API_URL), Timeout = TimeSpan.FromSeconds(5) };

            public string Url => _apiUrl;
        }
        """);

    [Fact]
    public Task OctokitGitHubClient_PublicOverridableDefault_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class GitHubClient
        {
            public static readonly Uri GitHubApiUrl = new Uri("https://api.github.com/");

            private readonly HttpClient _http;

            public GitHubClient(HttpClient http)
                : this(http, GitHubApiUrl)
            {
            }

            public GitHubClient(HttpClient http, Uri baseAddress)
            {
                _http = http;
                _http.BaseAddress = baseAddress;
            }
        }
        """);

    [Fact]
    public Task SettableOptionsProperty_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class RatesOptions
        {
            public string Url { get; set; } = "https://api.acmerates.com/latest";
        }

        public class Rates(HttpClient http, RatesOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Url);
        }
        """);

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
    public Task Literal_FixReadsTheEnvironment() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Rates(HttpClient http)
        {
            // The latest of all.
            public Task<string> Get() => http.GetStringAsync(/* daily */ [|"https://api.acmerates.com/v1/latest"|]);
        }
        """,
        Usings + """
        class Rates(HttpClient http)
        {
            // The latest of all.
            public Task<string> Get() => http.GetStringAsync(/* daily */ Environment.GetEnvironmentVariable("ACMERATES_V1_LATEST_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_V1_LATEST_URL."));
        }
        """);

    [Fact]
    public Task ConfigurationInReach_FixReadsIt() => Verify.VerifyCodeFixAsync(
        Usings + """
        using Microsoft.Extensions.Configuration;

        class Rates
        {
            private readonly IConfiguration _configuration;
            private readonly HttpClient _http;

            public Rates(HttpClient http, IConfiguration configuration)
            {
                _configuration = configuration;
                _http = http;
                _http.BaseAddress = new Uri([|"https://api.acmerates.com/"|]);
            }

            public Task<string> Of(string code) => _http.GetStringAsync([|$"https://eu.acmerates.com/v1/{code}?x=1"|]);
        }
        """,
        Usings + """
        using Microsoft.Extensions.Configuration;

        class Rates
        {
            private readonly IConfiguration _configuration;
            private readonly HttpClient _http;

            public Rates(HttpClient http, IConfiguration configuration)
            {
                _configuration = configuration;
                _http = http;
                _http.BaseAddress = new Uri(configuration["Acmerates:BaseUrl"] ?? throw new InvalidOperationException("Set the configuration value 'Acmerates:BaseUrl'."));
            }

            public Task<string> Of(string code) => _http.GetStringAsync((_configuration["Acmerates:EuBaseUrl"] ?? throw new InvalidOperationException("Set the configuration value 'Acmerates:EuBaseUrl'.")).TrimEnd('/') + $"/v1/{code}?x=1");
        }
        """);

    [Fact]
    public Task Constant_FixMakesItAProperty() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            /// <summary>Where rates come from.</summary>
            private const string Root = [|"https://api.acmerates.com"|]; // no slash

            public Task<string> Of(string code) => http.GetStringAsync($"{Root}/{code}");

            public Task<string> Last()
            {
                const string last = [|"https://api.acmerates.com/last"|];
                return http.GetStringAsync(last);
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            /// <summary>Where rates come from.</summary>
            private static string Root => Environment.GetEnvironmentVariable("ACMERATES_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_BASE_URL."); // no slash

            public Task<string> Of(string code) => http.GetStringAsync($"{Root}/{code}");

            public Task<string> Last()
            {
                string last = (Environment.GetEnvironmentVariable("ACMERATES_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_BASE_URL.")).TrimEnd('/') + "/last";
                return http.GetStringAsync(last);
            }
        }
        """);

    [Fact]
    public Task TernaryAndConcatenation_FixGivesEachEndpointItsName() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Of(bool sandbox, string code) =>
                http.GetStringAsync((sandbox ? [|"https://sandbox.acmerates.co.uk/"|] : [|"https://api.acmerates.co.uk/"|]) + code);
        }
        """,
        Usings + """
        class Rates(HttpClient http)
        {
            public Task<string> Of(bool sandbox, string code) =>
                http.GetStringAsync((sandbox ? (Environment.GetEnvironmentVariable("ACMERATES_SANDBOX_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_SANDBOX_BASE_URL.")) : (Environment.GetEnvironmentVariable("ACMERATES_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_BASE_URL."))) + code);
        }
        """);

    [Theory]
    [InlineData(
        "private const string CategoriesUrl = [|\"https://apigw.acmerates.com/integration/product/product-categories\"|]; // tree",
        "private static string CategoriesUrl => (" + Apigw + ").TrimEnd('/') + \"/integration/product/product-categories\"; // tree")]
    [InlineData("private string CategoriesUrl => [|\"https://apigw.acmerates.com/list.php\"|];", "private string CategoriesUrl => (" + Apigw + ").TrimEnd('/') + \"/list.php\";")]
    [InlineData(
        "private string CategoriesUrl => [|\"https://apigw.acmerates.com/list?order=new&page=\"|] + Page + \"&size=300\";",
        "private string CategoriesUrl => (" + Apigw + ").TrimEnd('/') + \"/list?order=new&page=\" + Page + \"&size=300\";")]
    [InlineData("private string CategoriesUrl => [|\"https://apigw.acmerates.com/\"|] + Page;", "private string CategoriesUrl => (" + Apigw + ").TrimEnd('/') + \"/\" + Page;")]
    public Task PathOfAnOperation_FixLeavesItInTheCode(string member, string expected) => Verify.VerifyCodeFixAsync(Categories(member), Categories(expected));

    [Theory]
    [InlineData("public string BaseUrl { get; set; } = [|\"https://api.acmepay.io/a/long/path/to/it.json\"|];", "public string BaseUrl { get; set; } = Environment.GetEnvironmentVariable(\"ACMEPAY_A_LONG_PATH_TO_IT_JSON_URL\") ?? \"\";")]
    [InlineData("public string BaseUrl { get; set; } = [|\"https://api.acmepay.io\"|];", "public string BaseUrl { get; set; } = Environment.GetEnvironmentVariable(\"ACMEPAY_BASE_URL\") ?? \"\";")]
    public Task DefaultOfASettableProperty_FixNeverFailsBeforeItIsSet(string member, string expected) => new Verify.Test
    {
        TestCode = Pay(member),
        FixedCode = Pay(expected),
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
    }.RunAsync();

    [Fact]
    public Task AddressAsDefaultOfASettableProperty_NoFix() => new Verify.Test
    {
        TestCode = Pay("public Uri BaseUrl { get; set; } = new Uri([|\"https://api.acmepay.io\"|]);"),
        FixedCode = Pay("public Uri BaseUrl { get; set; } = new Uri([|\"https://api.acmepay.io\"|]);"),
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
    }.RunAsync();

    [Fact]
    public Task HostsThatDifferByTheirDomain_FixTellsThemApart() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Sms(HttpClient http)
        {
            private static string Address(int region)
            {
                switch (region)
                {
                    case 0:
                        return [|"https://acmesms.io/"|];
                    case 1:
                        return [|"https://api.acmesms.pl/"|];
                    default:
                        return [|"https://api.acmesms.com/"|];
                }
            }

            public Task<string> Get(int region) => http.GetStringAsync(Address(region));
        }
        """,
        Usings + """
        class Sms(HttpClient http)
        {
            private static string Address(int region)
            {
                switch (region)
                {
                    case 0:
                        return Environment.GetEnvironmentVariable("ACMESMS_DOT_IO_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMESMS_DOT_IO_BASE_URL.");
                    case 1:
                        return Environment.GetEnvironmentVariable("ACMESMS_DOT_PL_API_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMESMS_DOT_PL_API_BASE_URL.");
                    default:
                        return Environment.GetEnvironmentVariable("ACMESMS_DOT_COM_API_BASE_URL") ?? throw new InvalidOperationException("Set the environment variable ACMESMS_DOT_COM_API_BASE_URL.");
                }
            }

            public Task<string> Get(int region) => http.GetStringAsync(Address(region));
        }
        """);

    private const string Apigw = "Environment.GetEnvironmentVariable(\"ACMERATES_APIGW_BASE_URL\") ?? throw new InvalidOperationException(\"Set the environment variable ACMERATES_APIGW_BASE_URL.\")";

    private static string Categories(string member) => Usings + $$"""
        class Categories(HttpClient http)
        {
            {{member}}

            public int Page { get; set; }

            public Task<string> Get() => http.GetStringAsync(CategoriesUrl);
        }
        """;

    private static string Pay(string member) => Usings + $$"""
        Console.WriteLine(await new Pay(new HttpClient { Timeout = TimeSpan.FromSeconds(9) }, new PaySettings()).Get());

        class PaySettings
        {
            {{member}}
        }

        class Pay(HttpClient http, PaySettings settings)
        {
            public Task<string> Get() => http.GetStringAsync(settings.BaseUrl);
        }
        """;

    [Fact]
    public Task ConstantNeededAtCompileTime_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Rates(HttpClient http)
        {
            private const string Root = [|"https://api.acmerates.com"|];
            private const string Latest = Root + "/latest";

            public Task<string> Get() => http.GetStringAsync(Latest);
        }
        """);

    [Fact]
    public Task ConstantInCaseLabel_NoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Rates(HttpClient http)
        {
            private const string Root = [|"https://api.acmerates.com"|];

            public Task<string> Get(string url)
            {
                switch (url)
                {
                    case Root:
                        return http.GetStringAsync(Root);
                    default:
                        return Task.FromResult("");
                }
            }
        }
        """);

    [Fact]
    public Task BtcPayRateProviders_EachReadsItsOwnDescription() => Verify.VerifyAnalyzerAsync(Usings + """
        public record RateSource(string Id, string Name, string Url);

        public interface IRates { RateSource Source { get; } }

        class Called(HttpClient http) : IRates
        {
            public RateSource Source => new("a", "A", [|"https://api.acmerates.com/latest"|]);

            public Task<string> Get() => http.GetStringAsync(Source.Url);
        }

        class Described : IRates
        {
            public RateSource Source => new("b", "B", "https://api.other-rates.com/latest");
        }

        class Kept : IRates
        {
            public RateSource Source { get; } = new("c", "C", "https://api.third-rates.com/latest");
        }
        """);

    [Fact]
    public Task DescriptionReadThroughItsInterface_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public record RateSource(string Id, string Url);

        public interface IRates { RateSource Source { get; } }

        class Described : IRates
        {
            public RateSource Source => new("b", [|"https://api.acmerates.com/latest"|]);
        }

        class Reader(HttpClient http, IRates rates)
        {
            public Task<string> Get() => http.GetStringAsync(rates.Source.Url);
        }
        """);

    [Fact]
    public Task TelegramBotOptions_DefaultWhereNoUrlWasGiven_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class BotOptions
        {
            private const string Root = "https://api.acmebots.com";

            public BotOptions(string? url = null)
            {
                IsOwn = url is not null;
                var root = IsOwn ? Authority(url!) : Root;
                Requests = $"{root}/bot";
            }

            public bool IsOwn { get; }

            public string Requests { get; }

            private static string Authority(string url) => new Uri(url).GetLeftPart(UriPartial.Authority);
        }

        public class Bot(HttpClient http, BotOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Requests + "/me");
        }
        """);

    [Fact]
    public Task OtherWayThatNobodyChooses_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Bot(HttpClient http)
        {
            public Task<string> Get(bool isFast, string id) => http.GetStringAsync(isFast ? Fast(id) : [|"https://api.acmebots.com/slow"|]);

            private static string Fast(string id) => id + "/fast";
        }
        """);

    [Fact]
    public Task DuplicatiMovistar_BothWaysLeadThere_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Files(HttpClient http, string key)
        {
            private const string Root = [|"https://upload.acmecloud.com"|];

            public Task<string> Get(string path) => http.GetStringAsync(WithKey(Root + path));

            private string WithKey(string url) => url.Contains("key=") ? url : $"{url}{(url.Contains("?") ? "&" : "?")}key={Uri.EscapeDataString(key)}";
        }
        """);

    [Fact]
    public Task SendGridOptions_SetByTheirConstructor_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class MailOptions
        {
            public MailOptions() => Host = "https://api.acmemail.com";

            public string Host { get; set; }
        }

        public class Mail(HttpClient http, MailOptions options)
        {
            public Task<string> Get() => http.GetStringAsync(options.Host + "/send");
        }
        """);

    [Fact]
    public Task MemberThatNobodyElseSets_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class Mail
        {
            private readonly HttpClient _http;

            public Mail(HttpClient http)
            {
                _http = http;
                Host = [|"https://api.acmemail.com"|];
            }

            public string Host { get; private set; }

            public Task<string> Get() => _http.GetStringAsync(Host + "/send");
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

    [Theory]
    [InlineData("", "[|\"https://api.acmerates.com/latest\"|]")]
    [InlineData("/// <summary>The address; the provider's own by default.</summary>", "\"https://api.acmerates.com/latest\"")]
    public Task OptionsDefaultInAProgram_ReportsUnlessDocumented(string comment, string value) => new Verify.Test
    {
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        TestCode = Usings + $$"""
            public static class Program
            {
                public static void Main() { }
            }

            public class RatesOptions
            {
                {{comment}}
                public string Url { get; set; } = {{value}};
            }

            public class Rates(HttpClient http, RatesOptions options)
            {
                public Task<string> Get() => http.GetStringAsync(options.Url);
            }
            """,
    }.RunAsync();

    [Fact]
    public Task UrlThatIsItselfASecret_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Alerts(HttpClient http)
        {
            private const string Hook = "{{IA3002CredentialTests.Sample("Slack", "Incoming webhook URL")}}";

            public Task<string> Get() => http.GetStringAsync(Hook);

            public Task<string> Files() => http.GetStringAsync("https://svc:kT9wQ2vZx7@files.acmerates.com/last");
        }
        """);

    /// <summary>What a section is bound to may be set without a release: the literal holds where nothing else is said.</summary>
    [Theory]
    [InlineData("services.Configure<PaySettings>(configuration.GetSection(\"Pay\"));", false)]
    [InlineData("services.AddOptions<PaySettings>().BindConfiguration(\"Pay\");", false)]
    [InlineData("services.AddSingleton(configuration.GetSection(\"Pay\").Get<PaySettings>()!);", false)]
    [InlineData("services.Configure<PaySettings>(o => configuration.GetSection(\"Pay\").Bind(o));", false)]
    [InlineData("services.AddOptions<PaySettings>().Configure<IConfiguration>((settings, values) => values.GetSection(\"Pay\").Bind(settings));", false)]
    [InlineData("services.Configure<PaySettings>(o => o.Key = \"\");", true)]
    [InlineData("services.AddOptions<PaySettings>().Configure<IConfiguration>((settings, values) => settings.Key = values[\"Key\"] ?? \"\");", true)]
    [InlineData("services.AddSingleton(new PaySettings());", true)]
    public Task EvRental_DefaultOfBoundSettings_IsQuiet(string binding, bool reports) => new Verify.Test
    {
        OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication,
        TestCode = Usings + $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;

            public static class Program
            {
                public static void Main() { }

                public static void Add(IServiceCollection services, IConfiguration configuration) { {{binding}} }
            }

            public class PaySettings
            {
                public string BaseUrl { get; set; } = {{(reports ? "[|\"https://api.acmepay.com\"|]" : "\"https://api.acmepay.com\"")}};
                public string Key { get; set; } = "";
            }

            public class Payments(HttpClient http, PaySettings settings)
            {
                public Task<string> Get() => http.GetStringAsync(settings.BaseUrl + "/payments");
            }
            """,
    }.RunAsync();

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
