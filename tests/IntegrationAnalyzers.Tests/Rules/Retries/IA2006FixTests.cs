using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2006RetryWithoutPauseTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2006RetryWithoutPause>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2006FixTests
{
    [Fact]
    public Task Loop_WaitsAtItsHead() => Verify.VerifyCodeFixAsync(
        In("""
            public async Task<string> Read(CancellationToken token)
            {
                [|for|] (var attempt = 0; attempt < 4; attempt++)
                {
                    // One attempt.
                    var response = await http.GetAsync("orders", token);
                    if (response.IsSuccessStatusCode)
                        return await response.Content.ReadAsStringAsync(token);
                }

                throw new HttpRequestException();
            }

            public string Sync(HttpRequestMessage message)
            {
                [|for|] (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return http.Send(new HttpRequestMessage()).Content.ToString()!;
                    }
                    catch (HttpRequestException) when (attempt < 4)
                    {
                    }
                }
            }
        """),
        In("""
            public async Task<string> Read(CancellationToken token)
            {
                for (var attempt = 0; attempt < 4; attempt++)
                {
                    if (attempt > 0)
                        await Task.Delay(TimeSpan.FromSeconds(Math.Pow(2, attempt)), token);
                    // One attempt.
                    var response = await http.GetAsync("orders", token);
                    if (response.IsSuccessStatusCode)
                        return await response.Content.ReadAsStringAsync(token);
                }

                throw new HttpRequestException();
            }

            public string Sync(HttpRequestMessage message)
            {
                for (var attempt = 1; ; attempt++)
                {
                    if (attempt > 1)
                        Thread.Sleep(TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), 30)));
                    try
                    {
                        return http.Send(new HttpRequestMessage()).Content.ToString()!;
                    }
                    catch (HttpRequestException) when (attempt < 4)
                    {
                    }
                }
            }
        """));

    [Fact]
    public Task Policies_TakeTheirWaitingForm() => Verify.VerifyCodeFixAsync(
        In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().[|RetryAsync|](3); // three times

            private readonly AsyncRetryPolicy _zero = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, _ => TimeSpan.Zero);

            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
                .[|AddRetry|](new RetryStrategyOptions { MaxRetryAttempts = 4, Delay = TimeSpan.Zero })
                .Build();

            public Task<string> Read() => _retry.ExecuteAsync(() => http.GetStringAsync("orders"));

            public Task<string> Second() => _zero.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Third() => await _pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));
        """),
        In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(1000))); // three times

            private readonly AsyncRetryPolicy _zero = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt)) + TimeSpan.FromMilliseconds(Random.Shared.Next(1000)));

            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4, Delay = TimeSpan.FromSeconds(2), BackoffType = DelayBackoffType.Exponential, UseJitter = true })
                .Build();

            public Task<string> Read() => _retry.ExecuteAsync(() => http.GetStringAsync("orders"));

            public Task<string> Second() => _zero.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Third() => await _pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));
        """));

    [Fact]
    public Task CallbackOrNoCounter_OffersNoFix() => Verify.VerifyNoFixAsync(In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().[|RetryAsync|](3, (error, attempt) => Console.WriteLine(attempt));

            public Task<string> Read() => _retry.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Endless(Func<bool> stop)
            {
                string? found = null;
                [|while|] (found is null)
                {
                    try
                    {
                        found = await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                return found;
            }
        """));

    [Fact]
    public Task AnswerThatMaySayWhenToComeBack_HttpClientFactorySamples_OffersNoFix() => Verify.VerifyNoFixAsync(Usings + """
        static class Registration
        {
            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("orders", c => c.Timeout = TimeSpan.FromSeconds(5)).AddTransientHttpErrorPolicy(p => p.[|RetryAsync|](3));
        }
        """);
}
