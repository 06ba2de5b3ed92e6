using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What the pages of the rules on endpoints and secrets list under <em>Known gaps</em>; each is to be reported one day.</summary>
public sealed class SecretKnownGapTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        """;

    [Fact(Skip = "Known gap: A sandbox that is a path of the live host (/mydhlapi/test) is not known")]
    public Task SandboxAsAPath_Reports() => RuleVerifier<IA3004NonProductionEndpoint>.VerifyAnalyzerAsync(Usings + """
        class Parcels(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync([|"https://express.api.dhl.com/mydhlapi/test/rates"|]);
        }
        """);

    [Fact(Skip = "Known gap: A URL kept in an array is not followed")]
    public Task ClearTextUrlInAnArray_Reports() => RuleVerifier<IA3005ClearTextEndpoint>.VerifyAnalyzerAsync(Usings + """
        class Rates(HttpClient http)
        {
            private static readonly string[] Urls = { [|"http://api.acmerates.com/"|] };

            public Task<string> Get(int index) => http.GetStringAsync(Urls[index]);
        }
        """);

    [Fact(Skip = "Known gap: YAML is not read")]
    public Task Yaml_Reports() =>
        RuleVerifier<IA3006SecretInConfiguration>.FileTest("/0/appsettings.yml", "smtp:\n  password: [|kT9wQ2!vZx7|]\n").RunAsync();

    [Fact(Skip = "Known gap: User-info that is set on a UriBuilder is not read")]
    public Task UserInfoOfAUriBuilder_Reports() => RuleVerifier<IA3008SecretInUrl>.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string password, string host)
        {
            public Task<string> Get() => http.GetStringAsync(new System.UriBuilder("https", host) { UserName = "shop", Password = [|password|] }.Uri);
        }
        """);

    [Fact(Skip = "Known gap: A setting kept in a variable whose name does not say what it is (var useIt = …; if (useIt)) counts for nothing; a ternary or switch of values always does")]
    public Task SettingWhoseNameSaysNothing_IsQuiet() => RuleVerifier<IA3004NonProductionEndpoint>.VerifyAnalyzerAsync("using Microsoft.Extensions.Configuration;\n" + Usings + """
        class Payments(HttpClient http, IConfiguration configuration)
        {
            public Task<string> Get()
            {
                var useIt = configuration["PayPal:Sandbox"] == "true";
                if (useIt)
                    return http.GetStringAsync("https://api.sandbox.paypal.com/v1/orders");
                return http.GetStringAsync(configuration["PayPal:Url"]);
            }
        }
        """);

    [Theory(Skip = "Known gap: An OptionsBuilder<T> kept in a variable, and options of which only numbers and spans (Timeout) reach the client, are not followed")]
    [InlineData("var builder = services.AddOptions<RatesOptions>(); builder.[|BindConfiguration|](\"Rates\");", "http.BaseAddress = new Uri(options.Value.BaseUrl);")]
    [InlineData("services.[|Configure<RatesOptions>|](configuration.GetSection(\"Rates\"));", "http.Timeout = TimeSpan.FromSeconds(options.Value.Seconds);")]
    public Task BuilderInAVariableOrANumber_Reports(string registration, string use) => RuleVerifier<IA3007UnvalidatedOptions>.VerifyAnalyzerAsync("using Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.DependencyInjection;\n" + Usings + $$"""
        public class RatesOptions
        {
            public string BaseUrl { get; set; } = "";

            public int Seconds { get; set; }
        }

        static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration configuration)
            {
                {{registration}}
            }
        }

        class Rates
        {
            public Rates(HttpClient http, Microsoft.Extensions.Options.IOptions<RatesOptions> options)
            {
                {{use}}
            }
        }
        """);

    [Fact(Skip = "Known gap: A value read in place with ?? throw has no name and is quiet")]
    public Task SecretReadInPlace_Reports() => RuleVerifier<IA3008SecretInUrl>.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http)
        {
            public Task<string> Get() =>
                http.GetStringAsync($"orders?sort=up&key={[|Environment.GetEnvironmentVariable("SHOP_API_KEY") ?? throw new InvalidOperationException("SHOP_API_KEY is not set")|]}");
        }
        """);
}
