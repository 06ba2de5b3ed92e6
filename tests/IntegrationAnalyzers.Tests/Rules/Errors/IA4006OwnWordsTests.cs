using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A filter that takes an exception by words of its text: whose words they are.</summary>
public sealed class IA4006OwnWordsTests
{
    [Theory]
    [InlineData("$\"User {user.Id} has no AsaasApiId\"", "ex.Message.Contains(\"AsaasApiId\")")]
    [InlineData("\"User \" + user.Id + \" has no account there\"", "ex.Message.Contains(\"has no account\") && ex.Message.StartsWith(\"User\")")]
    [InlineData("\"no account there\"", "ex.Message.Equals(\"no account there\", StringComparison.Ordinal)")]
    public Task WordsThatThisProjectAloneThrows_AreQuiet(string thrown, string filter) => Verify.VerifyAnalyzerAsync(Payments(thrown, filter, "ex.Message"));

    [Theory]
    [InlineData("$\"Card refused: {text}\"", "ex.Message.Contains(\"Card refused\")")]
    [InlineData("\"Card refused: \" + text", "ex.Message.Contains(\"Card refused\")")]
    [InlineData("\"no account there\"", "ex.Message.Contains(\"timed out\")")]
    [InlineData("\"no account there\"", "!ex.Message.Contains(\"no account there\")")]
    [InlineData("\"no account there\"", "ex.Message.Contains(\"no account there\") || ex is HttpRequestException")]
    public Task WordsWithAnUpstreamsTextInThem_OrOfNobodyHere_Report(string thrown, string filter) => Verify.VerifyAnalyzerAsync(Payments(thrown, filter, "[|ex.Message|]"));

    /// <summary>A helper makes the exception, and its text is not followed.</summary>
    [Fact]
    public Task WordsOfAnExceptionThatIsMadeElsewhere_Report() => Verify.VerifyAnalyzerAsync(
        Payments("\"no account there\"", "ex.Message.Contains(\"no account there\")", "[|ex.Message|]") +
        "\npublic static class Failures { public static Exception Of(string text) => new InvalidOperationException(\"no account there: \" + text); }\n");

    private static string Payments(string thrown, string filter, string text) => File($$"""
        public record User(int Id, string? Account);

        [ApiController]
        public class PaymentController(HttpClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Pay(User user)
            {
                try
                {
                    return Ok(await SendAsync(user));
                }
                catch (Exception ex) when ({{filter}})
                {
                    return BadRequest({{text}});
                }
            }

            private async Task<string> SendAsync(User user)
            {
                var text = await client.GetStringAsync("customers");
                if (user.Account is null)
                    throw new Exception({{thrown}});
                return text;
            }
        }
        """);
}
