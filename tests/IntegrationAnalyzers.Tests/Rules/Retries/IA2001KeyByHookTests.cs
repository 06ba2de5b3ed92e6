using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Keys that a function handed over by its name puts on the request, and what a class overrides of its base class's.</summary>
public sealed class IA2001KeyByHookTests
{
    [Theory]
    [InlineData("SendAsync", "request.Headers.Add(\"Idempotency-Key\", id);")]
    [InlineData("[|SendAsync|]", "")]
    public Task LocalFunctionThatMakesTheRequest(string send, string key) => Verify.VerifyAnalyzerAsync(RequestFactorySource.Of($$"""
        public Task<HttpResponseMessage> Pay(string id)
        {
            return Resilient.{{send}}(http, Request);

            HttpRequestMessage Request()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "payments");
                {{key}}
                return request;
            }
        }
        """));

    [Theory]
    [InlineData("SendAsync", "request.Headers.Add(\"Idempotency-Key\", \"1\");")]
    [InlineData("[|SendAsync|]", "")]
    public Task MethodThatMakesTheRequest(string send, string key) => Verify.VerifyAnalyzerAsync(RequestFactorySource.Of($$"""
        public Task<HttpResponseMessage> Pay(string id) => Resilient.{{send}}(http, OfPayments);

        private static HttpRequestMessage OfPayments()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "payments");
            {{key}}
            return request;
        }
        """));

    [Theory]
    [InlineData("Dispatch", "if (Operation.Value is { } id) request.Headers.Add(\"x-idempotency-key\", id);")]
    [InlineData("[|Dispatch|]", "request.Headers.Add(\"x-trace\", \"1\");")]
    public Task HookOfTheBaseClass(string call, string statement) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        public abstract class Bank(HttpClient http)
        {
            protected abstract void Decorate(HttpRequestMessage request);

            protected async Task<HttpResponseMessage> Dispatch(HttpMethod method, string path)
            {
                var request = new HttpRequestMessage(method, path);
                Decorate(request);
                return await http.SendAsync(request);
            }
        }

        public class Berlin(HttpClient http) : Bank(http)
        {
            protected override void Decorate(HttpRequestMessage request) => request.Headers.Add("x-request", "1");
        }

        public class London(HttpClient http) : Bank(http)
        {
            private static readonly AsyncLocal<string?> Operation = new();

            protected override void Decorate(HttpRequestMessage request)
            {
                {{statement}}
            }

            public async Task Pay()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        (await {{call}}(HttpMethod.Post, "payments")).EnsureSuccessStatusCode();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);
}
