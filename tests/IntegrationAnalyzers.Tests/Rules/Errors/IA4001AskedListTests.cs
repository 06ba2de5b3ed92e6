using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Vanished = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>An empty list tells whoever asks what is in it, as an empty text does.</summary>
public class IA4001AskedListTests
{
    private static string Quotes(string question, string clause, string access = "private", string log = "logger.LogWarning(ex, \"No live quotes\");", string result = "new List<string>()") => Service($$"""
        private static readonly List<string> Stored = new() { "stored" };

        public async Task<List<string>> QuotesAsync(CancellationToken token)
        {
            var live = await LiveAsync(token);
            {{question}}
        }

        {{access}} async Task<List<string>> LiveAsync(CancellationToken token)
        {
            try
            {
                return new List<string> { await client.GetStringAsync("quotes", token) };
            }
            {{clause}} (Exception ex)
            {
                {{log}}
            }
            return {{result}};
        }
        """);

    [Theory]
    [InlineData("if (live.Any()) return live;\n    return Stored;")]
    [InlineData("if (live.Count > 0) return live;\n    return Stored;")]
    [InlineData("return 0 == live.Count ? Stored : live;")]
    [InlineData("return live is [] ? Stored : live;")]
    [InlineData("return live is { Count: > 0 } ? live : Stored;")]
    [InlineData("return live?.Count >= 1 ? live : Stored;")]
    [InlineData("return live is null || !live.Any() ? Stored : live;")]
    public Task Kokomija_EmptyListThatEveryCallerAsksAbout_IsQuiet(string question) => Verify.VerifyAnalyzerAsync(Quotes(question, "catch"));

    [Theory]
    [InlineData("new List<string>()")]
    [InlineData("[]")]
    [InlineData("Enumerable.Empty<string>().ToList() is var none ? new() : none")]
    public Task EmptyListInAnyForm_IsQuiet(string result) => Verify.VerifyAnalyzerAsync(Quotes("return live.Any() ? live : Stored;", "catch", result: result));

    [Theory]
    [InlineData("return live;")]
    [InlineData("if (live == null) return Stored;\n    return live;")]
    [InlineData("if (live.Any(quote => quote.Length > 3)) return live;\n    return Stored;")]
    [InlineData("logger.LogInformation(\"{Count} quotes\", live.Count);\n    return live;")]
    [InlineData("return live.Count > 5 ? Stored : live;")]
    public Task EmptyListThatNobodyAsksAbout_Reports(string rest) => Verify.VerifyAnalyzerAsync(Quotes(rest, "[|catch|]"));

    [Fact]
    public Task EmptyListOfAPublicMethod_Reports() => Verify.VerifyAnalyzerAsync(Quotes("return live.Any() ? live : Stored;", "[|catch|]", "public"));

    [Fact]
    public Task EmptyListThatEveryCallerAsksAbout_UntoldToo_IsQuiet() => Vanished.VerifyAnalyzerAsync(Quotes("return live.Any() ? live : Stored;", "catch", log: "_ = ex;"));
}
