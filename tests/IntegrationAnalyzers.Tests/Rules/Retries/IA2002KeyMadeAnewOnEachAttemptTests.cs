using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2002KeyMadeAnewOnEachAttempt>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2002KeyMadeAnewOnEachAttemptTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Polly;
        using Polly.Retry;
        using Refit;
        using RestSharp;

        """;

    internal static string In(string members) => Usings + """
        class Payments(HttpClient http)
        {
            private readonly AsyncRetryPolicy _retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));


        """ + members + "\n}\n";

    [Fact]
    public Task HeaderInTheDelegate_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(string json) => _retry.ExecuteAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", [|Guid.NewGuid().ToString()|]);
                return http.SendAsync(request);
            });

            public Task<HttpResponseMessage> Initializer(string json) => _retry.ExecuteAsync(() =>
                http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Headers = { { "PayPal-Request-Id", [|Guid.NewGuid().ToString("N")|] } } }));
        """));

    /// <summary>An overload that makes the key for the one that sends it: right outside a retry.</summary>
    [Theory]
    [InlineData("_retry.ExecuteAsync(() => [|Send<string>|](\"slips\"))")]
    [InlineData("_retry.ExecuteAsync(() => [|SendLocal|](\"slips\"))")]
    [InlineData("_retry.ExecuteAsync(() => Send<string>(\"slips\", id))")]
    [InlineData("_retry.ExecuteAsync(() => SendKept(\"slips\"))")]
    [InlineData("_retry.ExecuteAsync(() => SendTraced(\"slips\"))")]
    [InlineData("Send<string>(\"slips\")")]
    public Task KeyThatAnOverloadMakesForTheNext_Cobranca_Reports(string call) => Verify.VerifyAnalyzerAsync(In($$"""
            private readonly string _key = Guid.NewGuid().ToString();

            public Task Charge(Guid id) => {{call}};

            private Task<T?> Send<T>(string path, Guid key) where T : class => Post<T>(path, key.ToString("N"), "");

            private Task<T?> Send<T>(string path) where T : class => Post<T>(path, Guid.NewGuid().ToString("N"), "");

            private Task SendLocal(string path)
            {
                var key = Guid.NewGuid().ToString("N");
                return Post<string>(path, key, "");
            }

            private Task SendKept(string path) => Post<string>(path, _key, "");

            private Task SendTraced(string path) => Post<string>(path, path, Guid.NewGuid().ToString());

            private async Task<T?> Post<T>(string path, string? own, string trace) where T : class
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                if (own is not null)
                    request.Headers.Add("Idempotency-Key", own);
                request.Headers.Add("X-Correlation-ID", trace);
                using var response = await http.SendAsync(request);
                return await response.Content.ReadFromJsonAsync<T>();
            }
        """));

    [Fact]
    public Task LocalInTheLoop_Reports() => Verify.VerifyAnalyzerAsync(In("""
            private const string KeyHeader = "Idempotency-Key";

            public async Task<HttpResponseMessage> Charge(HttpContent json)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var key = [|$"charge-{Guid.NewGuid()}"|];
                    try
                    {
                        using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.TryAddWithoutValidation(KeyHeader, key);
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        """));

    [Fact]
    public Task BodyMemberAndRestSharpAndRefit_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task Square(decimal amount) => _retry.ExecuteAsync(() => http.PostAsJsonAsync("payments", new { amount, idempotency_key = [|Guid.NewGuid()|] }));

            public Task Rest(RestClient client) => _retry.ExecuteAsync(() => client.ExecuteAsync(new RestRequest("charges", Method.Post).AddHeader("Idempotency-Key", [|NewKey()|])));

            public Task Interface(ICharges api) => _retry.ExecuteAsync(() => api.Charge("1", [|Guid.NewGuid().ToString()|]));

            private static string NewKey() => Guid.NewGuid().ToString();

            public interface ICharges
            {
                [Post("/charges")]
                Task Charge(string id, [Header("Idempotency-Key")] string key);
            }
        """));

    [Fact]
    public Task KeyMadeByTheWrapper_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(HttpContent json) => _retry.ExecuteAsync(() => [|Submit|](json));

            private async Task<HttpResponseMessage> Submit(HttpContent json)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = json };
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                var response = await http.SendAsync(request);
                return response.EnsureSuccessStatusCode();
            }
        """));

    [Fact]
    public Task KeyMadeBeforeTheRetry_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(string json)
            {
                var key = Guid.NewGuid().ToString();
                return _retry.ExecuteAsync(() =>
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", key);
                    return http.SendAsync(request);
                });
            }
        """));

    [Fact]
    public Task KeyOfTheOperation_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(Guid order) => _retry.ExecuteAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", $"charge-{order:N}");
                return http.SendAsync(request);
            });
        """));

    [Fact]
    public Task CorrelationId_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(string json) => _retry.ExecuteAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("X-Correlation-ID", Guid.NewGuid().ToString());
                request.Headers.Add("x-ms-client-request-id", Guid.NewGuid().ToString());
                return http.SendAsync(request);
            });

            public Task Traced(decimal amount) => _retry.ExecuteAsync(() => http.PostAsJsonAsync("payments", new { amount, requestId = Guid.NewGuid() }));
        """));

    [Fact]
    public Task NoRetryRoundIt_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Charge(string json)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return http.SendAsync(request);
            }

            public async Task Each(string[] orders)
            {
                foreach (var order in orders)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, order);
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                    await http.SendAsync(request);
                }
            }
        """));

    [Fact]
    public Task RepeatAfter401_DuplicatiServerClient_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Charge()
            {
                for (var attempt = 0; attempt < 2; attempt++)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                    request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                    var response = await http.SendAsync(request);
                    if (response.StatusCode != HttpStatusCode.Unauthorized)
                        return response;
                    await Task.Delay(10);
                }

                throw new HttpRequestException();
            }
        """));

    [Fact]
    public Task NewKeysWanted_IsQuiet() => new Verify.Test
    {
        TestState =
        {
            Sources =
            {
                In("""
                    public Task<HttpResponseMessage> Charge(string json) => _retry.ExecuteAsync(() =>
                    {
                        var request = new HttpRequestMessage(HttpMethod.Post, "charges");
                        request.Headers.Add("sd-idempotency-key", Guid.NewGuid().ToString());
                        return http.SendAsync(request);
                    });
                """),
            },
            AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia2002.allow_new_keys = true\n") },
        },
    }.RunAsync();

    [Theory]
    [InlineData("[|Guid.NewGuid().ToString()|]")]
    [InlineData("[|NewKey()|]")]
    public Task ArgumentThatAWrapperSendsAsTheKey_Reports(string made) => Verify.VerifyAnalyzerAsync(In($$"""
            public Task<string> Charge(string order) => _retry.ExecuteAsync(() => PayAsync(order, {{made}}));

            private static string NewKey() => Guid.NewGuid().ToString("N");

            private Task<string> PayAsync(string order, string operation) => PostAsync("charges", order, operation);

            private async Task<string> PostAsync(string path, string order, string id)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(order) };
                request.Headers.Add("Idempotency-Key", id);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        """));

    [Theory]
    [InlineData("PayAsync(order, operation)")]
    [InlineData("PayAsync(Guid.NewGuid().ToString(), operation)")]
    public Task ArgumentThatIsNoKeyOrStandsOutside_IsQuiet(string call) => Verify.VerifyAnalyzerAsync(In($$"""
            public Task<string> Charge(string order)
            {
                var operation = Guid.NewGuid().ToString();
                return _retry.ExecuteAsync(() => {{call}});
            }

            private async Task<string> PayAsync(string trace, string id)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = JsonContent.Create(trace) };
                request.Headers.Add("Idempotency-Key", id);
                using var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        """));

    /// <summary>What stands before the label is not run again.</summary>
    [Theory]
    [InlineData("var key = Guid.NewGuid().ToString();\n        again:", "key")]
    [InlineData("again:", "[|Guid.NewGuid().ToString()|]")]
    public Task LabelThatIsJumpedBackTo(string start, string key) => Verify.VerifyAnalyzerAsync(In($$"""
            public async Task<string?> Open(HttpContent locker)
            {
                var left = 3;
                {{start}}
                try
                {
                    using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "open") { Content = locker, Headers = { { "Idempotency-Key", {{key}} } } });
                    return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
                }
                catch (HttpRequestException)
                {
                    if (--left > 0)
                    {
                        await Task.Delay(500);
                        goto again;
                    }

                    return null;
                }
            }
        """));
}
