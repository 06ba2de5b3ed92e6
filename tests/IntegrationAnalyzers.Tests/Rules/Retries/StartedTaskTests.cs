using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Retries;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops that start a call in front of their <c>try</c> and await it there.</summary>
public sealed class StartedTaskTests
{
    private const string Counted = "catch (HttpRequestException) when (i < 5) { await Task.Delay(300 * i, token); }";

    [Theory]
    [InlineData("var task = http.[|PostAsync|](\"a\", null, token);", "using var response = await task;", Counted)]
    [InlineData("var task = http.[|PostAsync|](\"a\", null, token);", "using var response = await task.ConfigureAwait(false);", Counted)]
    public Task StartedInFrontOfTheTry_WriteIsReported(string start, string awaited, string clause) =>
        RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(In("for", start, awaited, clause));

    /// <summary>Awaited outside of the statement, or asked by others first: its failure is none of the clause's.</summary>
    [Theory]
    [InlineData("var task = http.PostAsync(\"a\", null, token); await task;", "using var response = await task;", Counted)]
    [InlineData("var task = http.PostAsync(\"a\", null, token);", "await Task.Delay(1);", Counted)]
    [InlineData("var task = http.PostAsync(\"a\", null, token); Func<Task> later = async () => await task;", "await Task.Delay(1);", Counted)]
    [InlineData("var task = http.GetAsync(\"a\", token);", "using var response = await task;", Counted)]
    public Task FailsElsewhere_IsQuiet(string start, string awaited, string clause) =>
        RuleVerifier<IA2001RetriedWriteWithoutIdempotencyKey>.VerifyAnalyzerAsync(In("for", start, awaited, clause));

    [Fact]
    public Task NobodyCounts_IsReported() => RuleVerifier<IA2005UnboundedRetry>.VerifyAnalyzerAsync(
        In("[|for|]", "var task = http.GetAsync(\"a\");", "using var response = await task;", "catch (HttpRequestException) { await Task.Delay(300 * i); }"));

    [Fact]
    public Task NobodyWaits_IsReported() => RuleVerifier<IA2006RetryWithoutPause>.VerifyAnalyzerAsync(
        In("[|for|]", "var task = http.GetAsync(\"a\", token);", "using var response = await task;", "catch (HttpRequestException) when (i < 5) { }"));

    private static string In(string loop, string start, string awaited, string clause) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        class Orders(HttpClient http)
        {
            public async Task<string> Send(CancellationToken token)
            {
                {{loop}} (var i = 1; ; i++)
                {
                    {{start}}
                    try { {{awaited}} return "ok"; }
                    {{clause}}
                }
            }
        }
        """;
}
