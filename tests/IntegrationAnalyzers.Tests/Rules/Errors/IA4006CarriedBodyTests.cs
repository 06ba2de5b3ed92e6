using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>An exception of the project's own that carries the upstream's body to the answer.</summary>
public sealed class IA4006CarriedBodyTests
{
    private const string Exceptions = """
        public class FaxException(string message, string? body = null) : Exception(message)
        {
            public int? Status { get; init; }
            public string? Body { get; set; } = body;
            public string? Hint { get; init; }
            public string Code { get; init; } = "fax";
        }

        public class LineException : Exception
        {
            public LineException(string body) { Answer = body; }
            public string Answer { get; }
        }

        public class OtherException(string body) : Exception(body)
        {
            public string Body { get; } = body;
        }
        """;

    private static string Sending(string thrown, string clause) => Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                return Ok(await PostAsync(fax));
            }
            {{clause}}
        }

        private async Task<string> PostAsync(string fax)
        {
            using var response = await client.PostAsync("fax", new StringContent(fax, System.Text.Encoding.UTF8, "application/json"));
            await CheckAsync(response);
            return await response.Content.ReadAsStringAsync();
        }

        private static async Task CheckAsync(HttpResponseMessage response)
        {
            if (response.IsSuccessStatusCode)
                return;
            var text = await response.Content.ReadAsStringAsync();
            {{thrown}}
        }

        public ILogger Log => logger;
        """) + Exceptions + "\n";

    [Theory]
    [InlineData("throw new FaxException(\"refused\") { Status = (int)response.StatusCode, Body = text };", "catch (FaxException ex) { return StatusCode(ex.Status ?? 502, [|ex.Body|]); }")]
    [InlineData("throw new FaxException(\"refused\", text);", "catch (FaxException ex) { return BadRequest(new { error = [|ex.Body|] }); }")]
    [InlineData("throw new FaxException(\"refused\", body: text);", "catch (FaxException ex) when (ex.Status != 404) { return Problem(title: ex.Message, detail: \"fax: \" + [|ex.Body|]); }")]
    [InlineData("throw new LineException(text);", "catch (LineException ex) { logger.LogError(ex, \"no fax\"); return BadRequest([|ex.Answer|]); }")]
    [InlineData("var failure = new FaxException(\"refused\"); failure.Body = text; throw failure;", "catch (FaxException ex) { return BadRequest([|ex.Body|]); }")]
    public Task BodyInAMember_Reports(string thrown, string clause) => Verify.VerifyAnalyzerAsync(Sending(thrown, clause));

    [Theory]
    [InlineData("throw new FaxException(\"refused\") { Body = text };", "catch (FaxException ex) { return BadRequest(ex.Message); }")]
    [InlineData("throw new FaxException(\"refused\") { Body = text };", "catch (FaxException ex) { logger.LogError(\"{Body}\", ex.Body); return BadRequest(ex.Hint); }")]
    [InlineData("throw new FaxException(\"refused\") { Body = text };", "catch (FaxException ex) { return StatusCode(ex.Status ?? 502, ex.Code); }")]
    [InlineData("throw new FaxException(\"refused\") { Hint = response.StatusCode.ToString(), Body = null };", "catch (FaxException ex) { return BadRequest(ex.Hint + ex.Body); }")]
    [InlineData("throw new FaxException(\"refused\", \"the line is busy\");", "catch (FaxException ex) { return BadRequest(ex.Body); }")]
    [InlineData("throw new FaxException(\"refused\") { Hint = text };", "catch (FaxException ex) { return BadRequest(ex.Body); }")]
    public Task OwnWords_AreQuiet(string thrown, string clause) => Verify.VerifyAnalyzerAsync(Sending(thrown, clause));

    /// <summary>What comes to the clause is not made of a response: nothing in the <c>try</c> throws it.</summary>
    [Fact]
    public Task ExceptionThatNobodyThrowsThere_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Sending("throw new FaxException(text);", "catch (OtherException ex) { return BadRequest(ex.Body); }").Replace("public ILogger Log", """
            public static Exception Refusal(string json) => new OtherException(json);

                public ILogger Log
            """));

    [Fact]
    public Task BodyInAMember_Fix() => Verify.VerifyCodeFixAsync(
        Sending("throw new FaxException(\"refused\", text);", "catch (FaxException ex) { logger.LogError(ex, \"no fax\"); return BadRequest([|ex.Body|]); }"),
        Sending("throw new FaxException(\"refused\", text);", "catch (FaxException ex) { logger.LogError(ex, \"no fax\"); return Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\"); }"));
}
