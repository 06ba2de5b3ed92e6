using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.EndpointSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4006UpstreamDetailDisclosed>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What the author says of the failure himself stays, and only the upstream's text goes.</summary>
public sealed class IA4006SentenceTests
{
    private const string Upstream = "\"The upstream service failed\"";

    [Theory]
    [InlineData("\"The fax could not be sent: \" + [|ex.Message|]", "\"The fax could not be sent\"")]
    [InlineData("$\"The fax could not be sent: {[|ex.Message|]}\"", "\"The fax could not be sent\"")]
    [InlineData("$\"The fax could not be sent. {[|ex.Message|]}\"", "\"The fax could not be sent.\"")]
    [InlineData("$\"The fax could not be sent ({[|ex.Message|]}). Try again.\"", "\"The fax could not be sent. Try again.\"")]
    [InlineData("$\"The fax could not be sent! ({[|ex.Message|]}). Try again.\"", "\"The fax could not be sent! Try again.\"")]
    [InlineData("$\"The fax could not be sent:\\n{[|ex.Message|]}\"", "\"The fax could not be sent\"")]
    [InlineData("$\"The fax could not be sent: \\\"{[|ex.Message|]}\\\"\"", "\"The fax could not be sent\"")]
    [InlineData("$\"Fax \\\"A\\\" could not be sent: {[|ex.Message|]}\"", "\"Fax \\\"A\\\" could not be sent\"")]
    [InlineData("\"The fax could not be sent to \\\\n: \" + [|ex.Message|]", "\"The fax could not be sent to \\\\n\"")]
    [InlineData("$\"Fax {fax} could not be sent: {[|ex.Message|]}\"", "$\"Fax {fax} could not be sent\"")]
    [InlineData("\"Fax \" + fax + \" could not be sent: \" + [|ex.Message|]", "$\"Fax {fax} could not be sent\"")]
    [InlineData("$\"Fax {fax.Length:D4} could not be sent: \" + [|ex.Message|]", "$\"Fax {fax.Length:D4} could not be sent\"")]
    [InlineData("$\"The fax failed with {ex.StatusCode}: {[|ex.Message|]}\"", "$\"The fax failed with {ex.StatusCode}\"")]
    [InlineData("$\"Lỗi khi lấy dữ liệu 🔥: {[|ex.Message|]}\"", "\"Lỗi khi lấy dữ liệu 🔥\"")]
    [InlineData("$\"发送传真失败：{[|ex.Message|]}\"", "\"发送传真失败\"")]
    [InlineData("$\"Sending failed: {[|ex.Message|]}. Inner: {ex.InnerException?.Message}\"", "\"Sending failed\"")]
    [InlineData("$\"Sending failed: {[|ex|]}\"", "\"Sending failed\"")]
    [InlineData("new { message = \"The fax could not be sent\", error = [|ex.Message|] }", "\"The fax could not be sent\"")]
    [InlineData("new { error = [|ex.Message|], id = fax, message = $\"Fax {fax} could not be sent\" }", "$\"Fax {fax} could not be sent\"")]
    [InlineData("JsonSerializer.Serialize(new { message = \"The fax could not be sent\", error = [|ex.Message|] })", "\"The fax could not be sent\"")]
    public Task AuthorsSentence_Stays(string given, string title) => Verify.VerifyCodeFixAsync(Answers($"BadRequest({given})"), Problem(title));

    [Theory]
    [InlineData("$\"Error: {[|ex.Message|]}\"")]
    [InlineData("$\"The fax machine says {[|ex.Message|]}\"")]
    [InlineData("\"The fax machine says: \" + [|ex.Message|]")]
    [InlineData("$\"The fax {fax} was refused because: {[|ex.Message|]}\"")]
    [InlineData("$\"The fax {fax} is: {[|ex.Message|]}\"")]
    [InlineData("$\"{[|ex.Message|]}: the fax could not be sent\"")]
    [InlineData("$\"The fax {logger} could not be sent: {[|ex.Message|]}\"")]
    [InlineData("$\"The set {{A}} could not be sent: {[|ex.Message|]}\"")]
    [InlineData("@\"The fax could not be sent: \" + [|ex.Message|]")]
    [InlineData("\"\"\"The fax could not be sent: \"\"\" + [|ex.Message|]")]
    [InlineData("\"The share could not be read: \\\\n\" + [|ex.Message|]")]
    [InlineData("new { status = \"error\", error = [|ex.Message|] }")]
    public Task NoSentenceByItself_GivesWayToOurs(string given) => Verify.VerifyCodeFixAsync(Answers($"BadRequest({given})"), Problem(Upstream));

    [Theory]
    [InlineData("$\"The fax could not be sent: {[|ex.Message|]}\"", "\"The fax could not be sent\"")]
    [InlineData("$\"Error: {[|ex.Message|]}\"", Upstream)]
    public Task AnswerThatStays_KeepsThemToo(string text, string words) => Verify.VerifyCodeFixAsync(
        Answers($"new ObjectResult(new {{ text = {text} }}) {{ StatusCode = 500 }}"),
        Answers($"new ObjectResult(new {{ text = {words} }}) {{ StatusCode = 500 }}"));

    [Fact]
    public Task ProblemDetails_KeepTheirTitle() => Verify.VerifyCodeFixAsync(
        Answers("BadRequest(new ProblemDetails { Title = \"No fax\", Detail = [|ex.Message|] })"),
        Answers($"BadRequest(new ProblemDetails {{ Title = \"No fax\", Detail = {Upstream} }})"));

    [Fact]
    public Task CommentBetween_IsKept() => Verify.VerifyCodeFixAsync(
        Answers("new ObjectResult(new { text = \"Sending failed: \" + /* why */ [|ex.Message|] }) { StatusCode = 500 }"),
        Answers($"new ObjectResult(new {{ text = \"Sending failed: \" + /* why */ {Upstream} }}) {{ StatusCode = 500 }}"));

    private static string Problem(string title) => Answers($"Problem(statusCode: StatusCodes.Status502BadGateway, title: {title})");

    private static string Answers(string answer) => Action($$"""
        catch (HttpRequestException ex)
        {
            logger.LogError(ex, "no fax");
            return {{answer}};
        }
        """);
}
