using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Policies, pipelines and helpers that are handed a delegate.</summary>
public sealed class IA2001PollyTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Registry;
        using Polly.Retry;

        """;

    [Fact]
    public Task PolicyInLocalFieldPropertyAndFactory_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly IAsyncPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            private IAsyncPolicy FromProperty => Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            private static IAsyncPolicy Make() => Policy.Handle<TimeoutException>().Or<HttpRequestException>().WaitAndRetryForeverAsync(_ => TimeSpan.FromSeconds(1));

            public async Task Charge(HttpContent charge)
            {
                var policy = Policy.Handle<HttpRequestException>().RetryAsync(2);
                await policy.ExecuteAsync(() => http.[|PostAsync|]("a", charge));
                await Retry.ExecuteAsync(async () => await http.[|PostAsync|]("b", charge));
                await FromProperty.ExecuteAsync(async () => { await http.[|PostAsync|]("c", charge); });
                await Make().ExecuteAsync(() => http.[|PostAsync|]("d", charge));
                await Retry.ExecuteAndCaptureAsync(() => http.[|PostAsync|]("e", charge));
            }
        }
        """);

    /// <summary>Each member by which a policy or a pipeline runs a delegate.</summary>
    [Theory]
    [InlineData("Execute(() => http.[|Send|](request))", "PolicyV7")]
    [InlineData("ExecuteAndCapture(() => http.[|Send|](request))", "PolicyV7")]
    [InlineData("ExecuteAsync(() => http.[|SendAsync|](request))", "PolicyV7Async")]
    [InlineData("ExecuteAndCaptureAsync(() => http.[|SendAsync|](request))", "PolicyV7Async")]
    [InlineData("Execute(() => http.[|Send|](request))", "Pipeline")]
    [InlineData("ExecuteAsync(async t => await http.[|SendAsync|](request, t))", "Pipeline")]
    [InlineData("ExecuteOutcomeAsync(async (_, _) => Outcome.FromResult(await http.[|SendAsync|](request)), ResilienceContextPool.Shared.Get(), 1)", "Pipeline")]
    public Task AnyMemberThatRunsADelegate_Reports(string execution, string policy) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Payments(HttpClient http)
        {
            private static readonly ISyncPolicy PolicyV7 = Policy.Handle<HttpRequestException>().WaitAndRetry(3, n => TimeSpan.FromSeconds(n));
            private static readonly IAsyncPolicy PolicyV7Async = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
            private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions()).Build();

            public object[] All => [PolicyV7, PolicyV7Async, Pipeline];

            public object Charge()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                return {{policy}}.{{execution}};
            }
        }
        """);

    [Fact]
    public Task PolicyAssignedInConstructorAndWrapped_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments
        {
            private readonly HttpClient _http;
            private readonly IAsyncPolicy<HttpResponseMessage> _policy;

            public Payments(HttpClient http)
            {
                _http = http;
                var retry = Policy<HttpResponseMessage>.Handle<HttpRequestException>().OrResult(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) });
                var timeout = Policy.TimeoutAsync<HttpResponseMessage>(5);
                _policy = Policy.WrapAsync(timeout, retry);
            }

            public Task<HttpResponseMessage> Charge(HttpContent charge) => _policy.ExecuteAsync(token => _http.[|PostAsync|]("charges", charge, token), default);
        }
        """);

    [Fact]
    public Task PipelineWithRetry_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            private static readonly ResiliencePipeline Pipeline = new ResiliencePipelineBuilder()
                .AddTimeout(TimeSpan.FromSeconds(5))
                .AddRetry(new RetryStrategyOptions { MaxRetryAttempts = 4 })
                .Build();

            public async Task Charge(string charge, CancellationToken token)
            {
                await Pipeline.ExecuteAsync(async ct => await http.[|PostAsJsonAsync|]("charges", charge, ct), token);

                var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
                builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>());
                var pipeline = builder.Build();
                await pipeline.ExecuteAsync(async ct => await http.[|PostAsJsonAsync|]("charges", charge, ct), token);
            }
        }
        """);

    [Fact]
    public Task NamedPipelineOfThisCompilation_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class Startup
        {
            public const string Name = "payments";

            public static void Add(IServiceCollection services) => services.AddResiliencePipeline(Name, b => b.AddRetry(new RetryStrategyOptions()));
        }

        class Payments(HttpClient http, ResiliencePipelineProvider<string> pipelines)
        {
            public async Task Charge(string charge, CancellationToken token) =>
                await pipelines.GetPipeline(Startup.Name).ExecuteAsync(async ct => await http.[|PostAsJsonAsync|]("charges", charge, ct), token);
        }

        namespace Microsoft_Stub
        {
        }
        """.Replace("services.AddResiliencePipeline(", "Registrations.AddResiliencePipeline(services, ").Replace("namespace Microsoft_Stub\n{\n}", """
        namespace Polly
        {
            static class Registrations
            {
                public static void AddResiliencePipeline(IServiceCollection services, string key, Action<ResiliencePipelineBuilder> configure)
                {
                }
            }
        }
        """));

    [Fact]
    public Task MessageNamesTheWayAndTheCount() => Verify.VerifyAnalyzerAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge)
            {
                var policy = Policy.Handle<HttpRequestException>().RetryAsync(3);
                await policy.ExecuteAsync(() => Submit(charge));
            }

            private Task<HttpResponseMessage> Submit(HttpContent charge) => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge });
        }
        """,
        Verify.Diagnostic().WithSpan(17, 41, 17, 47).WithSpan(17, 22, 17, 34).WithArguments("Submit", " (POST via 'SendAsync')", "up to 3 times"));

    [Fact]
    public Task MethodGroupAndLocalFunction_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().RetryAsync();

            public async Task Charge()
            {
                await _retry.ExecuteAsync([|Submit|]);
                await _retry.ExecuteAsync([|Local|]);
                Func<Task> kept = async () => await http.[|PostAsync|]("kept", null);
                await _retry.ExecuteAsync(kept);

                async Task Local()
                {
                    await Submit();
                }
            }

            private Task Submit() => http.PostAsync("charges", null);
        }
        """);

    [Fact]
    public Task HelperThatTakesADelegate_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        static class RetryHelper
        {
            public static async Task<T> Retry<T>(Func<Task<T>> action, Action<Exception, int>? errorCallback, int maxRetries, TimeSpan delay)
            {
                var attempt = 0;
                while (true)
                {
                    try
                    {
                        return await action();
                    }
                    catch (Exception ex)
                    {
                        attempt++;
                        errorCallback?.Invoke(ex, attempt);
                        if (attempt >= maxRetries)
                            throw;
                    }

                    await Task.Delay(delay);
                }
            }

            public static async Task Retry(Func<Task> action, int maxRetries, TimeSpan delay)
                => await Retry(async () => { await action(); return true; }, null, maxRetries, delay);
        }

        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge)
            {
                await RetryHelper.Retry(async () =>
                {
                    var request = new HttpRequestMessage { RequestUri = new Uri("charges"), Method = new HttpMethod("POST"), Content = charge };
                    var response = await http.[|SendAsync|](request);
                    response.EnsureSuccessStatusCode();
                }, 3, TimeSpan.FromSeconds(1));

                await RetryHelper.Retry(() => http.[|PostAsync|]("charges", charge), null, 3, TimeSpan.FromSeconds(1));
            }
        }
        """);

    [Fact]
    public Task HelperThatRunsADelegateUnderAPolicy_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        abstract class Base
        {
            private readonly IAsyncPolicy _policy = Policy.Handle<HttpRequestException>().RetryAsync(3);

            protected Task<T> Guarded<T>(Func<Task<T>> run) => _policy.ExecuteAsync(run);

            protected Task<T> GuardedIndeed<T>(Func<Task<T>> run) => _policy.ExecuteAsync(() => run());
        }

        class Payments(HttpClient http) : Base
        {
            public async Task Charge(HttpContent charge)
            {
                await Guarded(() => http.[|PostAsync|]("a", charge));
                await GuardedIndeed(() => http.[|PostAsync|]("b", charge));
            }
        }
        """);

    [Fact]
    public Task RetryTypeOfAnInjectedPolicy_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http, AsyncRetryPolicy<HttpResponseMessage> retry)
        {
            public Task<HttpResponseMessage> Charge(HttpContent charge) => retry.ExecuteAsync(() => http.[|PostAsync|]("charges", charge));
        }
        """);

    [Fact]
    public Task PolicyParameterWithOneOrigin_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            public Task Charge(HttpContent charge) => Run(charge, Policy.Handle<HttpRequestException>().RetryAsync(3));

            private Task Run(HttpContent charge, IAsyncPolicy policy) => policy.ExecuteAsync(() => http.[|PostAsync|]("charges", charge));
        }
        """);

    [Theory]
    [InlineData("maxAttempts", 1, false)]
    [InlineData("tries", 1, false)]
    [InlineData("times", 1, false)]
    [InlineData("maxAttempts", 2, true)]
    [InlineData("retries", 1, true)]
    [InlineData("maxRetryAttempts", 1, true)]
    public Task HelperToldHowOften_ReportsMoreThanOneAttempt(string name, int value, bool isReported) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Payments(HttpClient http)
        {
            public Task Charge(HttpContent charge) => Again(() => http.{{(isReported ? "[|PostAsync|]" : "PostAsync")}}("charges", charge), {{name}}: {{value}});

            private static async Task<T> Again<T>(Func<Task<T>> run, int {{name}} = 3)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await run();
                    }
                    catch (HttpRequestException) when (attempt < {{name}})
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }
        }
        """);

    [Theory]
    [InlineData("private ResiliencePipeline? _kept; private ResiliencePipeline Pipeline => _kept ??= pipelines.GetPipeline(Startup.Name);", true)]
    [InlineData("private ResiliencePipeline? _kept; private ResiliencePipeline Pipeline { get { _kept ??= pipelines.GetPipeline(Startup.Name); return _kept; } }", true)]
    [InlineData("private ResiliencePipeline? _kept; private ResiliencePipeline Pipeline => _kept ??= ResiliencePipeline.Empty;", false)]
    [InlineData("private ResiliencePipeline? _kept; private ResiliencePipeline Pipeline => _kept ??= pipelines.GetPipeline(\"another\");", false)]
#if ROSLYN_CSHARP_14

    [InlineData("private ResiliencePipeline Pipeline => field ??= pipelines.GetPipeline(Startup.Name);", true)]
#endif

    public Task PipelineKeptWhenFirstAskedFor_IsFollowed(string members, bool isReported) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        static class Startup
        {
            public const string Name = "payments";

            public static void Add(ResiliencePipelineRegistry<string> registry) => registry.TryAddBuilder(Name, (b, context) => b.AddRetry(new RetryStrategyOptions()));
        }

        class Payments(HttpClient http, ResiliencePipelineProvider<string> pipelines)
        {
            public ResiliencePipelineProvider<string> Provider => pipelines;

            {{members}}

            public async Task Charge(string charge, CancellationToken token) =>
                await Pipeline.ExecuteAsync(async ct => await http.{{(isReported ? "[|PostAsJsonAsync|]" : "PostAsJsonAsync")}}("charges", charge, ct), token);
        }
        """);
}
