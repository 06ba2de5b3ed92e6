using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Each member and each result by which an endpoint answers.</summary>
public sealed class IA4006AnswerNameTests
{
    private const string Body = "[|await response.Content.ReadAsStringAsync()|]";

    [Theory]
    [InlineData("Ok(*)")]
    [InlineData("BadRequest(*)")]
    [InlineData("StatusCode(502, *)")]
    [InlineData("Problem(*)")]
    [InlineData("NotFound(*)")]
    [InlineData("Conflict(*)")]
    [InlineData("UnprocessableEntity(*)")]
    [InlineData("Unauthorized(*)")]
    [InlineData("Content(*)")]
    [InlineData("Accepted(\"fax\", *)")]
    [InlineData("Created(\"fax\", *)")]
    public Task BodyInTheAnswerOfAController_Reports(string answer) => Verify.VerifyAnalyzerAsync(Response($"if (!response.IsSuccessStatusCode)\n    return {answer.Replace("*", Body)};\nreturn Ok();"));

    /// <summary>What it is given are names of authentication schemes, which nobody is sent.</summary>
    [Fact]
    public Task SchemeToForbidWith_IsQuiet() => Verify.VerifyAnalyzerAsync(Response("if (!response.IsSuccessStatusCode)\n    return Forbid(await response.Content.ReadAsStringAsync());\nreturn Ok();"));

    [Theory]
    [InlineData("ContentResult { Content = * }")]
    [InlineData("ObjectResult(*)")]
    [InlineData("JsonResult(*)")]
    [InlineData("BadRequestObjectResult(*)")]
    [InlineData("NotFoundObjectResult(*)")]
    [InlineData("ConflictObjectResult(*)")]
    [InlineData("UnauthorizedObjectResult(*)")]
    [InlineData("UnprocessableEntityObjectResult(*)")]
    public Task BodyInAResult_Reports(string result) => Verify.VerifyAnalyzerAsync(Response($"if (!response.IsSuccessStatusCode)\n    return new {result.Replace("*", Body)};\nreturn Ok();"));

    [Theory]
    [InlineData("return Results.Text(*);")]
    [InlineData("return Results.Json(*);")]
    [InlineData("return Results.InternalServerError(*);")]
    [InlineData("return TypedResults.InternalServerError(*);")]
    [InlineData("await context.Response.WriteAsync(*);")]
    [InlineData("await context.Response.WriteAsJsonAsync(*);")]
    public Task BodyInTheAnswerOfAMinimalApi_Reports(string answer) => Verify.VerifyAnalyzerAsync(File($$"""
        public class Faxes(HttpClient client)
        {
            public async Task<IResult> Send(string fax, HttpContext context)
            {
                using var response = await client.PostAsync("fax", new StringContent(fax, System.Text.Encoding.UTF8, "application/json"));
                if (!response.IsSuccessStatusCode)
                {
                    {{answer.Replace("*", Body)}}
                }

                return Results.Ok();
            }
        }
        """));
}
