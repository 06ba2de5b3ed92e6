using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>
/// Which endpoints are a warning: all in a project that reads its settings from configuration, and those of one deployment, tenant or region among several. A provider's
/// only address in a tool, a program with windows or a library made for that provider is a suggestion.
/// </summary>
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

    [Theory]
    [InlineData("class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings[\"Rates:Key\"]; }")]
    [InlineData("class RateOptions { public string Key { get; set; } = \"\"; } class Keys(Microsoft.Extensions.Options.IOptions<RateOptions> options) { public string Key => options.Value.Key; }")]
    public Task OnlyAddressOfAProvider_BesideSettings_IsAWarning(string reader) => Verify.WarnsAsync(Calling("https://api.acmerates.com") + "\n" + reader);

    [Fact]
    public Task OnlyAddressOfAProvider_InAProgramWithWindows_IsASuggestion() => Verify.SuggestsAsync(Calling("https://api.acmerates.com") + """

        class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings["Rates:Key"]; }
        class Colours { public object? DependencyProperty { get; set; } }
        """);

    [Theory]
    [InlineData("https://api.testproject.com")]
    [InlineData("https://api.test-project.co.uk")]
    public Task AddressInALibraryForThatProvider_IsASuggestion(string origin) => Verify.SuggestsAsync(Calling(origin) + """

        class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings["Rates:Key"]; }
        """);

    private static string Calling(string origin) => $$"""
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            public Task<string> Get() => http.GetStringAsync({|#0:"{{origin}}/latest"|});
        }
        """;
}
