using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Batches whose answer says of each item how it went, and clauses whose last failure the next one throws.</summary>
public sealed class IA4001BatchTests
{
    private static string Batch(string clause, string answer, string mark = "catch") => File($$"""
        public class BatchResult { public List<string> Items { get; } = new(); public List<string> Problems { get; } = new(); public int Total { get; set; } }

        public class LabelsController(HttpClient client, ILogger<LabelsController> logger) : ControllerBase
        {
            public async Task<IActionResult> PrintAsync(List<string> ids, CancellationToken token)
            {
                var sucesso = new List<string>();
                var erros = new List<object>();
                var outcomes = new List<object>();
                var byId = new Dictionary<string, string>();
                var queued = new Queue<string>();
                var stacked = new Stack<string>();
                var failed = 0;
                foreach (var id in ids)
                {
                    try
                    {
                        var response = await client.PostAsJsonAsync("labels", new { id }, token);
                        sucesso.Add(await response.Content.ReadAsStringAsync(token));
                    }
                    {{mark}} (Exception ex)
                    {
                        logger.LogError(ex, "Label of {Id}", id);
                        {{clause}}
                    }
                }

                return {{answer}};
            }
        }
        """);

    [Theory]
    [InlineData("erros.Add(new { id, erro = ex.Message });", "Ok(new { sucesso, erros = erros, totalErros = erros.Count })")]
    [InlineData("outcomes.Add(new { id, text = ex.Message });", "Ok(outcomes)")]
    [InlineData("outcomes.Add(new { id, error = \"not printed\" });", "Ok(new { sucesso, outcomes })")]
    [InlineData("byId[id] = ex.Message;", "Ok(new { sucesso, rest = byId })")]
    [InlineData("byId.TryAdd(id, ex.Message);", "Ok(new { sucesso, rest = byId })")]
    [InlineData("outcomes.Insert(0, new { id, text = ex.Message });", "Ok(outcomes)")]
    [InlineData("queued.Enqueue(ex.Message);", "Ok(new { sucesso, rest = queued })")]
    [InlineData("stacked.Push(ex.Message);", "Ok(new { sucesso, rest = stacked })")]
    [InlineData("failed++;", "Ok(new { sucesso, rest = failed })")]
    public Task ToldPerItemInTheAnswer_CorreiosBatch_IsQuiet(string clause, string answer) => Verify.VerifyAnalyzerAsync(Batch(clause, answer));

    [Theory]
    [InlineData("erros.Add(new { id, erro = ex.Message });", "Ok(sucesso)")]
    [InlineData("outcomes.Add(new { id });", "Ok(new { sucesso, outcomes })")]
    [InlineData("failed++;", "Ok(new { sucesso })")]
    [InlineData("", "Ok(new { sucesso, rest = erros })")]
    public Task NotToldInTheAnswer_Reports(string clause, string answer) => Verify.VerifyAnalyzerAsync(Batch(clause, answer, "[|catch|]"));

    private static string Job(string count, string end, string mark) => File($$"""
        public class ListingSync(HttpClient client, ILogger<ListingSync> logger)
        {
            public async Task<int> RunAsync(List<string> ids, CancellationToken token)
            {
                var failed = 0;
                foreach (var id in ids)
                {
                    try
                    {
                        (await client.PostAsJsonAsync("listings", new { id }, token)).EnsureSuccessStatusCode();
                    }
                    {{mark}} (Exception ex)
                    {
                        logger.LogError(ex, "{Id} not published", id);
                        {{count}}
                    }
                }

                {{end}}
            }
        }
        """);

    [Theory]
    [InlineData("return failed == 0 ? 0 : 3;")]
    [InlineData("if (failed > 0)\n            return 3;\n        return 0;")]
    [InlineData("return failed;")]
    public Task ExitCodeThatHangsOnTheFailedItems_ListingSync_IsQuiet(string end) => Verify.VerifyAnalyzerAsync(Job("failed++;", end, "catch"));

    [Theory]
    [InlineData("failed++;", "return 0;")]
    [InlineData("", "return ids.Count > 100 ? 0 : 1;")]
    public Task ExitCodeOfAnotherKind_Reports(string count, string end) => Verify.VerifyAnalyzerAsync(Job(count, end, "[|catch|]"));

    [Fact]
    public Task ListOfTheResultThatTakesTheFailures_IsQuiet() => Verify.VerifyAnalyzerAsync(Results("result.Problems.Add(id + \": \" + ex.Message);", "catch"));

    [Fact]
    public Task ResultThatIsOnlyShorter_Reports() => Verify.VerifyAnalyzerAsync(Results("_ = result.Problems.Count;", "[|catch|]"));

    private static string Results(string clause, string mark) => File($$"""
        public class BatchResult { public List<string> Items { get; } = new(); public List<string> Problems { get; } = new(); public int Total { get; set; } }

        public class Labels(HttpClient client, ILogger<Labels> logger)
        {
            public async Task<BatchResult> PrintAsync(List<string> ids, CancellationToken token)
            {
                var result = new BatchResult();
                foreach (var id in ids)
                {
                    try
                    {
                        result.Items.Add(await client.GetStringAsync("labels/" + id, token));
                        result.Total = result.Items.Count;
                    }
                    {{mark}} (Exception ex)
                    {
                        logger.LogError(ex, "Label of {Id}", id);
                        {{clause}}
                    }
                }

                return result;
            }
        }
        """);

    private static string Attempts(string last, string mark = "catch") => Service($$"""
        public async Task<string> AskAsync(string prompt, int maxRetries, CancellationToken token)
        {
            for (var attempt = 0; attempt <= maxRetries; attempt++)
            {
                try
                {
                    return await client.GetStringAsync("answers/" + prompt, token);
                }
                {{mark}} (Exception ex) when (attempt < maxRetries)
                {
                    logger.LogWarning(ex, "Attempt {Attempt} failed", attempt + 1);
                    await Task.Delay(1000 * (attempt + 1), token);
                }
                {{last}}
            }

            throw new InvalidOperationException("Failed after all attempts");
        }
        """);

    [Theory]
    [InlineData("catch (Exception ex)\n{\n    logger.LogError(ex, \"All attempts failed\");\n    throw;\n}")]
    [InlineData("catch\n{\n    throw;\n}")]
    [InlineData("catch (Exception ex)\n{\n    throw new InvalidOperationException(\"No answer\", ex);\n}")]
    public Task LastFailureThatTheNextClauseThrows_ReasoningAgent_IsQuiet(string last) => Verify.VerifyAnalyzerAsync(Attempts(last));

    [Theory]
    [InlineData("")]
    [InlineData("catch (FormatException)\n{\n    throw;\n}")]
    public Task LastFailureThatNobodyThrows_Reports(string last) =>
        new Verify.Test { TestCode = Attempts(last, "[|catch|]"), GlobalOptions = { ["dotnet_diagnostic.IA2008.severity"] = "none" } }.RunAsync();

    [Theory]
    [InlineData("")]
    [InlineData("catch (FormatException)\n{\n    throw;\n}")]
    public Task LastFailureThatNobodyThrows_IsTheRetryRules(string last) => Verify.VerifyAnalyzerAsync(Attempts(last));
}
