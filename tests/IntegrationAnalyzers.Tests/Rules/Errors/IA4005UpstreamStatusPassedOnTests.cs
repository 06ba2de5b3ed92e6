using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4005UpstreamStatusPassedOn>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4005UpstreamStatusPassedOnTests
{
    [Theory]
    [InlineData("return StatusCode([|(int)response.StatusCode|]);")]
    [InlineData("return StatusCode([|(int)response.StatusCode|], fax);")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return Problem(statusCode: [|(int)response.StatusCode|]);\nreturn Ok();")]
    [InlineData("return new StatusCodeResult([|(int)response.StatusCode|]);")]
    [InlineData("return new ObjectResult(fax) { StatusCode = [|(int)response.StatusCode|] };")]
    [InlineData("var status = [|(int)response.StatusCode|];\nreturn StatusCode(status);")]
    [InlineData("Response.StatusCode = [|(int)response.StatusCode|];\nreturn new EmptyResult();")]
    [InlineData("return BadRequest(new ProblemDetails { Status = [|(int)response.StatusCode|] });")]
    public Task ResponsesStatus_Reports(string body) => Verify.VerifyAnalyzerAsync(Response(body));

    /// <summary>A facade that says so by what it calls.</summary>
    [Theory]
    [InlineData("ForwardAsync", "(int)response.StatusCode")]
    [InlineData("SendByProxyAsync", "(int)response.StatusCode")]
    [InlineData("PutAsync", "[|(int)response.StatusCode|]")]
    [InlineData("StraightForwardAsync", "[|(int)response.StatusCode|]")]
    public Task EligibilityEngine_ResponseOfACallThatForwards_IsQuiet(string call, string status) => Verify.VerifyAnalyzerAsync(Controller($$"""
        [HttpPut]
        public async Task<IActionResult> Put(string id)
        {
            HttpResponseMessage response;
            try
            {
                response = await {{call}}(id);
            }
            catch (HttpRequestException ex)
            {
                logger.LogError(ex, "not reached");
                return StatusCode(502);
            }

            if (!response.IsSuccessStatusCode)
                return new ContentResult { StatusCode = {{status}}, Content = id };
            return Ok();
        }

        private Task<HttpResponseMessage> {{call}}(string id) => client.PutAsync(id, null);
        """));

    [Fact]
    public Task ExceptionsStatus_Reports() => Verify.VerifyAnalyzerAsync(Action("""
        catch (HttpRequestException ex)
        {
            return StatusCode([|(int?)ex.StatusCode|] ?? 500);
        }
        """));

    [Fact]
    public Task MinimalApi_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class Faxes(HttpClient client)
        {
            public async Task<IResult> Send(string fax)
            {
                using var response = await client.GetAsync("fax/" + fax);
                return Results.StatusCode([|(int)response.StatusCode|]);
            }
        }
        """));

    [Theory]
    [InlineData("return response.IsSuccessStatusCode ? Ok() : StatusCode(502);")]
    [InlineData("return StatusCode(response.IsSuccessStatusCode ? (int)response.StatusCode : 502);")]
    [InlineData("if (response.IsSuccessStatusCode)\n    return StatusCode((int)response.StatusCode);\nreturn StatusCode(502);")]
    [InlineData("logger.LogError(\"answered {Status}\", (int)response.StatusCode);\nreturn StatusCode(502);")]
    [InlineData("if ((int)response.StatusCode == 404)\n    return NotFound();\nreturn StatusCode((int)response.StatusCode >= 500 ? 502 : 500);")]
    [InlineData("var status = (int)response.StatusCode;\nlogger.LogError(\"answered {Status}\", status);\nreturn StatusCode(502);")]
    [InlineData("var status = (int)response.StatusCode;\nreturn StatusCode(response.IsSuccessStatusCode ? status : 502);")]
    [InlineData("return Ok(new { upstream = (int)response.StatusCode });")]
    public Task OurOwnStatus_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Response(body));

    [Fact]
    public Task ProxyThatHandsOnTheHeaders_IsQuiet() => Verify.VerifyAnalyzerAsync(Response("""
        Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers)
            Response.Headers[header.Key] = string.Join(",", header.Value);
        await response.Content.CopyToAsync(Response.Body);
        return new EmptyResult();
        """));

    [Theory]
    [InlineData("FaxProxyController")]
    [InlineData("Gateway")]
    [InlineData("ApiGatewayController")]
    [InlineData("FaxForwarder")]
    [InlineData("FaxPassthrough")]
    [InlineData("FaxRelay")]
    public Task TypeNamedForAProxy_IsQuiet(string type) => Verify.VerifyAnalyzerAsync(
        Response("return StatusCode((int)response.StatusCode);").Replace("FaxController", type));

    /// <summary>The client of a provider is none.</summary>
    [Theory]
    [InlineData("FaxGateway")]
    [InlineData("PaymentGatewayController")]
    public Task GatewayToSomebody_Reports(string type) => Verify.VerifyAnalyzerAsync(
        Response("return StatusCode([|(int)response.StatusCode|]);").Replace("FaxController", type));

    [Theory]
    [InlineData("namespace Shop.Gateway.Faxes;", "(int)response.StatusCode")]
    [InlineData("namespace Shop.ApiGateway;", "(int)response.StatusCode")]
    [InlineData("namespace Shop.PaymentGateway;", "[|(int)response.StatusCode|]")]
    [InlineData("namespace Shop.Faxes; public interface IRoutes { }", "[|(int)response.StatusCode|]")]
    [InlineData("namespace Yarp.ReverseProxy.Forwarder; public interface IHttpForwarder { }", "(int)response.StatusCode")]
    public Task ProjectThatIsAGateway_IsQuiet(string head, string status) => Verify.VerifyAnalyzerAsync(
        Response($"return StatusCode({status});").Replace("[ApiController]", head + "\n[ApiController]"));

    [Fact]
    public Task OwnWordForAProxy_ByOption_IsQuiet() => new Verify.Test
    {
        TestCode = Response("return StatusCode((int)response.StatusCode);").Replace("FaxController", "FaxTunnelController"),
        TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia4005.proxy_names = tunnel\n") } },
    }.RunAsync();

    [Theory]
    [InlineData("return StatusCode([|(int)response.StatusCode|], fax);", "return StatusCode(response.IsSuccessStatusCode ? (int)response.StatusCode : StatusCodes.Status502BadGateway, fax);")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return Problem(statusCode: [|(int)response.StatusCode|] /* theirs */);\nreturn Ok();", "if (!response.IsSuccessStatusCode)\n    return Problem(statusCode: StatusCodes.Status502BadGateway /* theirs */);\nreturn Ok();")]
    [InlineData("return new ObjectResult(fax) { StatusCode = [|(int)response.StatusCode|] };", "return new ObjectResult(fax) { StatusCode = response.IsSuccessStatusCode ? (int)response.StatusCode : StatusCodes.Status502BadGateway };")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    Response.StatusCode = [|(int)response.StatusCode|];\nreturn new EmptyResult();", "if (!response.IsSuccessStatusCode)\n    Response.StatusCode = StatusCodes.Status502BadGateway;\nreturn new EmptyResult();")]
    public Task Fix_Says502(string body, string expected) => Verify.VerifyCodeFixAsync(Response(body), Response(expected));

    /// <summary>What is logged stays what the upstream said.</summary>
    [Theory]
    [InlineData(
        "if (!response.IsSuccessStatusCode)\n{\n    var status = [|(int)response.StatusCode|];\n    logger.LogError(\"answered {Status}\", status);\n    return StatusCode(status, \"not available\");\n}\nreturn Ok();",
        "if (!response.IsSuccessStatusCode)\n{\n    var status = (int)response.StatusCode;\n    logger.LogError(\"answered {Status}\", status);\n    return StatusCode(StatusCodes.Status502BadGateway, \"not available\");\n}\nreturn Ok();")]
    [InlineData(
        "var status = [|(int)response.StatusCode|];\nlogger.LogInformation(\"answered {Status}\", status);\nreturn StatusCode(status);",
        "var status = (int)response.StatusCode;\nlogger.LogInformation(\"answered {Status}\", status);\nreturn StatusCode(response.IsSuccessStatusCode ? status : StatusCodes.Status502BadGateway);")]
    [InlineData(
        "if (!response.IsSuccessStatusCode)\n{\n    var status = [|(int)response.StatusCode|];\n    return StatusCode(status);\n}\nreturn Ok();",
        "if (!response.IsSuccessStatusCode)\n{\n    var status = StatusCodes.Status502BadGateway;\n    return StatusCode(status);\n}\nreturn Ok();")]
    [InlineData(
        "var status = [|(int)response.StatusCode|];\nreturn StatusCode(status);",
        "var status = response.IsSuccessStatusCode ? (int)response.StatusCode : StatusCodes.Status502BadGateway;\nreturn StatusCode(status);")]
    [InlineData(
        "if (!response.IsSuccessStatusCode)\n    return new StatusCodeResult([|(int)response.StatusCode|]);\nreturn Ok();",
        "if (!response.IsSuccessStatusCode)\n    return new StatusCodeResult(StatusCodes.Status502BadGateway);\nreturn Ok();")]
    public Task Fix_LocalThatIsLoggedToo(string body, string expected) => Verify.VerifyCodeFixAsync(Response(body), Response(expected));

    [Fact]
    public Task Fix_ExceptionsStatus_FixAll() => Verify.VerifyCodeFixAsync(
        Action("catch (HttpRequestException ex)\n{\n    if (ex.StatusCode is null)\n        return StatusCode([|(int?)ex.StatusCode|] ?? 500);\n    return StatusCode([|(int)ex.StatusCode|]);\n}"),
        Action("catch (HttpRequestException ex)\n{\n    if (ex.StatusCode is null)\n        return StatusCode(StatusCodes.Status502BadGateway);\n    return StatusCode(StatusCodes.Status502BadGateway);\n}"));

    [Fact]
    public Task ResponseMadeInTheExpression_FixIsNotOffered() => Verify.VerifyNoFixAsync(Controller("""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            logger.LogInformation("sending");
            return StatusCode([|(int)(await client.GetAsync("fax/" + fax)).StatusCode|]);
        }
        """));

    [Fact]
    public Task StatusBoundByAPattern_Reports() => Verify.VerifyAnalyzerAsync(Action("""
        catch (HttpRequestException ex) when (ex.StatusCode is { } status)
        {
            return StatusCode([|(int)status|]);
        }
        """));

    [Fact]
    public Task StatusKeptInALocal_Reports() => Verify.VerifyAnalyzerAsync(Response("""
        var status = response.StatusCode;
        return StatusCode([|(int)status|]);
        """));

    [Theory]
    [InlineData("var code = ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway;\n    return StatusCode([|(int)code|]);")]
    [InlineData("var code = ex.StatusCode;\n    return StatusCode([|(int)(code ?? System.Net.HttpStatusCode.BadGateway)|]);")]
    [InlineData("var code = ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway;\n    code = System.Net.HttpStatusCode.BadGateway;\n    return StatusCode((int)code);")]
    [InlineData("var code = ex.Data[\"code\"] as System.Net.HttpStatusCode? ?? System.Net.HttpStatusCode.BadGateway;\n    return StatusCode((int)code);")]
    public Task StatusWithADefaultKeptInALocal(string body) => Verify.VerifyAnalyzerAsync(Action($$"""
        catch (HttpRequestException ex)
        {
            {{body}}
        }
        """));

    [Fact]
    public Task Fix_StatusWithADefaultKeptInALocal() => Verify.VerifyCodeFixAsync(
        Action("catch (HttpRequestException ex)\n{\n    var code = ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway;\n    return StatusCode([|(int)code|]);\n}"),
        Action("catch (HttpRequestException ex)\n{\n    var code = ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway;\n    return StatusCode(StatusCodes.Status502BadGateway);\n}"));

    [Fact]
    public Task LocalThatHasAnotherValueToo_IsQuiet() => Verify.VerifyAnalyzerAsync(Response("""
        var status = response.StatusCode;
        if (status == System.Net.HttpStatusCode.Unauthorized)
            status = System.Net.HttpStatusCode.BadGateway;
        return StatusCode((int)status);
        """));

    [Fact]
    public Task RefitsException_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public interface IFaxes
        {
            [Refit.Get("/faxes/{id}")]
            Task<string> GetAsync(string id);
        }

        public static class Endpoint
        {
            public static async Task<IResult> Get(string id, IFaxes faxes)
            {
                try
                {
                    return Results.Ok(await faxes.GetAsync(id));
                }
                catch (Refit.ApiException ex)
                {
                    return Results.Text("failed", statusCode: [|(int)ex.StatusCode|]);
                }
            }
        }
        """));

    [Fact]
    public Task StatusBoundByAPattern_FixIsOffered() => Verify.VerifyCodeFixAsync(
        Action("""
            catch (HttpRequestException ex) when (ex.StatusCode is { } status)
            {
                return StatusCode([|(int)status|]);
            }
            """),
        Action("""
            catch (HttpRequestException ex) when (ex.StatusCode is { } status)
            {
                return StatusCode(StatusCodes.Status502BadGateway);
            }
            """));

    [Fact]
    public Task StatusOfAnExceptionWithADefault_InAHelper_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class Faxes
        {
            private static IResult Failure(HttpRequestException ex) => Results.StatusCode([|(int)(ex.StatusCode ?? System.Net.HttpStatusCode.BadGateway)|]);
        }
        """));

    [Theory]
    [InlineData("[|(int)reply.Status|]", "response.StatusCode")]
    [InlineData("(int)reply.Status", "System.Net.HttpStatusCode.Accepted")]
    [InlineData("(int)reply.Status", "Translated(response)")]
    [InlineData("Translate(reply.Status)", "response.StatusCode")]
    public Task StatusInAnOwnReply(string answered, string handed) => Verify.VerifyAnalyzerAsync(File($$"""
        public sealed record Reply(System.Net.HttpStatusCode Status, string Body);

        public class Faxes(HttpClient client)
        {
            public async Task<IResult> Send(string fax)
            {
                var reply = await SendAsync(fax);
                return Results.StatusCode({{answered}});
            }

            private async Task<Reply> SendAsync(string fax)
            {
                using var response = await client.GetAsync("fax/" + fax);
                return new Reply({{handed}}, await response.Content.ReadAsStringAsync());
            }

            private static System.Net.HttpStatusCode Translated(HttpResponseMessage response) => response.IsSuccessStatusCode ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.BadGateway;

            private static int Translate(System.Net.HttpStatusCode status) => (int)status < 300 ? 200 : 502;
        }
        """));
}
