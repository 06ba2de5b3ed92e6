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

    [Theory]
    [InlineData("if (response.[|IsSuccessStatusCode|]) return response;")]
    [InlineData("if (response.[|IsSuccessStatusCode|]) { return response; } else { Console.WriteLine(response.StatusCode); }")]
    public Task LoopAfterEveryAnswer_Reports(string test) => Verify.VerifyAnalyzerAsync(Members(AnswerLoop(test)));

    [Theory]
    [InlineData("if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound) return response;")]
    [InlineData("if (response.IsSuccessStatusCode) return response; if ((int)response.StatusCode < 500) throw new HttpRequestException();")]
    [InlineData("if (response.IsSuccessStatusCode || !IsTransient(response)) return response;")]
    [InlineData("if (response.IsSuccessStatusCode) return response; if (!IsTransient(response)) break;")]
    [InlineData("if (!response.IsSuccessStatusCode) throw new HttpRequestException(); return response;")]
    public Task LoopThatLooksAtTheStatus_IsQuiet(string test) => Verify.VerifyAnalyzerAsync(Members(AnswerLoop(test)));

    /// <summary>The last attempt ends in the branch of a failure.</summary>
    [Theory]
    [InlineData("if (!response.[|IsSuccessStatusCode|]) { if (attempt == 2) break; Console.WriteLine(attempt); } else { return response; }")]
    [InlineData("if (response.[|IsSuccessStatusCode|]) return response; else { failed++; if (failed >= 3) break; }")]
    [InlineData("if (response.[|IsSuccessStatusCode|]) return response; else if (++failed > limit) throw new InvalidOperationException();")]
    [InlineData("if (response.[|IsSuccessStatusCode|]) { return response; } else { left -= 1; if (0 >= left) { return response; } }")]
    public Task CmBackend_LimitInTheFailedBranch_Reports(string test) => Verify.VerifyAnalyzerAsync(Members(Limited(test)));

    [Theory]
    [InlineData("if (response.IsSuccessStatusCode) return response; else { if (response.Headers.Age is null) break; }")]
    [InlineData("if (response.IsSuccessStatusCode) return response; else { if (limit > 4) break; }")]
    [InlineData("if (response.IsSuccessStatusCode) return response; else { failed++; if (failed > (int)response.StatusCode) break; }")]
    [InlineData("if (response.IsSuccessStatusCode) return response; else { failed++; break; }")]
    public Task AnotherEndInTheFailedBranch_IsQuiet(string test) => Verify.VerifyAnalyzerAsync(Members(Limited(test)));

    private static string Limited(string test) => AnswerLoop(test).Replace("    for (var attempt", "    var failed = 0;\n    var left = 3;\n    const int limit = 3;\n    Console.WriteLine(failed + left + limit);\n    for (var attempt");

    [Theory]
    [InlineData("WaitUntilReadyAsync()")]
    [InlineData("WaitForJob()")]
    [InlineData("PollJob()")]
    [InlineData("UntilDone()")]
    [InlineData("ReadyAsync()")]
    [InlineData("HealthAsync()")]
    [InlineData("PingAsync()")]
    [InlineData("ProbeAsync()")]
    [InlineData("WarmUpAsync()")]
    public Task LoopThatWaitsForSomething_IsQuiet(string method) => Verify.VerifyAnalyzerAsync(Members(
        AnswerLoop("if (response.IsSuccessStatusCode) return response;").Replace("Read()", method)));

    internal static string AnswerLoop(string test) => $$"""
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

    /// <summary>After any answer the method is left: what is repeated is the database's failure.</summary>
    [Theory]
    [InlineData("IsSuccessStatusCode", "return saved;")]
    [InlineData("[|IsSuccessStatusCode|]", "var rows = await response.Content.ReadAsStringAsync(); return rows.Length > 0;")]
    public Task SqlIntegration_AnswerEndsTheLoop_IsQuiet(string test, string after) => Verify.VerifyAnalyzerAsync(Members($$"""
        public async Task<bool> Save(Func<bool> save)
        {
            for (var i = 1; i <= 2; i++)
            {
                try
                {
                    var saved = save();
                    if (saved)
                    {
                        var response = await http.PutAsync("state", null);
                        if (!response.{{test}})
                        {
                            Console.WriteLine("not told");
                        }

                        {{after}}
                    }
                }
                catch (Exception ex)
                {
                    Console.WriteLine(ex);
                }
            }

            return false;
        }
        """));
}
