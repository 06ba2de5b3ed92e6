using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3004NonProductionEndpoint>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Without configuration there is nowhere else to keep the address of a service beside the tool.</summary>
public sealed class IA3004LevelTests
{
    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("https://demo.acmerates.com")]
    public Task InAToolWithoutConfiguration_DuendeSamples_IsASuggestion(string origin) => Verify.SuggestsAsync(Calling(origin), TestReferences.Net);

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("https://demo.acmerates.com")]
    public Task WithConfiguration_IsAWarning(string origin) => Verify.WarnsAsync(Calling(origin));

    [Fact]
    public Task SandboxOfAProvider_WithoutConfiguration_IsAWarning() => Verify.WarnsAsync(Calling("https://api.sandbox.paypal.com"), TestReferences.Net);

    private static string Calling(string origin) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync({|#0:"{{origin}}/latest"|});
        }
        """;
}
