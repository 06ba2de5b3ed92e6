using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>Polly 8: builders, options, registries.</summary>
public sealed class PipelineTests
{
    [Theory]
    [InlineData("new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(9)).AddRetry(new()).Build()", "Timeout Retry")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new()).AddCircuitBreaker(new()).AddTimeout(new TimeoutStrategyOptions()).Build()", "Retry CircuitBreaker Timeout")]
    [InlineData("new ResiliencePipelineBuilder().AddPipeline(Inner).AddRetry(new()).Build()", "Timeout Retry")]
    [InlineData("new ResiliencePipelineBuilder { Name = \"x\" }.AddRetryTwice().Build()", "Retry")]
    [InlineData("Configured().Build()", "Retry Timeout")]
    [InlineData("ResiliencePipeline.Empty", "Unknown")]
    [InlineData("new ResiliencePipelineBuilder().AddChaosFault(0.1, () => new TimeoutException()).AddRetry(new()).Build()", "Retry")]
    [InlineData("new ResiliencePipelineBuilder().AddChaosLatency(0.1, TimeSpan.FromSeconds(9)).AddRetry(new()).Build()", "Retry")]
    [InlineData("new ResiliencePipelineBuilder().AddChaosBehavior(0.1, _ => default).AddRetry(new()).Build()", "Retry")]
    [InlineData("new ResiliencePipelineBuilder<HttpResponseMessage>().AddChaosOutcome(0.1, () => null).AddRetry(new()).Build()", "Retry")]
    public void Chains(string value, string kinds)
    {
        var pipeline = PipelineSource.Value(
            $"Use({value});",
            """
            static readonly ResiliencePipeline Inner = new ResiliencePipelineBuilder().AddTimeout(TimeSpan.FromSeconds(1)).Build();
            static ResiliencePipelineBuilder Configured() => new ResiliencePipelineBuilder().AddRetry(new()).AddTimeout(TimeSpan.FromSeconds(1));
            """ + "}\nstatic class More { public static ResiliencePipelineBuilder AddRetryTwice(this ResiliencePipelineBuilder b) => b.AddRetry(new() { MaxRetryAttempts = 2 }); }\npartial class Program {");
        Assert.Equal(kinds, string.Join(' ', pipeline.Strategies.Select(static s => s.Kind)));
    }

    [Fact]
    public void BuilderInVariable()
    {
        var pipeline = PipelineSource.Value("""
            var made = new ResiliencePipelineBuilder<HttpResponseMessage>().AddTimeout(TimeSpan.FromSeconds(20));
            made.AddRetry(new RetryStrategyOptions<HttpResponseMessage> { MaxRetryAttempts = 7 });
            if (flag)
                made.AddCircuitBreaker(new());
            made.AddTimeout(TimeSpan.FromSeconds(2));
            var pipeline = made.Build();
            Use(pipeline);
            """);
        Assert.Equal("Timeout Retry Choice Timeout", string.Join(' ', pipeline.Strategies.Select(static s => s.Kind)));
        Assert.Equal(7, pipeline.AllRetries().Single().Limit.Retries);
    }

    [Fact]
    public void PlainDefaults()
    {
        var retry = PipelineSource.Retry("Use(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>()).Build());");
        Assert.Equal(new RetryLimit(3), retry.Limit);
        Assert.Equal(BackoffKind.Constant, retry.Delays.Backoff);
        Assert.Equal(Certainty.No, retry.Delays.Jitter);
        Assert.Equal(6, retry.Delays.Total?.TotalSeconds);
        Assert.Equal(Certainty.No, retry.HonoursRetryAfter);
        Assert.True(retry.Handles.IsDefault);
        Assert.Equal(Certainty.No, retry.Handles.AnyStatus);
        Assert.Equal(Certainty.Yes, retry.Handles.Exception(FailureSample.Transport));
        Assert.Equal(Certainty.No, retry.Handles.Exception(FailureSample.ClientTimeout));
        Assert.Equal("HttpResponseMessage", retry.Result?.Name);
    }

    [Fact]
    public void HttpDefaults()
    {
        var retry = PipelineSource.Retry("Use(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new HttpRetryStrategyOptions()).Build());");
        Assert.Equal(new RetryLimit(3), retry.Limit);
        Assert.Equal(BackoffKind.Exponential, retry.Delays.Backoff);
        Assert.Equal(Certainty.Yes, retry.Delays.Jitter);
        Assert.Equal(2, retry.Delays.Base?.TotalSeconds);
        Assert.Equal(Certainty.Yes, retry.HonoursRetryAfter);
        Assert.Equal(Certainty.Yes, retry.Handles.Status(429));
        Assert.Equal(Certainty.Yes, retry.Handles.Status(501));
        Assert.Equal(Certainty.No, retry.Handles.Status(404));
        Assert.Equal(Certainty.Yes, retry.Handles.Exception(FailureSample.PipelineTimeout));
        Assert.Equal(Certainty.No, retry.Handles.EveryException);
    }

