using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2005UnboundedRetry>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2005UnboundedRetryTests
{
    internal const string Usings = """
        using System;
        using System.Net;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Polly;
        using Polly.Retry;

        """;

    internal static string In(string members) => Usings + "class Orders(HttpClient http)\n{\n" + members + "\n}\n";

    [Fact]
    public Task EndlessLoops_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read()
            {
                [|while|] (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }

            public async Task<HttpResponseMessage> Status()
            {
                var attempt = 0;
                [|for|] (;;)
                {
                    var response = await http.GetAsync("orders");
                    if (response.IsSuccessStatusCode)
                        return response;
                    attempt++;
                    await Task.Delay(1000 * attempt);
                }
            }

            public async Task Flag()
            {
                var done = false;
                [|while|] (!done)
                {
                    try
                    {
                        await http.PutAsync("orders", null);
                        done = true;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task EndlessRecursion_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Read()
            {
                try
                {
                    return await http.GetStringAsync("orders");
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(1000);
                    return await [|Read|]();
                }
            }
        """));

    [Fact]
    public Task ForeverAndMaxValue_Reports() => Verify.VerifyAnalyzerAsync(In("""
            private readonly AsyncRetryPolicy _forever = Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(n));
            private readonly AsyncRetryPolicy _many = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](int.MaxValue, n => TimeSpan.FromSeconds(n));
            private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder().[|AddRetry|](new RetryStrategyOptions { MaxRetryAttempts = int.MaxValue }).Build();

            public Task<string> Forever(CancellationToken token) => _forever.ExecuteAsync(ct => http.GetStringAsync("orders", ct), token);

            public Task<string> Many() => _many.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Pipeline() => await _pipeline.ExecuteAsync(async token => await http.GetStringAsync("orders", token));
        """));

    [Theory]
    [InlineData("[|while|] (state == null) { try { state = await http.GetStringAsync(id); } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("[|while|] (state == \"\") { try { state = await http.GetStringAsync(id); } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("var again = true; [|while|] (again) { try { state = await http.GetStringAsync(id); again = false; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("bool again; [|do|] { again = false; try { state = await http.GetStringAsync(id); } catch (HttpRequestException) { again = true; await Task.Delay(1000); } } while (again);")]
    [InlineData("var n = 0; bool again; do { again = false; try { state = await http.GetStringAsync(id); } catch (HttpRequestException) { again = ++n < 3; await Task.Delay(1000); } } while (again);")]
    [InlineData("var n = 0; bool again; do { again = false; try { state = await http.GetStringAsync(id); } catch (HttpRequestException) { if (n++ < 3) again = true; await Task.Delay(1000); } } while (again);")]
    public Task Flag(string loop) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<string?> Read(string id)
            {
                string? state = {{(loop.Contains("\"\"") ? "\"\"" : "null")}};
                {{loop}}
                return state;
            }
        """));

    [Theory]
    [InlineData("catch (HttpRequestException) when (attempt < 5) { attempt++; }")]
    [InlineData("catch (HttpRequestException) { if (++attempt == 5) throw; }")]
    [InlineData("catch (HttpRequestException) { if (DateTime.UtcNow > deadline) throw; }")]
    [InlineData("catch (HttpRequestException ex) when (IsTransient(ex)) { }")]
    [InlineData("catch (HttpRequestException) { await Task.Delay(1000, token); }")]
    [InlineData("catch (HttpRequestException) { token.ThrowIfCancellationRequested(); }")]
    public Task CounterClockTokenOrQuestion_IsQuiet(string handler) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<string> Read(CancellationToken token)
            {
                var attempt = 0;
                var deadline = DateTime.UtcNow.AddMinutes(1);
                while (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    {{handler}}
                }
            }

            private bool IsTransient(Exception ex) => ex is HttpRequestException;
        """));

    [Theory]
    [InlineData("while", "var waits = new System.Collections.Generic.Queue<int>([1, 2, 4]);", "when (waits.TryDequeue(out _)) { await Task.Delay(1000); }")]
    [InlineData("while", "var retry = true;", "when (retry) { retry = false; await Task.Delay(1000); }")]
    [InlineData("[|while|]", "var codes = new System.Collections.Generic.HashSet<HttpStatusCode?>();", "when (codes.Contains(ex.StatusCode)) { await Task.Delay(1000); }")]
    [InlineData("[|while|]", "var retry = true;", "when (retry) { await Task.Delay(1000); }")]
    public Task FilterThatUsesUpWhatItAsksFor_IsABound(string loop, string before, string clause) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<string> Read()
            {
                {{before}}
                {{loop}} (true)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException ex) {{clause}}
                }
            }
        """));

    [Fact]
    public Task BoundedLoopsAndPolicies_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task<string> Read() => _retry.ExecuteAsync(() => http.GetStringAsync("orders"));

            public async Task<string> Counted()
            {
                for (var attempt = 0; attempt < 5; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }

                throw new HttpRequestException();
            }
        """));

    [Fact]
    public Task BackgroundServiceWithADelay_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Poller(HttpClient http) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                while (true)
                {
                    try
                    {
                        await http.GetStringAsync("ready");
                        break;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(5000);
                    }
                }
            }
        }
        """);

    /// <summary>Nothing ends what the handler repeats: the client has no timeout, and its calls have no deadline.</summary>
    [Fact]
    public Task ForeverInAHandlerOfAnEndlessClient_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(IHttpClientFactory factory)
        {
            public Task<string> Read() => factory.CreateClient("orders").GetStringAsync("orders");

            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("orders", c => c.Timeout = Timeout.InfiniteTimeSpan).AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(1)));
        }
        """);

    [Fact]
    public Task ForeverInAHandlerOfAnEndlessClientWhoseCallsEnd_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(IHttpClientFactory factory)
        {
            public async Task<string> Read()
            {
                using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                return await factory.CreateClient("orders").GetStringAsync("orders", end.Token);
            }

            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("orders", c => c.Timeout = Timeout.InfiniteTimeSpan).AddTransientHttpErrorPolicy(p => p.WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(1)));
        }
        """);

    [Fact]
    public Task ForeverUnderATimeoutOrInAHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private readonly IAsyncPolicy _policy = Policy.TimeoutAsync(30).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(1)));

            public Task<string> Read() => _policy.ExecuteAsync(() => http.GetStringAsync("orders"));

            public static void Add(IServiceCollection services) =>
                services.AddHttpClient("orders", c => c.Timeout = TimeSpan.FromSeconds(5)).AddTransientHttpErrorPolicy(p => p.WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(1)));
        }
        """);

    [Fact]
    public Task RecursionWithoutItsSearchArgument_RequestrrSonarrClient_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<string> Find(int id, string? downloadId = null)
            {
                if (!string.IsNullOrEmpty(downloadId))
                {
                    var response = await http.GetAsync("series/" + downloadId);
                    if (response.IsSuccessStatusCode)
                        return await response.Content.ReadAsStringAsync();
                    if (response.StatusCode == HttpStatusCode.NotFound)
                        return await Find(id);
                    response.EnsureSuccessStatusCode();
                }

                return "";
            }
        """));

    [Fact]
    public Task ForeverUntilTheBreakerOpens_BetAuthorizeHandlerTest_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task Read()
            {
                var retry = Policy.Handle<Exception>(e => e is not Polly.CircuitBreaker.BrokenCircuitException).WaitAndRetryForeverAsync(_ => TimeSpan.FromMilliseconds(200));
                var breaker = Policy.Handle<HttpRequestException>().CircuitBreakerAsync(2, TimeSpan.FromSeconds(2));
                var both = Policy.WrapAsync(retry, breaker);
                return both.ExecuteAsync(() => http.GetAsync("orders"));
            }
        """));

    [Fact]
    public Task WorkerLoopAndPaging_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Work()
            {
                while (true)
                {
                    try
                    {
                        await http.GetStringAsync("work");
                    }
                    catch (HttpRequestException)
                    {
                    }

                    await Task.Delay(1000);
                }
            }

            public async Task Pages()
            {
                var page = 1;
                while (true)
                {
                    var text = await http.GetStringAsync("orders?page=" + page++);
                    if (text.Length == 0)
                        return;
                }
            }
        """));
}
