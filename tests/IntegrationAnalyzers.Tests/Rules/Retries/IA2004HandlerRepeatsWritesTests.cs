using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2004HandlerRepeatsWrites>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public class IA2004HandlerRepeatsWritesTests
{
    private const string Retry = "HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n))";

    public static TheoryData<string> Repeating => new()
    {
        "services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|]();",
        "services.AddHttpClient<Api>(C).[|AddStandardHedgingHandler|]();",
        "services.AddHttpClient<Api>(C).[|AddTransientHttpErrorPolicy|](p => p.WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));",
        $"services.AddHttpClient<Api>(C).[|AddPolicyHandler|]({Retry});",
        $"var retry = {Retry}; services.AddHttpClient<Api>(C).[|AddPolicyHandler|](retry);",
        "services.AddHttpClient<Api>(C).[|AddPolicyHandler|](WaitAndRetry());",
        $"services.AddHttpClient<Api>(C).[|AddPolicyHandler|](request => {Retry});",
        "services.AddHttpClient<Api>(C).[|AddResilienceHandler|](\"a\", b => b.AddRetry(new HttpRetryStrategyOptions()));",
        "var builder = services.AddHttpClient<Api>(C); builder.[|AddStandardResilienceHandler|]();",
        "services.AddHttpClient<Api>(C); services.ConfigureHttpClientDefaults(b => b.[|AddStandardResilienceHandler|]());",
        "services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](o => { o.Retry.MaxRetryAttempts = 5; });",
        "Resilient(services.AddHttpClient<Api>(C)); static void Resilient(IHttpClientBuilder b) => b.[|AddStandardResilienceHandler|]();",
        "services.AddHttpClient(nameof(Api), C).AddTypedClient<Api>().[|AddStandardResilienceHandler|]();",
        "services.AddHttpClient<Leaving>(C).[|AddStandardResilienceHandler|]();",
        "services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](); services.ConfigureAll<HttpStandardResilienceOptions>(o => o.Retry.MaxRetryAttempts = 2);",
        // The options have the name of their client: without one, nobody reads these.
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](); services.Configure<HttpStandardResilienceOptions>(o => o.Retry.DisableForUnsafeHttpMethods());",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).[|AddStandardHedgingHandler|](); services.ConfigureAll<HttpStandardResilienceOptions>(o => o.Retry.DisableForUnsafeHttpMethods());",
    };

    public static TheoryData<string> NotRepeating => new()
    {
        "services.AddHttpClient<Api>(C);",
        "services.AddHttpClient<Reader>(C).AddStandardResilienceHandler();",
        $"services.AddHttpClient<Reader>(C).AddPolicyHandler({Retry});",
        "services.AddHttpClient(\"unseen\", C).AddStandardResilienceHandler();",
        "services.AddHttpClient<Keyed>(C).AddStandardResilienceHandler();",
        "services.AddHttpClient<Giving>(C).AddStandardResilienceHandler();",
        "services.AddHttpClient<Searching>(C).AddStandardResilienceHandler();",
        "services.AddHttpClient<Api>(C).AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));",
        "services.AddHttpClient<Api>(C).AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(5));",
        $"services.AddHttpClient<Api>(C).AddPolicyHandler(request => request.Method == HttpMethod.Get ? {Retry} : Policy.NoOpAsync<HttpResponseMessage>());",
        "services.AddHttpClient<Api>(C).AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.RequestMessage!.Method == HttpMethod.Get).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));",
        "services.AddHttpClient<Api>(C).AddPolicyHandler(Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 429).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)));",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods());",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(o => o.Retry.DisableFor(HttpMethod.Post, HttpMethod.Patch));",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler().Configure(o => o.Retry.DisableForUnsafeHttpMethods());",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(); services.ConfigureAll<HttpStandardResilienceOptions>(o => o.Retry.DisableForUnsafeHttpMethods());",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(); services.PostConfigureAll<HttpStandardResilienceOptions>(o => { o.Retry.DisableFor(HttpMethod.Post); });",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(); services.Configure<HttpStandardResilienceOptions>(\"Api-standard\", o => o.Retry.DisableForUnsafeHttpMethods());",
        "#pragma warning disable EXTEXP0001\nservices.AddHttpClient<Api>(C).AddStandardResilienceHandler(); services.AddOptions<HttpStandardResilienceOptions>(\"Api-standard\").Configure(o => o.Retry.DisableForUnsafeHttpMethods());",
        "services.AddHttpClient<Api>(C).AddResilienceHandler(\"a\", b => b.AddTimeout(TimeSpan.FromSeconds(5)));",
        // phus0101/MessengerWebhook, AiServicesRegistration.cs: busy and too many, which nothing was done for.
        "services.AddHttpClient<Api>(C).AddResilienceHandler(\"a\", b => b.AddRetry(new HttpRetryStrategyOptions { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => (int)r.StatusCode == 429 || (int)r.StatusCode == 503) }));",
        "services.AddHttpClient<Api>(C).AddPolicyHandler(given);",
    };

    [Theory]
    [MemberData(nameof(Repeating))]
    public Task HandlerThatRepeatsEveryVerb_Reports(string registration) => Verify.VerifyAnalyzerAsync(Source(registration));

    [Theory]
    [MemberData(nameof(NotRepeating))]
    public Task OtherHandlerOrClient_IsQuiet(string registration) => Verify.VerifyAnalyzerAsync(Source(registration));

    /// <summary>dotnet/eShop, ServiceDefaults/Extensions.cs: a default for all clients of all services.</summary>
    [Fact]
    public Task DefaultsOfASharedProject_Report() => Verify.VerifyAnalyzerAsync(Defaults("http.[|AddStandardResilienceHandler|]();"));

    /// <summary>The same with a package that is not there.</summary>
    [Fact]
    public Task DefaultsBesideAMissingPackage_Report() => new Verify.Test
    {
        TestCode = Defaults("http.[|AddStandardResilienceHandler|](); http.AddServiceDiscovery();"),
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task DefaultsOfASharedProjectThatExcludeWrites_AreQuiet() => Verify.VerifyAnalyzerAsync(Defaults(
        "\n#pragma warning disable EXTEXP0001\nhttp.AddStandardResilienceHandler(o => o.Retry.DisableForUnsafeHttpMethods());"));

    /// <summary>desenvolvedor-io/dev-store, DependencyInjectionConfig.cs with CheckoutBffService.cs.</summary>
    [Fact]
    public Task TypedClientPlusPolicyInAHelper_Reports() => new Verify.Test
    {
        TestState =
        {
            Sources =
            {
                ("/0/DependencyInjectionConfig.cs", """
                    using System;
                    using System.Net.Http;
                    using Microsoft.Extensions.DependencyInjection;
                    using Polly;
                    using Polly.Extensions.Http;
                    using Polly.Retry;

                    public static class DependencyInjectionConfig
                    {
                        public static void RegisterServices(this IServiceCollection services)
                        {
                            services.AddHttpClient<ICheckoutService, CheckoutService>(c => c.Timeout = TimeSpan.FromSeconds(30))
                                .[|AddPolicyHandler|](PollyExtensions.WaitAndRetry())
                                .AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
                        }
                    }

                    public static class PollyExtensions
                    {
                        public static AsyncRetryPolicy<HttpResponseMessage> WaitAndRetry()
                        {
                            var retry = HttpPolicyExtensions.HandleTransientHttpError()
                                .WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) }, (outcome, span, count, context) => Console.WriteLine(count));
                            return retry;
                        }
                    }
                    """),
                ("/0/CheckoutService.cs", """
                    using System.Net.Http;
                    using System.Text;
                    using System.Text.Json;
                    using System.Threading.Tasks;

                    public interface ICheckoutService { Task<bool> FinishOrder(object order); }

                    public abstract class Service
                    {
                        protected StringContent GetContent(object data) => new StringContent(JsonSerializer.Serialize(data), Encoding.UTF8, "application/json");
                    }

                    public class CheckoutService : Service, ICheckoutService
                    {
                        private readonly HttpClient _httpClient;

                        public CheckoutService(HttpClient httpClient) => _httpClient = httpClient;

                        public async Task<bool> FinishOrder(object order)
                        {
                            var content = GetContent(order);
                            var response = await _httpClient.PostAsync("/orders", content);
                            return response.IsSuccessStatusCode;
                        }
                    }
                    """),
            },
        },
    }.RunAsync();

    /// <summary>gabrieldwight/Mpesa-Sdk-Net.</summary>
    [Fact]
    public Task GuardedByVerb_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(
        $"var retryPolicy = {Retry}; var noOpPolicy = Policy.NoOpAsync().AsAsyncPolicy<HttpResponseMessage>(); services.AddHttpClient<Api>(C).AddPolicyHandler(request => request.Method.Equals(HttpMethod.Get) ? retryPolicy : noOpPolicy);"));

    [Fact]
    public Task KeyHandlerInFrontOfTheRetry_IsQuiet() => Verify.VerifyAnalyzerAsync(Source(
        "services.AddHttpClient<Api>(C).AddHttpMessageHandler(() => new Keys()).AddStandardResilienceHandler();") + """

        public class Keys : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken token)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }
        """);

    /// <summary>desenvolvedor-io/dev-store: a step out of sight in the chain, and no handler here that adds keys.</summary>
    [Fact]
    public Task StepOutOfSightWithoutAnyKeyHandler_Reports() => new Verify.Test
    {
        TestCode = Source($"services.AddHttpClient<Api>(C).[|AddPolicyHandler|]({Retry}).AllowSelfSignedCertificate().AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));"),
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
    }.RunAsync();

    /// <summary>Another client's key handler says nothing of this one.</summary>
    [Fact]
    public Task KeyHandlerInFrontOfAnotherClient_Reports() => Verify.VerifyAnalyzerAsync(Source(
        "services.AddHttpClient<Api>(C).[|AddStandardResilienceHandler|](); services.AddHttpClient<Reader>(C).AddHttpMessageHandler(() => new Keys()).AddStandardResilienceHandler();") + """

        public class Keys : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken token)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }
        """);

    /// <summary>Two clients share a base class that can do both: what one of them sends does not go through the other's handlers.</summary>
    [Fact]
    public Task BaseClassThatTakesTheVerb_ReportsTheWriterAlone() => Verify.VerifyAnalyzerAsync(Source(
        "services.AddHttpClient<Refunds>(C).[|AddStandardResilienceHandler|](); services.AddHttpClient<Receipts>(C).AddStandardResilienceHandler(); services.AddHttpClient<Prices>(C).AddStandardResilienceHandler();") + """

        public abstract class JsonClient(HttpClient http)
        {
            protected Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => http.SendAsync(new HttpRequestMessage(method, path));

            protected Task<HttpResponseMessage> CreateAsync(string path) => http.PostAsync(path, null);
        }

        public class Refunds(HttpClient http) : JsonClient(http)
        {
            public async Task Refund()
            {
                (await SendAsync(HttpMethod.Post, "refunds")).EnsureSuccessStatusCode();
                (await CreateAsync("notes")).EnsureSuccessStatusCode();
            }
        }

        public class Receipts(HttpClient http) : JsonClient(http)
        {
            public Task<HttpResponseMessage> Get() => SendAsync(HttpMethod.Get, "receipts");
        }

        public class Prices(HttpClient http) : JsonClient(http)
        {
            public async Task Read() => (await SendAsync(HttpMethod.Get, "prices")).EnsureSuccessStatusCode();
        }
        """);

    /// <summary>Steven-Foo/Crypto.Gateway.Core, BlockchainInfrastructureExtensions: one class behind several interfaces, each with a client of its own; a client sends what its interface leads to.</summary>
    [Theory]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).AddStandardResilienceHandler(); services.AddHttpClient<IOrders, Shop>(C);")]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).AddStandardResilienceHandler(); services.AddHttpClient<IOrders, Shop>(C).[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).AddStandardResilienceHandler(); services.AddHttpClient<IAllOrders, Shop>(C).[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).[|AddStandardResilienceHandler|](); services.AddTransient<IOrders>(sp => (IOrders)sp.GetRequiredService<IPrices>());")]
    [InlineData("services.AddHttpClient<IPrices, Shop>(C).AddStandardResilienceHandler(); services.AddHttpClient<IOrders, Shop>(C); services.AddHttpClient<IEverything, Shop>(C).[|AddStandardResilienceHandler|]();")]
    [InlineData("services.AddHttpClient<IPrices, Counting>(C).[|AddStandardResilienceHandler|](); services.AddHttpClient<IOrders, Counting>(C);")]
    [InlineData("services.AddHttpClient<IPrices, Exposed>(C).[|AddStandardResilienceHandler|](); services.AddHttpClient<IOrders, Exposed>(C);")]
    [InlineData("services.AddHttpClient<Shop>(C).[|AddStandardResilienceHandler|](); services.AddHttpClient<IOrders, Shop>(C);")]
    public Task WriteOfAnotherInterface_CryptoGateway_IsSentByItsOwnClient(string registration) => Verify.VerifyAnalyzerAsync(Source(registration) + """

        public interface IPrices { Task<string> Price(string id); }

        public interface IOrders { Task Order(string body); }

        public interface IAllOrders : IOrders;

        public interface IEverything : IPrices, IOrders;

        public class Shop(HttpClient http) : IAllOrders, IEverything
        {
            public Task<string> Price(string id) => http.GetStringAsync("prices/" + id);

            public Task Order(string body) => Send(body);

            private async Task Send(string body) => (await http.PostAsync("orders", new StringContent(body))).EnsureSuccessStatusCode();
        }

        // A read that writes on its way.
        public class Counting(HttpClient http) : IPrices, IOrders
        {
            public async Task<string> Price(string id)
            {
                await Send("asked");
                return await http.GetStringAsync("prices/" + id);
            }

            public Task Order(string body) => Send(body);

            private async Task Send(string body) => (await http.PostAsync("orders", new StringContent(body))).EnsureSuccessStatusCode();
        }

        // A write that neither interface has: whoever asks for the class may call it.
        public class Exposed(HttpClient http) : IPrices, IOrders
        {
            public Task<string> Price(string id) => http.GetStringAsync("prices/" + id);

            public Task Order(string body) => throw new NotSupportedException(body);

            public async Task Send(string body) => (await http.PostAsync("orders", new StringContent(body))).EnsureSuccessStatusCode();
        }
        """);

    internal static string Source(string registration) => """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;
        using Polly;
        using Polly.Extensions.Http;
        using Polly.Retry;

        public static class Startup
        {
            internal static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(20);

            internal static AsyncRetryPolicy<HttpResponseMessage> WaitAndRetry() => Policy<HttpResponseMessage>.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            internal static void Add(IServiceCollection services, IAsyncPolicy<HttpResponseMessage> given)
            {
                REGISTRATION
            }
        }

        public class Api
        {
            private readonly HttpClient _client;

            public Api(HttpClient client) => _client = client;

            public Task<HttpResponseMessage> Pay(string body) => _client.PostAsync("payments", new StringContent(body, null, "application/json"));
        }

        public class Reader
        {
            private readonly HttpClient _client;

            public Reader(HttpClient client) => _client = client;

            public Task<HttpResponseMessage> Get(string id) => _client.GetAsync("payments/" + id);
        }

        public class Searching
        {
            private readonly HttpClient _client;

            public Searching(HttpClient client) => _client = client;

            public Task<HttpResponseMessage> Search(string body) => _client.PostAsync("payments/search", new StringContent(body, null, "application/json"));
        }

        // A base class that sends a key where it is given one, and clients of which one leaves it out for one of its writes.
        public abstract class Base(HttpClient http)
        {
            protected Task SendKeyed(string path, Guid key) => Post(path, key.ToString());

            protected Task SendUnkeyed(string path) => Post(path, null);

            private async Task Post(string path, string? key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                await http.SendAsync(request);
            }
        }

        public class Leaving(HttpClient http) : Base(http)
        {
            public Task Pay(Guid id) => SendKeyed("payments", id);

            public Task Refund() => SendUnkeyed("refunds");
        }

        public class Giving(HttpClient http) : Base(http)
        {
            public Task Pay(Guid id) => SendKeyed("payments", id);
        }

        public class Keyed
        {
            private readonly HttpClient _client;

            public Keyed(HttpClient client) => _client = client;

            public Task<HttpResponseMessage> Pay(string body, string key)
            {
                var content = new StringContent(body, null, "application/json");
                content.Headers.Add("Idempotency-Key", key);
                return _client.PostAsync("payments", content);
            }
        }
        """.Replace("REGISTRATION", registration);

    private static string Defaults(string handler) => $$"""
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Http.Resilience;

        public static class Extensions
        {
            public static IServiceCollection AddServiceDefaults(this IServiceCollection services)
            {
                services.ConfigureHttpClientDefaults(http =>
                {
                    // Turn on resilience by default
                    {{handler}}
                });
                return services;
            }
        }
        """;
}
