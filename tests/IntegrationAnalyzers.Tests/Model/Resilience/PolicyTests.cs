using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>Polly 7, whose policies Polly 8 still ships.</summary>
public sealed class PolicyTests
{
    private const string Handle = "Policy.Handle<HttpRequestException>()";

    [Theory]
    [InlineData("Retry()", 1, false)]
    [InlineData("Retry(3)", 3, false)]
    [InlineData("RetryAsync(2, (e, n) => { })", 2, false)]
    [InlineData("RetryAsync((e, n, c) => Task.CompletedTask)", 1, false)]
    [InlineData("RetryAsync(settings.Count)", null, false)]
    [InlineData("RetryForever()", null, true)]
    [InlineData("RetryForeverAsync(e => { })", null, true)]
    [InlineData("Retry(int.MaxValue)", null, true)]
    public void RetryWithoutPause(string retry, int? retries, bool isForever)
    {
        var strategy = PipelineSource.Retry($"Use({Handle}.{retry});");
        Assert.Equal(new RetryLimit(retries, isForever), strategy.Limit);
        Assert.Equal(BackoffKind.None, strategy.Delays.Backoff);
        Assert.True(strategy.Delays.IsZero);
        Assert.Equal(Certainty.No, strategy.HonoursRetryAfter);
    }

