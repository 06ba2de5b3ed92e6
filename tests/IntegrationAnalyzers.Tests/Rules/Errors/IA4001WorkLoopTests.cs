using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A <c>while</c> loop over work, whose items do not end one another, and one that counts attempts.</summary>
public sealed class IA4001WorkLoopTests
{
    private static string Loop(string condition, string clause) => Service($$"""
        public async Task SendAllAsync(Queue<string> queue, PeriodicTimer timer, int left, CancellationToken token)
        {
            while ({{condition}})
            {
                try
                {
                    await client.GetStringAsync("orders", token);
                    left--;
                }
                {{clause}} (Exception ex)
                {
                    logger.LogError(ex, "failed");
                    left--;
                }
            }
        }
        """);

    [Theory]
    [InlineData("queue.TryDequeue(out _)")]
    [InlineData("await timer.WaitForNextTickAsync(token)")]
    [InlineData("!token.IsCancellationRequested")]
    public Task LoopOverItems_IsQuiet(string condition) => Verify.VerifyAnalyzerAsync(Loop(condition, "catch"));

    [Theory]
    [InlineData("left > 0")]
    [InlineData("!token.IsCancellationRequested && left >= 1")]
    public Task LoopThatCounts_Reports(string condition) => Verify.VerifyAnalyzerAsync(Loop(condition, "[|catch|]"));
}
