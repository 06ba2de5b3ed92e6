using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A clause for one kind of failure that gives something made up and tells nobody.</summary>
public sealed class IA4002StandInTests
{
    [Theory]
    [InlineData("decimal", "decimal.Parse(text)", "1m")]
    [InlineData("decimal", "decimal.Parse(text)", "decimal.One")]
    [InlineData("double", "double.Parse(text)", "4.9")]
    [InlineData("string", "text", "\"pending\"")]
    [InlineData("string", "text", "\"EUR\"")]
    [InlineData("Quote", "new Quote(decimal.Parse(text), \"EUR\")", "new Quote(9.9m, \"EUR\")")]
    [InlineData("State", "text == \"paid\" ? State.Paid : State.Pending", "State.Pending")]
    public Task MadeUpValue_Reports(string type, string read, string given) => Verify.VerifyAnalyzerAsync(Reads(type, read, $"[|catch|] (HttpRequestException) {{ return {given}; }}"));

    [Theory]
    [InlineData("int", "int.Parse(text)", "-1")]
    [InlineData("int", "int.Parse(text)", "42")]
    [InlineData("decimal", "decimal.Parse(text)", "-1m")]
    [InlineData("double", "double.Parse(text)", "double.MaxValue")]
    [InlineData("double", "double.Parse(text)", "double.NaN")]
    [InlineData("string", "text", "\"unknown\"")]
    [InlineData("string", "text", "\"offline\"")]
    [InlineData("string", "text", "\"Timeout\"")]
    [InlineData("string", "text", "\"The rate is not available now\"")]
    [InlineData("string", "text == \"\" ? \"none\" : \"some\"", "\"pending\"")]
    [InlineData("Quote", "new Quote(decimal.Parse(text), \"EUR\")", "new Quote(-1m, \"EUR\")")]
    [InlineData("Quote", "new Quote(decimal.Parse(text), \"EUR\")", "new Quote(1m, \"error\")")]
    [InlineData("State", "text == \"paid\" ? State.Paid : State.Pending", "State.Offline")]
    [InlineData("IActionResult", "new OkObjectResult(text)", "new OkObjectResult(\"pending\")")]
    public Task ValueThatMayTell_IsQuiet(string type, string read, string given) => Verify.VerifyAnalyzerAsync(Reads(type, read, $"catch (HttpRequestException) {{ return {given}; }}"));

    /// <summary>One that tells somebody, tells apart, or is for everything (<c>IA4001</c>'s).</summary>
    [Theory]
    [InlineData("catch (HttpRequestException ex) { logger.LogWarning(ex, \"no rate\"); return 1m; }")]
    [InlineData("catch (HttpRequestException) { Missed++; return 1m; }")]
    [InlineData("catch (HttpRequestException ex) when (ex.StatusCode == System.Net.HttpStatusCode.NotFound) { return 1m; }")]
    [InlineData("catch (HttpRequestException) { /* best effort */ return 1m; }")]
    [InlineData("catch (Exception) { return 1m; }")]
    [InlineData("catch { return 1m; }")]
    public Task OtherClause_IsQuiet(string clause) => Verify.VerifyAnalyzerAsync(Reads("decimal", "decimal.Parse(text)", clause));

    [Theory]
    [InlineData("bool", "true", "[|catch|] (HttpRequestException) { return true; }")]
    [InlineData("bool", "true", "[|catch|] { return true; }")]
    [InlineData("Reply", "new Reply(true, \"\")", "[|catch|] (HttpRequestException) { return new Reply(true, \"later\"); }")]
    [InlineData("(bool Success, string Text)", "(true, \"\")", "[|catch|] (HttpRequestException) { return (true, \"later\"); }")]
    [InlineData("Answer", "new Answer { Success = true }", "[|catch|] (HttpRequestException) { return new Answer { Success = true }; }")]
    [InlineData("Answer", "new Answer { Success = true }", "catch (HttpRequestException) { return new Answer { Success = false }; }")]
    [InlineData("bool", "true", "catch (HttpRequestException) { return false; }")]
    [InlineData("Reply", "new Reply(true, \"\")", "catch (HttpRequestException) { return new Reply(false, \"later\"); }")]
    [InlineData("(bool Success, string Text)", "(true, \"\")", "catch (HttpRequestException) { return (false, \"later\"); }")]
    [InlineData("bool", "true", "catch (HttpRequestException) { return true; }", "IsBookedAsync")]
    [InlineData("bool", "true", "catch (HttpRequestException) { return true; }", "TryBookAsync")]
    [InlineData("bool", "true", "catch (HttpRequestException) { return true; }", "BookAsync", "client.GetAsync(\"bookings\")")]
    public Task SuccessAfterAFailedWrite(string type, string success, string clause, string method = "BookAsync", string call = "client.PostAsJsonAsync(\"bookings\", new { id })") => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<{{type}}> {{method}}(string id)
        {
            try
            {
                using var response = await {{call}};
                response.EnsureSuccessStatusCode();
                return {{success}};
            }
            {{clause}}
        }
        """) + "public sealed record Reply(bool Success, string Text);\n\npublic sealed class Answer { public bool Success { get; set; } }\n");

    private static string Reads(string type, string read, string clause) => Service($$"""
        public int Missed { get; private set; }

        public async Task<{{type}}> GetAsync(string code)
        {
            try
            {
                var text = await client.GetStringAsync("rates/" + code);
                return {{read}};
            }
            {{clause}}
        }
        """) + "public sealed record Quote(decimal Value, string Currency);\n\npublic enum State { Paid, Pending, Offline }\n";
}
