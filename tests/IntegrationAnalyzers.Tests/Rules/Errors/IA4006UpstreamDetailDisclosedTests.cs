using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4006UpstreamDetailDisclosedTests
{
    [Theory]
    [InlineData("return BadRequest([|ex.Message|]);")]
    [InlineData("return StatusCode(500, \"An error occurred: \" + [|ex.Message|]);")]
    [InlineData("return StatusCode(500, $\"An error occurred: {[|ex.Message|]}\");")]
    [InlineData("return StatusCode(500, new { error = [|ex.Message|] });")]
    [InlineData("return Problem(detail: [|ex.ToString()|]);")]
    [InlineData("return Problem([|ex.InnerException?.Message|]);")]
    [InlineData("return new ObjectResult([|ex.StackTrace|]) { StatusCode = 500 };")]
    [InlineData("return BadRequest([|ex|]);")]
    [InlineData("return new BadRequestObjectResult(new ProblemDetails { Detail = [|ex.Message|] });")]
    [InlineData("var text = \"failed: \" + [|ex.Message|];\n    return Content(text);")]
    [InlineData("return Ok(JsonSerializer.Serialize(new { [|ex.Message|] }));")]
    public Task ExceptionInTheAnswer_Reports(string body) => Verify.VerifyAnalyzerAsync(Action($$"""
        catch (HttpRequestException ex)
        {
            {{body}}
        }
        """));

    [Fact]
    public Task ThirdPartyApiDocumoController_MessageToOurCaller_Reports() => Verify.VerifyAnalyzerAsync(Action("""
        catch (Exception ex)
        {
            return BadRequest([|ex.Message|]);
        }
        """));

    [Fact]
    public Task MinimalApi_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class Faxes(HttpClient client)
        {
            public async Task<IResult> Send(string fax)
            {
                try
                {
                    return Results.Text(await client.GetStringAsync("fax/" + fax));
                }
                catch (HttpRequestException ex)
                {
                    return Results.BadRequest([|ex.Message|]);
                }
            }

            public async Task Write(string fax, HttpContext context)
            {
                try
                {
                    await client.GetStringAsync("fax/" + fax);
                }
                catch (HttpRequestException ex)
                {
                    Console.Error.WriteLine(ex);
                    await context.Response.WriteAsync([|ex.Message|]);
                }
            }
        }
        """));

    [Theory]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return BadRequest([|await response.Content.ReadAsStringAsync()|]);\nreturn Ok();")]
    [InlineData("var body = await response.Content.ReadAsStringAsync();\nif (response.IsSuccessStatusCode)\n    return Ok(body);\nreturn StatusCode(502, \"upstream: \" + [|body|]);")]
    [InlineData("var body = await response.Content.ReadAsStringAsync();\nif (!response.IsSuccessStatusCode)\n    return StatusCode(502, new { error = [|body|] });\nreturn Ok(body);")]
    [InlineData("if (!response.IsSuccessStatusCode)\n{\n    var body = await response.Content.ReadAsStringAsync();\n    return new ContentResult { StatusCode = 502, Content = JsonSerializer.Serialize(new { error = \"upstream\", detail = [|body|] }), ContentType = \"application/json\" };\n}\nreturn Ok();")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return new ContentResult { Content = [|await response.Content.ReadAsStringAsync()|] };\nreturn Ok();")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return new BadRequestObjectResult(\"upstream: \" + [|await response.Content.ReadAsStringAsync()|]);\nreturn Ok();")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return new ObjectResult(new ProblemDetails { Detail = [|await response.Content.ReadAsStringAsync()|] }) { StatusCode = 502 };\nreturn Ok();")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return Content(JsonSerializer.Serialize(new { error = [|await response.Content.ReadAsStringAsync()|] }));\nreturn Ok();")]
    public Task BodyOfAFailedResponse_Reports(string body) => Verify.VerifyAnalyzerAsync(Response(body));

    [Theory]
    [InlineData("return StatusCode(502);")]
    [InlineData("return Problem(statusCode: 502, title: \"The fax service failed\");")]
    [InlineData("logger.LogError(ex, \"Send failed\");\n    return BadRequest(\"The fax service failed\");")]
    [InlineData("logger.LogError(\"Send failed: {Message}\", ex.Message);\n    return StatusCode(502);")]
    [InlineData("Console.WriteLine(ex.Message);\n    return StatusCode(502);")]
    [InlineData("return ex.StatusCode == System.Net.HttpStatusCode.NotFound ? NotFound() : StatusCode(502);")]
    [InlineData("return StatusCode(ex.Message.Length > 0 ? 502 : 503);")]
    [InlineData("throw new InvalidOperationException(ex.Message, ex);")]
    public Task AnswerOfOurOwn_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Action($$"""
        catch (HttpRequestException ex)
        {
            {{body}}
        }
        """));

    [Theory]
    [InlineData("response.EnsureSuccessStatusCode();\nreturn Ok(await response.Content.ReadAsStringAsync());")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return StatusCode(502);\nreturn Content(await response.Content.ReadAsStringAsync());")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return BadRequest(fax);\nreturn Ok();")]
    [InlineData("var body = await response.Content.ReadAsStringAsync();\nif (response.IsSuccessStatusCode)\n    return new ContentResult { Content = body };\nreturn new ContentResult { StatusCode = 502, Content = \"upstream\" };")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return new ContentResult { Content = fax };\nreturn new ObjectResult(await response.Content.ReadAsStringAsync());")]
    public Task BodyOfASuccess_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Response(body));

    [Fact]
    public Task BmiCalculatorCollectorController_ReasonPhrase_IsQuiet() => Verify.VerifyAnalyzerAsync(Response(
        "if (!response.IsSuccessStatusCode)\n    return StatusCode(502, $\"no data: {response.ReasonPhrase}\");\nreturn Ok();"));

    [Fact]
    public Task NoOutboundCall_IsQuiet() => Verify.VerifyAnalyzerAsync(Controller("""
        [HttpPost]
        public IActionResult Parse(string fax)
        {
            try
            {
                logger.LogInformation("{Number} {Client}", int.Parse(fax), client.BaseAddress);
                return Ok();
            }
            catch (FormatException ex)
            {
                return BadRequest(ex.Message);
            }
        }
        """));

    [Theory]
    [InlineData("catch (HttpRequestException ex)", "BadRequest([|ex.Message|])", "StatusCodes.Status502BadGateway")]
    [InlineData("catch (HttpRequestException ex)", "StatusCode(500, \"Error: \" + [|ex.Message|])", "StatusCodes.Status502BadGateway")]
    [InlineData("catch (TaskCanceledException ex)", "BadRequest([|ex.Message|])", "StatusCodes.Status504GatewayTimeout")]
    public Task Fix_ProblemDetails_AndLog(string clause, string answer, string code) => Verify.VerifyCodeFixAsync(
        Action($$"""
            {{clause}}
            {
                // The page shows it.
                return {{answer}};
            }
            """),
        Action($$"""
            {{clause}}
            {
                logger.LogError(ex, "{Operation} failed", nameof(Send));
                // The page shows it.
                return Problem(statusCode: {{code}}, title: "The upstream service failed");
            }
            """));

    [Fact]
    public Task Fix_LoggedAlready_OnlyTheAnswerChanges() => Verify.VerifyCodeFixAsync(
        Action("""
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "no fax");
                return StatusCode(500, new { error = [|ex.Message|] });
            }
            """),
        Action("""
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "no fax");
                return Problem(statusCode: StatusCodes.Status502BadGateway, title: "The upstream service failed");
            }
            """));

    [Theory]
    [InlineData("StatusCode(500, $\"Error: {[|ex.Message|]}\")")]
    [InlineData("BadRequest([|ex.Message|])")]
    public Task Fix_ClauseForEverything_DoesNotBlameTheUpstream(string answer) => Verify.VerifyCodeFixAsync(
        Action($$"""
            catch (Exception ex)
            {
                logger.LogError("no fax: {Reason}", ex.Message);
                return {{answer}};
            }
            """),
        Action("""
            catch (Exception ex)
            {
                logger.LogError("no fax: {Reason}", ex.Message);
                return Problem(statusCode: StatusCodes.Status500InternalServerError, title: "The request failed");
            }
            """));

    [Fact]
    public Task Fix_MinimalApi_FixAll() => Verify.VerifyCodeFixAsync(
        Minimal("Results.BadRequest([|ex.Message|])", "[|ex.Message|]"),
        Minimal("Results.Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\")", "\"The upstream service failed\""));

    [Fact]
    public Task NobodyElseIsTold_AndNoLoggerInReach_FixIsNotOffered() => Verify.VerifyNoFixAsync(
        Minimal("Results.BadRequest([|ex.Message|])", "\"failed\"").Replace("Console.Error.WriteLine(ex);", "_ = fax;"));

    [Theory]
    [InlineData("catch (HttpRequestException {0}) when ({0}.StatusCode == System.Net.HttpStatusCode.BadRequest)\n{\n    {1}return BadRequest({2});\n}")]
    [InlineData("catch (HttpRequestException {0})\n{\n    {1}if ({0}.StatusCode is System.Net.HttpStatusCode.Conflict)\n        return Conflict({2});\n    throw;\n}")]
    [InlineData("catch (HttpRequestException {0})\n{\n    {1}return {0}.StatusCode switch { System.Net.HttpStatusCode.NotFound => NotFound({2}), _ => StatusCode(502) };\n}")]
    public Task Fix_StatusThatIsToldApart_KeepsItsAnswer(string clause) => Verify.VerifyCodeFixAsync(
        Action(clause.Replace("{0}", "ex").Replace("{1}", "").Replace("{2}", "[|ex.Message|]")),
        Action(clause.Replace("{0}", "ex").Replace("{1}", "logger.LogError(ex, \"{Operation} failed\", nameof(Send));\n    ").Replace("{2}", "\"The upstream service failed\"")));

    [Fact]
    public Task Fix_BodyOfAStatusThatIsToldApart_KeepsItsAnswer() => Verify.VerifyCodeFixAsync(
        Response("if (response.StatusCode == System.Net.HttpStatusCode.Conflict)\n    return Conflict([|await response.Content.ReadAsStringAsync()|]);\nreturn Ok();"),
        Response("if (response.StatusCode == System.Net.HttpStatusCode.Conflict)\n    return Conflict(\"The upstream service failed\");\nreturn Ok();"));

    [Fact]
    public Task Fix_MemberNamedAfterTheText_AnalyticsProxyService_KeepsItsName() => Verify.VerifyCodeFixAsync(
        Action("""
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "no fax");
                return new ObjectResult(new { code = 1, /* why */ [|ex.Message|] }) { StatusCode = 500 };
            }
            """),
        Action("""
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "no fax");
                return new ObjectResult(new { code = 1, /* why */ Message = "The upstream service failed" }) { StatusCode = 500 };
            }
            """));

    [Fact]
    public Task Fix_BodyOfAFailedResponse() => Verify.VerifyCodeFixAsync(
        Response("if (!response.IsSuccessStatusCode)\n    return BadRequest([|await response.Content.ReadAsStringAsync()|]);\nreturn Ok();"),
        Response("if (!response.IsSuccessStatusCode)\n    return Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\");\nreturn Ok();"));

    [Fact]
    public Task Fix_BodyInAResultThatIsMade_KeepsTheRest() => Verify.VerifyCodeFixAsync(
        Response("if (!response.IsSuccessStatusCode)\n{\n    var body = await response.Content.ReadAsStringAsync();\n    logger.LogError(\"upstream: {Body}\", body);\n    return new ContentResult { StatusCode = 502, Content = JsonSerializer.Serialize(new { error = \"upstream\", detail = [|body|] }) };\n}\nreturn Ok();"),
        Response("if (!response.IsSuccessStatusCode)\n{\n    var body = await response.Content.ReadAsStringAsync();\n    logger.LogError(\"upstream: {Body}\", body);\n    return new ContentResult { StatusCode = 502, Content = JsonSerializer.Serialize(new { error = \"upstream\", detail = \"The upstream service failed\" }) };\n}\nreturn Ok();"));

    [Theory]
    [InlineData("HttpRequestException", "BadRequest([|ex.Message|])", "Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\")")]
    [InlineData("HttpRequestException", "Ok(new { error = [|ex.Message|] })", "Problem(statusCode: StatusCodes.Status502BadGateway, title: \"The upstream service failed\")")]
    [InlineData("Exception", "StatusCode(500, [|ex.Message|])", "Problem(statusCode: StatusCodes.Status500InternalServerError, title: \"The request failed\")")]
    public Task Fix_ControllerWithoutALogger_TakesThatOfItsRequest(string caught, string answer, string mended) => Verify.VerifyCodeFixAsync(
        WithoutLogger(caught, answer),
        WithoutLogger(caught, mended, "HttpContext.RequestServices.GetRequiredService<ILogger<Faxes>>().LogError(ex, \"{Operation} failed\", nameof(Read));\n            ")
            .Replace("using Microsoft.Extensions.Logging;\n", "using Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.Logging;\n"));

    /// <summary>No controller's member: there is no request at hand.</summary>
    [Theory]
    [InlineData("public async", "public static async")]
    [InlineData(" : ControllerBase", "")]
    public Task NoLoggerAndNoRequest_FixIsNotOffered(string before, string after) => Verify.VerifyNoFixAsync(
        WithoutLogger("HttpRequestException", "new BadRequestObjectResult([|ex.Message|])").Replace("return Ok(await Client", "return new OkObjectResult(await Client").Replace(before, after));

    private static string WithoutLogger(string caught, string answer, string log = "") => File($$"""
        public class Faxes : ControllerBase
        {
            private static readonly HttpClient Client = new() { Timeout = TimeSpan.FromSeconds(9) };

            [HttpGet]
            public async Task<IActionResult> Read()
            {
                try
                {
                    return Ok(await Client.GetStringAsync("https://fax.example/fax"));
                }
                catch ({{caught}} ex)
                {
                    {{log}}return {{answer}};
                }
            }
        }
        """);

    [Fact]
    public Task WholeExceptionOfACatchAll_FixIsNotOffered() => Verify.VerifyNoFixAsync(Action("""
        catch (Exception ex)
        {
            return BadRequest([|ex|]);
        }
        """));

    /// <summary>bitwarden, SsoController.cs</summary>
    [Fact]
    public Task StatusSetByHand_FixIsNotOffered() => Verify.VerifyNoFixAsync(Action("""
        catch (HttpRequestException ex)
        {
            Response.StatusCode = 500;
            return BadRequest([|ex.Message|]);
        }
        """));

    private static string Minimal(string answer, string written) => File($$"""
        public class Faxes(HttpClient client)
        {
            public async Task<IResult> Send(string fax)
            {
                try
                {
                    return Results.Text(await client.GetStringAsync("fax/" + fax));
                }
                catch (HttpRequestException ex)
                {
                    Console.Error.WriteLine(ex);
                    return {{answer}};
                }
            }

            public async Task Write(string fax, HttpContext context)
            {
                try
                {
                    await client.GetStringAsync("fax/" + fax);
                }
                catch (HttpRequestException ex)
                {
                    Console.Error.WriteLine(ex);
                    await context.Response.WriteAsync({{written}});
                }
            }
        }
        """);

    [Theory]
    [InlineData("return Problem(Describe([|ex|]));", "$\"failed: {error.Message}\"")]
    [InlineData("return Problem(Describe(ex));", "\"failed\"")]
    [InlineData("return Problem(Describe(ex));", "error is HttpRequestException ? \"upstream\" : \"other\"")]
    public Task TextThatAHelperMakesOfTheException(string body, string text) => Verify.VerifyAnalyzerAsync(Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                return Ok(await client.GetStringAsync("fax"));
            }
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "failed");
                {{body}}
            }
        }

        private static string Describe(Exception error) => {{text}};
        """));

    [Theory]
    [InlineData("return Rejected([|ex.Message|]);", "BadRequest(new ProblemDetails { Detail = text })")]
    [InlineData("return Rejected([|ex.Message|]);", "StatusCode(502, \"failed: \" + text)")]
    [InlineData("return Rejected(ex.Message);", "StatusCode(502, \"failed\")")]
    [InlineData("return Failure(ex);", "StatusCode(502, \"failed: \" + text.Length)")]
    [InlineData("return Rejected(ex.Message);", "text.Length > 9 ? StatusCode(502) : BadRequest(text)")]
    public Task ExceptionHandedToAHelperThatAnswers(string body, string answer) => Verify.VerifyAnalyzerAsync(Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                return Ok(await client.GetStringAsync("fax"));
            }
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "failed");
                {{body}}
            }
        }

        private IActionResult Rejected(string text) => {{answer}};

        private IActionResult Failure(HttpRequestException ex) => StatusCode((int)(ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway));
        """));

    [Theory]
    [InlineData("new ProblemDetails { Detail = [|error|] }", "if (!response.IsSuccessStatusCode)")]
    [InlineData("[|error|]", "if (!response.IsSuccessStatusCode)")]
    [InlineData("error", "if (response.IsSuccessStatusCode)")]
    public Task BodyHandedToAHelperThatAnswers(string answered, string when) => Verify.VerifyAnalyzerAsync(Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            using var response = await client.GetAsync("fax");
            logger.LogInformation("sent");
            {{when}}
            {
                var text = await response.Content.ReadAsStringAsync();
                return Rejected(text);
            }

            return StatusCode(502);
        }

        private IActionResult Rejected(string error) => BadRequest({{answered}});
        """));
}
