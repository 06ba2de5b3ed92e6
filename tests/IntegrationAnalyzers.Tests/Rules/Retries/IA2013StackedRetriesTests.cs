using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2013StackedRetries>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public class IA2013StackedRetriesTests
{
    private const string Wait = "WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))";
    private const string Retry = "HttpPolicyExtensions.HandleTransientHttpError()." + Wait;

    public static TheoryData<string> Handlers => new()
    {
        "services.AddHttpClient<Reader>(C); services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Reader>().[|AddStandardResilienceHandler|]();",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).[|AddTransientHttpErrorPolicy|](p => p.{Wait});",
        "var b = services.AddHttpClient<Reader>(C); b.AddStandardResilienceHandler(); b.[|AddStandardResilienceHandler|]();",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).[|AddStandardResilienceHandler|]();",
    };

    public static TheoryData<string> Quiet => new()
    {
        "services.AddHttpClient<Reader>(C).AddStandardResilienceHandler();",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).{Wait});",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}).AddPolicyHandler(given);",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry}); services.AddHttpClient(\"other\", C).AddPolicyHandler({Retry});",
        $"var b = services.AddHttpClient<Reader>(C); if (DateTime.UtcNow.Hour > 3) b.AddPolicyHandler({Retry}); else b.AddStandardResilienceHandler();",
    };

    [Theory]
    [MemberData(nameof(Handlers))]
    public Task TwoHandlersThatRetry_Report(string registration) => Verify.VerifyAnalyzerAsync(Source(registration, "await _client.GetAsync(id)"));

    /// <summary>A host calls the one overload or the other.</summary>
    [Fact]
    public Task CardealerFeatureFlags_TwoOverloadsThatRegisterOneClient_AreQuiet() => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Extensions.Http;

        public class Flags(HttpClient client)
        {
            public Task<string> Get() => client.GetStringAsync("flags");
        }

        public static class FlagExtensions
        {
            public static void AddFlags(this IServiceCollection services, Uri url) =>
                services.AddHttpClient<Flags>(c => c.BaseAddress = url).AddPolicyHandler({{Retry}});

            public static void AddFlags(this IServiceCollection services, string url) =>
                services.AddHttpClient<Flags>(c => c.BaseAddress = new Uri(url)).AddPolicyHandler({{Retry}});
        }
        """);

    /// <summary>SkillsFundingAgency/das-recruit-jobs, HostBuilderExtensions.cs: four features of one host register one client, each with its policy.</summary>
    [Fact]
    public Task FourRegistrationsOfOneClient_AllCountInTheNumber()
    {
        const string One = "services.AddHttpClient<Reader>(C).";
        var test = new Verify.Test
        {
            TestCode = Source(
                $"{One}AddPolicyHandler({Retry}); {One}{{|#0:AddPolicyHandler|}}({Retry}); {One}{{|#1:AddPolicyHandler|}}({Retry}); {One}{{|#2:AddPolicyHandler|}}({Retry});", "await _client.GetAsync(id)"),
        };
        for (var place = 0; place < 3; place++)
        {
            test.TestState.ExpectedDiagnostics.Add(
                Verify.Diagnostic().WithLocation(place).WithArguments("AddPolicyHandler", "retries inside another handler that retries, 256 attempts in all")
                    .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        }

        return test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Quiet))]
    public Task OneRetryOrDisjointOnes_AreQuiet(string registration) => Verify.VerifyAnalyzerAsync(Source(registration, "await _client.GetAsync(id)"));

    [Fact]
    public Task PolicyRoundTheCallOfARetryingClient_Reports() => Verify.VerifyAnalyzerAsync(Source(
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry});",
        $"await Policy.Handle<HttpRequestException>().{Wait}.ExecuteAsync(() => _client.[|GetAsync|](id))"));

    [Theory]
    [InlineData("o => o.Retry.DisableForUnsafeHttpMethods()", "_client.PostAsync(id, null)")]
    [InlineData("o => o.Retry.DisableFor(HttpMethod.Post)", "_client.PostAsync(id, null)")]
    [InlineData("o => o.Retry.DisableFor(HttpMethod.Post)", "_client.[|PutAsync|](id, null)")]
    [InlineData("o => o.Retry.DisableForUnsafeHttpMethods()", "_client.[|GetAsync|](id)")]
    public Task HandlerThatLeavesTheVerbAlone_IsNoSecondRetry(string options, string call) => Verify.VerifyAnalyzerAsync(Source(
        $"services.AddHttpClient<Reader>(C).AddStandardResilienceHandler({options});",
        $"await Policy.Handle<HttpRequestException>().{Wait}.ExecuteAsync(() => {call})"));

    [Fact]
    public Task PolicyRoundTheCallOfAPlainClient_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(
        "services.AddHttpClient<Reader>(C);",
        $"await Policy.Handle<HttpRequestException>().{Wait}.ExecuteAsync(() => _client.GetAsync(id))"));

    [Fact]
    public Task PolicyForAnotherFailure_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry});",
        $"await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 409).{Wait}.ExecuteAsync(() => _client.GetAsync(id))"));

    [Fact]
    public Task InnerHandlerOfAChain_IsRemoved() => Verify.VerifyCodeFixAsync(
        Source($"services.AddHttpClient<Reader>(C)\n            .AddPolicyHandler({Retry})\n            .[|AddTransientHttpErrorPolicy|](p => p.{Wait})\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5));", "await _client.GetAsync(id)"),
        Source($"services.AddHttpClient<Reader>(C)\n            .AddPolicyHandler({Retry})\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5));", "await _client.GetAsync(id)"));

    [Fact]
    public Task InnerHandlersAtTheEndOfChains_AreRemoved() => Verify.VerifyCodeFixAsync(
        Source("services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Reader>(C).[|AddStandardResilienceHandler|]();", "await _client.GetAsync(id)"),
        Source("services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Reader>(C);", "await _client.GetAsync(id)"));

    [Theory]
    [InlineData("var b = services.AddHttpClient<Reader>(C); b.AddStandardResilienceHandler(); b.[|AddStandardResilienceHandler|]();")]
    [InlineData("services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Reader>(C).[|AddStandardResilienceHandler|]().Configure(o => o.Retry.MaxRetryAttempts = 2);")]
    public Task NoChainMember_FixIsNotOffered(string registration) => Verify.VerifyNoFixAsync(Source(registration, "await _client.GetAsync(id)"));

    private static string Source(string registration, string call) => """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.Extensions.Http;

        public static class Startup
        {
            internal static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(20);

            internal static void Add(IServiceCollection services, IAsyncPolicy<HttpResponseMessage> given)
            {
                REGISTRATION
            }
        }

        public class Reader
        {
            private readonly HttpClient _client;

            public Reader(HttpClient client) => _client = client;

            public async Task<HttpResponseMessage> Get(string id) => CALL;
        }
        """.Replace("REGISTRATION", registration).Replace("CALL", call);

    [Fact]
    public Task PipelineInALoop_Reports() => Verify.VerifyAnalyzerAsync(Nested("""
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Pipeline.[|ExecuteAsync|](async ct => await http.GetStringAsync("a", ct));
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(1000 * attempt);
            }
        }
        """));

    [Theory]
    [InlineData("await Pipeline.[|ExecuteAsync|](async ct => await http.GetStringAsync(\"a\", ct), CancellationToken.None).ConfigureAwait(false)", "await http.GetStringAsync(\"a\", CancellationToken.None).ConfigureAwait(false)")]
    [InlineData("await Pipeline.[|ExecuteAsync|](async _ => await http.GetStringAsync(\"a\"))", "await http.GetStringAsync(\"a\")")]
    public Task PipelineInALoop_FixCallsWithoutIt(string before, string after) => Verify.VerifyCodeFixAsync(Nested(InALoop(before)), Nested(InALoop(after)));

    [Theory]
    [InlineData("await Pipeline.[|ExecuteAsync|](async ct => await http.GetStringAsync(\"a\", ct))")]
    [InlineData("await Pipeline.[|ExecuteAsync|](async ct => { Console.WriteLine(); return await http.GetStringAsync(\"a\", ct); }, CancellationToken.None)")]
    [InlineData("await Pipeline.[|ExecuteAsync|](async ct => (await http.GetStringAsync(\"a\", ct)).Trim(), CancellationToken.None)")]
    public Task PipelineThatDoesMore_NoFix(string call) => Verify.VerifyNoFixAsync(Nested(InALoop(call)));

    private static string InALoop(string call) => $$"""
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return {{call}};
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(1000 * attempt);
            }
        }
        """;

    [Theory]
    [InlineData(3, 3, ", 12 attempts in all")]
    [InlineData(3, 5, "")]
    [InlineData(5, 3, "")]
    public Task PolicyOfTwoWaysInALoop_CountsWhereBothRepeatAsOften(int one, int other, string counted)
    {
        var test = new Verify.Test
        {
            TestCode = $$"""
                using System;
                using System.Net.Http;
                using System.Threading.Tasks;
                using Polly;

                public class Prices(HttpClient http)
                {
                    public async Task<string> Read(bool isNight)
                    {
                        for (var attempt = 1; attempt <= 3; attempt++)
                        {
                            try
                            {
                                return await Policy(isNight).{|#0:ExecuteAsync|}(() => http.GetStringAsync("a"));
                            }
                            catch (HttpRequestException) when (attempt < 3)
                            {
                                await Task.Delay(1000 * attempt);
                            }
                        }

                        return "";
                    }

                    private static IAsyncPolicy Policy(bool isNight)
                    {
                        if (isNight)
                            return Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync({{one}}, n => TimeSpan.FromSeconds(n));
                        return Polly.Policy.Handle<HttpRequestException>().WaitAndRetryAsync({{other}}, n => TimeSpan.FromSeconds(n));
                    }
                }
                """,
        };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("ExecuteAsync", "retries what another retry round it repeats" + counted)
            .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }

    [Fact]
    public Task WrapperWithALoopInAPipeline_Reports() => Verify.VerifyAnalyzerAsync(Nested("return await Pipeline.ExecuteAsync(async ct => await [|Repeated|](ct));"));

    [Theory]
    [InlineData("return await Pipeline.ExecuteAsync(async ct => await Plain(ct));")]
    [InlineData("return await Pipeline.ExecuteAsync(async ct => await Swallowed(ct));")]
    [InlineData("for (var i = 0; i < 3; i++) await Pipeline.ExecuteAsync(async ct => await http.GetStringAsync(\"a\" + i, ct)); return \"\";")]
    [InlineData("for (var i = 0; ; i++) { try { return await Pipeline.ExecuteAsync(async ct => await Plain(ct)); } catch (InvalidOperationException) when (i < 3) { await Task.Delay(100); } }")]
    public Task OneRetryInCode_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Nested(body));

    /// <summary>duplicati, OAuthHelperHttpClient.cs: the request that the loop makes may ask for a token, by the same loop.</summary>
    [Fact]
    public Task LoopThatComesBackToItself_IsQuiet() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Tokens(HttpClient http)
        {
            public async Task<string> Token(bool signs)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        using var request = await Request("token", signs);
                        return await (await http.SendAsync(request)).Content.ReadAsStringAsync();
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }

            private async Task<HttpRequestMessage> Request(string path, bool signs)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (signs)
                    request.Headers.Add("Authorization", await Token(false));
                return request;
            }
        }
        """);

    private static string Nested(string body) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;

        public class Prices(HttpClient http)
        {
            private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 3, UseJitter = true, ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>() })
                .Build();

            public async Task<string> Read()
            {
                {{body}}
            }

            private Task<string> Plain(CancellationToken token) => http.GetStringAsync("a", token);

            private async Task<string> Repeated(CancellationToken token)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("a", token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt, token);
                    }
                }
            }

            private async Task<string> Swallowed(CancellationToken token)
            {
                for (var attempt = 1; attempt < 3; attempt++)
                {
                    try
                    {
                        return await http.GetStringAsync("a", token);
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000 * attempt, token);
                    }
                }

                return "none";
            }
        }
        """;

    [Fact]
    public Task RetryWrappedInARetry_Reports() => Verify.VerifyAnalyzerAsync(PollySource.Policy(
        "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).WrapAsync(Policy.Handle<HttpRequestException>().[|WaitAndRetryAsync|](3, n => TimeSpan.FromSeconds(n)))"));

    /// <summary>The inner one is run by itself as well: there it is right.</summary>
    [Theory]
    [InlineData("Policy.Handle<HttpRequestException>()", "[|WaitAndRetryAsync|]")]
    [InlineData("Policy.Handle<TimeoutException>()", "WaitAndRetryAsync")]
    public Task RetryThatIsRunAloneToo_Storefront(string handle, string inner) => Verify.VerifyAnalyzerAsync(PollySource.Members($$"""
        private static readonly IAsyncPolicy Inner = {{handle}}.{{inner}}(3, n => TimeSpan.FromSeconds(n));
        private static readonly IAsyncPolicy Outer = Policy.Handle<HttpRequestException>().RetryAsync(2).WrapAsync(Inner);

        public Task<string> Read() => Inner.ExecuteAsync(() => http.GetStringAsync("orders"));

        public Task<string> ReadAgain() => Outer.ExecuteAsync(() => http.GetStringAsync("orders"));
        """));

    /// <summary>One of the pipelines repeats something else outside of it: what each is for is not known.</summary>
    [Fact]
    public Task RetryInsideOfTwoOthers_IsQuiet() => Verify.VerifyAnalyzerAsync(PollySource.Members("""
        private static readonly IAsyncPolicy Inner = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
        private static readonly IAsyncPolicy Outer = Policy.Handle<HttpRequestException>().RetryAsync(2).WrapAsync(Inner);
        private static readonly IAsyncPolicy Other = Policy.Handle<TimeoutException>().RetryAsync(2).WrapAsync(Inner);

        public Task<string> Read() => Other.ExecuteAsync(() => http.GetStringAsync("orders"));

        public Task<string> ReadAgain() => Outer.ExecuteAsync(() => http.GetStringAsync("orders"));
        """));

    [Fact]
    public Task PipelineThatIsRunAloneToo_NoFix() => Verify.VerifyNoFixAsync(PollySource.Members("""
        private static readonly ResiliencePipeline Inner = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(9)).[|AddRetry|](new() { ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>() }).Build();
        private static readonly ResiliencePipeline Outer = new ResiliencePipelineBuilder().AddRetry(new() { ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>() }).AddPipeline(Inner).Build();

        public async Task<string> Read(CancellationToken token) => await Inner.ExecuteAsync(async t => await http.GetStringAsync("orders", t), token);

        public async Task<string> ReadAgain(CancellationToken token) => await Outer.ExecuteAsync(async t => await http.GetStringAsync("orders", t), token);
        """));

    [Fact]
    public Task RetriesOfDisjointFailuresInOneWrap_AreQuiet() => Verify.VerifyAnalyzerAsync(PollySource.Policy(
        "Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).WrapAsync(Policy.Handle<TimeoutException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))"));
}
