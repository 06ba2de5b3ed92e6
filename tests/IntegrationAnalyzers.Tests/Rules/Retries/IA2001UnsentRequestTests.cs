using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Repeats only where no connection came about: nothing has left, so a write may be sent again.</summary>
public sealed class IA2001UnsentRequestTests
{
    [Theory]
    [InlineData("n < 3 && ex.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError")]
    [InlineData("n < 3 && ex.HttpRequestError == HttpRequestError.SecureConnectionError")]
    [InlineData("n < 3 && ex.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }")]
    [InlineData("n < 3 && ex is { HttpRequestError: HttpRequestError.ConnectionError }")]
    [InlineData("n < 3 && (ex.StatusCode == HttpStatusCode.TooManyRequests || ex.HttpRequestError == HttpRequestError.ConnectionError)")]
    public Task LoopAfterNoConnection_Quiet(string filter) => Verify.VerifyAnalyzerAsync(Loop("PostAsync", filter));

    [Theory]
    [InlineData("n < 3 && ex.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded")]
    [InlineData("n < 3 && ex.HttpRequestError != HttpRequestError.ConnectionError")]
    [InlineData("n < 3 && ex.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset }")]
    [InlineData("n < 3 && (ex.HttpRequestError == HttpRequestError.ConnectionError || ex.StatusCode == HttpStatusCode.BadGateway)")]
    public Task LoopAfterOtherFailures_Reports(string filter) => Verify.VerifyAnalyzerAsync(Loop("[|PostAsync|]", filter));

    [Theory]
    [InlineData("PostAsync", "ex.HttpRequestError == HttpRequestError.ConnectionError")]
    [InlineData("[|PostAsync|]", "ex.HttpRequestError == HttpRequestError.ResponseEnded")]
    public Task SecondAttempt(string call, string filter) => Verify.VerifyAnalyzerAsync(Class($$"""
        public async Task Pay(HttpContent order)
        {
            try
            {
                (await http.PostAsync("orders", order)).EnsureSuccessStatusCode();
            }
            catch (HttpRequestException ex) when ({{filter}})
            {
                (await http.{{call}}("orders", order)).EnsureSuccessStatusCode();
            }
        }
        """));

    [Theory]
    [InlineData("PostAsync", "Policy.Handle<HttpRequestException>(ex => ex.HttpRequestError == HttpRequestError.ConnectionError).RetryAsync(3)")]
    [InlineData("PostAsync", "Policy.Handle<HttpRequestException>(ex => ex.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound }).RetryAsync(3)")]
    [InlineData("[|PostAsync|]", "Policy.Handle<HttpRequestException>(ex => ex.HttpRequestError == HttpRequestError.ConnectionError || ex.StatusCode == null).RetryAsync(3)")]
    [InlineData("[|PostAsync|]", "Policy.Handle<HttpRequestException>(ex => ex.HttpRequestError == HttpRequestError.ConnectionError).Or<TaskCanceledException>().RetryAsync(3)")]
    [InlineData("[|PostAsync|]", "Policy.Handle<HttpRequestException>(ex => ex.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded).RetryAsync(3)")]
    public Task PolicyAfterNoConnection(string call, string policy) => Verify.VerifyAnalyzerAsync(Class(
        $$"""public Task<HttpResponseMessage> Pay(HttpContent order) => {{policy}}.ExecuteAsync(() => http.{{call}}("orders", order));"""));

    [Theory]
    [InlineData("PostAsync", "args.Outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }")]
    [InlineData("[|PostAsync|]", "args.Outcome.Exception is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }")]
    public Task PipelineAfterNoConnection(string call, string predicate) => Verify.VerifyAnalyzerAsync(Class($$"""
        private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>({{predicate}}) }).Build();

        public async Task Pay(HttpContent order) => await Retry.ExecuteAsync(async token => await http.{{call}}("orders", order, token));
        """));

    private static string Loop(string call, string filter) => Class($$"""
        public async Task Pay(HttpContent order)
        {
            for (var n = 0; ; n++)
            {
                try
                {
                    (await http.{{call}}("orders", order)).EnsureSuccessStatusCode();
                    return;
                }
                catch (HttpRequestException ex) when ({{filter}})
                {
                    await Task.Delay(500);
                }
            }
        }
        """);

    private static string Class(string members) => $$"""
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Net.Sockets;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;

        class Payments(HttpClient http)
        {
        {{members}}
        }
        """;
}
