using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Policies that are no retry, repeat no write, or are not known.</summary>
public sealed class IA2001PollyQuietTests
{
    private const string Usings = IA2001PollyTests.Usings;

    [Fact]
    public Task InjectedPolicyAndProvider_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http, IAsyncPolicy policy, ResiliencePipelineProvider<string> pipelines, ResiliencePipeline pipeline)
        {
            public async Task Charge(HttpContent charge, CancellationToken token)
            {
                await policy.ExecuteAsync(() => http.PostAsync("charges", charge));
                await pipelines.GetPipeline("payments").ExecuteAsync(async ct => await http.PostAsync("charges", charge, ct), token);
                await pipeline.ExecuteAsync(async ct => await http.PostAsync("charges", charge, ct), token);
            }
        }
        """);

    [Fact]
    public Task BreakerTimeoutFallbackNoOp_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            private readonly IAsyncPolicy _breaker = Policy.Handle<HttpRequestException>().CircuitBreakerAsync(3, TimeSpan.FromSeconds(30));
            private readonly IAsyncPolicy _both = Policy.TimeoutAsync(5).WrapAsync(Policy.NoOpAsync());
            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(3)).Build();

            public async Task Charge(HttpContent charge)
            {
                await _breaker.ExecuteAsync(() => http.PostAsync("charges", charge));
                await _both.ExecuteAsync(() => http.PostAsync("charges", charge));
                await _pipeline.ExecuteAsync(async ct => await http.PostAsync("charges", charge, ct));
            }
        }
        """);

    [Fact]
    public Task VerbGuard_MpesaSdkNet_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class MpesaClient(HttpClient http)
        {
            private readonly IAsyncPolicy<HttpResponseMessage> _retry = Policy<HttpResponseMessage>.Handle<HttpRequestException>().RetryAsync(1);
            private readonly IAsyncPolicy<HttpResponseMessage> _noOp = Policy.NoOpAsync<HttpResponseMessage>();

            public Task<HttpResponseMessage> Send(HttpRequestMessage request) =>
                (request.Method == HttpMethod.Get ? _retry : _noOp).ExecuteAsync(() => http.PostAsync("stk", request.Content));

            public Task<HttpResponseMessage> Pay(HttpContent content) => For(HttpMethod.Post).ExecuteAsync(() => http.PostAsync("stk", content));

            private IAsyncPolicy<HttpResponseMessage> For(HttpMethod method) => method.Equals(HttpMethod.Get) ? _retry : _noOp;
        }
        """);

    [Fact]
    public Task OnlyRefusalsHandled_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class RateLimitException : Exception;

        class Payments(HttpClient http)
        {
            private readonly IAsyncPolicy<HttpResponseMessage> _limited = Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests).RetryAsync(3);
            private readonly IAsyncPolicy<HttpResponseMessage> _refused = Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 401 || (int)r.StatusCode == 403).RetryAsync(1);
            private readonly IAsyncPolicy _named = Policy.Handle<RateLimitException>().RetryAsync(1);

            public async Task Charge(HttpContent charge)
            {
                await _limited.ExecuteAsync(() => http.PostAsync("charges", charge));
                await _refused.ExecuteAsync(() => http.PostAsync("charges", charge));
                await _named.ExecuteAsync(() => http.PostAsync("charges", charge));
            }
        }
        """);

    [Fact]
    public Task FlagThatOnlyReadsSet_OmbiApi_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Request(string url, HttpMethod method)
        {
            public string Url { get; } = url;
            public HttpMethod Method { get; } = method;
            public bool Retry { get; set; }
        }

        class Api(HttpClient http)
        {
            public async Task<HttpResponseMessage> Send(Request request)
            {
                var message = new HttpRequestMessage(request.Method, request.Url);
                if (!request.Retry)
                    return await http.SendAsync(message);
                var policy = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(10) });
                return await policy.ExecuteAsync(async () => await http.SendAsync(new HttpRequestMessage(request.Method, request.Url)));
            }
        }

        class Movies(Api api)
        {
            public Task<HttpResponseMessage> Read() => api.Send(new Request("movies", HttpMethod.Get) { Retry = true });

            public Task<HttpResponseMessage> Add() => api.Send(new Request("movies", HttpMethod.Post));
        }
        """);

    [Fact]
    public Task HelperThatRunsOnce_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge, List<string> items)
            {
                await Measured(() => http.PostAsync("charges", charge));
                await Each(items, item => http.PostAsync("charges", charge));
                await Maybe(() => http.PostAsync("charges", charge), maxRetries: 0);
            }

            private static async Task<T> Measured<T>(Func<Task<T>> run)
            {
                try
                {
                    return await run();
                }
                catch (Exception ex)
                {
                    Console.WriteLine(ex);
                    throw;
                }
            }

            private static async Task Each<T>(List<T> items, Func<T, Task> run)
            {
                foreach (var item in items)
                {
                    try
                    {
                        await run(item);
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex);
                    }
                }
            }

            private static async Task<T> Maybe<T>(Func<Task<T>> run, int maxRetries)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await run();
                    }
                    catch (Exception) when (attempt < maxRetries)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task RoundADatabase_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        interface IOrders
        {
            Task PostAsync(string order);
        }

        class Job(IOrders orders)
        {
            public Task Run() => Policy.Handle<Exception>().RetryAsync(3).ExecuteAsync(() => orders.PostAsync("order"));
        }
        """);
}
