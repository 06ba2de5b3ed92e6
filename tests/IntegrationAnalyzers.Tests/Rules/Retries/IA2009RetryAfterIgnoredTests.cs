using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2009RetryAfterIgnored>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2009RetryAfterIgnoredTests
{
    /// <summary>The wait that the answer asks for, in code that is indented so far.</summary>
    private static string Asked(string indentation, string response = "outcome.Result") =>
        response + "?.Headers.RetryAfter is { } retryAfter && (retryAfter.Delta ?? retryAfter.Date - DateTimeOffset.UtcNow) is { } wait && wait > TimeSpan.Zero\n" + indentation +
        "    ? (wait < TimeSpan.FromMinutes(1) ? wait : TimeSpan.FromMinutes(1))\n" + indentation + "    : ";

    [Theory]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n))")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.TooManyRequests).[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1) })")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromSeconds(1), 3))")]
    public Task Policies_Report(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Theory]
    [InlineData("new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => (int)r.StatusCode >= 500) }")]
    [InlineData("new HttpRetryStrategyOptions { ShouldRetryAfterHeader = false }")]
    [InlineData("new HttpRetryStrategyOptions { DelayGenerator = args => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(args.AttemptNumber)) }")]
    public Task Pipelines_Report(string options) => Verify.VerifyAnalyzerAsync(Pipeline($"new ResiliencePipelineBuilder<HttpResponseMessage>().[|AddRetry|]({options}).Build()"));

    [Theory]
    [InlineData("Policy<HttpResponseMessage>.HandleInner<TimeoutException>().OrResult(r => (int)r.StatusCode >= 500)")]
    [InlineData("Policy<HttpResponseMessage>.Handle<TimeoutException>().OrInner<TimeoutException>().OrResult(r => (int)r.StatusCode >= 500)")]
    public Task InnerFailuresHandledAndLimitLeftOut_Reports(string handled) => Verify.VerifyAnalyzerAsync(Policy($"""
        {handled}.[|WaitAndRetryAsync|](
            3, (n, outcome, context) => outcome.Result?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(n), (o, t, n, c) => Task.CompletedTask)
        """));

    [Fact]
    public Task HeaderReadAndLimitLeftOut_Reports() => Verify.VerifyAnalyzerAsync(Policy("""
        HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryAsync|](
            3, (n, outcome, context) => outcome.Result?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(n), (o, t, n, c) => Task.CompletedTask)
        """));

    [Theory]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3)")]
    [InlineData("Policy<HttpResponseMessage>.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.BadGateway).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(3, (n, o, c) => Wait(o), (o, t, n, c) => Task.CompletedTask)")]
    public Task NoPauseOrNoAnswerOrHeaderRead_IsQuiet(string policy) => Verify.VerifyAnalyzerAsync(
        Policy(policy).Replace("http)\n{", "http)\n{\n    static TimeSpan Wait(DelegateResult<HttpResponseMessage> o) => o.Result.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1);"));

    [Theory]
    [InlineData("new HttpRetryStrategyOptions()")]
    [InlineData("new RetryStrategyOptions<HttpResponseMessage>()")]
    [InlineData("new HttpRetryStrategyOptions { DelayGenerator = args => new ValueTask<TimeSpan?>(args.Outcome.Result?.Headers.RetryAfter?.Delta) }")]
    public Task PipelinesThatHonourIt_AreQuiet(string options) => Verify.VerifyAnalyzerAsync(Pipeline($"new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry({options}).Build()"));

    [Fact]
    public Task StandardHandlers_AreQuiet() => Verify.VerifyAnalyzerAsync(Registration("services.AddHttpClient(\"a\").AddStandardResilienceHandler();"));

    [Fact]
    public Task OtherHandlerOfTheClientHandlesTheLimit_IsQuiet() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a")
            .AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(
                3, (n, outcome, context) => outcome.Result?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(n), (o, t, n, c) => Task.CompletedTask))
            .AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(
                3, (n, outcome, context) => outcome.Result?.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(n), (o, t, n, c) => Task.CompletedTask));
        """));

    [Fact]
    public Task OptionsAndSwitch_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage>
            {
                UseJitter = true,
                ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome)),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](new HttpRetryStrategyOptions { ShouldRetryAfterHeader = false }));
            services.AddHttpClient("c").[|AddStandardResilienceHandler|](o => o.Retry.ShouldRetryAfterHeader = false);
            """),
        Registration($$"""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                UseJitter = true,
                ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome)),
                DelayGenerator = static args => new ValueTask<TimeSpan?>({{Asked("    ", "args.Outcome.Result")}}null),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.AddRetry(new HttpRetryStrategyOptions { ShouldRetryAfterHeader = true }));
            services.AddHttpClient("c").AddStandardResilienceHandler(o => o.Retry.ShouldRetryAfterHeader = true);
            """));

    [Fact]
    public Task AsynchronousPolicy_Fix() => Verify.VerifyCodeFixAsync(
        Policy("HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble()))"),
        Policy($"HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => (int)r.StatusCode == 429).WaitAndRetryAsync(3, (n, outcome, context) => {Asked("        ")}TimeSpan.FromSeconds(n + Random.Shared.NextDouble()),\n        (_, _, _, _) => Task.CompletedTask)"));

    [Fact]
    public Task PolicyInCodeWithTabs_FixIndentsByTabs() => Verify.VerifyCodeFixAsync(
        Policy("HttpPolicyExtensions\n        .HandleTransientHttpError()\n        .[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n))").Replace("    ", "\t"),
        Policy($"HttpPolicyExtensions\n        .HandleTransientHttpError()\n        .OrResult(response => (int)response.StatusCode == 429)\n        .WaitAndRetryAsync(3, (n, outcome, context) => {Asked("            ")}TimeSpan.FromSeconds(n),\n            (_, _, _, _) => Task.CompletedTask)").Replace("    ", "\t"));

    [Fact]
    public Task PolicyWithoutTooManyRequests_FixHandlesThem() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddTransientHttpErrorPolicy(p => p.[|WaitAndRetryAsync|](3, _ => TimeSpan.FromMilliseconds(600)));
            services.AddHttpClient("b").AddPolicyHandler(HttpPolicyExtensions
                .HandleTransientHttpError() // and 429
                .[|WaitAndRetryAsync|](1, attempt =>
                {
                    return TimeSpan.FromSeconds(Math.Pow(2, attempt));
                }));
            """),
        Registration($"""
            services.AddHttpClient("a").AddTransientHttpErrorPolicy(p => p.OrResult(response => (int)response.StatusCode == 429).WaitAndRetryAsync(3, (_, outcome, _) => {Asked("    ")}TimeSpan.FromMilliseconds(600),
                (_, _, _, _) => Task.CompletedTask));
            services.AddHttpClient("b").AddPolicyHandler(HttpPolicyExtensions
                .HandleTransientHttpError() // and 429
                .OrResult(response => (int)response.StatusCode == 429)
                .WaitAndRetryAsync(1, (attempt, outcome, context) => {Asked("        ")}TimeSpan.FromSeconds(Math.Pow(2, attempt)),
                    (_, _, _, _) => Task.CompletedTask));
            """));

    [Fact]
    public Task ListOfPauses_FixChoosesByTheAttempt() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task Get()
            {
                await HttpPolicyExtensions.HandleTransientHttpError().[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1) }).ExecuteAsync(() => http.GetAsync("a"));
                var retry = Policy
                    .HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429)
                    .[|WaitAndRetryAsync|](new[]
                    {
                        TimeSpan.FromSeconds(1),
                        TimeSpan.FromSeconds(5),
                        TimeSpan.FromSeconds(10)
                    }, (outcome, pause, retryCount, context) =>
                    {
                        // Told.
                        Console.WriteLine(retryCount);
                    });
                await retry.ExecuteAsync(() => http.GetAsync("b"));
            }
            """),
        Members($$"""
            public async Task Get()
            {
                await HttpPolicyExtensions.HandleTransientHttpError().OrResult(response => (int)response.StatusCode == 429).WaitAndRetryAsync(1, (attempt, outcome, context) => {{Asked("        ")}}TimeSpan.FromSeconds(1),
                    (_, _, _, _) => Task.CompletedTask).ExecuteAsync(() => http.GetAsync("a"));
                var retry = Policy
                    .HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429)
                    .WaitAndRetryAsync(3, (attempt, outcome, context) => {{Asked("            ")}}attempt switch { 1 => TimeSpan.FromSeconds(1), 2 => TimeSpan.FromSeconds(5), _ => TimeSpan.FromSeconds(10) },
                        (outcome, pause, retryCount, context) =>
                        {
                            // Told.
                            Console.WriteLine(retryCount);
                            return Task.CompletedTask;
                        });
                await retry.ExecuteAsync(() => http.GetAsync("b"));
            }
            """));

    [Theory]
    [InlineData("(o, t) => { }", "(o, t, _, _) => Task.CompletedTask")]
    [InlineData("(o, t) => Console.WriteLine(t)", "(o, t, _, _) => { Console.WriteLine(t); return Task.CompletedTask; }")]
    [InlineData("(_, _) => { Console.WriteLine(1); }", "(_, _, _, _) => { Console.WriteLine(1); return Task.CompletedTask; }")]
    [InlineData("(o, t, c) => Task.Delay(t)", "(o, t, _, c) => Task.Delay(t)")]
    [InlineData("async (o, t, n, c) => await Task.Delay(t)", "async (o, t, n, c) => await Task.Delay(t)")]
    public Task CallbackOfItsOwn_FixKeepsIt(string callback, string expected) => Verify.VerifyCodeFixAsync(
        Policy($"Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble()), {callback})"),
        Policy($"Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(3, (n, outcome, context) => {Asked("        ")}TimeSpan.FromSeconds(n + Random.Shared.NextDouble()),\n        {expected})"));

    [Fact]
    public Task RemarkBehindThePauses_FixKeepsIt() => Verify.VerifyCodeFixAsync(
        Policy("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble()), // by contract\n        (outcome, wait, n, context) => Console.WriteLine(n))"),
        Policy($"Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(3, (n, outcome, context) => {Asked("        ")}TimeSpan.FromSeconds(n + Random.Shared.NextDouble()), // by contract\n        (outcome, wait, n, context) => {{ Console.WriteLine(n); return Task.CompletedTask; }})"));

    [Theory]
    [InlineData("3 /* attempts */, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble())")]
    [InlineData("3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble()) /* seconds */, (outcome, wait, n, context) => Console.WriteLine(n)")]
    public Task RemarkAmongThePauses_NoFix(string arguments) => Verify.VerifyNoFixAsync(Policy($"Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|]({arguments})"));

    [Fact]
    public Task PausesOrCallbackOutOfSight_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task Get()
        {
            var pauses = new[] { TimeSpan.FromSeconds(1) };
            await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](pauses).ExecuteAsync(() => http.GetAsync("a"));
            await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(1), Tell).ExecuteAsync(() => http.GetAsync("b"));
            await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(1), (o, t) => { if (t == default) return; Console.WriteLine(t); }).ExecuteAsync(() => http.GetAsync("c"));
        }

        private static void Tell(DelegateResult<HttpResponseMessage> outcome, TimeSpan pause) => Console.WriteLine(pause);
        """));
}
