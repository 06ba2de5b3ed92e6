using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Roslyn;
using Xunit;

namespace IntegrationAnalyzers.Tests.Model.Registrations;

/// <summary>What real code looks like, by the repository that has it: the registration stands elsewhere than the client.</summary>
public class RegistrationPatternTests
{
    [Fact]
    public void DevStore_DependencyInjectionConfigWithCheckoutBffService()
    {
        var source = new RegistrationSource(
            """
            public static class DependencyInjectionConfig
            {
                public static void RegisterServices(this IServiceCollection services, IConfiguration configuration)
                {
                    services.AddTransient<AuthorizationHandler>();
                    services.AddHttpClient<ICatalogService, CatalogService>();
                    services.AddHttpClient<ICheckoutBffService, CheckoutBffService>()
                        .AddHttpMessageHandler<AuthorizationHandler>()
                        .AddPolicyHandler(PollyExtensions.WaitAndRetry())
                        .AllowSelfSignedCertificate()
                        .AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
                }
            }

            public static class PollyExtensions
            {
                public static IAsyncPolicy<HttpResponseMessage> WaitAndRetry() =>
                    HttpPolicyExtensions.HandleTransientHttpError().WaitAndRetryAsync([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)]);

                public static IHttpClientBuilder AllowSelfSignedCertificate(this IHttpClientBuilder builder) =>
                    builder.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
            }

            public class AuthorizationHandler : DelegatingHandler { }
            """,
            """
            public interface ICatalogService { }
            public class CatalogService(HttpClient http) : ICatalogService { public Task Get() => http.GetAsync("c"); }
            public interface ICheckoutBffService { Task Checkout(); }
            public class CheckoutBffService : ICheckoutBffService
            {
                private readonly HttpClient _httpClient;
                public CheckoutBffService(HttpClient httpClient) { _httpClient = httpClient; }
                public Task Checkout() => _httpClient.PostAsync("/orders", null);
            }
            """);
        var client = source.Registrations.Named("ICheckoutBffService", default)!;
        Assert.Equal([HandlerKind.Message, HandlerKind.Policy, HandlerKind.TransientPolicy], client.Handlers.Select(static h => h.Handler!.Value));
        Assert.Equal(["_httpClient.PostAsync(\"/orders\", null)"], source.Calls(client));
        Assert.Equal(Certainty.No, client.IsBounded(default));
    }

    [Fact]
    public void AddSingletonOfANewHttpClient()
    {
        var source = RegistrationSource.Of("services.AddSingleton(p => new HttpClient());", "class Sender { private readonly HttpClient _client; public Sender(HttpClient client) => _client = client; public Task Send() => _client.PostAsync(\"x\", null); }");
        Assert.Equal(RegistrationKind.Plain, source.Only.Kind);
        Assert.Equal(["_client.PostAsync(\"x\", null)"], source.Calls(source.Client));
    }

    [Fact]
    public void Ombi_AddScopedApiOverCreateClient()
    {
        var source = RegistrationSource.Of(
            "services.AddHttpClient(\"OmbiClient\", client => { client.DefaultRequestHeaders.Add(\"User-Agent\", \"Ombi\"); }); services.AddScoped<IApi>(s => new Api(s.GetRequiredService<IHttpClientFactory>().CreateClient(\"OmbiClient\")));",
            "interface IApi { } class Api : IApi { private readonly HttpClient _client; public Api(HttpClient client) { _client = client; } public Task Request() => _client.SendAsync(new HttpRequestMessage()); }");
        Assert.Equal(["_client.SendAsync(new HttpRequestMessage())"], source.Calls(source.Registrations.Named("OmbiClient", default)!));
    }

