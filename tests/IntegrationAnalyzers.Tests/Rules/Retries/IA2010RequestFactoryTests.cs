using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.RequestFactorySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2010RequestSentAgain>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A retrying helper that is handed one request as if it made them.</summary>
public sealed class IA2010RequestFactoryTests
{
    [Theory]
    [InlineData("SendAsync", "() => [|message|]")]
    [InlineData("SendAsync", "() => new HttpRequestMessage(HttpMethod.Put, \"holds\")")]
    [InlineData("SendAsync", "() => Copy(message)")]
    [InlineData("OnceAsync", "() => message")]
    public Task RequestOfBefore(string send, string make) => Verify.VerifyAnalyzerAsync(Of($$"""
        public Task<HttpResponseMessage> Extend(string id)
        {
            var message = new HttpRequestMessage(HttpMethod.Put, "holds/" + id);
            return Resilient.{{send}}(http, {{make}});
        }

        private static HttpRequestMessage Copy(HttpRequestMessage message) => new(message.Method, message.RequestUri);
        """));

    [Fact]
    public Task Request_IsMadeByTheLambda() => Verify.VerifyCodeFixAsync(
        Of("""
        public Task<HttpResponseMessage> Extend(string id)
        {
            var message = new HttpRequestMessage(HttpMethod.Put, "holds/" + id) { Content = new StringContent("x") };
            return Resilient.SendAsync(http, () => [|message|]);
        }
        """),
        Of("""
        public Task<HttpResponseMessage> Extend(string id)
        {
            return Resilient.SendAsync(http, () => new HttpRequestMessage(HttpMethod.Put, "holds/" + id) { Content = new StringContent("x") });
        }
        """));

    [Fact]
    public Task RequestBeforeTheLabel_Reports() => Verify.VerifyAnalyzerAsync(Of("""
        public async Task<HttpResponseMessage?> Extend(string id)
        {
            var left = 3;
            var message = new HttpRequestMessage(HttpMethod.Put, "holds/" + id);
            again:
            try
            {
                return await http.SendAsync([|message|]);
            }
            catch (HttpRequestException)
            {
                if (--left == 0)
                    return null;
                await Task.Delay(500);
                goto again;
            }
        }
        """));
}
