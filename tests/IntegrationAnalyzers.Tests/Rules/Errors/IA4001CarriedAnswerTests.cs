using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A status in an object of one's own, which is answered with as it is.</summary>
public class IA4001CarriedAnswerTests
{
    [Theory]
    [InlineData("[|catch|]", "StatusCode = (int)response.StatusCode", "StatusCode = 502")]
    [InlineData("[|catch|]", "StatusCode = (int)response.StatusCode", "StatusCode = (int)System.Net.HttpStatusCode.BadGateway")]
    [InlineData("catch", "StatusCode = (int)response.StatusCode", "StatusCode = 0")]
    [InlineData("catch", "Content = await response.Content.ReadAsStringAsync()", "StatusCode = 502")]
    public Task StatusThatIsMadeUpForEveryFailure(string clause, string given, string madeUp) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<Relay> SendAsync(object model)
        {
            try
            {
                using var response = await client.PostAsJsonAsync("query", model);
                response.EnsureSuccessStatusCode();
                return new Relay { {{given}} };
            }
            {{clause}} (Exception error)
            {
                logger.LogError(error, "failed");
                return new Relay { {{madeUp}}, Content = "the service failed" };
            }
        }

        public sealed class Relay
        {
            public int StatusCode { get; set; }

            public string Content { get; set; } = "";
        }
        """));
}
