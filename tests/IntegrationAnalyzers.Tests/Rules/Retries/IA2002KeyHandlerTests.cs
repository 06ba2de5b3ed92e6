using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2002KeyMadeAnewOnEachAttemptTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2002KeyMadeAnewOnEachAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Handlers that make the key, inside and outside of the retry.</summary>
public class IA2002KeyHandlerTests
{
    [Theory]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).[|AddHttpMessageHandler<Keys>|]();")]
    [InlineData("services.AddHttpClient<Orders>(C).AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))).[|AddHttpMessageHandler|](() => new Keys());")]
    [InlineData("var b = services.AddHttpClient<Orders>(C); b.AddStandardResilienceHandler(); b.[|AddHttpMessageHandler<Keys>|]();")]
    [InlineData("services.ConfigureHttpClientDefaults(b => b.AddStandardResilienceHandler()); services.AddHttpClient<Orders>(C).[|AddHttpMessageHandler<Keys>|]();")]
    public Task KeyHandlerInsideTheRetry_Reports(string registration) => Verify.VerifyAnalyzerAsync(Registered(registration));

    [Theory]
    [InlineData(
        "services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).[|AddHttpMessageHandler<Keys>|]();",
        "services.AddHttpClient<Orders>(C).AddHttpMessageHandler<Keys>().AddPolicyHandler(Retry);")]
    [InlineData(
        "services.AddHttpClient<Orders>(C)\n            .AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5))\n            .[|AddHttpMessageHandler|](() => new Keys()); // last",
        "services.AddHttpClient<Orders>(C)\n            .AddHttpMessageHandler(() => new Keys())\n            .AddTransientHttpErrorPolicy(p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)))\n            .SetHandlerLifetime(TimeSpan.FromMinutes(5)); // last")]
    public Task KeyHandlerInsideTheRetry_FixAddsItBefore(string before, string after) => Verify.VerifyCodeFixAsync(Registered(before), Registered(after));

    [Theory]
    [InlineData("var b = services.AddHttpClient<Orders>(C); b.AddStandardResilienceHandler(); b.[|AddHttpMessageHandler<Keys>|]();")]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry) /* thrice */ .[|AddHttpMessageHandler<Keys>|]();")]
    public Task KeyHandlerOfNoChain_NoFix(string registration) => Verify.VerifyNoFixAsync(Registered(registration));

    [Theory]
    [InlineData("services.AddHttpClient<Orders>(C).AddHttpMessageHandler<Keys>().AddPolicyHandler(Retry);")]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).AddHttpMessageHandler<CarefulKeys>();")]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5)).AddHttpMessageHandler<Keys>();")]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(r => r.Method == HttpMethod.Get ? Retry : Policy.NoOpAsync<HttpResponseMessage>()).AddHttpMessageHandler<Keys>();")]
    [InlineData("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).AddHttpMessageHandler<Tracing>();")]
    public Task KeyHandlerOutsideTheRetry_IsQuiet(string registration) => Verify.VerifyAnalyzerAsync(Registered(registration));

    /// <summary>However the handler asks whether there is a key.</summary>
    [Theory]
    [InlineData("request.Headers.Contains(\"Idempotency-Key\")")]
    [InlineData("request.Headers.TryGetValues(\"Idempotency-Key\", out _)")]
    [InlineData("request.Options.TryGetValue(new HttpRequestOptionsKey<bool>(\"keyed\"), out _)")]
    [InlineData("System.Linq.Enumerable.Any(request.Headers, h => h.Key == \"Idempotency-Key\")")]
    public Task KeyHandlerThatAsksFirst_IsQuiet(string asks) => Verify.VerifyAnalyzerAsync(
        Registered("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).AddHttpMessageHandler<CarefulKeys>();").Replace("request.Headers.Contains(\"Idempotency-Key\")", asks));

    /// <summary>However it sets it.</summary>
    [Theory]
    [InlineData("request.Headers.TryAddWithoutValidation(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.Headers.Add(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.SetHeader(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.AddHeader(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.AddOrUpdateHeader(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.WithHeader(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.Set(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.Append(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.TryAdd(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.AddOrUpdate(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    [InlineData("request.AddDefaultHeader(\"Idempotency-Key\", Guid.NewGuid().ToString());")]
    public Task KeyHandlerThatSetsItByAnyMember_Reports(string sets) => Verify.VerifyAnalyzerAsync(
        Registered("services.AddHttpClient<Orders>(C).AddPolicyHandler(Retry).[|AddHttpMessageHandler<Keys>|]();")
            .Replace("request.Headers.TryAddWithoutValidation(\"Idempotency-Key\", Guid.NewGuid().ToString());", sets) + """

        public static class Headers
        {
            public static void SetHeader(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void AddHeader(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void AddOrUpdateHeader(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void WithHeader(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void Set(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void Append(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void TryAdd(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void AddOrUpdate(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
            public static void AddDefaultHeader(this HttpRequestMessage request, string name, string value) => request.Headers.TryAddWithoutValidation(name, value);
        }
        """);

    private static string Registered(string registration) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Polly.Extensions.Http;

        public static class Registering
        {
            private static IAsyncPolicy<HttpResponseMessage> Retry => HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            private static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(30);

            public static void Add(IServiceCollection services)
            {
                {{registration}}
            }
        }

        public class Orders(HttpClient http)
        {
            public async Task Place() => (await http.PostAsync("orders", null)).EnsureSuccessStatusCode();
        }

        public class Keys : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }

        public class CarefulKeys : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                if (!request.Headers.Contains("Idempotency-Key"))
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }

        public class Tracing : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.TryAddWithoutValidation("traceparent", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }
        """;
}
