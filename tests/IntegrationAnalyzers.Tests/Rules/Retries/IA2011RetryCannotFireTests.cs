using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.PollySource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2011RetryCannotFire>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2011RetryCannotFireTests
{
    [Fact]
    public Task RoundRestSharpsExecute_Reports() => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Members("""
        public Task<RestResponse> Get(IRestClient rest) =>
            Policy.Handle<HttpRequestException>().[|RetryAsync|](3).ExecuteAsync(() => rest.ExecuteAsync(new RestRequest("a")));

        public async Task<RestResponse> Default(IRestClient rest, CancellationToken token) =>
            await new ResiliencePipelineBuilder().[|AddRetry|](new()).Build().ExecuteAsync(async t => await rest.ExecuteAsync(new RestRequest("a"), t), token);
        """));

    /// <summary>What only puts the request together throws no failure of a call; a setting that is turned off makes none.</summary>
    [Fact]
    public Task RoundRestSharpsExecute_WithAnEscapedAddress_Reports() => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Members("""
        public Task<RestResponse> Get(IRestClient rest, string id, CancellationToken token) =>
            Policy.Handle<HttpRequestException>(e => e.StatusCode is null or HttpStatusCode.BadGateway).[|RetryAsync|](3)
                .ExecuteAsync(t => rest.ExecuteAsync(new RestRequest($"calls/{Uri.EscapeDataString(id)}/recording"), t), token);

        public static RestClientOptions Options(Uri url) => new(url) { ThrowOnAnyError = false };
        """));

    [Theory]
    [InlineData("Find(id)", "")]
    [InlineData("Uri.EscapeDataString(id)", "ThrowOnAnyError = true")]
    [InlineData("Uri.EscapeDataString(id)", "ThrowOnDeserializationError = true")]
    public Task RoundMoreThanRestSharpsExecute_OrOneThatThrows_IsQuiet(string argument, string option) => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Members($$"""
        public Task<RestResponse> Get(IRestClient rest, Func<string, string> Find, string id, CancellationToken token) =>
            Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(t => rest.ExecuteAsync(new RestRequest("calls/" + {{argument}}), t), token);

        public static RestClientOptions Options(Uri url) => new(url) { {{option}} };
        """));

    [Fact]
    public Task TransportFailureOfFlurl_Reports() => Verify.VerifyAnalyzerAsync("using Flurl.Http;\n" + Members("""
        public Task<string> Get() => Policy.Handle<HttpRequestException>().[|RetryAsync|](3).ExecuteAsync(() => "https://api.example.com".GetStringAsync());

        public Task<string> Made(IFlurlClient client) =>
            Policy.Handle<HttpRequestException>().[|RetryAsync|](3).ExecuteAsync(() => client.Request("status").WithHeader("a", "b").GetStringAsync());
        """));

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().[|RetryAsync|](3).WrapAsync(Policy.TimeoutAsync(1))")]
    [InlineData("HttpPolicyExtensions.HandleTransientHttpError().[|RetryAsync|](3).WrapAsync(Policy.TimeoutAsync<HttpResponseMessage>(1))")]
    [InlineData("Policy.Handle<HttpRequestException>(e => e.StatusCode is null or HttpStatusCode.ServiceUnavailable).[|RetryAsync|](3).WrapAsync(Policy.TimeoutAsync(1))")]
    public Task TimeoutInsideTheWrap_Reports(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    /// <summary>A breaker between them changes nothing of that.</summary>
    [Theory]
    [InlineData("WrapAsync(Policy.Handle<HttpRequestException>().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30))).WrapAsync(Policy.TimeoutAsync(1))", "RetryAsync", "ExecuteAsync(t => http.GetAsync(\"a\", t), token)", "Task<HttpResponseMessage>")]
    [InlineData("WrapAsync(Policy.Handle<HttpRequestException>().AdvancedCircuitBreakerAsync(0.5, TimeSpan.FromSeconds(5), 9, TimeSpan.FromSeconds(30))).WrapAsync(Policy.TimeoutAsync(1))", "RetryAsync", "ExecuteAsync(t => http.GetAsync(\"a\", t), token)", "Task<HttpResponseMessage>")]
    [InlineData("Wrap(Policy.Handle<HttpRequestException>().CircuitBreaker(5, TimeSpan.FromSeconds(30))).Wrap(Policy.Timeout(1))", "Retry", "Execute(t => http.Send(new HttpRequestMessage(), t), token)", "HttpResponseMessage")]
    [InlineData("Wrap(Policy.Handle<HttpRequestException>().AdvancedCircuitBreaker(0.5, TimeSpan.FromSeconds(5), 9, TimeSpan.FromSeconds(30))).Wrap(Policy.Timeout(1))", "Retry", "Execute(t => http.Send(new HttpRequestMessage(), t), token)", "HttpResponseMessage")]
    public Task BreakerBesideATimeoutInsideTheWrap_Reports(string inner, string retry, string execute, string result) => Verify.VerifyAnalyzerAsync(Members(
        $"public {result} Get(CancellationToken token) => Policy.Handle<HttpRequestException>().[|{retry}|](3).{inner}.{execute};"));

    [Fact]
    public Task TimeoutInsideTheHandlers_Reports() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a")
            .AddTransientHttpErrorPolicy(p => p.[|RetryAsync|](3))
            .AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(1));
        services.AddHttpClient("b").AddResilienceHandler("b", b => b
            .[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>() })
            .AddTimeout(TimeSpan.FromSeconds(1)));
        """));

    /// <summary>The generic options' own default looks at exceptions alone; the HTTP options' and a predicate's at answers.</summary>
    [Fact]
    public Task AnswersUnseenByTheDefaultOfGenericOptions_Reports() => Verify.VerifyAnalyzerAsync(Members("""
        private static readonly ResiliencePipeline<HttpResponseMessage> Blind = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage>()).Build();

        private static readonly ResiliencePipeline<HttpResponseMessage> Seeing = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = args => ValueTask.FromResult((int?)args.Outcome.Result?.StatusCode >= 500) }).Build();

        public async Task<HttpResponseMessage> Get(CancellationToken token) => await Blind.ExecuteAsync(async t => await http.GetAsync("a", t), token);

        public async Task<HttpResponseMessage> See(CancellationToken token) => await Seeing.ExecuteAsync(async t => await http.GetAsync("a", t), token);
        """));

    [Fact]
    public Task AnswersUnseen_Reports() => Verify.VerifyAnalyzerAsync(Registration("""
        services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { UseJitter = true }));
        """));

    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>().Or<TimeoutRejectedException>().RetryAsync(3).WrapAsync(Policy.TimeoutAsync(1))")]
    [InlineData("Policy.Handle<Exception>().RetryAsync(3).WrapAsync(Policy.TimeoutAsync(1))")]
    [InlineData("Policy.TimeoutAsync(1).WrapAsync(Policy.Handle<HttpRequestException>().RetryAsync(3))")]
    [InlineData("Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).RetryAsync(3).WrapAsync(Policy.TimeoutAsync<HttpResponseMessage>(1))")]
    [InlineData("Policy.Handle<HttpRequestException>().RetryAsync(3)")]
    [InlineData("Policy.Handle<TaskCanceledException>().RetryAsync(3)")]
    public Task TimeoutHandledOrOutside_IsQuiet(string policy) => Verify.VerifyAnalyzerAsync(Policy(policy));

    [Fact]
    public Task ResultHandled_IsQuiet() => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Members("""
        public Task<RestResponse> Get(IRestClient rest) =>
            Policy<RestResponse>.Handle<HttpRequestException>().OrResult(r => !r.IsSuccessful).RetryAsync(3).ExecuteAsync(() => rest.ExecuteAsync(new RestRequest("a")));
        """));

    [Fact]
    public Task DelegateThrowsItself_IsQuiet() => Verify.VerifyAnalyzerAsync("using RestSharp;\nusing Flurl.Http;\n" + Members("""
        public Task<RestResponse> Get(IRestClient rest) => Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () =>
        {
            var response = await rest.ExecuteAsync(new RestRequest("a"));
            return response.IsSuccessful ? response : throw new HttpRequestException();
        });

        public Task<RestResponse> Thrown(IRestClient rest) =>
            Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => (await rest.ExecuteAsync(new RestRequest("a"))).ThrowIfError());
        """));

    [Fact]
    public Task OwnExceptionOfAHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        public Task<HttpResponseMessage> Get() => Policy.Handle<BusyException>().RetryAsync(3).ExecuteAsync(() => http.GetAsync("a"));

        private sealed class BusyException : Exception;
        """));

    [Fact]
    public Task FlurlsOwnException_IsQuiet() => Verify.VerifyAnalyzerAsync("using Flurl.Http;\n" + Members("""
        public Task<string> Get() => Policy.Handle<FlurlHttpException>().RetryAsync(3).ExecuteAsync(() => "https://api.example.com".GetStringAsync());
        """));

    [Fact]
    public Task AnswerMadeAnException_IsQuiet() => Verify.VerifyAnalyzerAsync(Members("""
        private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline =
            new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { UseJitter = true }).Build();

        public async Task<HttpResponseMessage> Get(CancellationToken token) =>
            await Pipeline.ExecuteAsync(async t => (await http.GetAsync("orders", t)).EnsureSuccessStatusCode(), token);
        """));

    [Fact]
    public Task Predicates_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            services.AddHttpClient("a")
                .AddTransientHttpErrorPolicy(p => p.[|RetryAsync|](3))
                .AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(1));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b
                .[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>() })
                .AddTimeout(TimeSpan.FromSeconds(1)));
            services.AddHttpClient("c").AddResilienceHandler("c", b => b.[|AddRetry|](new RetryStrategyOptions<HttpResponseMessage> { UseJitter = true }));
            services.AddHttpClient("d").AddResilienceHandler("d", b => b.[|AddRetry|](new() { MaxRetryAttempts = 2 }));
            """),
        Registration("""
            services.AddHttpClient("a")
                .AddTransientHttpErrorPolicy(p => p.Or<TimeoutRejectedException>().RetryAsync(3))
                .AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(1));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b
                .AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>() })
                .AddTimeout(TimeSpan.FromSeconds(1)));
            services.AddHttpClient("c").AddResilienceHandler("c", b => b.AddRetry(new HttpRetryStrategyOptions { UseJitter = true }));
            services.AddHttpClient("d").AddResilienceHandler("d", b => b.AddRetry(new HttpRetryStrategyOptions() { MaxRetryAttempts = 2 }));
            """));

    [Fact]
    public Task WrapAndFlurl_Fix() => Verify.VerifyCodeFixAsync(
        "using Flurl.Http;\n" + Members("""
            public Task<string> Get() => Policy.Handle<HttpRequestException>().[|RetryAsync|](3).ExecuteAsync(() => "https://api.example.com".GetStringAsync());

            public Task<HttpResponseMessage> Timed(CancellationToken token) => Policy
                .Handle<HttpRequestException>()
                .[|RetryAsync|](3)
                .WrapAsync(Policy.TimeoutAsync(1)).ExecuteAsync(t => http.GetAsync("a", t), token);
            """),
        "using Flurl.Http;\n" + Members("""
            public Task<string> Get() => Policy.Handle<HttpRequestException>().Or<FlurlHttpException>().RetryAsync(3).ExecuteAsync(() => "https://api.example.com".GetStringAsync());

            public Task<HttpResponseMessage> Timed(CancellationToken token) => Policy
                .Handle<HttpRequestException>()
                .Or<TimeoutRejectedException>()
                .RetryAsync(3)
                .WrapAsync(Policy.TimeoutAsync(1)).ExecuteAsync(t => http.GetAsync("a", t), token);
            """));

    [Fact]
    public Task PredicateOfTwoRetries_FixAll() => Verify.VerifyCodeFixAsync(
        Registration("""
            var handle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>();
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.[|AddRetry|](new() { ShouldHandle = handle }).AddTimeout(TimeSpan.FromSeconds(1)));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.[|AddRetry|](new() { ShouldHandle = handle }).AddTimeout(TimeSpan.FromSeconds(1)));
            """),
        Registration("""
            var handle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<TimeoutRejectedException>();
            services.AddHttpClient("a").AddResilienceHandler("a", b => b.AddRetry(new() { ShouldHandle = handle }).AddTimeout(TimeSpan.FromSeconds(1)));
            services.AddHttpClient("b").AddResilienceHandler("b", b => b.AddRetry(new() { ShouldHandle = handle }).AddTimeout(TimeSpan.FromSeconds(1)));
            """));

    [Fact]
    public Task NeverThrows_NoFix() => Verify.VerifyNoFixAsync("using RestSharp;\n" + Members("""
        public Task<RestResponse> Get(IRestClient rest) =>
            Policy.Handle<HttpRequestException>().[|RetryAsync|](3).ExecuteAsync(() => rest.ExecuteAsync(new RestRequest("a")));
        """));

    /// <summary>Options that a helper makes are read there.</summary>
    [Theory]
    [InlineData("[|AddRetry|]", "Handle<HttpRequestException>()")]
    [InlineData("AddRetry", "Handle<HttpRequestException>().Handle<Polly.Timeout.TimeoutRejectedException>()")]
    public Task OptionsOfAHelper(string add, string handled) => Verify.VerifyAnalyzerAsync(Members($$"""
        private static readonly ResiliencePipeline<HttpResponseMessage> Pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .{{add}}(Retries())
            .AddTimeout(TimeSpan.FromSeconds(1))
            .Build();

        public async Task<HttpResponseMessage> Get(HttpClient http, CancellationToken token) => await Pipeline.ExecuteAsync(async t => await http.GetAsync("https://api.example.com", t), token);

        private static RetryStrategyOptions<HttpResponseMessage> Retries()
        {
            var options = new RetryStrategyOptions<HttpResponseMessage> { Delay = TimeSpan.FromSeconds(1) };
            options.ShouldHandle = new PredicateBuilder<HttpResponseMessage>().{{handled}};
            return options;
        }
        """));

    [Theory]
    [InlineData("[|WaitAndRetryAsync|]", "response")]
    [InlineData("WaitAndRetryAsync", "response.IsSuccessful ? response : throw new InvalidOperationException(\"failed\")")]
    public Task RestSharpsExecuteBehindWrappers(string retry, string answered) => Verify.VerifyAnalyzerAsync("using RestSharp;\n" + Members($$"""
        public Task<RestResponse> Book(IRestClient rest, string item) =>
            Policy.Handle<Exception>().{{retry}}(3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(() => BookOnceAsync(rest, item));

        private static Task<RestResponse> BookOnceAsync(IRestClient rest, string item) => RunAsync(rest, Write("bookings", item));

        private static async Task<RestResponse> RunAsync(IRestClient rest, RestRequest request)
        {
            var response = await rest.ExecuteAsync(request);
            return {{answered}};
        }

        private static RestRequest Write(string path, string item) => new RestRequest(path, Method.Post).AddJsonBody(item);
        """));
}
