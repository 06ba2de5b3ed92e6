using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A result that says that all went well, after a failure that is logged.</summary>
public sealed class IA4001ClaimedSuccessTests
{
    [Theory]
    [InlineData("object", "new { ok = true, queued = true }")]
    [InlineData("Reply", "new Reply(true, \"later\")")]
    [InlineData("Reply", "new(true, id)")]
    [InlineData("Answer", "new Answer { Success = true }")]
    [InlineData("Answer", "new Answer { Success = true, IsFailed = false, Error = null, Id = id }")]
    [InlineData("Answer", "new Answer { IsApproved = true, Text = $\"Order {id}\" }")]
    [InlineData("(bool, string)", "(true, \"queued\")")]
    [InlineData("(bool Success, string Text)", "(true, \"\")")]
    [InlineData("Result", "Result.Ok()")]
    [InlineData("Result", "Result.Ok(\"queued\")")]
    [InlineData("Result", "Result.Success")]
    [InlineData("IActionResult", "new OkObjectResult(new { success = true })")]
    public Task SuccessAfterAFailedWrite_Reports(string type, string answer) => Verify.VerifyAnalyzerAsync(Pays(type, answer, "[|catch|]"));

    [Theory]
    [InlineData("Answer", "new Answer { Success = false, Id = id }")]
    [InlineData("Answer", "new Answer { Success = true, Error = ex.Message }")]
    [InlineData("Answer", "new Answer { Success = true, Text = \"The payment failed\" }")]
    [InlineData("Answer", "new Answer { Success = true, Text = \"It was not paid\" }")]
    [InlineData("Answer", "new Answer { Success = true, Sent = false }")]
    [InlineData("Answer", "new Answer { Success = true, Text = \"Default fee\" }")]
    [InlineData("Answer", "new Answer { Success = true, Skipped = true }")]
    [InlineData("Answer", "new Answer { Success = true, Id = _stored }")]
    [InlineData("Answer", "new Answer { IsFailed = true }")]
    [InlineData("Reply", "new Reply(true, ex.Message)")]
    [InlineData("(bool Retry, string Text)", "(true, \"queued\")")]
    [InlineData("Result", "Result.Fail(\"down\")")]
    [InlineData("Result", "Result.Ok(_stored)")]
    [InlineData("Result", "Mapper.Ok(id)")]
    [InlineData("IActionResult", "new OkObjectResult(new { success = false })")]
    public Task OtherResult_IsQuiet(string type, string answer) => Verify.VerifyAnalyzerAsync(Pays(type, answer, "catch"));

    /// <summary>An unnamed <c>true</c> is what the <c>try</c> gives for a success, or it says nothing.</summary>
    [Theory]
    [InlineData("(true, \"\")", "[|catch|]")]
    [InlineData("(false, \"\")", "catch")]
    public Task UnnamedElement_IsWhatTheTryGives(string success, string clause) => Verify.VerifyAnalyzerAsync(Pays("(bool, string)", "(true, \"queued\")", clause, success));

    /// <summary>The clause sees to it that it is done later: what it says is true.</summary>
    [Fact]
    public Task SuccessOfWhatTheClauseDoes_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Pays("object", "new { ok = true, queued = true }", "catch").Replace("logger.LogError(ex, \"not paid\");", "logger.LogError(ex, \"not paid\");\n            _waiting.Enqueue(id);")
            .Replace("private string? _stored;", "private string? _stored;\n    private readonly Queue<string> _waiting = new();"));

    /// <summary>What stands behind the statement may speak of all that was done before.</summary>
    [Fact]
    public Task SuccessBehindTheTry_IsQuiet() => Verify.VerifyAnalyzerAsync(Pays("Answer", "", "catch").Replace("return ;\n", "\n").Replace("//", "return new Answer { Success = true };"));

    private static string Pays(string type, string answer, string clause, string? success = null) => Service($$"""
        private string? _stored;

        public async Task<{{type}}> PayAsync(string id, CancellationToken token)
        {
            try
            {
                _stored = id;
                using var response = await client.PostAsJsonAsync("payments", new { id }, token);
                response.EnsureSuccessStatusCode();
                return {{success ?? (type.StartsWith('(') ? "(true, \"\")" : type switch { "Reply" => "new Reply(true, \"\")", "Result" => "Result.Ok()", "IActionResult" => "new OkResult()", _ => "new Answer()" })}};
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "not paid");
                return {{answer}};
            }
            //
        }
        """) + """
        public sealed record Reply(bool Success, string Text);

        public sealed class Answer
        {
            public bool Success { get; set; }
            public bool IsFailed { get; set; }
            public bool IsApproved { get; set; }
            public bool Sent { get; set; }
            public bool Skipped { get; set; }
            public string? Id { get; set; }
            public string? Text { get; set; }
            public string? Error { get; set; }
        }

        public sealed class Result
        {
            public static Result Success { get; } = new();
            public static Result Ok(string? text = null) => new() { Text = text };
            public static Result Fail(string text) => new() { Text = text };
            public string? Text { get; private set; }
        }

        public static class Mapper
        {
            public static Result Ok(string text) => Result.Fail(text);
        }

        """;
}
