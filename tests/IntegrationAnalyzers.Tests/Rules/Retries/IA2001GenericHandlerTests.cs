using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Decorators of generic handlers, as mediators have them: what is repeated is what all handlers behind the interface do.</summary>
public sealed class IA2001GenericHandlerTests
{
    private const string OpenRetry = """
        class RetryHandler<TIn, TOut>(IHandler<TIn, TOut> inner) : IHandler<TIn, TOut>
        {
            public async Task<TOut> HandleAsync(TIn input, CancellationToken token)
            {
                for (var i = 0; ; i++)
                {
                    try { return await inner.CALL(input, token); } catch (HttpRequestException) when (i < 3) { await Task.Delay(1000, token); }
                }
            }
        }
        """;

    private const string Posts = """http.PostAsJsonAsync("orders", input, token)""";

    [Fact]
    public Task OpenDecoratorOfAWrite_Reports() => Verify.VerifyAnalyzerAsync(Source(Posts, OpenRetry.Replace("CALL", "[|HandleAsync|]")));

    [Fact]
    public Task ClosedDecoratorOfAWrite_Reports() => Verify.VerifyAnalyzerAsync(
        Source(Posts, OpenRetry.Replace("CALL", "[|HandleAsync|]").Replace("RetryHandler<TIn, TOut>", "RetryHandler").Replace("TIn", "string").Replace("TOut", "int")));

    [Fact]
    public Task DecoratorOfARead_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("""http.GetAsync("orders/" + input, token)""", OpenRetry.Replace("CALL", "HandleAsync")));

    /// <summary>Which of the handlers it is made for is not known.</summary>
    [Fact]
    public Task OneHandlerThatSendsNothing_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(Posts, OpenRetry.Replace("CALL", "HandleAsync") + """

        class CountHandler : IHandler<int, int>
        {
            public Task<int> HandleAsync(int input, CancellationToken token) => Task.FromResult(input + 1);
        }
        """));

    /// <summary>The more so where both send.</summary>
    [Fact]
    public Task OneHandlerOfSeveral_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(Posts, OpenRetry.Replace("CALL", "HandleAsync") + """

        class CountHandler(HttpClient http) : IHandler<int, string>
        {
            public Task<string> HandleAsync(int input, CancellationToken token) => http.GetStringAsync("count/" + input, token);
        }
        """));

    private static string Source(string call, string retry) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        interface IHandler<TIn, TOut> { Task<TOut> HandleAsync(TIn input, CancellationToken token); }

        class OrderHandler(HttpClient http) : IHandler<string, int>
        {
            public async Task<int> HandleAsync(string input, CancellationToken token)
            {
                using var response = await {{call}};
                response.EnsureSuccessStatusCode();
                return 1;
            }
        }

        {{retry}}
        """;
}
