using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The failures of other libraries than HttpClient.</summary>
public class IA4001LibraryTests
{
    [Fact]
    public Task WebRequest_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public string Get()
        {
            try
            {
        #pragma warning disable SYSLIB0014
                using var response = System.Net.WebRequest.Create("https://api.example.test").GetResponse();
        #pragma warning restore SYSLIB0014
                return response.ContentType;
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return "";
            }
        }
        """));

    [Theory]
    [InlineData("Flurl.Http.FlurlHttpException", false)]
    [InlineData("HttpRequestException", true)]
    public Task Flurl_OwnFamilyCoversAll(string earlier, bool reports)
    {
        var (open, close) = reports ? ("[|", "|]") : ("", "");
        return Verify.VerifyAnalyzerAsync("using Flurl.Http;\n" + Service($$"""
            public async Task<string> GetAsync()
            {
                try
                {
                    return await "https://api.example.test".GetStringAsync();
                }
                catch ({{earlier}})
                {
                    return "";
                }
                {{open}}catch{{close}} (Exception ex)
                {
                    logger.LogError(ex, "failed {Client}", client);
                    return "";
                }
            }
            """));
    }

    [Fact]
    public Task RestSharpExecute_PutsFailuresIntoItsResult_IsQuiet() => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Service("""
        public async Task<string?> GetAsync(RestClient rest)
        {
            try
            {
                var response = await rest.ExecuteAsync(new RestRequest("x"));
                return response.Content;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }
        """));

    [Fact]
    public Task Refit_Reports() => Verify.VerifyAnalyzerAsync("using Refit;\n" + Service("""
        public interface IApi
        {
            [Get("/x")]
            Task<string> LoadAsync();
        }

        public async Task<string?> GetAsync(IApi api)
        {
            try
            {
                return await api.LoadAsync();
            }
            [|catch|] (Exception ex)
            {
                logger.LogError(ex, "failed {Client}", client);
                return null;
            }
        }
        """));
}
