using System.Threading.Tasks;
using Xunit;
using Answers = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2008RetriesWhatCannotSucceed>;
using Endless = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2005UnboundedRetry>;
using Pauses = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2006RetryWithoutPause>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Loops round the run of a delegate that a local keeps: what counts, waits and ends them stands in the loop, not in the delegate.</summary>
public sealed class RetriedDelegateInALocalTests
{
    private static string In(string body) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        class Rates(HttpClient http)
        {
            public async Task<string> Read(string day)
            {
                {{body}}
            }
        }
        """;

    private const string Load = "Func<Task<string>> load = () => http.GetStringAsync(\"rates/\" + day);\n";
    private const string Of = "var load = (string kind) => http.GetStringAsync(kind + day);\n";
    private const string Answer = "var send = () => http.GetAsync(\"rates/\" + day);\n";

    public static TheoryData<string> Bounded => new()
    {
        Load + "for (var i = 0; i < 3; i++) { try { return await load(); } catch (HttpRequestException) when (i < 2) { await Task.Delay(1000); } } throw new InvalidOperationException(\"x\");",
        Of + "var left = 3; while (left-- > 0) { try { return await load(\"a\"); } catch (HttpRequestException) { await Task.Delay(1000); } } throw new InvalidOperationException(\"x\");",
        "for (var i = 0; i < 3; i++) { " + Load + " try { return await load.Invoke(); } catch (HttpRequestException) when (i < 2) { await Task.Delay(1000); } } throw new InvalidOperationException(\"x\");",
    };

    [Theory]
    [MemberData(nameof(Bounded))]
    public Task BoundedLoopThatWaits_IsQuiet(string body) => Task.WhenAll(Endless.VerifyAnalyzerAsync(In(body)), Pauses.VerifyAnalyzerAsync(In(body)));

    [Fact]
    public Task EndlessLoopThatWaits_IsEndlessAlone()
    {
        const string Body = "while (true) { try { return await load(); } catch (HttpRequestException) { await Task.Delay(1000); } }";
        return Task.WhenAll(Endless.VerifyAnalyzerAsync(In(Load + Body.Replace("while", "[|while|]"))), Pauses.VerifyAnalyzerAsync(In(Load + Body)));
    }

    [Fact]
    public Task LoopThatDoesNotWait_Reports() => Pauses.VerifyAnalyzerAsync(In(
        Load + "[|for|] (var i = 0; i < 3; i++) { try { return await load(); } catch (HttpRequestException) { } } throw new InvalidOperationException(\"x\");"));

    [Fact]
    public Task LoopThatRepeatsEveryAnswer_Reports() => Answers.VerifyAnalyzerAsync(In(
        Answer + "for (var i = 0; i < 3; i++) { var r = await send(); if (r.[|IsSuccessStatusCode|]) return await r.Content.ReadAsStringAsync(); await Task.Delay(1000); } throw new InvalidOperationException(\"x\");"));
}
