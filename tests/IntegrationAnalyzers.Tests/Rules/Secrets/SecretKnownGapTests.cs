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

    [Fact(Skip = "Known gap: a sandbox that is a path of the live host is not known")]
    public Task SandboxAsAPath_Reports() => RuleVerifier<IA3004NonProductionEndpoint>.VerifyAnalyzerAsync(Usings + """
        class Parcels(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync([|"https://express.api.dhl.com/mydhlapi/test/rates"|]);
        }
        """);

    [Fact(Skip = "Known gap: a URL kept in an array is not followed")]
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

    [Fact(Skip = "Known gap: user-info put together with + is not read")]
    public Task UserInfoByConcatenation_Reports() => RuleVerifier<IA3008SecretInUrl>.VerifyAnalyzerAsync(Usings + """
        class Client(HttpClient http, string password, string host)
        {
            public Task<string> Get() => http.GetStringAsync("https://shop:" + [|password|] + "@" + host + "/orders");
        }
        """);
}
