using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2017RetryWithoutCircuitBreaker>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2017RetryWithoutCircuitBreakerTests
{
    [Fact]
    public Task PolicyRoundCall_Reports() => Verify.VerifyAnalyzerAsync(Policy("Policy.TimeoutAsync(9).WrapAsync(Policy.Handle<HttpRequestException>().[|RetryAsync|](2))"));

    /// <summary>Each policy that is known, and is no breaker.</summary>
    [Theory]
    [InlineData("Policy.TimeoutAsync(9)")]
    [InlineData("Policy.BulkheadAsync(3)")]
    [InlineData("Policy.RateLimitAsync(3, TimeSpan.FromSeconds(1))")]
    [InlineData("Policy.NoOpAsync()")]
    [InlineData("Policy.CacheAsync((Polly.Caching.IAsyncCacheProvider)null!, TimeSpan.FromSeconds(1))")]
    [InlineData("Policy<HttpResponseMessage>.Handle<TimeoutException>().FallbackAsync(new HttpResponseMessage())")]
    public Task OtherPolicyInTheWrap_Reports(string other) => Verify.VerifyAnalyzerAsync(Policy($"{other}.WrapAsync(Policy.Handle<HttpRequestException>().[|RetryAsync|](2))"));

    [Theory]
    [InlineData("Policy.Timeout(9)")]
    [InlineData("Policy.Bulkhead(3)")]
    [InlineData("Policy.RateLimit(3, TimeSpan.FromSeconds(1))")]
    [InlineData("Policy.NoOp()")]
    [InlineData("Policy.Cache((Polly.Caching.ISyncCacheProvider)null!, TimeSpan.FromSeconds(1))")]
    [InlineData("Policy<HttpResponseMessage>.Handle<TimeoutException>().Fallback(new HttpResponseMessage())")]
    public Task OtherPolicyThatBlocksInTheWrap_Reports(string other) => Verify.VerifyAnalyzerAsync(Members(
        $"public HttpResponseMessage Get() => {other}.Wrap(Policy.Handle<HttpRequestException>().[|Retry|](2)).Execute(() => http.Send(new HttpRequestMessage()));"));

    [Theory]
    [InlineData("WrapAsync(Policy.Handle<HttpRequestException>().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)))", "RetryAsync(2)", "ExecuteAsync(() => http.GetAsync(\"a\"))", "Task<HttpResponseMessage>")]
    [InlineData("WrapAsync(Policy.Handle<HttpRequestException>().AdvancedCircuitBreakerAsync(0.5, TimeSpan.FromSeconds(5), 9, TimeSpan.FromSeconds(30)))", "RetryAsync(2)", "ExecuteAsync(() => http.GetAsync(\"a\"))", "Task<HttpResponseMessage>")]
    [InlineData("Wrap(Policy.Handle<HttpRequestException>().CircuitBreaker(5, TimeSpan.FromSeconds(30)))", "Retry(2)", "Execute(() => http.Send(new HttpRequestMessage()))", "HttpResponseMessage")]
    [InlineData("Wrap(Policy.Handle<HttpRequestException>().AdvancedCircuitBreaker(0.5, TimeSpan.FromSeconds(5), 9, TimeSpan.FromSeconds(30)))", "Retry(2)", "Execute(() => http.Send(new HttpRequestMessage()))", "HttpResponseMessage")]
    public Task EachBreakerInTheWrap_IsQuiet(string breaker, string retry, string execute, string result) => Verify.VerifyAnalyzerAsync(Members(
        $"public {result} Get() => Policy.Handle<HttpRequestException>().{retry}.{breaker}.{execute};"));

    [Fact]
    public Task PipelineRoundCall_Reports() => Verify.VerifyAnalyzerAsync(Pipeline("new ResiliencePipelineBuilder().[|AddRetry|](new()).AddTimeout(TimeSpan.FromSeconds(3)).Build()"));

    [Fact]
    public Task Handlers_Report() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().[|RetryAsync|](2));
        services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](new HttpRetryStrategyOptions()));
        services.AddHttpClient("c").AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
        """));

    [Fact]
    public Task BreakerInTheWrap_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Policy("Policy.Handle<HttpRequestException>().RetryAsync(2).WrapAsync(Policy.Handle<HttpRequestException>().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)))"));

    [Fact]
    public Task BreakerInThePipeline_IsQuiet() => Verify.VerifyAnalyzerAsync(Pipeline("new ResiliencePipelineBuilder().AddRetry(new()).AddCircuitBreaker(new()).Build()"));

    [Fact]
    public Task DevStoreBreakerAsAnotherHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a")
            .AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1) }))
            .AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
        var builder = services.AddHttpClient("b");
        builder.AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2));
        builder.AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
        """));

    [Fact]
    public Task UnknownLayer_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<HttpResponseMessage> Get(IAsyncPolicy given) => given.WrapAsync(Policy.Handle<HttpRequestException>().RetryAsync(2)).ExecuteAsync(() => http.GetAsync("a"));
        """));

    [Fact]
    public Task PolicyUsedOutOfSight_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public static IAsyncPolicy<HttpResponseMessage> Retry() => HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2);
        """));

    [Fact]
    public Task StandardHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Registration("services.AddHttpClient(\"a\").AddStandardResilienceHandler();"));

    [Fact]
    public Task RoundOtherThings_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<string> Get() => http.GetStringAsync("orders");
        public void Save(Action save) => Policy.Handle<Exception>().Retry(3).Execute(save);
        """));

    [Fact]
    public Task BuilderAndRegistration_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new HttpRetryStrategyOptions()));
            services.AddHttpClient("b").AddResilienceHandler("b", b =>
            {
                b.[|AddRetry|](new HttpRetryStrategyOptions()); // first
            });
            services.AddHttpClient("c").AddTransientHttpErrorPolicy(p => p.[|RetryAsync|](2));
            services.AddHttpClient("d").AddPolicyHandler(request => request.Headers.Contains("x")
                ? HttpPolicyExtensions.HandleTransientHttpError().[|RetryAsync|](1)
                : HttpPolicyExtensions.HandleTransientHttpError().[|RetryAsync|](3));
            """),
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(new HttpRetryStrategyOptions()).AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions()));
            services.AddHttpClient("b").AddResilienceHandler("b", b =>
            {
                b.AddRetry(new HttpRetryStrategyOptions()).AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions()); // first
            });
            services.AddHttpClient("c").AddTransientHttpErrorPolicy(p => p.RetryAsync(2)).AddTransientHttpErrorPolicy(breaker => breaker.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
            services.AddHttpClient("d").AddPolicyHandler(request => request.Headers.Contains("x")
                ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(1)
                : HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)).AddTransientHttpErrorPolicy(breaker => breaker.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
            """));

    [Fact]
    public Task BuilderWithoutResult_TakesOptionsWithoutOne() => Verify.VerifyCodeFixAsync(
        Pipeline("new ResiliencePipelineBuilder().[|AddRetry|](new() { ShouldHandle = new PredicateBuilder().Handle<Exception>(), MaxRetryAttempts = 3 }).Build()"),
        Pipeline("new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().Handle<Exception>(), MaxRetryAttempts = 3 }).AddCircuitBreaker(new CircuitBreakerStrategyOptions()).Build()"));

    [Fact]
    public Task PolicyElsewhere_NoFix() => Verify.VerifyNoFixAsync(Policy("Policy.Handle<HttpRequestException>().[|RetryAsync|](2)"));
}
