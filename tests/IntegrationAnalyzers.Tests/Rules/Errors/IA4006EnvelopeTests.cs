using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The exception's text in an own envelope that a static factory makes.</summary>
public sealed class IA4006EnvelopeTests
{
    private const string Envelope = """
        public record ApiResponse<T>(bool Success, T? Data, string? Message, System.Collections.Generic.List<string>? Errors = null)
        {
            public static ApiResponse<T> Fail(string message, System.Collections.Generic.List<string>? errors = null) => new(false, default, message, errors);
            public static ApiResponse<T> Named(string message) => new ApiResponse<T>(false, default, null) { Message = "failed: " + message };
            public static ApiResponse<T> Listed(string message) => new(false, default, null, [message]);
            public static ApiResponse<T> InALocal(string message)
            {
                var response = new ApiResponse<T>(false, default, $"failed: {message}");
                return response;
            }

            public static ApiResponse<T> Coded(string message) => new(false, default, CodeOf(message));
            public static ApiResponse<T> Unread(string message) => new(false, default, "The fax service failed");
            public static ApiResponse<T> Of(string? message = null) => new(false, default, message == null ? null : "failed");
            private static string CodeOf(string message) => message.Length.ToString();
        }

        public static class ApiResponse
        {
            public static ApiResponse<object> Failure(System.Exception ex) => new(false, null, ex.Message);
        }
        """;

    private static string Answers(string answer) => Action($$"""
        catch (HttpRequestException ex)
        {
            return {{answer}};
        }
        """) + Envelope + "\n";

    [Theory]
    [InlineData("BadRequest(ApiResponse<string>.Fail([|ex.Message|]))")]
    [InlineData("StatusCode(500, ApiResponse<string>.Fail($\"no fax: {[|ex.Message|]}\"))")]
    [InlineData("BadRequest(ApiResponse<string>.Named([|ex.Message|]))")]
    [InlineData("BadRequest(ApiResponse<string>.Listed([|ex.Message|]))")]
    [InlineData("BadRequest(ApiResponse<string>.InALocal([|ex.Message|]))")]
    [InlineData("BadRequest(ApiResponse.Failure([|ex|]))")]
    [InlineData("BadRequest(new ApiResponse<string>(false, null, [|ex.Message|]))")]
    public Task ChatApp_TextInAnEnvelope_Reports(string answer) => Verify.VerifyAnalyzerAsync(Answers(answer));

    [Theory]
    [InlineData("BadRequest(ApiResponse<string>.Coded(ex.Message))")]
    [InlineData("BadRequest(ApiResponse<string>.Unread(ex.Message))")]
    [InlineData("BadRequest(ApiResponse<string>.Of(ex.Message))")]
    [InlineData("BadRequest(ApiResponse<string>.Fail(\"The fax service failed\"))")]
    public Task EnvelopeWithoutTheText_IsQuiet(string answer) => Verify.VerifyAnalyzerAsync(Answers(answer));

    /// <summary>Who calls reads the envelope.</summary>
    [Theory]
    [InlineData("[|ex.Message|]", "The upstream service failed")]
    [InlineData("$\"no fax: {[|ex.Message|]}\"", "no fax")]
    [InlineData("$\"Error: {[|ex.Message|]}\"", "The upstream service failed")]
    public Task Fix_KeepsTheEnvelope(string text, string words) => Verify.VerifyCodeFixAsync(
        Answers($"BadRequest(ApiResponse<string>.Fail({text}))"),
        Answers($"BadRequest(ApiResponse<string>.Fail(\"{words}\"))").Replace(
            "            return BadRequest", "            logger.LogError(ex, \"{Operation} failed\", nameof(Send));\n            return BadRequest"));

