using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Retries;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Resilience;

/// <summary>What registrations put round a client.</summary>
public sealed class HandlerTests
{
    [Fact]
    public void StandardDefaults()
    {
        var pipeline = PipelineSource.Handler("builder.AddStandardResilienceHandler();");
        Assert.Equal("RateLimiter Timeout Retry CircuitBreaker Timeout", Kinds(pipeline));
        Assert.Equal([30d, 10d], pipeline.Strategies.OfType<TimeoutStrategy>().Select(static t => t.Duration!.Value.TotalSeconds));
        var retry = pipeline.AllRetries().Single();
        Assert.Equal(RetrySource.StandardHandler, retry.Source);
        Assert.Equal(new RetryLimit(3), retry.Limit);
        Assert.Equal(BackoffKind.Exponential, retry.Delays.Backoff);
        Assert.Equal(Certainty.Yes, retry.Delays.Jitter);
        Assert.Equal(Certainty.Yes, retry.HonoursRetryAfter);
        Assert.Equal(Certainty.No, retry.IsMethodAware);
    }

    [Theory]
    [InlineData("builder.AddStandardResilienceHandler(o => { o.Retry.MaxRetryAttempts = 5; o.Retry.UseJitter = false; o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(5); });")]
    [InlineData("builder.AddStandardResilienceHandler(o => { o.Retry = new HttpRetryStrategyOptions { MaxRetryAttempts = 5, UseJitter = false }; o.TotalRequestTimeout = new HttpTimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(5) }; });")]
    [InlineData("builder.AddStandardResilienceHandler().Configure(o => { o.Retry.MaxRetryAttempts = 5; o.Retry.UseJitter = false; o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(5); }).SelectPipelineByAuthority();")]
    [InlineData("var handler = builder.AddStandardResilienceHandler(); handler.Configure((o, p) => { o.Retry.MaxRetryAttempts = 5; o.Retry.UseJitter = false; o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(5); });")]
    [InlineData("builder.AddStandardResilienceHandler(Set);")]
    public void StandardConfigured(string statements)
    {
        var pipeline = PipelineSource.Handler(
            statements, "static void Set(HttpStandardResilienceOptions o) { o.Retry.MaxRetryAttempts = 5; o.Retry.UseJitter = false; o.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(5); }");
        var retry = pipeline.AllRetries().Single();
        Assert.Equal(new RetryLimit(5), retry.Limit);
        Assert.Equal(Certainty.No, retry.Delays.Jitter);
        Assert.Equal(5, ((TimeoutStrategy)pipeline.Strategies[1]).Duration?.TotalSeconds);
    }

    [Fact]
    public void StandardFromConfiguration_IsUnknown()
    {
        var pipeline = PipelineSource.Handler("builder.AddStandardResilienceHandler(section);", "Microsoft.Extensions.Configuration.IConfigurationSection section = null!;");
        Assert.Equal(RetryLimit.Unknown, pipeline.AllRetries().Single().Limit);
        Assert.Equal(Certainty.Unknown, pipeline.AllRetries().Single().Delays.Jitter);
        Assert.Null(((TimeoutStrategy)pipeline.Strategies[1]).Duration);
    }

    [Theory]
    [InlineData("o.Retry.DisableForUnsafeHttpMethods()", "Post Put Patch Delete")]
    [InlineData("o.Retry.DisableFor(HttpMethod.Post, HttpMethod.Patch)", "Post Patch")]
    public void ExcludedVerbs(string statement, string verbs)
    {
        var retry = PipelineSource.HandlerRetry($"builder.AddStandardResilienceHandler(o => {statement});");
        Assert.Equal(verbs, string.Join(' ', retry.ExcludedVerbs));
        Assert.Equal(Certainty.Yes, retry.IsMethodAware);
    }

    [Fact]
    public void Hedging() => Assert.Equal("Timeout Hedging RateLimiter CircuitBreaker Timeout", Kinds(PipelineSource.Handler("builder.AddStandardHedgingHandler();")));

    [Theory]
    [InlineData("builder.AddResilienceHandler(\"x\", b => b.AddTimeout(TimeSpan.FromSeconds(3)).AddRetry(new HttpRetryStrategyOptions()));", "Timeout Retry")]
    [InlineData("builder.AddResilienceHandler(\"x\", (b, context) => { b.AddRetry(new HttpRetryStrategyOptions()); b.AddTimeout(TimeSpan.FromSeconds(3)); });", "Retry Timeout")]
    [InlineData("builder.AddResilienceHandler(\"x\", Set);", "Retry")]
    [InlineData("builder.AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3));", "Retry")]
    [InlineData("builder.AddPolicyHandler(_ => HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3));", "Retry")]
    [InlineData("builder.AddPolicyHandler((provider, request) => { return HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3); });", "Retry")]
    [InlineData("builder.AddPolicyHandler(injected);", "Unknown")]
    [InlineData("builder.AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, _ => TimeSpan.FromMilliseconds(600)));", "Retry")]
    [InlineData("builder.AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));", "CircuitBreaker")]
    public void Others(string statements, string kinds) => Assert.Equal(
        kinds,
        Kinds(PipelineSource.Handler(statements, "static void Set(ResiliencePipelineBuilder<HttpResponseMessage> b) => b.AddRetry(new HttpRetryStrategyOptions());")));

    [Theory]
    [InlineData("builder.AddPolicyHandler(r => r.Method == HttpMethod.Get ? retry : noOp);")]
    [InlineData("builder.AddPolicyHandler(r => r.Method.Equals(HttpMethod.Get) ? retry : noOp);")]
    [InlineData("builder.AddPolicyHandler(r => { if (r.Method == HttpMethod.Get) return retry; return noOp; });")]
    [InlineData("builder.AddPolicyHandler(r => r.Method.Method switch { \"GET\" => retry, _ => noOp });")]
    public void VerbGuard_IsByMethod(string registration)
    {
        var pipeline = PipelineSource.Handler(
            "IAsyncPolicy<HttpResponseMessage> retry = HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3); var noOp = Policy.NoOpAsync().AsAsyncPolicy<HttpResponseMessage>();" + registration);
        Assert.True(pipeline.RetriesByMethod);
        Assert.NotEqual(Certainty.Yes, pipeline.Retries);
    }

    [Fact]
    public void TransientBuilder_HandlesTheTransientSet()
    {
        var handles = PipelineSource.HandlerRetry("builder.AddTransientHttpErrorPolicy(p => p.OrResult(r => (int)r.StatusCode == 404).RetryAsync(3));").Handles;
        Assert.Equal(Certainty.Yes, handles.Status(503));
        Assert.Equal(Certainty.Yes, handles.Status(404));
        Assert.Equal(Certainty.No, handles.Status(429));
        Assert.Equal(Certainty.Yes, handles.Exception(FailureSample.Transport));
        Assert.Equal(Certainty.No, handles.Exception(FailureSample.PipelineTimeout));
    }

    private static string Kinds(ResiliencePipeline pipeline) => string.Join(' ', pipeline.Strategies.Select(static s => s.Kind));
}
