using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using LostCause = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4004LostCause>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>An inner clause that takes failures up to a number of attempts lets the last one out.</summary>
public sealed class IA4002CountedClauseTests
{
    [Theory]
    [InlineData("catch (HttpRequestException) when (i < 3)", "[|catch|]")]
    [InlineData("catch (HttpRequestException) when (++i < 3)", "[|catch|]")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException && i < 3)", "[|catch|]")]
    [InlineData("catch (HttpRequestException) when (i < 3 || i == 7)", "[|catch|]")]
    [InlineData("catch (HttpRequestException)", "catch")]
    [InlineData("catch (Exception ex) when (ex is HttpRequestException)", "catch")]
    public Task InnerClause_LastFailure(string inner, string clause) => Verify.VerifyAnalyzerAsync(Retries(inner, $"{clause} (HttpRequestException) {{ return 0m; }}"));

    [Theory]
    [InlineData("catch (HttpRequestException) when (i < 3)", "[|new InvalidOperationException(\"no rate\")|]")]
    [InlineData("catch (HttpRequestException)", "new InvalidOperationException(\"no rate\")")]
    public Task InnerClause_LastFailureWithoutItsCause(string inner, string thrown) => LostCause.VerifyAnalyzerAsync(Retries(inner, $"catch (HttpRequestException) {{ throw {thrown}; }}"));

    /// <summary>A clause behind it takes what is left.</summary>
    [Fact]
    public Task LastFailureIsTakenBehind_IsQuiet() => Verify.VerifyAnalyzerAsync(Retries(
        "catch (HttpRequestException ex) when (i > 3) { logger.LogError(ex, \"no rate\"); return 0m; } catch (HttpRequestException)", "catch (HttpRequestException) { return 0m; }"));

    private static string Retries(string inner, string clause) => Service($$"""
        public async Task<decimal> RateAsync(string code)
        {
            try
            {
                return await ReadAsync(code);
            }
            {{clause}}
        }

        private async Task<decimal> ReadAsync(string code)
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    return decimal.Parse(await client.GetStringAsync("rates/" + code));
                }
                {{inner}}
                {
                    await Task.Delay(i * 300);
                }
            }
        }
        """);
}
