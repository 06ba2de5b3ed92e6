using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Clients with a common base class: what one of them sends with a key, and which handlers one of them has, says nothing of the others.</summary>
public sealed class IA2001LayeredClientTests
{
    private const string Clients = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.DependencyInjection;

        public abstract class ApiBase(HttpClient http)
        {
            protected async Task<string> PostAsync(string path, object body)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                return await SendAsync(request);
            }

            protected async Task<string> PostKeyedAsync(string path, object body, string key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                return await SendAsync(request);
            }

            protected async Task<string> PostMaybeKeyedAsync(string path, object body, string? key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                if (key != null)
                    request.Headers.Add("Idempotency-Key", key);
                return await SendAsync(request);
            }

            private async Task<string> SendAsync(HttpRequestMessage request)
            {
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        }

        public interface IGateway
        {
            Task<string> ChargeAsync(decimal amount);

            Task<string> RefundAsync(decimal amount, string key);

            Task<string> VoidAsync(decimal amount);

            Task<string> CaptureAsync(decimal amount, string key);
        }

        public sealed class Gateway(HttpClient http) : ApiBase(http), IGateway
        {
            public Task<string> ChargeAsync(decimal amount) => PostAsync("charges", new { amount });

            public Task<string> RefundAsync(decimal amount, string key) => PostKeyedAsync("refunds", new { amount }, key);

            public Task<string> VoidAsync(decimal amount) => PostMaybeKeyedAsync("voids", new { amount }, key: null);

            public Task<string> CaptureAsync(decimal amount, string key) => PostMaybeKeyedAsync("captures", new { amount }, key);
        }

        public sealed class Disputes(HttpClient http) : ApiBase(http)
        {
            public Task<string> OpenAsync(string charge) => PostAsync("disputes", new { charge });
        }

        public sealed class KeyHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, cancellationToken);
            }
        }

        public sealed class Orders(IGateway gateway, Disputes disputes)
        {
            public async Task<string> Pay(decimal amount, string key)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await CALL;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * attempt);
                    }
                }
            }

            public Disputes Disputes => disputes;
        }


        """;

    private static string Source(string call, string registrations = "services.AddHttpClient<IGateway, Gateway>(C); services.AddHttpClient<Disputes>(C).AddHttpMessageHandler<KeyHandler>();") =>
        Clients.Replace("CALL", call) + $$"""
        public static class Setup
        {
            public static void Add(IServiceCollection services)
            {
                {{registrations}}
            }

            private static void C(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(9);
        }
        """;

    [Fact]
    public Task KeyInAnotherMethodOfTheBaseClass_Reports() => Verify.VerifyAnalyzerAsync(Source("gateway.[|ChargeAsync|](amount)"));

    [Fact]
    public Task KeyInTheMethodOfTheBaseClass_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("gateway.RefundAsync(amount, key)"));

    [Fact]
    public Task KeyOfTheBaseClassLeftOut_Reports() => Verify.VerifyAnalyzerAsync(Source("gateway.[|VoidAsync|](amount)"));

    [Fact]
    public Task KeyOfTheBaseClassGiven_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("gateway.CaptureAsync(amount, key)"));

    [Fact]
    public Task KeyHandlerOfTheClientItself_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(Source("gateway.ChargeAsync(amount)", "services.AddHttpClient<IGateway, Gateway>(C).AddHttpMessageHandler<KeyHandler>(); services.AddHttpClient<Disputes>(C);"));

    [Fact]
    public Task KeyHandlerOfTheConcreteClient_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("disputes.OpenAsync(key)"));

    /// <summary>All implementations write: whichever it is, the write is repeated.</summary>
    [Fact]
    public Task ShareXWorkerTask_UploaderWithSeveralImplementations_Reports() => Verify.VerifyAnalyzerAsync("""
        using System.Net.Http;
        using System.Threading.Tasks;

        interface IUploader
        {
            Task Upload();
        }

        class First(HttpClient http) : IUploader
        {
            public Task Upload() => http.PostAsync("first", null);
        }

        class Second(HttpClient http) : IUploader
        {
            public Task Upload() => http.PostAsync("second", null);
        }

        class WorkerTask(IUploader uploader)
        {
            public async Task Run()
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await uploader.[|Upload|]();
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);
}
