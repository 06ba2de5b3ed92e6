using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
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
    [InlineData("https://europe-southwest1-aiplatform.googleapis.com")]
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

    /// <summary>What reads settings, binds them, or builds the host that brings them.</summary>
    [Theory]
    [InlineData("class Startup { object Read(IConfigurationRoot settings) => settings; }")]
    [InlineData("class Startup { object Read(IConfigurationSection settings) => settings; }")]
    [InlineData("class Startup { object Read(IConfigurationManager settings) => settings; }")]
    [InlineData("class Startup { object Read() => new ConfigurationBuilder().Build(); }")]
    [InlineData("class Startup { object Read() => ConfigurationManager.AppSettings[\"Rates\"]; }")]
    [InlineData("class Startup { object Read() => WebConfigurationManager.AppSettings[\"Rates\"]; }")]
    [InlineData("class Startup { object Read(IOptionsSnapshot<object> settings) => settings.Value; }")]
    [InlineData("class Startup { object Read(IOptionsMonitor<object> settings) => settings.CurrentValue; }")]
    [InlineData("class Startup { object Build() => WebApplication.Create(); }")]
    [InlineData("class Startup { void Build(IWebHostBuilder host) { } }")]
    [InlineData("class Startup { void Build(IHostBuilder host) { } }")]
    [InlineData("class Startup { void Build(HostApplicationBuilder host) { } }")]
    [InlineData("class Startup { void Build(IHostApplicationBuilder host) { } }")]
    [InlineData("class Startup { object Build(string[] args) => FunctionsApplication.CreateBuilder(args); }")]
    [InlineData("class Startup { object Build(string[] args) => Host.CreateApplicationBuilder(args); }")]
    [InlineData("class Startup { object Build(string[] args) => Host.CreateDefaultBuilder(args); }")]
    public Task OnlyAddressOfAProvider_BesideAReaderOfSettings_IsAWarning(string reader) => Verify.VerifyAsync(
        new RuleVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>.Test { TestCode = Calling("https://api.acmerates.com") + "\n" + reader, CompilerDiagnostics = CompilerDiagnostics.None },
        DiagnosticSeverity.Warning);

    [Fact]
    public Task OnlyAddressOfAProvider_InAProgramWithWindows_IsASuggestion() => Verify.SuggestsAsync(Calling("https://api.acmerates.com") + """

        class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings["Rates:Key"]; }
        class Colours { public object? DependencyProperty { get; set; } }
        """);

    [Theory]
    [InlineData("https://api.testproject.com")]
    [InlineData("https://api.test-project.co.uk")]
    [InlineData("https://api.testproject.com.au")]
    [InlineData("https://api.testproject.net.nz")]
    [InlineData("https://api.testproject.org.uk")]
    [InlineData("https://api.testproject.gov.uk")]
    [InlineData("https://api.testproject.gob.mx")]
    [InlineData("https://api.testproject.ac.jp")]
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
