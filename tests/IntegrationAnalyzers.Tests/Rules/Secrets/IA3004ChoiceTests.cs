using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>A sandbox that a variable starts with, and that gives way to the live host where production is asked for.</summary>
public sealed class IA3004ChoiceTests
{
    [Theory]
    [InlineData("if (isLive) _baseUrl = _baseUrl.Replace(\"test.\", \"\");")]
    [InlineData("if (mode == \"production\") { _baseUrl = \"https://api.acmepay.com/v1\"; }")]
    [InlineData("if (!isSandbox) this._baseUrl = mode;")]
    public Task GivesWayToProduction_AmadeusSdk_IsQuiet(string choice) => Verify.VerifyAnalyzerAsync(Source(choice, "\"https://test.api.acmepay.com/v1\""));

    [Theory]
    [InlineData("if (isDevelopment) _baseUrl = \"http://localhost:5000\";")]
    [InlineData("if (!isLive) _baseUrl = mode;")]
    [InlineData("if (mode != \"production\") _baseUrl = mode;")]
    [InlineData("if (isLive) Mode = mode;")]
    [InlineData("_baseUrl = _baseUrl.Replace(\"v1\", \"v2\");")]
    public Task GivesWayToSomethingElse_Reports(string choice) => Verify.VerifyAnalyzerAsync(Source(choice, "[|\"https://test.api.acmepay.com/v1\"|]")
        .Replace("\"http://localhost:5000\"", "\"http://\" + mode"));

    private static string Source(string choice, string url) => IA3004NonProductionEndpointTests.Usings + $$"""
        public class Payments
        {
            private readonly HttpClient _http;
            private string _baseUrl = {{url}};

            public Payments(HttpClient http, bool isLive, bool isSandbox, bool isDevelopment, string mode)
            {
                _http = http;
                {{choice}}
            }

            public string Mode { get; set; } = "";

            public Task<string> Get() => _http.GetStringAsync($"{_baseUrl}/security");
        }
        """;
}
