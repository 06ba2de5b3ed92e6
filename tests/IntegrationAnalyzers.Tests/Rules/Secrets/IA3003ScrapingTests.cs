using System.Threading.Tasks;
using Xunit;
using Levels = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3003EndpointInSource>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>Names of code that reads pages made for people, or that looks for faults: each word.</summary>
public sealed class IA3003ScrapingTests
{
    private static string Calling(string type, string method) => $$"""
        class {{type}}(System.Net.Http.HttpClient http)
        {
            public System.Threading.Tasks.Task<string> {{method}}() => http.GetStringAsync({|#0:"https://www.acmevideos.com/live"|});
        }

        class Startup(Microsoft.Extensions.Configuration.IConfiguration settings) { public string? Key => settings["Rates:Key"]; }
        """;

    [Theory]
    [InlineData("VideoScraper", "Live")]
    [InlineData("VideoScrapers", "Live")]
    [InlineData("VideoScraping", "Live")]
    [InlineData("VideoCrawler", "Live")]
    [InlineData("VideoCrawlers", "Live")]
    [InlineData("VideoCrawling", "Live")]
    [InlineData("Videos", "ScrapeLive")]
    [InlineData("Videos", "CrawlLive")]
    [InlineData("VideoDebug", "Live")]
    [InlineData("VideoDebugging", "Live")]
    [InlineData("VideoDiagnostic", "Live")]
    [InlineData("VideoDiagnostics", "Live")]
    public Task ScrapingOrDiagnosis_IsASuggestion(string type, string method) => Levels.SuggestsAsync(Calling(type, method));

    [Theory]
    [InlineData("Skyscraper", "Live")]
    [InlineData("Videos", "DebugLive")]
    public Task AnotherWord_OrAMethodAlone_IsAWarning(string type, string method) => Levels.WarnsAsync(Calling(type, method));
}
