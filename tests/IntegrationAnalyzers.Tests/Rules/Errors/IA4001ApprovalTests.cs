using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A result of a failure that carries the word by which callers go on: paymentservices.accountResolution, <c>AlloyEventsService</c> approves a customer whose check failed.</summary>
public sealed class IA4001ApprovalTests
{
    [Theory]
    [InlineData("new Check { Outcome = \"Approved\", Success = false, Error = ex.Message }")]
    [InlineData("new Check { Success = false, Error = ex.Message, Outcome = Approved }")]
    [InlineData("new Check { State = CheckState.Verified, Error = \"not checked\" }")]
    [InlineData("new Verdict(\"approved\", ex.Message)")]
    public Task FailureThatApproves_AlloyEventsService_Reports(string answer) => Verify.VerifyAnalyzerAsync(Checks(answer, "[|catch|]"));

    [Theory]
    [InlineData("new Check { Outcome = \"Denied\", Success = false, Error = ex.Message }")]
    [InlineData("new Check { Outcome = \"Completed\", Success = false, Error = ex.Message }")]
    [InlineData("new Check { Error = \"Approved\", Success = false }")]
    [InlineData("new Check { State = CheckState.Open, Error = \"not checked\" }")]
    [InlineData("new Verdict(\"review\", ex.Message)")]
    public Task FailureThatSaysSo_IsQuiet(string answer) => Verify.VerifyAnalyzerAsync(Checks(answer, "catch"));

    private static string Checks(string answer, string clause) => Service($$"""
        private const string Approved = "Approved";

        public async Task<object> CheckAsync(string customer, CancellationToken token)
        {
            try
            {
                var text = await client.GetStringAsync("checks/" + customer, token);
                return new Check { Outcome = text, Success = true };
            }
            {{clause}} (Exception ex)
            {
                logger.LogWarning(ex, "no check");
                return {{answer}};
            }
        }
        """) + """
        public enum CheckState { Open, Verified }

        public sealed class Check
        {
            public string? Outcome { get; set; }
            public CheckState State { get; set; }
            public bool Success { get; set; }
            public string? Error { get; set; }
        }

        public sealed record Verdict(string Outcome, string Error);

        """;
}
