using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Wrappers that take the verb as an enum of the code's own.</summary>
public sealed class IA2001OwnVerbTests
{
    [Theory]
    [InlineData("new HttpMethod(verb.ToString())")]
    [InlineData("new HttpMethod(verb.ToString().ToUpperInvariant())")]
    [InlineData("HttpMethod.Parse(verb.ToString())")]
    [InlineData("verb switch { Verb.POST => HttpMethod.Post, Verb.Put => HttpMethod.Put, _ => HttpMethod.Get }")]
    [InlineData("verb == Verb.POST ? HttpMethod.Post : HttpMethod.Get")]
    [InlineData("Of(verb)")]
    [InlineData("verb.AsMethod()")]
    public async Task ShareXBackblaze_VerbInOwnEnum(string method)
    {
        await Verify.VerifyAnalyzerAsync(Source(method, "[|Send|](Verb.POST)"));
        await Verify.VerifyAnalyzerAsync(Source(method, "Send(Verb.Get)"));
    }

    [Fact]
    public Task EnumThatNamesNoVerbs_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Source("new HttpMethod(verb.ToString())", "Send(Verb.POST)").Replace("Get, POST, Put", "POST, Zip", System.StringComparison.Ordinal));

    private static string Source(string method, string call) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        enum Verb { Get, POST, Put }

        static class Verbs
        {
            public static HttpMethod AsMethod(this Verb verb) => new HttpMethod(verb.ToString());
        }

        class Backblaze(HttpClient http)
        {
            private static HttpMethod Of(Verb verb) => verb.AsMethod();

            private Task<HttpResponseMessage> Send(Verb verb) => http.SendAsync(new HttpRequestMessage({{method}}, "upload"));

            public async Task Upload()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    var response = await {{call}};
                    if (response.IsSuccessStatusCode)
                        return;
                    await Task.Delay(1000);
                }
            }
        }
        """;
}
