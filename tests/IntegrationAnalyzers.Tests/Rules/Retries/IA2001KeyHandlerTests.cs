using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>A handler that adds keys stands in front of the clients that it is registered with, and of no other call.</summary>
public sealed class IA2001KeyHandlerTests
{
    private const string KeyHandler = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;
        using Polly;
        using Stripe;

        public sealed class KeyHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (!request.Headers.Contains("Idempotency-Key"))
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, cancellationToken);
            }
        }


        """;

    [Theory]
    [InlineData("[|SendAsync|]", "services.AddHttpClient<Mails>(C).AddHttpMessageHandler<KeyHandler>().AddHttpMessageHandler<Again>(); services.AddHttpClient<Texts>(C).AddHttpMessageHandler<Again>();")]
    [InlineData("SendAsync", "services.AddHttpClient<Mails>(C).AddHttpMessageHandler<KeyHandler>().AddHttpMessageHandler<Again>(); services.AddHttpClient<Texts>(C);")]
    [InlineData("SendAsync", "services.AddHttpClient<Mails>(C).AddHttpMessageHandler<KeyHandler>().AddHttpMessageHandler<Again>(); services.AddHttpClient<Pages>(C).AddHttpMessageHandler<Again>();")]
    public Task HandlerThatRepeatsForSeveralClients(string send, string registrations) => Run(KeyHandler + $$"""
        public sealed class Mails(HttpClient http)
        {
            public Task<HttpResponseMessage> Send(HttpContent mail) => http.PostAsync("mails", mail);
        }

        public sealed class Texts(HttpClient http)
        {
            public Task<HttpResponseMessage> Send(HttpContent text) => http.PostAsync("texts", text);
        }

        public sealed class Pages(HttpClient http)
        {
            public Task<string> Read() => http.GetStringAsync("page");
        }

        public sealed class Again : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                for (var attempt = 1; ; attempt++)
                {
                    var response = await base.{{send}}(request, cancellationToken);
                    if ((int)response.StatusCode < 500 || attempt == 3)
                        return response;
                    response.Dispose();
                    await Task.Delay(1000 * attempt, cancellationToken);
                }
            }
        }

        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                {{registrations}}
            }

            private static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(9);
        }
        """);

    [Theory]
    [InlineData("[|CreateAsync|]", "new PaymentIntentService()")]
    [InlineData("CreateAsync", "new PaymentIntentService(new StripeClient(\"key\", httpClient: new SystemNetHttpClient(new HttpClient(new KeyHandler()))))")]
    public Task StripesOwnClient(string create, string made) => Run(KeyHandler + $$"""
        public sealed class Payments
        {
            private readonly IAsyncPolicy _retry = Policy.Handle<StripeException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));
            private readonly PaymentIntentService _intents = {{made}};

            public Task Charge(PaymentIntentCreateOptions options) => _retry.ExecuteAsync(() => _intents.{{create}}(options));
        }
        """);

    /// <summary>A handler on somebody else's client says nothing about one that is made here without.</summary>
    [Theory]
    [InlineData("[|PostAsync|]", "new HttpClient { Timeout = TimeSpan.FromSeconds(9) }")]
    [InlineData("[|PostAsync|]", "new HttpClient(new SocketsHttpHandler { UseProxy = false })")]
    [InlineData("PostAsync", "new HttpClient(new KeyHandler { InnerHandler = new HttpClientHandler() })")]
    [InlineData("PostAsync", "Make(new KeyHandler())")]
    public Task ClientMadeHere(string post, string made) => Run(KeyHandler + $$"""
        public sealed class Payments
        {
            private static readonly HttpClient Client = {{made}};
            private static HttpClient Make(HttpMessageHandler handler) => new(handler);

            public async Task Charge(HttpContent payment)
            {
                for (var i = 0; i < 3; i++)
                {
                    try { await Client.{{post}}("https://pay.example/charges", payment); return; }
                    catch (HttpRequestException) { await Task.Delay(500); }
                }
            }
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddHttpClient("other").AddHttpMessageHandler<KeyHandler>();
        }
        """);

    private static Task Run(string source) => new Verify.Test { TestCode = source, References = TestReferences.Default.With("Stripe.net") }.RunAsync();
}
