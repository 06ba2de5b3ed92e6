using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Texts that are kept in a clause and answered later, and those of an exception that another one has inside.</summary>
public class IA4006KeptTextTests
{
    [Theory]
    [InlineData("string? error = null;", "error = [|ex.Message|];", "return error != null ? BadRequest(new { error }) : Ok();")]
    [InlineData("var error = \"\";", "error = \"failed: \" + [|ex.Message|];", "return StatusCode(502, error);")]
    [InlineData("var errors = new List<string>();", "errors.Add(fax + \": \" + [|ex.Message|]);", "return errors.Count == 0 ? Ok() : BadRequest(errors);")]
    [InlineData("var text = new System.Text.StringBuilder();", "text.AppendLine([|ex.Message|]);", "return BadRequest(text.ToString());")]
    [InlineData("", "var problem = new ProblemDetails();\n    problem.Detail = [|ex.Message|];\n    return StatusCode(502, problem);", "return Ok();")]
    [InlineData("", "var problem = new ProblemDetails();\n    problem.Extensions[\"upstream\"] = [|ex.Message|];\n    return new ObjectResult(problem) { StatusCode = 502 };", "return Ok();")]
    [InlineData("", "Response.Headers[\"X-Error\"] = [|ex.Message|];", "return StatusCode(502);")]
    [InlineData("", "Response.Headers.Append(\"X-Error\", [|ex.Message|]);", "return StatusCode(502);")]
    public Task TextThatIsAnsweredLater_Reports(string before, string kept, string behind) => Verify.VerifyAnalyzerAsync(Kept(before, kept, behind));

    [Theory]
    [InlineData("string? error = null;", "error = ex.Message;", "return error != null ? StatusCode(502) : Ok();")]
    [InlineData("string? error = null;", "error = ex.Message;", "logger.LogError(error);\n    return StatusCode(502);")]
    [InlineData("var error = \"none\";", "error = ex.Message;", "logger.LogError(error);\n    error = \"failed\";\n    return BadRequest(error);")]
    [InlineData("var errors = new List<string>();", "errors.Add(ex.Message);", "return Ok(new { failed = errors.Count });")]
    [InlineData("var job = new ProblemDetails();", "job.Detail = ex.Message;", "return Ok(new { job.Title });")]
    [InlineData("var error = \"\";", "error = ex.Message.Length > 9 ? \"late\" : \"failed\";", "return BadRequest(error);")]
    public Task TextThatIsNot_IsQuiet(string before, string kept, string behind) => Verify.VerifyAnalyzerAsync(Kept(before, kept, behind));

    /// <summary>Each text is gone through once, or this would take until tomorrow.</summary>
    [Theory]
    [InlineData("var ")]
    [InlineData("")]
    public Task TextsThatAreJoinedOfOneAnother_AreQuiet(string declared)
    {
        var names = Enumerable.Range(0, 40).Select(static n => "t" + n).ToArray();
        var joined = string.Concat(names.Skip(1).Select((name, n) => $" {declared}{name} = t{n} + t{n};"));
        return Verify.VerifyAnalyzerAsync(Kept(
            declared.Length > 0 ? "" : $"string {string.Join(", ", names.Select(static name => name + " = \"\""))};",
            $"{declared}t0 = ex.Message;{joined} logger.LogInformation(t39); return BadRequest();",
            "return Ok();"));
    }

    [Fact]
    public Task Fix_WordsOfOurOwnAreKept() => Verify.VerifyCodeFixAsync(
        Kept("var error = \"\";", "error = \"The fax was not sent: \" + [|ex.Message|];", "return StatusCode(502, error);"),
        Kept("var error = \"\";", "logger.LogError(ex, \"{Operation} failed\", nameof(Send));\n        error = \"The fax was not sent\";", "return StatusCode(502, error);"));

    [Theory]
    [InlineData("FaxException", ", ex", "[|ex.InnerException?.Message|]")]
    [InlineData("InvalidOperationException", ", ex", "[|ex.GetBaseException().Message|]")]
    [InlineData("InvalidOperationException", ", ex", "ex.Message")]
    public Task ExceptionThatAnotherOneHasInside(string type, string inner, string told) => Verify.VerifyAnalyzerAsync(File($$"""
        public class FaxException(string message, Exception inner) : Exception(message, inner);

        public class Faxes(HttpClient client)
        {
            public async Task<string> Get()
            {
                try
                {
                    return await client.GetStringAsync("fax");
                }
                catch (HttpRequestException ex)
                {
                    throw new {{type}}("no fax"{{inner}});
                }
            }
        }

        public class FaxController(Faxes faxes) : ControllerBase
        {
            [HttpGet]
            public async Task<IActionResult> Read()
            {
                try
                {
                    return Ok(await faxes.Get());
                }
                catch ({{type}} ex)
                {
                    return StatusCode(502, {{told}});
                }
            }
        }
        """));

    private static string Kept(string before, string kept, string behind) => "using System.Collections.Generic;\n" + Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            {{before}}
            try
            {
                await client.GetStringAsync("fax/" + fax);
            }
            catch (HttpRequestException ex)
            {
                {{kept}}
            }

            {{behind}}
        }

        public ILogger Log => logger;
        """);
}
