using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2010RequestSentAgainTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2010RequestSentAgain>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Sends that a turn of the loop comes to only by a condition within an expression.</summary>
public sealed class IA2010ShortCircuitTests
{
    private static Task Turn(string statement) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<bool> Read(string[] pages, HttpResponseMessage? kept)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                var done = false;
                foreach (var page in pages)
                {
                    {{statement}}
                }

                return done;
            }
        """));

    [Theory]
    [InlineData("kept = kept ?? await http.SendAsync(request);")]
    [InlineData("done = page == \"last\" && (await http.SendAsync(request)).IsSuccessStatusCode;")]
    [InlineData("done = done || (await http.SendAsync(request)).IsSuccessStatusCode;")]
    [InlineData("kept = page == \"last\" ? await http.SendAsync(request) : kept;")]
    public Task SentOnlyWhereTheOtherSideSaysSo_IsQuiet(string statement) => Turn(statement);

    [Theory]
    [InlineData("done = done | (await http.SendAsync([|request|])).IsSuccessStatusCode;")]
    [InlineData("done = (await http.SendAsync([|request|])).IsSuccessStatusCode == (page == \"last\");")]
    public Task SentEachTime_Reports(string statement) => Turn(statement);
}