    [Theory]
    [InlineData("Delay = TimeSpan.FromSeconds(1), BackoffType = DelayBackoffType.Linear", "Linear", Certainty.No, 6d)]
    [InlineData("BackoffType = DelayBackoffType.Exponential", "Exponential", Certainty.No, 14d)]
    [InlineData("BackoffType = DelayBackoffType.Exponential, MaxDelay = TimeSpan.FromSeconds(3)", "Exponential", Certainty.No, 8d)]
    [InlineData("UseJitter = true", "Constant", Certainty.Yes, 4.5)]
    [InlineData("Delay = TimeSpan.Zero, UseJitter = true", "None", Certainty.No, null)]
    [InlineData("Delay = settings.Pause", "Constant", Certainty.No, null)]
    [InlineData("UseJitter = flag", "Constant", Certainty.Unknown, 4.5)]
    [InlineData("MaxRetryAttempts = settings.Count", "Constant", Certainty.No, null)]
    [InlineData("DelayGenerator = args => new ValueTask<TimeSpan?>(TimeSpan.FromSeconds(Math.Pow(2, args.AttemptNumber)))", "Exponential", Certainty.No, 7d)]
    [InlineData("DelayGenerator = static args => ValueTask.FromResult<TimeSpan?>(TimeSpan.FromSeconds(Random.Shared.NextDouble()))", "Custom", Certainty.Yes, 0d)]
    internal void Options(string options, string backoff, Certainty jitter, double? seconds)
    {
        var delays = PipelineSource.Retry($"Use(new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions {{ {options} }}).Build());").Delays;
        Assert.Equal(backoff, delays.Backoff.ToString());
        Assert.Equal(jitter, delays.Jitter);
        Assert.Equal(seconds, delays.Total?.TotalSeconds);
    }

    [Fact]
    public void OptionsInVariable_WithLaterSets()
    {
        const string Start = "var options = new RetryStrategyOptions { MaxRetryAttempts = 4 };";
        Assert.Equal(5, PipelineSource.Retry(Start + "options.MaxRetryAttempts = 5; Use(new ResiliencePipelineBuilder().AddRetry(options).Build());").Limit.Retries);
        Assert.Equal(RetryLimit.Unknown, PipelineSource.Retry(Start + "if (flag) options.MaxRetryAttempts = 5; Use(new ResiliencePipelineBuilder().AddRetry(options).Build());").Limit);
        Assert.Equal(Certainty.Unknown, PipelineSource.Retry(Start + "Use(options); Use(0); Use(new ResiliencePipelineBuilder().AddRetry(options).Build());".Replace("Use(options); Use(0);", "Change(options);"), "static void Change(RetryStrategyOptions o) { }").Delays.Jitter);
        Assert.Equal(RetryLimit.Unknown, PipelineSource.Retry("Use(new ResiliencePipelineBuilder().AddRetry(given).Build());", "RetryStrategyOptions given = null!;").Limit);
    }

    [Fact]
    public void RetryAfterInTheGenerator_IsSeen() => Assert.Equal(Certainty.Yes, PipelineSource.Retry("""
        Use(new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new()
        {
            DelayGenerator = args => new ValueTask<TimeSpan?>(args.Outcome.Result?.Headers.RetryAfter?.Delta),
        }).Build());
        """).HonoursRetryAfter);

    [Fact]
    public void PipelineOfRegistry_IsFoundByItsName()
    {
        const string Members = """
            void Fill(ResiliencePipelineRegistry<string> registry, IServiceCollection services)
            {
                registry.TryAddBuilder("built", (b, context) => b.AddRetry(new() { MaxRetryAttempts = 4 }));
                services.AddResiliencePipeline("service", b => b.AddTimeout(TimeSpan.FromSeconds(1)).AddRetry(new() { MaxRetryAttempts = 5 }));
            }

            ResiliencePipelineProvider<string> provider = null!;
            """;
        Assert.Equal(4, PipelineSource.Retry("Use(provider.GetPipeline(\"built\"));", Members).Limit.Retries);
        Assert.Equal("Timeout Retry", string.Join(' ', PipelineSource.Value("Use(provider.GetPipeline(\"service\"));", Members).Strategies.Select(static s => s.Kind)));
        Assert.Equal(StrategyKind.Unknown, PipelineSource.Value("Use(provider.GetPipeline(\"other\"));", Members).Strategies.Single().Kind);
    }
}
