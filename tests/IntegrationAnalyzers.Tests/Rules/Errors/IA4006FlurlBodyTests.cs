using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The body that Flurl's exception reads.</summary>
public sealed class IA4006FlurlBodyTests
{
    [Theory]
    [InlineData("return StatusCode(502, [|await ex.GetResponseStringAsync()|]);")]
    [InlineData("return StatusCode(502, [|await ex.GetResponseStringAsync().ConfigureAwait(false)|]);")]
    [InlineData("var body = [|await ex.GetResponseStringAsync()|];\n        return BadRequest(body);")]
    [InlineData("var body = [|await ex.GetResponseStringAsync()|];\n        return BadRequest(new { error = $\"refused: {body}\" });")]
    public Task BodyInTheAnswer_Reports(string answer) => Verify.VerifyAnalyzerAsync(Caught(answer));

    [Theory]
    [InlineData("logger.LogError(ex, \"refused: {Body}\", await ex.GetResponseStringAsync());\n        return StatusCode(502);")]
    [InlineData("var body = await ex.GetResponseStringAsync();\n        return body.Contains(\"limit\") ? StatusCode(503) : StatusCode(502);")]
    public Task BodyLoggedOrAskedAbout_IsQuiet(string answer) => Verify.VerifyAnalyzerAsync(Caught(answer));

    [Fact]
    public Task Fix_AnswersWithAProblem() => Verify.VerifyCodeFixAsync(
        Caught("return StatusCode(502, [|await ex.GetResponseStringAsync()|]);"),
        Caught("logger.LogError(ex, \"{Operation} failed\", nameof(Read));\n        return Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\");"));

    private static string Caught(string answer) => Controller($$"""
        [HttpGet]
        public async Task<IActionResult> Read()
        {
            try
            {
                return Ok(await Flurl.Http.GeneratedExtensions.GetStringAsync("https://api.acmefax.com/faxes"));
            }
            catch (Flurl.Http.FlurlHttpException ex)
            {
                {{answer}}
            }
        }

        public ILogger Log => logger;

        public HttpClient Client => client;
        """);
}
