using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Filters that name what the call's library throws.</summary>
public class IA4001LibraryFixTests
{
    private const string Plain = IA4001FixTests.Plain;

    [Fact]
    public Task TwoJsonLibraries_AreToldApart() => Verify.VerifyCodeFixAsync(Newtonsoft("[|catch|] (Exception ex)"), Newtonsoft(
        "catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or Newtonsoft.Json.JsonException)"));

    [Fact]
    public Task Flurl_NamesItsOwn() => Verify.VerifyCodeFixAsync(Flurl("[|catch|] (Exception ex)"), Flurl("catch (FlurlHttpException ex)"));

    [Fact]
    public Task WebRequest_NamesItsOwn() => Verify.VerifyCodeFixAsync(Web("[|catch|] (Exception ex)"), Web("catch (System.Net.WebException ex)"));

    [Fact]
    public Task PipelinesOwnTimeout_IsNamed() => Verify.VerifyCodeFixAsync(
        Piped("[|catch|] (Exception ex)"),
        Piped("catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException or TimeoutRejectedException)"));

    private static string Piped(string clause) => "using Polly.Timeout;\n" + Service(Plain.Replace("«0»", clause)) + """

        public static class Setup
        {
            public static void AddPolicyHandler() => throw new TimeoutRejectedException();
        }

        """;

    private static string Newtonsoft(string clause) => Service($$"""
        public async Task<Rate?> GetAsync()
        {
            try
            {
                return Newtonsoft.Json.JsonConvert.DeserializeObject<Rate>(await client.GetStringAsync("x"));
            }
            {{clause}}
            {
                logger.LogError(ex, "failed");
                return null;
            }
        }
        """);

    private static string Flurl(string clause) => "using Flurl.Http;\n" + Service($$"""
        public async Task<string?> GetAsync()
        {
            try
            {
                return await "https://api.example.test".GetStringAsync();
            }
            {{clause}}
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }
        """);

    private static string Web(string clause) => Service($$"""
        public string? Get(System.Net.HttpWebRequest request)
        {
            try
            {
                using var response = request.GetResponse();
                return response.ContentType;
            }
            {{clause}}
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }

        public sealed class WebException;
        """);
}
