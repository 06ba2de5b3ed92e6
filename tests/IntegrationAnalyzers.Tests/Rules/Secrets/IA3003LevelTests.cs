using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Which endpoints are a warning: those of one deployment, tenant or region among several. A provider's only address is a suggestion.</summary>
public sealed class IA3003LevelTests
{
    [Theory]
    [InlineData("https://acmelanguage.cognitiveservices.azure.com")]
    [InlineData("https://acme-orders.azurewebsites.net")]
    [InlineData("https://westus2.api.cognitive.microsoft.com")]
    [InlineData("https://westeurope.tts.speech.microsoft.com")]
    [InlineData("https://a1b2c3.execute-api.eu-west-1.amazonaws.com")]
    [InlineData("https://us-central1-aiplatform.googleapis.com")]
    [InlineData("https://acme.eu.auth0.com")]
    [InlineData("https://acme-orders.onrender.com")]
    [InlineData("http://52.14.9.31")]
    [InlineData("http://52.14.9.31:5000")]
    public Task OneDeploymentAmongSeveral_AzureServerlessSample_IsAWarning(string origin) => Verify.WarnsAsync(Calling(origin));

    [Theory]
    [InlineData("https://api.acmerates.com")]
    [InlineData("https://api.acme-west.com")]
    [InlineData("https://www.onrender.com")]
    [InlineData("https://hacker-news.firebaseio.com")]
    [InlineData("https://cat-facts.herokuapp.com")]
    [InlineData("https://us.api.acmerates.com")]
    [InlineData("https://eu-central.acmerates.com")]
    public Task OnlyAddressOfAProvider_CleanuparrAndLingarr_IsASuggestion(string origin) => Verify.SuggestsAsync(Calling(origin));

    [Fact]
    public Task OneDeploymentAmongSeveral_WithoutConfiguration_IsASuggestion() => Verify.SuggestsAsync(Calling("https://acme-orders.azurewebsites.net"), TestReferences.Net);

    private static string Calling(string origin) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync({|#0:"{{origin}}/latest"|});
        }
        """;
}
