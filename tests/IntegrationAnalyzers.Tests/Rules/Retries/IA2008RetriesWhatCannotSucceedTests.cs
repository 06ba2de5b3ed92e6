using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2008RetriesWhatCannotSucceed>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2008RetriesWhatCannotSucceedTests
{
    private const string Pause = "(3, n => TimeSpan.FromSeconds(n + Random.Shared.NextDouble()))";

    [Theory]
    [InlineData("Policy.Handle<Exception>()")]
    [InlineData("Policy.Handle<HttpRequestException>().Or<Exception>()")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode)")]
    [InlineData("Policy<HttpResponseMessage>.Handle<HttpRequestException>().OrResult(r => r.StatusCode != HttpStatusCode.OK)")]
    [InlineData("Policy<HttpResponseMessage>.Handle<Exception>().OrResult(r => (int)r.StatusCode >= 400)")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().OrResult(Failed)")]
    public Task Policies_Report(string handle) => Verify.VerifyAnalyzerAsync(
        Policy(handle + ".[|WaitAndRetryAsync|]" + Pause).Replace("http)\n{", "http)\n{\n    static bool Failed(HttpResponseMessage r) => r is { IsSuccessStatusCode: false };"));

    [Theory]
    [InlineData("new PredicateBuilder<HttpResponseMessage>().Handle<Exception>()")]
    [InlineData("new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().HandleResult(r => !r.IsSuccessStatusCode)")]
    [InlineData("args => new ValueTask<bool>(args.Outcome.Exception is not null || args.Outcome.Result?.IsSuccessStatusCode == false)")]
    public Task Pipelines_Report(string predicate) => Verify.VerifyAnalyzerAsync(
        Pipeline($"new ResiliencePipelineBuilder<HttpResponseMessage>().[|AddRetry|](new() {{ UseJitter = true, ShouldHandle = {predicate} }}).Build()"));

    [Fact]
    public Task BmiCalculatorCollector_Reports() => Verify.VerifyAnalyzerAsync(Members("""
        public async Task<HttpResponseMessage> Get()
        {
            var retryPolicy = Policy
                .HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode)
                .[|WaitAndRetryAsync|](new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) });

            return await retryPolicy.ExecuteAsync(() => http.GetAsync("Calculator"));
        }
        """));

    [Fact]
    public Task Handlers_Report() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddPolicyHandler(Policy<HttpResponseMessage>.Handle<Exception>().[|RetryAsync|](3));
        services.AddHttpClient("b").AddTransientHttpErrorPolicy(p => p.OrResult(r => !r.IsSuccessStatusCode).[|RetryAsync|](3));
        services.AddHttpClient("c").[|AddStandardResilienceHandler|](o => o.Retry.ShouldHandle = args => new ValueTask<bool>(args.Outcome.Result is { IsSuccessStatusCode: false }));
        """));

    [Theory]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError()")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.NotFound)")]
    [InlineData("Policy.Handle<HttpRequestException>()")]
    [InlineData("Policy.Handle<Exception>(e => e is HttpRequestException or TimeoutException)")]
    [InlineData("Policy.Handle<Exception>(e => IsTransient(e))")]
    [InlineData("Policy.Handle<TaskCanceledException>().Or<HttpRequestException>()")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode is 408 or 429 or >= 500)")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode == HttpStatusCode.Unauthorized)")]
    public Task TransientSetOrOneStatus_IsQuiet(string handle) => Verify.VerifyAnalyzerAsync(
        Policy(handle + ".WaitAndRetryAsync" + Pause).Replace("http)\n{", "http)\n{\n    static bool IsTransient(Exception e) => e.HResult == 3;"));

    [Fact]
    public Task OmbiStatusesFromTheRequest_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<HttpResponseMessage> Get(List<HttpStatusCode> statusCodeToRetry) =>
            Policy.Handle<HttpRequestException>().OrResult<HttpResponseMessage>(r => statusCodeToRetry.Contains(r.StatusCode))
                .WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(10) }).ExecuteAsync(() => http.GetAsync("x"));
        """));

    [Theory]
    [InlineData("new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build()")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions()).Build()")]
    [InlineData("new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>() }).Build()")]
    [InlineData("new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException) }).Build()")]
    public Task DefaultsAndTransientPipelines_AreQuiet(string pipeline) => Verify.VerifyAnalyzerAsync(Pipeline(pipeline));

    [Fact]
    public Task RoundADatabase_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<string> Get() => http.GetStringAsync("orders");

        public void Save(Action save) => Policy.Handle<Exception>().WaitAndRetry(3, _ => TimeSpan.FromSeconds(1)).Execute(save);
        """));

    [Fact]
    public Task Chain_Fix() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task Get()
            {
                await Policy
                    .Handle<Exception>() // all
                    .[|RetryAsync|](3)
                    .ExecuteAsync(() => http.GetAsync("a"));
                await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).[|RetryAsync|](3).ExecuteAsync(() => http.GetAsync("b"));
                await Policy.TimeoutAsync<HttpResponseMessage>(9).WrapAsync(Policy<HttpResponseMessage>.Handle<Exception>().OrResult(response => !response.IsSuccessStatusCode).[|RetryAsync|](3)).ExecuteAsync(() => http.GetAsync("c"));
            }
            """),
        Members("""
            public async Task Get()
            {
                await Policy
                    .Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException) // all
                    .RetryAsync(3)
                    .ExecuteAsync(() => http.GetAsync("a"));
                await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode is 408 or 429 or >= 500).RetryAsync(3).ExecuteAsync(() => http.GetAsync("b"));
                await Policy.TimeoutAsync<HttpResponseMessage>(9).WrapAsync(Policy<HttpResponseMessage>.Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException).Or<TimeoutRejectedException>().OrResult(response => (int)response.StatusCode is 408 or 429 or >= 500).RetryAsync(3)).ExecuteAsync(() => http.GetAsync("c"));
            }
            """));

    [Fact]
    public Task PredicateBuilderAndLambda_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new HttpRetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<Exception>().HandleResult(r => !r.IsSuccessStatusCode),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](new HttpRetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>(args.Outcome.Result?.IsSuccessStatusCode != true) }));
            """),
        Registration("""
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(new HttpRetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TaskCanceledException>(ex => ex.InnerException is TimeoutException).HandleResult(r => (int)r.StatusCode is 408 or 429 or >= 500),
            }));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.AddRetry(new HttpRetryStrategyOptions { ShouldHandle = args => new ValueTask<bool>(HttpClientResiliencePredicates.IsTransient(args.Outcome)) }));
            """));

    [Fact]
    public Task PredicateOfTwoRetries_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            var handle = Policy<HttpResponseMessage>.Handle<Exception>();
            services.AddHttpClient("a").AddPolicyHandler(handle.[|RetryAsync|](1));
            services.AddHttpClient("b").AddPolicyHandler(handle.[|RetryAsync|](2));
            """),
        Registration("""
            var handle = Policy<HttpResponseMessage>.Handle<HttpRequestException>().Or<TaskCanceledException>(ex => ex.InnerException is TimeoutException);
            services.AddHttpClient("a").AddPolicyHandler(handle.RetryAsync(1));
            services.AddHttpClient("b").AddPolicyHandler(handle.RetryAsync(2));
            """));

    [Fact]
    public Task PredicateBuilderWithoutResult_Fix() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task Get(CancellationToken cancellationToken)
            {
                var strategy = new ResiliencePipelineBuilder().[|AddRetry|](new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(),
                    MaxRetryAttempts = 3, // Retry up to 3 times
                    OnRetry = args =>
                    {
                        Console.WriteLine(args.Outcome.Exception!.Message);
                        return default;
                    }
                }).Build();
                await strategy.ExecuteAsync(async token =>
                {
                    var text = await Read(token);
                    Console.WriteLine(text);
                }, cancellationToken);
            }

            private async Task<string> Read(CancellationToken token) => await http.GetStringAsync("a", token);
            """),
        Members("""
            public async Task Get(CancellationToken cancellationToken)
            {
                var strategy = new ResiliencePipelineBuilder().AddRetry(new()
                {
                    ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>().Handle<TaskCanceledException>(ex => ex.InnerException is TimeoutException),
                    MaxRetryAttempts = 3, // Retry up to 3 times
                    OnRetry = args =>
                    {
                        Console.WriteLine(args.Outcome.Exception!.Message);
                        return default;
                    }
                }).Build();
                await strategy.ExecuteAsync(async token =>
                {
                    var text = await Read(token);
                    Console.WriteLine(text);
                }, cancellationToken);
            }

            private async Task<string> Read(CancellationToken token) => await http.GetStringAsync("a", token);
            """));

    [Fact]
    public Task OtherClientsAndMethods_NoFix() => Verify.VerifyNoFixAsync("using RestSharp;\n" + Members("""
        public async Task Get(IRestClient rest)
        {
            await Policy.Handle<Exception>().[|RetryAsync|](3).ExecuteAsync(() => rest.GetAsync(new RestRequest("a")));
            await Policy.HandleResult<HttpResponseMessage>(Failed).[|RetryAsync|](3).ExecuteAsync(() => http.GetAsync("b"));
        }

        private static bool Failed(HttpResponseMessage response) => !response.IsSuccessStatusCode;
        """));

    [Theory]
    [InlineData("if (response.[|IsSuccessStatusCode|]) return response;")]
    [InlineData("if (response.[|IsSuccessStatusCode|]) { return response; } else { Console.WriteLine(response.StatusCode); }")]
    public Task LoopAfterEveryAnswer_Reports(string test) => Verify.VerifyAnalyzerAsync(Members(AnswerLoop(test)));

    [Fact]
    public Task LoopAfterEveryAnswer_FixStopsAfterTheOthers() => Verify.VerifyCodeFixAsync(
        Members(AnswerLoop("if (response.[|IsSuccessStatusCode|])\n            return response;\n")),
        Members(AnswerLoop("if (response.IsSuccessStatusCode)\n            return response;\n        if ((int)response.StatusCode is not (408 or 429 or >= 500))\n            break;\n")));

    [Fact]
    public Task LoopThatTellsTheFailure_FixStopsBeforeThePause() => Verify.VerifyCodeFixAsync(
        Members("""
            public async Task<HttpResponseMessage?> Read()
            {
                HttpResponseMessage? last = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    last = await http.GetAsync("orders");
                    if (!last.[|IsSuccessStatusCode|])
                    {
                        Console.WriteLine(last.StatusCode);
                        await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
                        continue;
                    }

                    return last;
                }

                return last;
            }
            """),
        Members("""
            public async Task<HttpResponseMessage?> Read()
            {
                HttpResponseMessage? last = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    last = await http.GetAsync("orders");
                    if (!last.IsSuccessStatusCode)
                    {
                        Console.WriteLine(last.StatusCode);
                        if ((int)last.StatusCode is not (408 or 429 or >= 500))
                            break;
                        await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
                        continue;
                    }

                    return last;
                }

                return last;
            }
            """));

    [Fact]
    public Task LoopWithElse_NoFix() => Verify.VerifyNoFixAsync(Members(
        AnswerLoop("if (response.[|IsSuccessStatusCode|]) return response; else Console.WriteLine(response.ReasonPhrase);")));

    [Fact]
    public Task LoopThatNothingFollows_NoFix() => Verify.VerifyNoFixAsync(Members("""
        public async Task<HttpResponseMessage> Read()
        {
            for (var attempt = 0; ; attempt++)
            {
                var response = await http.GetAsync("orders");
                if (response.[|IsSuccessStatusCode|]) return response;
                if (attempt > 3) throw new InvalidOperationException("no orders");
                await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
            }
        }
        """));

    [Theory]
    [InlineData("if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound) return response;")]
    [InlineData("if (response.IsSuccessStatusCode) return response; if ((int)response.StatusCode < 500) throw new HttpRequestException();")]
    [InlineData("if (response.IsSuccessStatusCode || !IsTransient(response)) return response;")]
    [InlineData("if (response.IsSuccessStatusCode) return response; if (!IsTransient(response)) break;")]
    [InlineData("if (!response.IsSuccessStatusCode) throw new HttpRequestException(); return response;")]
    public Task LoopThatLooksAtTheStatus_IsQuiet(string test) => Verify.VerifyAnalyzerAsync(Members(AnswerLoop(test)));

    [Fact]
    public Task LoopThatWaitsForSomething_IsQuiet() => Verify.VerifyAnalyzerAsync(Members(
        AnswerLoop("if (response.IsSuccessStatusCode) return response;").Replace("Read()", "WaitUntilReadyAsync()")));

    private static string AnswerLoop(string test) => $$"""
        public async Task<HttpResponseMessage> Read()
        {
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var response = await http.GetAsync("orders");
                {{test}}
                await Task.Delay(TimeSpan.FromSeconds(1 + attempt));
            }

            throw new InvalidOperationException("no orders");
        }

        static bool IsTransient(HttpResponseMessage response) => (int)response.StatusCode >= 500;
        """;
}
