using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Vanished = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Clauses that say nothing themselves: what stands behind them is what the caller gets, and is judged as if it stood in them. One rule speaks, no more.</summary>
public class IA4001SilentAnswerTests
{
    private static string Sends(string signature, string clause) => Service($$"""
        public record Answer(string? Text, string? Error);

        public async {{signature}}
        {
            try
            {
                using var response = await client.PostAsync("fax", null, token);
                response.EnsureSuccessStatusCode();
                return {{(signature.Contains("bool") ? "true" : signature.Contains("Answer") ? "new Answer(await response.Content.ReadAsStringAsync(token), null)" : "await response.Content.ReadAsStringAsync(token)")}};
            }
        {{clause}}
        }
        """);

    [Theory]
    [InlineData("(Exception) { }")]
    [InlineData("{ }")]
    [InlineData("(Exception)\n    {\n        // never mind\n    }")]
    public Task McNativePayment_FalseBehindAnEmptyClause_Reports(string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<bool> CaptureOrderAsync(string id, CancellationToken token)
        {
            try
            {
                using var response = await client.PostAsync("orders/" + id + "/capture", null, token);
                return response.StatusCode == System.Net.HttpStatusCode.Created;
            }
            [|catch|] {{clause}}
            return false;
        }
        """));

    [Theory]
    [InlineData("")]
    [InlineData("sent = false;")]
    public Task FlagThatIsSetBySuccessAlone_Reports(string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<bool> SendAsync(CancellationToken token)
        {
            var sent = false;
            try
            {
                using var response = await client.PostAsync("fax", null, token);
                response.EnsureSuccessStatusCode();
                sent = true;
            }
            [|catch|] (Exception)
            {
                {{clause}}
            }
            return sent;
        }
        """));

    [Theory]
    [InlineData("Task<Answer> SendAsync(CancellationToken token)", "return new Answer(null, \"not sent\");")]
    [InlineData("Task<string> SendAsync(CancellationToken token)", "throw new InvalidOperationException(\"not sent\");")]
    public Task FailureNamedBehindAnEmptyClause_Reports(string signature, string behind) => Verify.VerifyAnalyzerAsync(Sends(signature, "    [|catch|] (Exception) { }\n    " + behind));

    [Theory]
    [InlineData("Task<string?> SendAsync(CancellationToken token)", "return null;")]
    [InlineData("Task<string> SendAsync(CancellationToken token)", "return \"\";")]
    public Task DefaultBehindAnEmptyClause_IsIA4002s(string signature, string behind) => Vanished.VerifyAnalyzerAsync(Sends(signature, "    [|catch|] (Exception) { }\n    " + behind));

    [Theory]
    [InlineData("Task<bool> IsSentAsync(CancellationToken token)", "")]
    [InlineData("Task<bool> TrySendAsync(CancellationToken token)", "")]
    [InlineData("Task<bool> SendAsync(CancellationToken token)", "// best effort: nobody waits for a fax")]
    public Task QuestionOrBestEffort_IsQuiet(string signature, string comment) => Verify.VerifyAnalyzerAsync(Sends(signature, $$"""
            catch (Exception)
            {
                {{comment}}
            }
            return false;
        """));

    [Fact]
    public Task BestEffortInTheClause_IsQuiet() => Verify.VerifyAnalyzerAsync(Sends("Task<bool> SendAsync(CancellationToken token)", """
            catch (Exception)
            {
                // Best effort: nobody waits for a fax.
                return false;
            }
        """));

    [Fact]
    public Task LoggedBehindTheClause_IsQuiet() => Verify.VerifyAnalyzerAsync(Sends("Task<bool> SendAsync(CancellationToken token)", """
            catch (Exception) { }
            logger.LogWarning("The fax was not sent");
            return false;
        """));

    [Fact]
    public Task SameAnswerWhereNothingFails_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<bool> OnOpeningAsync(CancellationToken token)
        {
            try
            {
                _news = await client.GetStringAsync("news", token);
            }
            catch (Exception)
            {
            }
            return false;
        }

        private string _news = "";
        """));

    [Fact]
    public Task TriedAgainOrAskedElsewhere_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<bool> LoadAsync(CancellationToken token)
        {
            foreach (var mirror in new[] { "one", "two" })
            {
                try
                {
                    return (await client.GetStringAsync(mirror, token)).Length > 0;
                }
                catch (Exception)
                {
                }
            }
            return false;
        }

        public async Task<bool> LoadEitherAsync(CancellationToken token)
        {
            string? text = null;
            try
            {
                text = await client.GetStringAsync("one", token);
            }
            catch (Exception)
            {
            }
            if (text is null)
            {
                text = await client.GetStringAsync("two", token);
                return text.Length > 0;
            }
            return false;
        }
        """));

    [Fact]
    public Task FlagFromBefore_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<bool> RefreshAsync(List<string> names, CancellationToken token)
        {
            var isEmpty = names.Count == 0;
            try
            {
                names.Add(await client.GetStringAsync("name", token));
            }
            catch (Exception ex)
            {
                logger.LogWarning(ex, "No name");
            }
            return isEmpty;
        }
        """));
}
