using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4005UpstreamStatusPassedOn>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The upstream's status as a number that an own type or a tuple carries.</summary>
public sealed class IA4005CarriedStatusTests
{
    private const string Types = """

        public record Reply(int Status);

        public class ApiException(int code, string message) : Exception(message)
        {
            public int Code { get; } = code;
        }

        public class FaxException : ApiException
        {
            public FaxException(int code) : base(code, "The fax was refused")
            {
            }
        }

        public class Outcome
        {
            private Outcome(int statusCode) => StatusCode = statusCode;

            public int StatusCode { get; }

            public bool IsSuccess => StatusCode < 300;

            public static Outcome Done() => new(200);

            public static Outcome Failed(int statusCode) => new(statusCode);
        }

        """;

    [Fact]
    public Task NumberInARecord_Reports() => Verify.VerifyAnalyzerAsync(Response("""
        var reply = new Reply((int)response.StatusCode);
        return StatusCode([|reply.Status|]);
        """) + Types);

    [Fact]
    public Task NumberInAnException_Reports() => Verify.VerifyAnalyzerAsync(Controller("""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                await SendAsync(fax);
                return Ok();
            }
            catch (ApiException ex)
            {
                return Problem(statusCode: [|ex.Code|]);
            }
        }

        private async Task SendAsync(string fax)
        {
            using var response = await client.PostAsync("fax/" + fax, null);
            if (!response.IsSuccessStatusCode)
                throw new FaxException((int)response.StatusCode);
        }
        """) + Types);

    [Fact]
    public Task NumberByAFactory_Reports() => Verify.VerifyAnalyzerAsync(Controller("""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            var outcome = await SendAsync(fax);
            return outcome.IsSuccess ? Ok() : StatusCode([|outcome.StatusCode|], "no fax");
        }

        private async Task<Outcome> SendAsync(string fax)
        {
            using var response = await client.PostAsync("fax/" + fax, null);
            return response.IsSuccessStatusCode ? Outcome.Done() : Outcome.Failed((int)response.StatusCode);
        }
        """) + Types);

    [Fact]
    public Task NumberInATuple_Reports() => Verify.VerifyAnalyzerAsync(Controller("""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            var (status, body) = await SendAsync(fax);
            return StatusCode([|status|], body);
        }

        [HttpGet]
        public async Task<IActionResult> Read(string fax)
        {
            var sent = await SendAsync(fax);
            return new ObjectResult(sent.Body) { StatusCode = [|sent.Status|] };
        }

        private async Task<(int Status, string Body)> SendAsync(string fax)
        {
            using var response = await client.PostAsync("fax/" + fax, null);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        """));

    [Fact]
    public Task MiddlewareThatAnswersByTheException_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class Failures(RequestDelegate next)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                try
                {
                    await next(context);
                }
                catch (ApiException ex)
                {
                    context.Response.StatusCode = [|ex.Code|];
                }
            }
        }

        public class Faxes(HttpClient client)
        {
            public async Task SendAsync(string fax)
            {
                using var response = await client.PostAsync("fax/" + fax, null);
                if (!response.IsSuccessStatusCode)
                    throw new ApiException((int)response.StatusCode, "No fax");
            }
        }
        """) + Types);

    [Theory]
    [InlineData("new Reply(Translate((int)response.StatusCode))")]
    [InlineData("new Reply(502)")]
    [InlineData("new Reply(response.IsSuccessStatusCode ? 200 : 502)")]
    public Task OurOwnNumber_IsQuiet(string reply) => Verify.VerifyAnalyzerAsync(Response($"""
        var reply = {reply};
        return StatusCode(reply.Status);
        """).Replace("[HttpPost]", "private static int Translate(int status) => status < 300 ? 200 : 502;\n\n    [HttpPost]") + Types);

    [Fact]
    public Task NumberThatIsOnlyLogged_IsQuiet() => Verify.VerifyAnalyzerAsync(Response("""
        var reply = new Reply((int)response.StatusCode);
        logger.LogInformation("{Status}", reply.Status);
        return StatusCode(reply.Status < 300 ? 200 : 502);
        """) + Types);

    [Fact]
    public Task TupleOfAProxy_IsQuiet() => Verify.VerifyAnalyzerAsync(Controller("""
        [HttpPost]
        public async Task<IActionResult> ProxyFax(string fax)
        {
            var (status, body) = await SendAsync(fax);
            return StatusCode(status, body);
        }

        private async Task<(int Status, string Body)> SendAsync(string fax)
        {
            using var response = await client.PostAsync("fax/" + fax, null);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        """));

    [Fact]
    public Task Fix_ExceptionsNumber_Becomes502() => Verify.VerifyCodeFixAsync(
        Caught("ApiException ex", "[|ex.Code|]"), Caught("ApiException", "StatusCodes.Status502BadGateway"));

    [Fact]
    public Task Fix_NumberThatMayBeASuccess_IsNotOffered() => Verify.VerifyNoFixAsync(Response("""
        var reply = new Reply((int)response.StatusCode);
        return StatusCode([|reply.Status|]);
        """) + Types);

    private static string Caught(string caught, string number) => Controller($$"""
        [HttpPost]
        public async Task<IActionResult> Send(string fax)
        {
            try
            {
                using var response = await client.PostAsync("fax/" + fax, null);
                if (!response.IsSuccessStatusCode)
                    throw new ApiException((int)response.StatusCode, "No fax");
                return Ok();
            }
            catch ({{caught}})
            {
                return StatusCode({{number}}, "no fax");
            }
        }
        """) + Types;
}
