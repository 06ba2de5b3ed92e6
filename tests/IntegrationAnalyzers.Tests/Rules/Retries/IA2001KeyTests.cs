using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Keys by any name and in any place, and POSTs that only ask.</summary>
public sealed class IA2001KeyTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Polly;
        using Polly.Retry;
        using RestSharp;

        """;

    private static Task Quiet(string members) => Verify.VerifyAnalyzerAsync(Source(members));

    private static string Source(string members) => Usings + """
        partial class Payments(HttpClient http)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().RetryAsync(3);


        """ + members + "\n}\n";

    [Theory]
    [InlineData("Idempotency-Key")]
    [InlineData("PayPal-Request-Id")]
    [InlineData("x-requestid")]
    [InlineData("X-Payout-Idempotency")]
    [InlineData("If-Match")]
    public Task HeaderOnTheRequest_IsQuiet(string header) => Quiet($$"""
            public Task Charge(string key) => _retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("{{header}}", key);
                await http.SendAsync(request);
            });
        """);

    [Theory]
    [InlineData("await http.SendAsync(Keyed(new HttpRequestMessage(HttpMethod.Post, \"charges\"), key));")]
    [InlineData("using var request = Keyed(new HttpRequestMessage(HttpMethod.Post, \"charges\"), key); await http.SendAsync(request);")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Post, \"charges\"); Keyed(request, key); await http.SendAsync(request);")]
    [InlineData("await http.SendAsync(Make(key));")]
    [InlineData("await http.SendAsync(Marked(new HttpRequestMessage(HttpMethod.Post, \"charges\"), key));")]
    [InlineData("await http.SendAsync(await MakeAsync(key));")]
    [InlineData("await [|SubmitAsync|](new ChargeRequest());")]
    [InlineData("await http.[|SendAsync|](Make(null));")]
    [InlineData("await http.[|SendAsync|](Traced(new HttpRequestMessage(HttpMethod.Post, \"charges\"), key));")]
    [InlineData("await http.[|SendAsync|](Named(new HttpRequestMessage(HttpMethod.Post, \"charges\"), Label(key)));")]
    public Task HelperThatMakesTheRequest_IsAskedForTheKey(string statements) => Verify.VerifyAnalyzerAsync(Source($$"""
            public Task Charge(string key) => _retry.ExecuteAsync(async () => { {{statements}} });

            private static HttpRequestMessage Keyed(HttpRequestMessage request, string key)
            {
                request.Headers.Add("Idempotency-Key", key);
                return request;
            }

            private static HttpRequestMessage Marked(HttpRequestMessage request, string key)
            {
                Keyed(request, key);
                return request;
            }

            private static HttpRequestMessage Traced(HttpRequestMessage request, string key)
            {
                request.Headers.Add("X-Correlation-ID", key);
                return request;
            }

            private static HttpRequestMessage Named(HttpRequestMessage request, string label)
            {
                request.Headers.Add("X-Label", label);
                return request;
            }

            // Makes no request.
            private static string Label(string key) => "Idempotency-Key: " + key;

            private static HttpRequestMessage Make(string? key)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                if (key != null)
                    request.Headers.Add("Idempotency-Key", key);
                return request;
            }

            private static Task<HttpRequestMessage> MakeAsync(string key) => Task.FromResult(Make(key));

            private Task SubmitAsync(ChargeRequest request) => PostAsync(request, key: null);

            private async Task PostAsync(ChargeRequest request, string? key)
            {
                using var message = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = JsonContent.Create(request) };
                if (key != null)
                    message.Headers.Add("Idempotency-Key", key);
                await http.SendAsync(message);
            }

            private sealed record ChargeRequest;
        """));

    [Fact]
    public Task WrapperThatRepeatsAndMakesItsRequestWithoutTheKey_Tessera_Reports() => Verify.VerifyAnalyzerAsync(Source("""
            public Task Register() => [|SendRaw|](HttpMethod.Post, "webhooks", null);

            public Task Order(string key) => SendRaw(HttpMethod.Post, "orders", key);

            public Task Ping() => SendRaw(HttpMethod.Get, "ping", null);

            private async Task<HttpResponseMessage> SendRaw(HttpMethod method, string path, string? key)
            {
                for (var attempt = 0; ; attempt++)
                {
                    using var request = Message(method, path, key);
                    try
                    {
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 * (attempt + 1));
                    }
                }
            }

            private static HttpRequestMessage Message(HttpMethod method, string path, string? key)
            {
                var request = new HttpRequestMessage(method, path);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                return request;
            }
        """));

    /// <summary>A wrapper that sends a key where it is given one, and calls that give none.</summary>
    [Theory]
    [InlineData("[|PostAsync|](\"orders\", null)")]
    [InlineData("[|PostAsync|](\"orders\")")]
    [InlineData("PostAsync(\"orders\", id)")]
    [InlineData("[|OpenAsync|](\"orders\", null)")]
    [InlineData("OpenAsync(\"orders\", \"7\")")]
    [InlineData("OwnAsync(\"orders\", null)")]
    [InlineData("ReplacedAsync(\"orders\", null)")]
    [InlineData("[|RawAsync|](\"orders\")")]
    [InlineData("[|PassedAsync|](\"orders\", null)")]
    [InlineData("PassedAsync(\"orders\", \"7\")")]
    public Task KeyThatTheWrapperIsNotGiven_Relaystation_IsNone(string call) => Verify.VerifyAnalyzerAsync(Source($$"""
            public Task Order(Guid id) => _retry.ExecuteAsync(() => {{call}});

            private async Task PostAsync(string path, Guid? key = null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (key is { } id)
                    request.Headers.Add("Idempotency-Key", id.ToString("N"));
                await http.SendAsync(request);
            }

            private async Task OpenAsync(string path, object? key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (key is string text)
                    request.Headers.Add("Idempotency-Key", text);
                await http.SendAsync(request);
            }

            private async Task OwnAsync(string path, Guid? key)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                request.Headers.Add("Idempotency-Key", (key ?? Guid.NewGuid()).ToString("N"));
                await http.SendAsync(request);
            }

            private async Task ReplacedAsync(string path, string? key)
            {
                key ??= path;
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                request.Headers.Add("Idempotency-Key", key);
                await http.SendAsync(request);
            }

            private async Task RawAsync(string path)
            {
                using var request = Message(path, null);
                await http.SendAsync(request);
            }

            private async Task PassedAsync(string path, string? key)
            {
                using var request = Message(path, key);
                await http.SendAsync(request);
            }

            private static HttpRequestMessage Message(string path, string? key)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                return request;
            }
        """));

    [Theory]
    [InlineData("x-ms-client-request-id")]
    [InlineData("X-Correlation-ID")]
    [InlineData("I-Twilio-Idempotency-Token")]
    public Task CorrelationHeader_Reports(string header) => Verify.VerifyAnalyzerAsync(Source($$"""
            public Task Charge(string key) => _retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("{{header}}", key);
                await http.[|SendAsync|](request);
            });
        """));

    [Fact]
    public Task HeaderOnTheClientOrContent_IsQuiet() => Quiet("""
            public async Task Charge(string key, HttpContent content)
            {
                http.DefaultRequestHeaders.Add("Idempotency-Key", key);
                await _retry.ExecuteAsync(() => http.PostAsync("charges", content));
            }

            public async Task Refund(string key, HttpContent content)
            {
                content.Headers.Add("Idempotency-Key", key);
                await _retry.ExecuteAsync(() => http.PostAsync("refunds", content));
            }
        """);

    [Fact]
    public Task KeyMadeInsideTheRetry_IsQuiet() => Quiet("""
            public Task Charge() => _retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Headers = { { "Idempotency-Key", Guid.NewGuid().ToString() } } };
                await http.SendAsync(request);
            });
        """);

    [Fact]
    public Task KeyInWrapperHelperAndBuilder_IsQuiet() => Quiet("""
            public Task Charge(string body) => _retry.ExecuteAsync(() => Submit(body));

            private Task Submit(string body) => http.SendAsync(Build(body));

            private static HttpRequestMessage Build(string body)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = new StringContent(body) };
                Sign(request);
                return request;
            }

            private static void Sign(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        """);

    [Fact]
    public Task KeyInBaseClass_MollieApi_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        abstract class BaseMollieClient(HttpClient http)
        {
            protected async Task<string> PostAsync(string relativeUri, object? data) => await SendHttpRequest(HttpMethod.Post, relativeUri, data);

            private async Task<string> SendHttpRequest(HttpMethod method, string relativeUri, object? data)
            {
                var request = CreateHttpRequest(method, relativeUri);
                var response = await http.SendAsync(request);
                return await response.Content.ReadAsStringAsync();
            }

            protected virtual HttpRequestMessage CreateHttpRequest(HttpMethod method, string relativeUri)
            {
                var request = new HttpRequestMessage(method, relativeUri);
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return request;
            }
        }

        class PaymentClient(HttpClient http) : BaseMollieClient(http)
        {
            public async Task<string> Create(object payment)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await PostAsync("payments", payment);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task OtherDeduplicationName_eShopOrderingService_IsQuiet() => Quiet("""
            public Task CreateOrder(string request, Guid requestId) => _retry.ExecuteAsync(() =>
            {
                var requestMessage = new HttpRequestMessage(HttpMethod.Post, "/api/Orders/");
                requestMessage.Headers.Add("x-requestid", requestId.ToString());
                requestMessage.Content = JsonContent.Create(request);
                return http.SendAsync(requestMessage);
            });
        """);

    [Fact]
    public Task BodyMember_IsQuiet() => Quiet("""
            public record Transfer(string Amount, string CustomerTransactionId);

            public async Task Charge(Transfer transfer, string key)
            {
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("a", transfer));
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("b", new { amount = 1, idempotency_key = key }));
                await _retry.ExecuteAsync(() => http.PostAsJsonAsync("c", new Dictionary<string, string> { ["client_order_id"] = key }));
                var body = "{ \"idempotencyKey\": \"" + key + "\" }";
                await _retry.ExecuteAsync(() => http.PostAsync("d", new StringContent(body)));
            }
        """);

    /// <summary>FedEx sends it back with the reply; the second shipment is made all the same.</summary>
    [Fact]
    public Task LabelThatFedExEchoes_EasyKeysShipping_Reports() => Verify.VerifyAnalyzerAsync(Source("""
            public class TransactionDetail { public string? CustomerTransactionId { get; set; } }

            public async Task Ship(TransactionDetail detail)
            {
                await _retry.ExecuteAsync(() => http.[|PostAsJsonAsync|]("ship", detail));
                await _retry.ExecuteAsync(() => http.[|PostAsJsonAsync|]("ship", new TransactionDetail { CustomerTransactionId = "ship" }));
            }
        """));

    [Fact]
    public Task HandlerOfThisCompilationAddsOne_IsQuiet() => Verify.VerifyAnalyzerAsync(Source("""
            public Task Charge(HttpContent content) => _retry.ExecuteAsync(() => http.PostAsync("charges", content));
        """) + """

        class KeyHandler : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                if (!request.Headers.Contains("Idempotency-Key"))
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return base.SendAsync(request, token);
            }
        }
        """);

    [Fact]
    public Task HeadersFromTheCaller_IsQuiet() => Quiet("""
            public Task Charge(string body, Dictionary<string, string> headers) => _retry.ExecuteAsync(() => Submit(body, headers));

            private Task Submit(string body, Dictionary<string, string> headers)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = new StringContent(body) };
                foreach (var header in headers)
                    request.Headers.Add(header.Key, header.Value);
                return http.SendAsync(request);
            }
        """);

    [Fact]
    public Task RestSharpFlurlRefit_IsQuiet() => Verify.VerifyAnalyzerAsync("using Refit;\n" + Usings + """
        interface IOrders
        {
            [Post("/orders")]
            Task Create([Body] string order, [Header("Idempotency-Key")] string key);
        }

        class Payments(RestClient rest, IOrders orders)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<Exception>().RetryAsync(3);

            public async Task Charge(string key)
            {
                await _retry.ExecuteAsync(() => rest.ExecuteAsync(new RestRequest("charges", Method.Post).AddHeader("Idempotency-Key", key)));
                await _retry.ExecuteAsync(() => "https://api.acme.com/charges".WithHeader("Idempotency-Key", key).PostJsonAsync(new { amount = 1 }));
                await _retry.ExecuteAsync(() => orders.Create("order", key));
            }
        }
        """);

    [Fact]
    public Task RestSharpFlurlRefitWithoutKey_Reports() => Verify.VerifyAnalyzerAsync("using Refit;\n" + Usings + """
        interface IOrders
        {
            [Post("/orders")]
            Task Create([Body] string order);
        }

        class Payments(RestClient rest, IOrders orders)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<Exception>().RetryAsync(3);

            public async Task Charge()
            {
                await _retry.ExecuteAsync(() => rest.[|ExecuteAsync|](new RestRequest("charges", Method.Post)));
                await _retry.ExecuteAsync(() => rest.[|ExecutePostAsync|](new RestRequest("charges")));
                await _retry.ExecuteAsync(() => "https://api.acme.com/charges".[|PostJsonAsync|](new { amount = 1 }));
                await _retry.ExecuteAsync(() => orders.[|Create|]("order"));
            }
        }
        """);

    [Fact]
    public Task TwoWritesInOneRetryOneKey_ReportsTheOther() => Verify.VerifyAnalyzerAsync(Source("""
            public Task Charge(string key) => _retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", key);
                await http.SendAsync(request);
                await http.[|PostAsync|]("receipts", null);
            });
        """));

    [Theory]
    [InlineData("orders/search")]
    [InlineData("graphql")]
    [InlineData("oauth2/token")]
    [InlineData("v1/login")]
    [InlineData("address-validation")]
    public Task PostThatOnlyAsks_IsQuiet(string url) => Quiet($$"""
            public Task Ask(HttpContent content) => _retry.ExecuteAsync(() => http.PostAsync("{{url}}", content));
        """);

    [Fact]
    public Task WrapperOrConstantNamedForReading_IsQuiet() => Quiet("""
            private const string SearchUrl = "orders/s";

            public async Task Ask(HttpContent content)
            {
                await _retry.ExecuteAsync(() => http.PostAsync(SearchUrl, content));
                await _retry.ExecuteAsync(() => Query(content));
                await _retry.ExecuteAsync(() => GetAccessToken(content));
            }

            private Task Query(HttpContent content) => http.PostAsync("q", content);

            private Task GetAccessToken(HttpContent content) => http.PostAsync("connect", content);
        """);

    [Fact]
    public async Task OwnHeaderName_Option_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Source("""
                    public Task Charge(string key) => _retry.ExecuteAsync(async () =>
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.Add("Acme-Once", key);
                        await http.SendAsync(request);
                    });
                """),
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia2001.header_names = Acme-Once\n") } },
        };
        await test.RunAsync();
    }

    [Fact]
    public async Task OwnReadOnlyWords_Option_IsQuiet()
    {
        var test = new Verify.Test
        {
            TestCode = Source("""
                    public Task Rates(HttpContent content) => _retry.ExecuteAsync(() => http.PostAsync("rates", content));
                """),
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia2001.read_only_names = rates\n") } },
        };
        await test.RunAsync();
    }
}