    [Fact]
    public void ExtensionMethodThatHidesAddPolicyHandler()
    {
        var source = RegistrationSource.Of(
            "services.AddHttpClient<Api>().AddResilience();",
            """
            class Api(HttpClient http) { public Task Send() => http.PostAsync("x", null); }
            static class E
            {
                public static IHttpClientBuilder AddResilience(this IHttpClientBuilder builder) => builder.AddRetry(3).AddBreaker();
                static IHttpClientBuilder AddRetry(this IHttpClientBuilder builder, int count) => builder.AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(count));
                static IHttpClientBuilder AddBreaker(this IHttpClientBuilder builder) => builder.AddTransientHttpErrorPolicy(p => p.CircuitBreakerAsync(5, TimeSpan.FromSeconds(30)));
            }
            """);
        Assert.Equal([HandlerKind.Policy, HandlerKind.TransientPolicy], source.Client.Handlers.Select(static h => h.Handler!.Value));
        var retry = source.Client.Handlers[0];
        var count = ((Microsoft.CodeAnalysis.Operations.IInvocationOperation)retry.Invocation.Arguments[1].Value.Unwrap()).Argument("retryCount");
        Assert.Equal("3", retry.Path.Resolve(count, IntegrationModel.For(source.Compilation).Source, default)?.Syntax.ToString());
    }

    [Fact]
    public void MollieApi_GenericRegisterHelper()
    {
        var source = new RegistrationSource("""
            public static class DependencyInjection
            {
                public static IServiceCollection AddMollieApi(this IServiceCollection services, IAsyncPolicy<HttpResponseMessage>? retry)
                {
                    Register<IBalanceClient, BalanceClient>(services, retry);
                    Register<IPaymentClient, PaymentClient>(services);
                    return services;
                }

                static void Register<TInterface, TImplementation>(IServiceCollection services, IAsyncPolicy<HttpResponseMessage>? retryPolicy = null)
                    where TInterface : class
                    where TImplementation : class, TInterface
                {
                    IHttpClientBuilder clientBuilder = services.AddHttpClient<TInterface, TImplementation>();
                    if (retryPolicy != null)
                    {
                        clientBuilder.AddPolicyHandler(retryPolicy);
                    }
                }
            }

            public interface IBalanceClient { }
            public interface IPaymentClient { }
            public abstract class BaseMollieClient { protected HttpClient Http; protected BaseMollieClient(HttpClient? http) { Http = http ?? new HttpClient(); } protected Task Post(string url) => Http.PostAsync(url, null); }
            public class BalanceClient : BaseMollieClient, IBalanceClient { public BalanceClient(HttpClient? http = null) : base(http) { } }
            public class PaymentClient : BaseMollieClient, IPaymentClient { public PaymentClient(HttpClient? http = null) : base(http) { } public Task Pay() => Post("payments"); }
            """);
        Assert.Equal(["IBalanceClient", "IPaymentClient"], source.All.Select(static r => r.Name));
        Assert.All(source.All, static r => Assert.True(r.IsGeneric && r.Steps.Single().IsConditional));
        Assert.Equal(["Http.PostAsync(url, null)"], source.Calls(source.Registrations.Named("IPaymentClient", default)!));
    }

    [Fact]
    public void NamesInConstants()
    {
        var source = new RegistrationSource(
            "static class R { public static void Register(IServiceCollection services) => services.AddHttpClient(HttpClients.Orders); }",
            "static class HttpClients { private const string Prefix = \"shop.\"; public const string Orders = Prefix + \"orders\"; }",
            "class C(IHttpClientFactory factory) { public Task M() { var client = factory.CreateClient(HttpClients.Orders); return client.DeleteAsync(\"1\"); } }");
        Assert.Equal("shop.orders", source.Only.Name);
        Assert.Equal(["client.DeleteAsync(\"1\")"], source.Calls(source.Client));
    }

    [Fact]
    public void MpesaSdk_TimeoutInsideASwitchOfTheLambda()
    {
        var source = RegistrationSource.Of("""
            services.AddHttpClient("MpesaApiClient", client =>
            {
                switch (configuration["environment"])
                {
                    case "sandbox":
                        client.BaseAddress = new Uri("https://sandbox.safaricom.co.ke/");
                        client.Timeout = TimeSpan.FromMinutes(10);
                        break;
                }
            }).ConfigurePrimaryHttpMessageHandler(messageHandler => new HttpClientHandler())
                .AddPolicyHandler(request => request.Method.Equals(HttpMethod.Get) ? HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(1) : Policy.NoOpAsync().AsAsyncPolicy<HttpResponseMessage>());
            """);
        Assert.Equal(Certainty.Yes, source.Client.IsBounded(default));
        Assert.True(source.Client.Timeout(default) is { IsConditional: true, Span.TotalMinutes: 10 });
    }
}
