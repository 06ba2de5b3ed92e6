using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A batch that counts the failed ones and gives the count back tells its caller.</summary>
public sealed class IA4002CountedItemTests
{
    private static Task Verifies(string type, string answer, string clause, string count = "failed++;") => Verify.VerifyAnalyzerAsync(File($$"""
        public record Summary(int All, int Failed);

        public class Labels(HttpClient client)
        {
            public async Task<{{type}}> PrintAsync(string[] ids)
            {
                int printed = 0, failed = 0;
                foreach (var id in ids)
                {
                    try
                    {
                        await client.PutAsync("labels/" + id, null);
                        printed++;
                    }
                    {{clause}} (HttpRequestException)
                    {
                        {{count}}
                    }
                }

                return {{answer}};
            }
        }
        """));

    [Theory]
    [InlineData("int", "failed")]
    [InlineData("(int, int)", "(printed, failed)")]
    [InlineData("Summary", "new Summary(ids.Length, failed)")]
    public Task CountIsGivenBack_IsQuiet(string type, string answer) => Verifies(type, answer, "catch");

    [Theory]
    [InlineData("int", "printed", "failed++;")]
    [InlineData("Summary", "new Summary(ids.Length, printed)", "failed++;")]
    [InlineData("int", "failed", "")]
    public Task CountIsLost_Reports(string type, string answer, string count) => Verifies(type, answer, "[|catch|]", count);
}
