using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What IA4003's page lists under <em>Known gaps</em>; each is to be right one day.</summary>
public class IA4003KnownGapTests
{
    [Fact(Skip = "Known gap: A response that is kept in a field is not followed")]
    public Task ResponseKeptInAField_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        private HttpResponseMessage? _last;

        public async Task<string> ReadAsync()
        {
            _last = await [|client.GetAsync("one")|];
            return await _last.Content.ReadAsStringAsync();
        }
        """));

    [Fact(Skip = "Known gap: One comparison of a member of the body counts as a look at all of it, on the other path too")]
    public Task KappiClaude_OneKindOfAnswerToldApart_Reports() => Verify.VerifyAnalyzerAsync(Text("""
        var response = await [|client.GetAsync(id)|];
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("stop").GetString() == "tool_use" ? null : answer.GetProperty("text").GetString();
        """));

    [Fact(Skip = "Known gap: Flurl with AllowAnyHttpStatus is taken to throw where the call gives the body at once, or the response of Flurl 3 and later")]
    public Task FlurlThatAllowsAnyStatus_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Threading.Tasks;
        using Flurl.Http;

        public class Rates
        {
            public Task<string> ReadAsync(IFlurlRequest request) => [|request.AllowAnyHttpStatus().GetStringAsync()|];
        }
        """);

    [Fact(Skip = "Known gap: A method that looks at the status for one purpose (a retry) and returns the response whatever it is counts as having looked")]
    public Task WrapperThatLooksToRetry_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync()
        {
            var response = await [|SendAsync("one")|];
            return await response.Content.ReadAsStringAsync();
        }

        private async Task<HttpResponseMessage> SendAsync(string path)
        {
            var response = await client.GetAsync(path);
            for (var attempt = 1; attempt < 3 && !response.IsSuccessStatusCode; attempt++)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt));
                response = await client.GetAsync(path);
            }

            return response;
        }
        """));
}
