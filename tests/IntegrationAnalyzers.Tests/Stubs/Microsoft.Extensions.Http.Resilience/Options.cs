// needs: Polly8
using System;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Threading;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Hedging;
using Polly.Retry;
using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience
{
    public class HttpRetryStrategyOptions : RetryStrategyOptions<HttpResponseMessage>
    {
        public bool ShouldRetryAfterHeader { get; set; }
    }

    public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions;

    public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>;

    /// <summary>Really derived from Polly.RateLimiting's options, which do not restore.</summary>
    public class HttpRateLimiterStrategyOptions : ResilienceStrategyOptions
    {
        public ConcurrencyLimiterOptions DefaultRateLimiterOptions { get; set; } = null!;
    }

    public class HttpHedgingStrategyOptions : HedgingStrategyOptions<HttpResponseMessage>;

    public class HttpStandardResilienceOptions
    {
        public HttpRateLimiterStrategyOptions RateLimiter { get; set; } = new();

        public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new();

        public HttpRetryStrategyOptions Retry { get; set; } = new();

        public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new();

        public HttpTimeoutStrategyOptions AttemptTimeout { get; set; } = new();
    }

    public class HedgingEndpointOptions
    {
        public HttpRateLimiterStrategyOptions RateLimiter { get; set; } = new();

        public HttpCircuitBreakerStrategyOptions CircuitBreaker { get; set; } = new();

        public HttpTimeoutStrategyOptions Timeout { get; set; } = new();
    }

    public class HttpStandardHedgingResilienceOptions
    {
        public HttpTimeoutStrategyOptions TotalRequestTimeout { get; set; } = new();

        public HttpHedgingStrategyOptions Hedging { get; set; } = new();

        public HedgingEndpointOptions Endpoint { get; set; } = new();
    }

    public static class HttpClientResiliencePredicates
    {
        public static bool IsTransient(Outcome<HttpResponseMessage> outcome) => throw null!;

        [Experimental("EXTEXP0001")]
        public static bool IsTransient(Outcome<HttpResponseMessage> outcome, CancellationToken cancellationToken) => throw null!;
    }

    [Experimental("EXTEXP0001")]
    public static class HttpRetryStrategyOptionsExtensions
    {
        public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options) => throw null!;

        public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods) => throw null!;
    }

    public sealed class ResilienceHandlerContext
    {
        public IServiceProvider ServiceProvider => throw null!;

        public string BuilderName => throw null!;

        public string InstanceName => throw null!;

        public void EnableReloads<TOptions>(string? name = null) => throw null!;

        public TOptions GetOptions<TOptions>(string? name = null) => throw null!;
    }

    public class ResilienceHandler : DelegatingHandler
    {
        public ResilienceHandler(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> pipelineProvider) => throw null!;

        public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline) => throw null!;
    }
}

namespace Polly
{
    [Experimental("EXTEXP0001")]
    public static class HttpResilienceContextExtensions
    {
        public static HttpRequestMessage? GetRequestMessage(this ResilienceContext context) => throw null!;

        public static void SetRequestMessage(this ResilienceContext context, HttpRequestMessage? requestMessage) => throw null!;
    }
}