    [Theory]
    [InlineData("WaitAndRetry(3, n => TimeSpan.FromSeconds(1))", "Constant", 3d)]
    [InlineData("WaitAndRetryAsync(3, _ => TimeSpan.FromMilliseconds(600))", "Constant", 1.8)]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))", "Linear", 6d)]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(Math.Pow(2, n)))", "Exponential", 14d)]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(1 << n), (e, t, c) => { })", "Exponential", 14d)]
    [InlineData("WaitAndRetryAsync(2, (n, context) => TimeSpan.FromSeconds(n * 2), (e, t, n, c) => Task.CompletedTask)", "Linear", 6d)]
    [InlineData("WaitAndRetryAsync(2, (n, e, context) => TimeSpan.FromMinutes(n), (e, t, n, c) => Task.CompletedTask)", "Linear", 180d)]
    [InlineData("WaitAndRetry(3, n => { var s = Math.Min(Math.Pow(2, n), 4); return TimeSpan.FromSeconds(s); })", "Custom", 10d)]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.Zero)", "None", 0d)]
    [InlineData("WaitAndRetryAsync(3, Pause)", "Linear", 12d)]
    [InlineData("WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10) })", "Custom", 16d)]
    [InlineData("WaitAndRetry(new List<TimeSpan> { new TimeSpan(0, 0, 2), new TimeSpan(0, 0, 0, 2, 0) })", "Constant", 4d)]
    [InlineData("WaitAndRetryAsync([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)])", "Exponential", 7d)]
    [InlineData("WaitAndRetryAsync(Enumerable.Repeat(TimeSpan.FromSeconds(3), 4))", "Constant", 12d)]
    [InlineData("WaitAndRetryAsync(settings.Count, n => TimeSpan.FromSeconds(Math.Pow(2, n)))", "Exponential", null)]
    [InlineData("WaitAndRetryForever(n => TimeSpan.FromSeconds(5))", "Constant", null)]
    [InlineData("WaitAndRetryForeverAsync((n, c) => TimeSpan.FromSeconds(n), (e, t, c) => { })", "Linear", null)]
    [InlineData("WaitAndRetryAsync(3, _ => settings.Pause)", "Constant", null)]
    [InlineData("WaitAndRetryAsync(Backoff.ExponentialBackoff(TimeSpan.FromSeconds(1), 5))", "Exponential", null)]
    [InlineData("WaitAndRetryAsync(Backoff.LinearBackoff(TimeSpan.FromSeconds(1), 5))", "Linear", null)]
    public void PausesWithoutJitter(string retry, string backoff, double? seconds)
    {
        var strategy = PipelineSource.Retry($"Use({Handle}.{retry});", "static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(2 * attempt);");
        Assert.Equal(backoff, strategy.Delays.Backoff.ToString());
        Assert.Equal(Certainty.No, strategy.Delays.Jitter);
        Assert.Equal(seconds, strategy.Delays.Total?.TotalSeconds);
    }

    [Theory]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(Math.Pow(2, n)) + TimeSpan.FromMilliseconds(new Random().Next(0, 100)))")]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(Math.Pow(2, n)) + TimeSpan.FromMilliseconds(Random.Shared.Next(100)))")]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n).Add(TimeSpan.FromMilliseconds(jitterer.NextDouble())))")]
    [InlineData("WaitAndRetryAsync(3, n => Jittered(n))")]
    [InlineData("WaitAndRetryAsync(3, n => TimeSpan.FromMilliseconds(System.Security.Cryptography.RandomNumberGenerator.GetInt32(100)))")]
    [InlineData("WaitAndRetryAsync(Backoff.DecorrelatedJitterBackoffV2(TimeSpan.FromSeconds(1), 5))")]
    [InlineData("WaitAndRetryAsync(Backoff.AwsDecorrelatedJitterBackoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(9), 5))")]
    public void Jitter_IsSeen(string retry) => Assert.Equal(
        Certainty.Yes,
        PipelineSource.Retry($"Use({Handle}.{retry});", "Random jitterer = new(); TimeSpan Jittered(int n) => TimeSpan.FromSeconds(n + jitterer.NextDouble());").Delays.Jitter);

    [Fact]
    public void PausesFromElsewhere_AreUnknown()
    {
        var delays = PipelineSource.Retry($"Use({Handle}.WaitAndRetryAsync(pauses));", "IEnumerable<TimeSpan> pauses = Make(); static IEnumerable<TimeSpan> Make() => throw new Exception();").Delays;
        Assert.Equal(BackoffKind.Unknown, delays.Backoff);
        Assert.Equal(Certainty.Unknown, delays.Jitter);
        Assert.Null(delays.Total);
    }

    [Fact]
    public void RetryAfterInTheProvider_IsSeen() => Assert.Equal(Certainty.Yes, PipelineSource.Retry("""
        Use(Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(
            3, (n, outcome, context) => outcome.Result.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(n), (o, t, n, c) => Task.CompletedTask));
        """).HonoursRetryAfter);

    [Theory]
    [InlineData("Policy.TimeoutAsync<HttpResponseMessage>(5).WrapAsync(retry)", "Timeout Retry")]
    [InlineData("retry.WrapAsync(Policy.TimeoutAsync<HttpResponseMessage>(5))", "Retry Timeout")]
    [InlineData("Policy.WrapAsync(retry, breaker, Policy.TimeoutAsync<HttpResponseMessage>(5))", "Retry CircuitBreaker Timeout")]
    [InlineData("Policy.WrapAsync(new IAsyncPolicy<HttpResponseMessage>[] { breaker, retry })", "CircuitBreaker Retry")]
    [InlineData("Policy.TimeoutAsync(5).AsAsyncPolicy<HttpResponseMessage>().WrapAsync(retry.WrapAsync(breaker))", "Timeout Retry CircuitBreaker")]
    [InlineData("Policy.NoOpAsync<HttpResponseMessage>()", "")]
    [InlineData("Policy.BulkheadAsync<HttpResponseMessage>(3).WrapAsync(retry.WithPolicyKey(\"x\"))", "RateLimiter Retry")]
    [InlineData("injected.WrapAsync(retry)", "Unknown Retry")]
    [InlineData("flag ? retry : Policy.NoOpAsync<HttpResponseMessage>()", "Choice")]
    [InlineData("Made()", "Retry")]
    [InlineData("Field", "Retry")]
    [InlineData("Field.WrapAsync(Opaque)", "Retry Retry")]
    public void Order_IsOutermostFirst(string value, string kinds)
    {
        var pipeline = PipelineSource.Value(
            $$"""
            var retry = HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2);
            var breaker = HttpPolicyExtensions.HandleTransientHttpError().CircuitBreakerAsync(5, TimeSpan.FromSeconds(30));
            Use({{value}});
            """,
            """
            static IAsyncPolicy<HttpResponseMessage> Made() { return HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(2); }
            readonly IAsyncPolicy<HttpResponseMessage> Field = Made();
            AsyncRetryPolicy<HttpResponseMessage> Opaque;
            """);
        Assert.Equal(kinds, string.Join(' ', pipeline.Strategies.Select(static s => s.Kind)));
    }

    [Fact]
    public void ChoiceThatAlwaysRetries_Retries()
    {
        Assert.Equal(Certainty.Yes, PipelineSource.Value($"Use(flag ? {Handle}.RetryAsync(1) : {Handle}.RetryAsync(2));").Retries);
        Assert.Equal(Certainty.Unknown, PipelineSource.Value($"Use(flag ? {Handle}.RetryAsync(1) : (IAsyncPolicy)Policy.NoOpAsync());").Retries);
        Assert.Equal(Certainty.No, PipelineSource.Value("Use(Policy.TimeoutAsync(1));").Retries);
        Assert.Equal(Certainty.Unknown, PipelineSource.Value("Use(injected);").Retries);
    }

    [Theory]
    [InlineData("Policy.Timeout(5)", 5d, Certainty.No)]
    [InlineData("Policy.TimeoutAsync(TimeSpan.FromMinutes(1))", 60d, Certainty.No)]
    [InlineData("Policy.TimeoutAsync<HttpResponseMessage>(TimeSpan.FromSeconds(3), TimeoutStrategy.Pessimistic)", 3d, Certainty.Yes)]
    [InlineData("Policy.TimeoutAsync(2, TimeoutStrategy.Optimistic)", 2d, Certainty.No)]
    [InlineData("Policy.TimeoutAsync(() => TimeSpan.FromSeconds(1))", null, Certainty.No)]
    [InlineData("Policy.TimeoutAsync(settings.Count)", null, Certainty.No)]
    internal void Timeouts(string value, double? seconds, Certainty isPessimistic)
    {
        var timeout = Assert.IsType<TimeoutStrategy>(PipelineSource.Value($"Use({value});").Strategies.Single());
        Assert.Equal(seconds, timeout.Duration?.TotalSeconds);
        Assert.Equal(isPessimistic, timeout.IsPessimistic);
    }

    [Fact]
    public void PolicyOfRegistry_IsFoundByItsName()
    {
        const string Members = """
            void Fill(IPolicyRegistry<string> registry, IServiceCollection services)
            {
                registry.Add("added", Policy.Handle<Exception>().RetryAsync(1));
                services.AddPolicyRegistry().Add("chained", Policy.Handle<Exception>().RetryAsync(2));
                services.AddPolicyRegistry(new PolicyRegistry { ["indexed"] = Policy.Handle<Exception>().RetryAsync(3) });
                services.AddPolicyRegistry(new PolicyRegistry { { "element", Policy.Handle<Exception>().RetryAsync(4) } });
                registry["twice"] = Policy.Handle<Exception>().RetryAsync(5);
                registry["twice"] = Policy.Handle<Exception>().RetryAsync(6);
                shared.TryAdd("tried", Policy.Handle<Exception>().RetryAsync(7));
                shared.GetOrAdd("got", Policy.Handle<Exception>().RetryAsync(8));
            }

            IConcurrentPolicyRegistry<string> shared = null!;

            PolicyRegistry registry = null!;
            """;
        Assert.Equal(1, PipelineSource.Retry("Use(registry.Get<IAsyncPolicy>(\"added\"));", Members).Limit.Retries);
        Assert.Equal(2, PipelineSource.Retry("Use(registry[\"chained\"]);", Members).Limit.Retries);
        Assert.Equal(3, PipelineSource.HandlerRetry("builder.AddPolicyHandlerFromRegistry(\"indexed\");", Members).Limit.Retries);
        Assert.Equal(4, PipelineSource.Retry("Use(registry.Get<IAsyncPolicy>(\"element\"));", Members).Limit.Retries);
        Assert.Equal(7, PipelineSource.Retry("Use(registry.Get<IAsyncPolicy>(\"tried\"));", Members).Limit.Retries);
        Assert.Equal(8, PipelineSource.Retry("Use(registry.Get<IAsyncPolicy>(\"got\"));", Members).Limit.Retries);
        Assert.Equal(StrategyKind.Unknown, PipelineSource.Value("Use(registry.Get<IAsyncPolicy>(\"twice\"));", Members).Strategies.Single().Kind);
        Assert.Equal(StrategyKind.Unknown, PipelineSource.Value("Use(registry.Get<IAsyncPolicy>(\"none\"));", Members).Strategies.Single().Kind);
    }
}