    [Theory]
    [InlineData("StatusCode(500, new ApiResponse<string>(false, null, null) { Message = [|ex.Message|] })", "StatusCode(500, new ApiResponse<string>(false, null, null) { Message = \"The upstream service failed\" })")]
    [InlineData("BadRequest(new ApiResponse<string>(false, null, $\"no fax: {[|ex.Message|]}\"))", "BadRequest(new ApiResponse<string>(false, null, \"no fax\"))")]
    public Task Fix_KeepsTheEnvelopeThatIsMadeInPlace_ProsepoWebhooks(string answer, string mended) => Verify.VerifyCodeFixAsync(
        Answers(answer), Answers(mended).Replace("            return " + mended, "            logger.LogError(ex, \"{Operation} failed\", nameof(Send));\n            return " + mended));

    [Theory]
    [InlineData("BadRequest(ApiResponse.Failure([|ex|]))")]
    [InlineData("BadRequest(new ApiResponse<string>(false, null, null, [[|ex.Message|]]))")]
    public Task WholeExceptionOrAListInTheEnvelope_FixIsNotOffered(string answer) => Verify.VerifyNoFixAsync(Answers(answer));

    private static string Returns(string method, string type, string answer) => Controller($$"""
        {{method}} async Task<{{type}}> Read(string fax)
        {
            try
            {
                await client.GetStringAsync("fax/" + fax);
                return null!;
            }
            catch (HttpRequestException ex)
            {
                return {{answer}};
            }
        }
        """) + Envelope + "\n";

    /// <summary>An action answers with what it returns, whatever its type.</summary>
    [Theory]
    [InlineData("ApiResponse<string>", "new ApiResponse<string>(false, null, [|ex.Message|])")]
    [InlineData("ApiResponse<string>", "new(false, null, null) { Message = $\"failed: {[|ex.Message|]}\" }")]
    [InlineData("ApiResponse<string>", "ApiResponse<string>.Fail([|ex.Message|])")]
    [InlineData("ActionResult<ApiResponse<string>>", "ApiResponse<string>.Fail([|ex.Message|])")]
    [InlineData("string", "[|ex.Message|]")]
    [InlineData("string", "\"Error: \" + [|ex.Message|]")]
    [InlineData("ApiResponse<string>", "ApiResponse<string>.Fail(\"the fax service failed\")")]
    [InlineData("bool?", "ex.StatusCode == null")]
    public Task ReturnedByAnAction(string type, string answer) => Verify.VerifyAnalyzerAsync(Returns("[HttpGet] public", type, answer));

    [Theory]
    [InlineData("private")]
    [InlineData("[NonAction] public")]
    public Task ReturnedToOurOwnCode_IsQuiet(string method) => Verify.VerifyAnalyzerAsync(Returns(method, "ApiResponse<string>", "new ApiResponse<string>(false, null, ex.Message)"));

    [Theory]
    [InlineData("app.MapGet(\"/fax\", async (HttpClient client) => $);", "[|ex.Message|]")]
    [InlineData("app.MapGet(\"/fax\", Read); static async Task<ApiResponse<string>> Read(HttpClient client) $", "[|ex.Message|]")]
    [InlineData("Func<HttpClient, Task<ApiResponse<string>>> read = async (HttpClient client) => $;", "ex.Message")]
    public Task ReturnedByAHandler(string mapping, string text) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        static class Faxes
        {
            public static void Map(WebApplication app)
            {
                {{mapping.Replace("$", $$"""
                    {
                        try
                        {
                            return new ApiResponse<string>(true, await client.GetStringAsync("fax"), null);
                        }
                        catch (HttpRequestException ex)
                        {
                            return ApiResponse<string>.Fail({{text}});
                        }
                    }
                    """)}}
            }
        }

        """ + Envelope);

    [Fact]
    public Task Fix_KeepsTheEnvelopeThatIsReturned() => Verify.VerifyCodeFixAsync(
        Returns("[HttpGet] public", "ApiResponse<string>", "new ApiResponse<string>(false, null, [|ex.Message|])"),
        Returns("[HttpGet] public", "ApiResponse<string>", "new ApiResponse<string>(false, null, \"The upstream service failed\")").Replace(
            "            return new ApiResponse<string>(false, null, \"The", "            logger.LogError(ex, \"{Operation} failed\", nameof(Read));\n            return new ApiResponse<string>(false, null, \"The"));
}
