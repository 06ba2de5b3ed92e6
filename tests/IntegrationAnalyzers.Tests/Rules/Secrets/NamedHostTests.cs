using System.Threading.Tasks;
using Xunit;
using ClearText = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3005ClearTextEndpoint>;
using NonProduction = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>A host in a constant of its own that an address names behind its scheme: IA3003, IA3004 and IA3005.</summary>
public sealed class NamedHostTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    /// <summary>BelDinlemez/AkademiQRapidApi, ApiService.cs.</summary>
    [Theory]
    [InlineData("""$"https://{Host}/latest/{currency}" """)]
    [InlineData("""$"https://{Rates.Host}" + "/latest/" + currency""")]
    [InlineData("""$"https://{Host}:8443/latest/{currency}" """)]
    [InlineData("""$"https://{Host}?currency={currency}" """)]
    [InlineData("""$"https://{Host}{currency}" """)]
    [InlineData(""" "https://" + Host + "/latest/" + currency""")]
    [InlineData(""" "https://" + Host + currency""")]
    [InlineData(""" new Uri("https://" + Host)""")]
    [InlineData("""$"http://{Host}/latest/{currency}" """)]
    [InlineData("""string.Format("https://{0}/latest/{1}", Host, currency)""")]
    [InlineData("""string.Format(System.Globalization.CultureInfo.InvariantCulture, "https://{0}:8443/latest/{1}", Host, currency)""")]
    public Task HostInAConstant_Reports(string address) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Rates(HttpClient http)
        {
            private const string Host = [|"rates.p.acmerates.com"|];

            public Task<HttpResponseMessage> Latest(string currency) => http.GetAsync({{address}});
        }
        """);

    [Theory]
    [InlineData("""string.Format("https://{1}/latest/{0}", Host, currency)""")]
    [InlineData("""string.Format("https://{0}.acmerates.com/latest/{1}", Host, currency)""")]
    [InlineData("""string.Format("https://{0", Host)""")]
    public Task FormatThatPutsSomethingElseThere_IsQuiet(string address) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Rates(HttpClient http)
        {
            private const string Host = "rates.p.acmerates.com";

            public Task<HttpResponseMessage> Latest(string currency) => http.GetAsync({{address}});
        }
        """);

    [Fact]
    public Task HostWrittenBesideTheFormat_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public Task<HttpResponseMessage> Latest(string currency) => http.GetAsync(string.Format("https://{0}/latest/{1}", [|"rates.p.acmerates.com"|], currency));
        }
        """);

    [Fact]
    public Task HostInAReadOnlyFieldOrALocal_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            private static readonly string Host = [|"rates.p.acmerates.com"|];

            public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");

            public Task<string> Old()
            {
                const string old = [|"old.acmerates.com"|];
                return http.GetStringAsync($"https://{old}/latest");
            }
        }
        """);

    [Fact]
    public Task HostOfTwoAddressesInAnotherFile_ReportsOnce() => Verify.VerifyAnalyzerAsync(
        ("/0/Hosts.cs", """
            static class Hosts
            {
                public const string Rates = [|"rates.acmerates.com"|];
                public const string Unused = "unused.acmerates.com";
            }
            """),
        ("/0/Rates.cs", Usings + """
            class Rates(HttpClient http)
            {
                public string Page => $"https://{Hosts.Unused}/";

                public Task<string> Latest() => http.GetStringAsync($"https://{Hosts.Rates}/latest");

                public Task<string> Oldest() => http.GetStringAsync($"https://{Hosts.Rates}/oldest");
            }
            """));

    [Theory]
    [InlineData("\"rates\"", "/latest")]
    [InlineData("\"api\"", ".acmerates.com/latest")]
    [InlineData("\"rates.acmerates.com\"", ".proxy/latest")]
    [InlineData("\"10.0.0.4\"", "/latest")]
    [InlineData("\"rates.example.com\"", "/latest")]
    [InlineData("Environment.GetEnvironmentVariable(\"HOST\")", "/latest")]
    [InlineData("Environment.GetEnvironmentVariable(\"HOST\") ?? \"rates.acmerates.com\"", "/latest")]
    public Task HostThatIsNoneOrComesFromElsewhere_IsQuiet(string host, string path) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Rates(HttpClient http)
        {
            private static readonly string Host = {{host}};

            public Task<string> Latest() => http.GetStringAsync($"https://{Host}{{path}}");
        }
        """);

    [Fact]
    public Task HostThatIsAssignedElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            public string Host { get; set; } = "rates.acmerates.com";

            public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");
        }
        """);

    [Fact]
    public Task HostForDevelopment_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
        #if DEBUG
            private const string Host = "rates.acmerates.com";
        #else
            private static readonly string Host = Environment.GetEnvironmentVariable("HOST")!;
        #endif

            public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");
        }
        """);

    [Fact]
    public Task SandboxInAConstant_IsIA3004s()
    {
        const string source = Usings + """
            class Shop(HttpClient http)
            {
                private const string Host = [|"api.sandbox.paypal.com"|];

                public Task<string> Order(string id) => http.GetStringAsync($"https://{Host}/v2/checkout/orders/{id}");
            }
            """;
        return Task.WhenAll(NonProduction.VerifyAnalyzerAsync(source), Verify.VerifyAnalyzerAsync(source.Replace("[|", "").Replace("|]", "")));
    }

    [Theory]
    [InlineData("[|$\"http://{Host}/latest\"|]", "$\"https://{Host}/latest\"")]
    [InlineData("""[|"http://" + Host|] + Path""", "\"https://\" + Host + Path")]
    [InlineData("""[|string.Format("http://{0}{1}", Host, "/latest")|]""", "string.Format(\"https://{0}{1}\", Host, \"/latest\")")]
    public Task ClearTextScheme_ReportsWhereItStands(string address, string secured) => ClearText.VerifyCodeFixAsync(ClearTextSource(address), ClearTextSource(secured));

    [Fact]
    public Task ClearTextSchemeBeforeAPort_HasNoFix() => ClearText.VerifyNoFixAsync(ClearTextSource("""[|$"http://{Host}:8080/latest"|]"""));

    [Fact]
    public Task EncryptedScheme_IsQuiet() => ClearText.VerifyAnalyzerAsync(ClearTextSource("""$"https://{Host}/latest" """));

    [Fact]
    public Task Fix_ReadsTheHost() => Verify.VerifyCodeFixAsync(
        Usings + """
            class Rates(HttpClient http)
            {
                // Ask them before it moves.
                private const string Host = [|"rates.p.acmerates.com"|]; // theirs

                public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");
            }
            """,
        Usings + """
            class Rates(HttpClient http)
            {
                // Ask them before it moves.
                private static string Host => Environment.GetEnvironmentVariable("ACMERATES_RATES_P_HOST") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_RATES_P_HOST."); // theirs

                public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");
            }
            """);

    [Fact]
    public Task FixOfTwoHostsOfOneName_TellsThemApart() => Verify.VerifyCodeFixAsync(
        Usings + """
            class Rates(HttpClient http)
            {
                private const string Host = [|"api.acmerates.com"|];
                private const string PolishHost = [|"api.acmerates.pl"|];

                public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");

                public Task<string> Polish() => http.GetStringAsync($"https://{PolishHost}/latest");
            }
            """,
        Usings + """
            class Rates(HttpClient http)
            {
                private static string Host => Environment.GetEnvironmentVariable("ACMERATES_DOT_COM_API_HOST") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_DOT_COM_API_HOST.");
                private static string PolishHost => Environment.GetEnvironmentVariable("ACMERATES_DOT_PL_API_HOST") ?? throw new InvalidOperationException("Set the environment variable ACMERATES_DOT_PL_API_HOST.");

                public Task<string> Latest() => http.GetStringAsync($"https://{Host}/latest");

                public Task<string> Polish() => http.GetStringAsync($"https://{PolishHost}/latest");
            }
            """);

    [Fact]
    public Task HostThatAnotherConstantIsMadeOf_HasNoFix() => Verify.VerifyNoFixAsync(Usings + """
        class Rates(HttpClient http)
        {
            private const string Host = [|"rates.p.acmerates.com"|];
            private const string Latest = $"https://{Host}/latest";

            public Task<string> Get() => http.GetStringAsync(Latest);
        }
        """);

    private static string ClearTextSource(string address) => Usings + $$"""
        class Rates(HttpClient http)
        {
            private const string Host = "rates.p.acmerates.com";
            private const string Path = "/latest";

            public Task<string> Latest() => http.GetStringAsync({{address}});
        }
        """;
}
