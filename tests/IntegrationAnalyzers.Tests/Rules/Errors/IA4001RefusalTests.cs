using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Each answer that blames our caller for every failure, or calls it a success.</summary>
public sealed class IA4001RefusalTests
{
    /// <summary>Behind an empty clause a refusal tells of the failure, and of the wrong one; what says nothing of it is IA4002's.</summary>
    [Theory]
    [InlineData("BadRequest()", "[|catch|]")]
    [InlineData("NotFound()", "[|catch|]")]
    [InlineData("Conflict()", "[|catch|]")]
    [InlineData("UnprocessableEntity()", "[|catch|]")]
    [InlineData("Unauthorized()", "[|catch|]")]
    [InlineData("Forbid()", "[|catch|]")]
    [InlineData("new BadRequestObjectResult(fax)", "[|catch|]")]
    [InlineData("new NotFoundObjectResult(fax)", "[|catch|]")]
    [InlineData("new ConflictObjectResult(fax)", "[|catch|]")]
    [InlineData("new UnprocessableEntityObjectResult(fax)", "[|catch|]")]
    [InlineData("new UnauthorizedObjectResult(fax)", "[|catch|]")]
    [InlineData("new ForbidResult()", "[|catch|]")]
    [InlineData("Ok()", "catch")]
    public Task RefusalBehindTheClause_Reports(string answer, string clause) =>
        Verify.VerifyAnalyzerAsync(Sending(clause + " (Exception)\n    {\n    }\n\n    return " + answer + ";"));

    [Theory]
    [InlineData("new OkObjectResult(1)", "[|catch|]")]
    [InlineData("new OkResult()", "[|catch|]")]
    [InlineData("new JsonResult(1)", "[|catch|]")]
    [InlineData("new ContentResult()", "[|catch|]")]
    [InlineData("new EmptyResult()", "catch")]
    public Task ResultOfASuccessForEveryFailure_Reports(string answer, string clause) =>
        Verify.VerifyAnalyzerAsync(Sending(clause + " (Exception ex)\n    {\n        logger.LogError(ex, \"no fax\");\n        return " + answer + ";\n    }"));

    private static string Sending(string clause) => Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                using var response = await client.PostAsync("fax", new StringContent(fax, System.Text.Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
                return Ok(await response.Content.ReadAsStringAsync());
            }
            {{clause}}
        }

        public ILogger Log => logger;
        """);
}
