using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Secrets.IA3003EndpointInSourceTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets.CodeFixes;

public sealed class IA3003EndpointInSourceFixTests
{
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
}
