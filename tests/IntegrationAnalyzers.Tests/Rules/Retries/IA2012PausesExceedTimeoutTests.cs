using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2012PausesExceedTimeout>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2012PausesExceedTimeoutTests
{
    [Theory]
    [InlineData("Policy.TimeoutAsync(10).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](5, n => TimeSpan.FromSeconds(Math.Pow(2, n))))")]
    [InlineData("Policy.WrapAsync(Policy.TimeoutAsync(TimeSpan.FromSeconds(5)), Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) }))")]
    public Task Policies_Report(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Theory]
    [InlineData("new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(5)).[|AddRetry|](new RetryStrategyOptions())")]
    [InlineData("new ResiliencePipelineBuilder().AddTimeout(new TimeoutStrategyOptions()).[|AddRetry|](new() { MaxRetryAttempts = 6, BackoffType = DelayBackoffType.Exponential, UseJitter = true })")]
    public Task Pipelines_Report(string pipeline) => Verify.VerifyAnalyzerAsync(Pipeline(pipeline + ".Build()"));

    [Fact]
    public Task Handlers_Report() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").[|AddStandardResilienceHandler|](o => { o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(3); o.AttemptTimeout.Timeout = TimeSpan.FromSeconds(1); });
        services.AddHttpClient("b").AddResilienceHandler("b", b => { b.AddTimeout(TimeSpan.FromSeconds(4)); b.[|AddRetry|](new HttpRetryStrategyOptions { MaxRetryAttempts = 4 }); });
        services.AddHttpClient("c").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(2)).AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, _ => TimeSpan.FromSeconds(1)));
        """));

    [Theory]
    [InlineData("Policy.TimeoutAsync(30).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))")]
    [InlineData("Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).WrapAsync(Policy.TimeoutAsync(1))")]
    [InlineData("Policy.TimeoutAsync(() => TimeSpan.FromSeconds(1)).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))")]
    [InlineData("Policy.TimeoutAsync(1).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryForeverAsync(n => TimeSpan.FromSeconds(n)))")]
    [InlineData("Policy.TimeoutAsync(1).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryAsync(token.GetHashCode(), n => TimeSpan.FromSeconds(n)))")]
    public Task FitsOrInsideOrUnknown_IsQuiet(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Fact]
    public Task StandardDefaults_AreQuiet() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddStandardResilienceHandler();
        services.AddHttpClient("b").AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 4);
        """));

    [Fact]
    public Task Attempts_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddTimeout(TimeSpan.FromSeconds(5)).[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { UseJitter = false }));
            services.AddHttpClient("b").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(10)).AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](5, n => TimeSpan.FromSeconds(Math.Pow(2, n))));
            """),
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddTimeout(TimeSpan.FromSeconds(5)).AddRetry(new RetryStrategyOptions<HttpResponseMessage> { UseJitter = false, MaxRetryAttempts = 2 }));
            services.AddHttpClient("b").AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(10)).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(2, n => TimeSpan.FromSeconds(Math.Pow(2, n))));
            """));

    [Fact]
    public Task AttemptThatWouldBeginWithTheTimeout_DoesNotFit() => Verify.VerifyCodeFixAsync(
        Policy("Policy.TimeoutAsync(8).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](5, n => TimeSpan.FromSeconds(4)))"),
        Policy("Policy.TimeoutAsync(8).WrapAsync(Policy.Handle<HttpRequestException>().WaitAndRetryAsync(1, n => TimeSpan.FromSeconds(4)))"));

    [Fact]
    public Task NoneFitsOrListOrConstant_NoFix() => Verify.VerifyNoFixAsync(Members("""
        private const int Attempts = 9;

        public async Task Get()
        {
            await Policy.TimeoutAsync(1).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(2))).ExecuteAsync(() => http.GetAsync("a"));
            await Policy.TimeoutAsync(3).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) })).ExecuteAsync(() => http.GetAsync("b"));
            await Policy.TimeoutAsync(3).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](Attempts, n => TimeSpan.FromSeconds(1))).ExecuteAsync(() => http.GetAsync("c"));
        }
        """));
}
