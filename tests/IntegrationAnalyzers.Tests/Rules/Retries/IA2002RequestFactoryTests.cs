using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.RequestFactorySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2002KeyMadeAnewOnEachAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Keys in what a retrying helper is handed to make each attempt's request.</summary>
public sealed class IA2002RequestFactoryTests
{
    [Theory]
    [InlineData("SendAsync", "[|Guid.NewGuid().ToString()|]")]
    [InlineData("SendAsync", "id")]
    [InlineData("SendAsync", "key")]
    [InlineData("OnceAsync", "Guid.NewGuid().ToString()")]
    public Task KeyOfTheRequest(string send, string key) => Verify.VerifyAnalyzerAsync(Of(Refund(send, key, "")));

    [Fact]
    public Task Key_IsMadeBeforeTheHelper() => Verify.VerifyCodeFixAsync(
        Of(Refund("SendAsync", "[|Guid.NewGuid().ToString()|]", "")),
        Of(Refund("SendAsync", "idempotencyKey", "var idempotencyKey = Guid.NewGuid().ToString();\n    ")));

    private static string Refund(string send, string key, string before) => $$"""
        public async Task Refund(string id)
        {
            var key = Guid.NewGuid().ToString("N");
            {{before}}var response = await Resilient.{{send}}(http, () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "refunds/" + id);
                request.Headers.Add("Idempotency-Key", {{key}});
                return request;
            });
            response.EnsureSuccessStatusCode();
            Console.WriteLine(key);
        }
        """;
}
