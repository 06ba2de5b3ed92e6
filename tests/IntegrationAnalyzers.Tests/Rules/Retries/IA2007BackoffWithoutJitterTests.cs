using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2007BackoffWithoutJitter>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2007BackoffWithoutJitterTests
{
    private const string Exponential = "n => TimeSpan.FromSeconds(Math.Pow(2, n))";

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(Math.Pow(2, n)))")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) })")]
    [InlineData("Policy.Handle<HttpRequestException>().[|WaitAndRetryForeverAsync|](n => TimeSpan.FromSeconds(5))")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryAsync|](Backoff.ExponentialBackoff(TimeSpan.FromSeconds(1), 5))")]
    [InlineData("Policy.WrapAsync(Policy.TimeoutAsync(60), Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n)))")]
    public Task PolicyRoundCall_Reports(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Theory]
    [InlineData("new ResiliencePipelineBuilder().[|AddRetry|](new RetryStrategyOptions()).Build()")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().[|AddRetry|](new() { BackoffType = DelayBackoffType.Exponential, UseJitter = false }).Build()")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().[|AddRetry|](new HttpRetryStrategyOptions { UseJitter = false }).Build()")]
    [InlineData("new ResiliencePipelineBuilder().[|AddRetry|](new() { DelayGenerator = a => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(a.AttemptNumber + 1)) }).Build()")]
    public Task PipelineRoundCall_Reports(string pipeline) => Verify.VerifyAnalyzerAsync(Pipeline(pipeline));

    [Theory]
    [InlineData("static readonly TimeSpan[] Steps = { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3) };")]
    [InlineData("static readonly TimeSpan[] Steps = new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3) };")]
    [InlineData("static TimeSpan[] Steps { get; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];")]
    public Task PausesInAMember_Report(string steps) => Verify.VerifyAnalyzerAsync(Members(steps + """

        private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](Steps);

        public Task<string> Get() => Retry.ExecuteAsync(() => http.GetStringAsync("orders"));
        """));

    [Fact]
    public Task HandlersOfClients_Report() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(600)));
        services.AddHttpClient("b").AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryAsync|](2, n => TimeSpan.FromSeconds(n)));
        services.AddHttpClient("c").AddResilienceHandler("c", b => b.[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { BackoffType = DelayBackoffType.Linear }));
        services.AddHttpClient("d").[|AddStandardResilienceHandler|](o => o.Retry.UseJitter = false);
        """));

    [Fact]
    public Task PolicyForOtherResponses_RoundCallInWrapper_Reports() => Verify.VerifyAnalyzerAsync(Members("""
        private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n));

        public Task<string> Get() => Run(() => http.GetStringAsync("orders"));

        private static Task<T> Run<T>(Func<Task<T>> call) => Retry.ExecuteAsync(call);
        """));

    [Theory]
    [InlineData("n => TimeSpan.FromSeconds(Math.Pow(2, n)) + TimeSpan.FromMilliseconds(new Random().Next(0, 100))")]
    [InlineData("n => TimeSpan.FromSeconds(n * (0.5 + Random.Shared.NextDouble()))")]
    [InlineData("n => WithJitter(n)")]
    [InlineData("n => settings(n)")]
    [InlineData("_ => TimeSpan.Zero")]
    public Task JitterOrUnknownOrNoPause_IsQuiet(string provider) => Verify.VerifyAnalyzerAsync(Members($$"""
        public Task<string> Get(Func<int, TimeSpan> settings) =>
            Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, {{provider}}).ExecuteAsync(() => http.GetStringAsync("orders"));

        private static TimeSpan WithJitter(int n) => TimeSpan.FromSeconds(n + Random.Shared.NextDouble());
        """));

    private static string Pauses(string pauses, string member) => Members($$"""
        public async Task<HttpResponseMessage> Get(CancellationToken token)
        {
            var pauses = {{pauses}};
            var policy = HttpPolicyExtensions.HandleTransientHttpError()
                .{{member}}(3, (n, outcome, _) => outcome.Result?.Headers.RetryAfter?.Delta is { } asked ? asked : pauses[n - 1], (_, _, _, _) => Task.CompletedTask);
            return await policy.ExecuteAsync(t => http.GetAsync("orders", t), token);
        }

        private static readonly TimeSpan[] Fixed = { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4) };
        private static readonly TimeSpan[] Drawn = Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromMilliseconds(300), 3).ToArray();
        """);

    [Theory]
    [InlineData("Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromMilliseconds(300), 3).ToArray()")]
    [InlineData("Drawn")]
    public Task PausesDrawnBeforehand_SmsGateway_AreQuiet(string pauses) => Verify.VerifyAnalyzerAsync(Pauses(pauses, "WaitAndRetryAsync"));

    [Theory]
    [InlineData("new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4) }")]
    [InlineData("Fixed")]
    public Task PausesFixedBeforehand_Report(string pauses) => Verify.VerifyAnalyzerAsync(Pauses(pauses, "[|WaitAndRetryAsync|]"));

    [Theory]
    [InlineData("true", "AddRetry")]
    [InlineData("false", "[|AddRetry|]")]
    public Task GeneratorThatAsksAHelperAndLeavesTheRestToTheOptions_InvoiceNetwork(string jitter, string member) => Verify.VerifyAnalyzerAsync(Members($$"""
        private static readonly ResiliencePipeline<HttpResponseMessage> Delivery = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .{{member}}(new RetryStrategyOptions<HttpResponseMessage>
            {
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = {{jitter}},
                DelayGenerator = static args => ValueTask.FromResult(RetryAfter(args.Outcome.Result)),
            })
            .Build();

        private static TimeSpan? RetryAfter(HttpResponseMessage? response) =>
            response?.Headers.RetryAfter?.Delta is { } d ? TimeSpan.FromSeconds(Math.Min(d.TotalSeconds, 10)) : null;

        public async Task<HttpResponseMessage> Get(CancellationToken token) => await Delivery.ExecuteAsync(async t => await http.GetAsync("orders", t), token);
        """));

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().WaitAndRetryAsync(Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromSeconds(1), 5))")]
    [InlineData("Policy.Handle<HttpRequestException>().RetryAsync(3)")]
    [InlineData("Policy.Handle<HttpRequestException>().CircuitBreakerAsync(3, TimeSpan.FromSeconds(3))")]
    [InlineData("Policy.TimeoutAsync(3)")]
    public Task OtherPolicies_AreQuiet(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Theory]
    [InlineData("new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { UseJitter = true }).Build()")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions()).Build()")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions { DelayGenerator = a => new ValueTask<TimeSpan?>(a.Outcome.Result?.Headers.RetryAfter?.Delta) }).Build()")]
    public Task JitteredPipelines_AreQuiet(string pipeline) => Verify.VerifyAnalyzerAsync(Pipeline(pipeline));

    [Fact]
    public Task RoundFilesAndDatabase_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        private static readonly IAsyncPolicy Retry = Policy.Handle<System.IO.IOException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

        public Task<string> Read() => Retry.ExecuteAsync(() => System.IO.File.ReadAllTextAsync("orders.json"));
        public Task<string> Get() => http.GetStringAsync("orders");
        """));

    [Fact]
    public Task StandardHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddStandardResilienceHandler();
        services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler(o => o.Retry.MaxRetryAttempts = 5));
        """));

    [Fact]
    public Task OptionsGetJitter_Fix() => Verify.VerifyCodeFixAsync(
        Members("""
            private static readonly ResiliencePipeline A = new ResiliencePipelineBuilder()
                .[|AddRetry|](new RetryStrategyOptions
                {
                    MaxRetryAttempts = 4, // enough
                })
                .Build();

            private static readonly ResiliencePipeline B = new ResiliencePipelineBuilder().[|AddRetry|](new()).Build();

            private static readonly ResiliencePipeline C = new ResiliencePipelineBuilder().[|AddRetry|](new RetryStrategyOptions { UseJitter = false }).Build();

            public async Task Get()
            {
                await A.ExecuteAsync(async t => await http.GetAsync("a", t));
                await B.ExecuteAsync(async t => await http.GetAsync("b", t));
                await C.ExecuteAsync(async t => await http.GetAsync("c", t));
            }
            """),
        Members("""
            private static readonly ResiliencePipeline A = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions
                {
                    MaxRetryAttempts = 4, // enough
                    UseJitter = true,
                })
                .Build();

            private static readonly ResiliencePipeline B = new ResiliencePipelineBuilder().AddRetry(new() { UseJitter = true }).Build();

            private static readonly ResiliencePipeline C = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { UseJitter = true }).Build();

            public async Task Get()
            {
                await A.ExecuteAsync(async t => await http.GetAsync("a", t));
                await B.ExecuteAsync(async t => await http.GetAsync("b", t));
                await C.ExecuteAsync(async t => await http.GetAsync("c", t));
            }
            """));

    [Fact]
    public Task FunctionGetsPollyContribsBackoff_Fix() => Verify.VerifyCodeFixAsync(
        Policy($"Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, {Exponential}, (e, t, c) => Console.WriteLine(t))"),
        Policy("Policy.Handle<HttpRequestException>().WaitAndRetryAsync(Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromSeconds(2), 3), (e, t, c) => Console.WriteLine(t))"));

    [Fact]
    public Task FunctionGetsChance_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(600)));
            services.AddHttpClient("b").AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, n => n < 3 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(5)));
            services.AddHttpClient("c").[|AddStandardResilienceHandler|](o => o.Retry.UseJitter = false);
            """),
        Registration("""
            services.AddHttpClient("a").AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, _ => TimeSpan.FromMilliseconds(600) + TimeSpan.FromMilliseconds(Random.Shared.Next(300))));
            services.AddHttpClient("b").AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => (n < 3 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(5)) + TimeSpan.FromMilliseconds(Random.Shared.Next(1000))));
            services.AddHttpClient("c").AddStandardResilienceHandler(o => o.Retry.UseJitter = true);
            """));

    [Fact]
    public Task OptionsOfTwoRetries_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            var options = new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 2 };
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](options));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](options));
            """),
        Registration("""
            var options = new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 2, UseJitter = true };
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(options));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.AddRetry(options));
            """));

    [Fact]
    public Task ListMethodAndGenerator_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task Get()
        {
            await Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1) }).ExecuteAsync(() => http.GetAsync("a"));
            await Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, Pause).ExecuteAsync(() => http.GetAsync("b"));
            await new ResiliencePipelineBuilder().[|AddRetry|](new() { DelayGenerator = a => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(2)) }).Build().ExecuteAsync(async t => await http.GetAsync("c", t));
        }

        private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(attempt);
        """));

    [Fact]
    public Task NoSharedRandom_NoFix() => new Verify.Test
    {
        TestCode = """
            using System;
            using System.Net.Http;
            using System.Threading.Tasks;
            using Polly;

            class Orders
            {
                public Task<HttpResponseMessage> Get(HttpClient http) =>
                    Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(() => http.GetAsync("orders"));
            }
            """,
        OffersNoFix = true,
        References = TestReferences.NetStandard20.With(TestReferences.Polly7),
    }.RunAsync();
}
