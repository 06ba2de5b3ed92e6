using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2015SilentAfterLastAttemptTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2015SilentAfterLastAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>How a loop lets the failure of its last attempt out, or has none that is a failure.</summary>
public sealed class IA2015LastAttemptTests
{
    private static string Reading(string body) => "using System.Net;\n" + In($$"""
            public async Task<string?> Read()
            {
                var left = 3;
                {{body}}
                return null;
            }
        """);

    [Theory]
    [InlineData("while (left-- > 0) { try { return await http.GetStringAsync(\"orders\"); } catch (HttpRequestException) when (left > 0) { await Task.Delay(1000); } }")]
    [InlineData("foreach (var isLast in new[] { false, true }) { try { return await http.GetStringAsync(\"orders\"); } catch (HttpRequestException) when (!isLast) { await Task.Delay(1000); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { var r = await http.GetAsync(\"orders\"); if (r.IsSuccessStatusCode) return await r.Content.ReadAsStringAsync(); if (i == 2) r.EnsureSuccessStatusCode(); await Task.Delay(1000); }")]
    public Task LastAttemptToldByTheCount_IsQuiet(string loop) => Verify.VerifyAnalyzerAsync(Reading(loop));

    [Theory]
    [InlineData("while (left-- > 0) { try { return await http.GetStringAsync(\"orders\"); } catch (HttpRequestException ex) when (ex.StatusCode != HttpStatusCode.NotFound) { await Task.Delay(1000); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { var r = await http.GetAsync(\"orders\"); if ((int)r.StatusCode >= 500) { await Task.Delay(1000); continue; } r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { var r = await http.GetAsync(\"orders\"); if (r.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadGateway) { await Task.Delay(1000); continue; } r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { var r = await http.GetAsync(\"orders\"); if (r.StatusCode == HttpStatusCode.NotFound) { await Task.Delay(1000); continue; } r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); } catch (HttpRequestException) { } }")]
    public Task FailureOfTheLastAttemptTaken_Reports(string loop) => Verify.VerifyAnalyzerAsync(Reading(loop).Replace("return null;", "return [|null|];"));

    [Fact]
    public Task WaitWhileThereIsNone_IsQuiet() => Verify.VerifyAnalyzerAsync(Reading(
        "for (var i = 0; i < 3; i++) { var r = await http.GetAsync(\"orders\"); if (r.StatusCode == HttpStatusCode.NotFound) { await Task.Delay(1000); continue; } r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); }"));
}
