using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2001FixTests
{
    internal const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using Flurl.Http;
        using Polly;
        using Polly.Retry;
        using RestSharp;

        """;

    [Fact]
    public Task PostAsyncInLoop_KeyBeforeTheLoop() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task<HttpResponseMessage> Charge(HttpContent charge, CancellationToken token)
            {
                // Three attempts.
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.[|PostAsync|]("charges", charge, token); // the charge
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task<HttpResponseMessage> Charge(HttpContent charge, CancellationToken token)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                // Three attempts.
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token); // the charge
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task PostAsJson_KeepsOptionsTokenAndTypeArguments() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public async Task Charge(string idempotencyKey, JsonSerializerOptions options, CancellationToken token)
            {
                await Retry.ExecuteAsync(ct => http.[|PostAsJsonAsync|]("charges", new { amount = 1 }, options, ct), token);
            }

            public async Task Change(object charge)
            {
                await Retry.ExecuteAsync(async () =>
                {
                    using var response = await http.[|PatchAsJsonAsync<object>|](new Uri("charges/1", UriKind.Relative), charge);
                    response.EnsureSuccessStatusCode();
                });
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public async Task Charge(string idempotencyKey, JsonSerializerOptions options, CancellationToken token)
            {
                var idempotencyKey2 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(ct => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = JsonContent.Create(new { amount = 1 }, options: options), Headers = { { "Idempotency-Key", idempotencyKey2 } } }, ct), token);
            }

            public async Task Change(object charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(async () =>
                {
                    using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Patch, new Uri("charges/1", UriKind.Relative)) { Content = JsonContent.Create<object>(charge), Headers = { { "Idempotency-Key", idempotencyKey } } });
                    response.EnsureSuccessStatusCode();
                });
            }
        }
        """);

    [Fact]
    public Task RequestInLocalAndInline_GetsTheHeader() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public async Task Charge(HttpContent charge)
            {
                await Retry.ExecuteAsync(async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge };
                    await http.[|SendAsync|](request);
                });
                await Retry.ExecuteAsync(() => http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Post, "refunds")));
                await Retry.ExecuteAsync(() => http.[|SendAsync|](new HttpRequestMessage
                {
                    Method = HttpMethod.Post,
                    Content = charge
                }));
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public async Task Charge(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge };
                    request.Headers.Add("Idempotency-Key", idempotencyKey);
                    await http.SendAsync(request);
                });
                var idempotencyKey2 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "refunds") { Headers = { { "Idempotency-Key", idempotencyKey2 } } }));
                var idempotencyKey3 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage
                {
                    Method = HttpMethod.Post,
                    Content = charge,
                    Headers = { { "Idempotency-Key", idempotencyKey3 } }
                }));
            }
        }
        """);

    [Fact]
    public Task TwoWritesInOneRetry_GetTwoKeys() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task<bool> Charge(HttpContent charge)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await http.[|PostAsync|]("charges", charge);
                        await http.[|PostAsync|]("receipts", null);
                        return true;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                return false;
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task<bool> Charge(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                var idempotencyKey2 = Guid.NewGuid().ToString();
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } });
                        await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "receipts") { Headers = { { "Idempotency-Key", idempotencyKey2 } } });
                        return true;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }

                return false;
            }
        }
        """);

    [Fact]
    public Task ExpressionBody_BecomesABlock() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task<HttpResponseMessage> Charge(HttpContent charge) =>
                Retry.ExecuteAsync(() => http.[|PostAsync|]("charges", charge));

            public async Task Refund(HttpContent charge) => await Retry.ExecuteAsync(() => http.[|PostAsync|]("refunds", charge));
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().RetryAsync(3);

            public Task<HttpResponseMessage> Charge(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                return Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }));
            }

            public async Task Refund(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "refunds") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }));
            }
        }
        """);

    [Fact]
    public Task RestSharpAndFlurl_GetTheHeader() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(RestClient rest)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<Exception>().RetryAsync(3);

            public async Task Charge()
            {
                await Retry.ExecuteAsync(async () =>
                {
                    var request = new RestRequest("charges", Method.Post);
                    await rest.[|ExecuteAsync|](request);
                });
                await Retry.ExecuteAsync(() => rest.[|ExecutePostAsync|](new RestRequest("refunds")));
                await Retry.ExecuteAsync(() => "https://api.acme.com/charges".[|PostJsonAsync|](new { amount = 1 }));
            }
        }
        """,
        Usings + """
        class Payments(RestClient rest)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<Exception>().RetryAsync(3);

            public async Task Charge()
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(async () =>
                {
                    var request = new RestRequest("charges", Method.Post);
                    request.AddHeader("Idempotency-Key", idempotencyKey);
                    await rest.ExecuteAsync(request);
                });
                var idempotencyKey2 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => rest.ExecutePostAsync(new RestRequest("refunds").AddHeader("Idempotency-Key", idempotencyKey2)));
                var idempotencyKey3 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => "https://api.acme.com/charges".WithHeader("Idempotency-Key", idempotencyKey3).PostJsonAsync(new { amount = 1 }));
            }
        }
        """);

    internal static string Provider(string before, string call) => Usings + $$"""
        static class Hosts { public const string Shop = "{{before}}"; }

        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy Retry = Policy.Handle<HttpRequestException>().WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));

            public Task<string> Read() => http.GetStringAsync(Hosts.Shop);

            {{call}}
        }
        """;

    /// <summary>Another header is sent and not heeded: the one of the provider whose host stands there, or that the type uses already.</summary>
    [Theory]
    [InlineData("https://api-m.paypal.com/v2/", "", "PayPal-Request-Id")]
    [InlineData("https://checkout-test.adyen.com/v71/", "", "Idempotency-Key")]
    [InlineData("https://api.acme.io/", "public void Mark(HttpRequestMessage r, string key) => r.Headers.Add(\"PayPal-Request-Id\", key);", "PayPal-Request-Id")]
    [InlineData("https://api-m.paypal.com/v2/", "public void Mark(HttpRequestMessage r, string key) => r.Headers.Add(\"Idempotency-Key\", key);", "Idempotency-Key")]
    [InlineData("https://api.acme.io/", "public void Mark(HttpRequestMessage r) => r.Headers.Add(\"traceparent\", \"0\");", "Idempotency-Key")]
    public Task HeaderOfTheProvider_IsTheOneThatIsSent(string host, string other, string header) => Verify.VerifyCodeFixAsync(
        Provider(host, other + """

            public async Task Charge(HttpContent charge)
            {
                await Retry.ExecuteAsync(() => http.[|PostAsync|]("charges", charge));
                await Retry.ExecuteAsync(() => new RestClient("x").[|ExecutePostAsync|](new RestRequest("refunds")));
            }
        """),
        Provider(host, other + $$"""

            public async Task Charge(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "{{header}}", idempotencyKey } } }));
                var idempotencyKey2 = Guid.NewGuid().ToString();
                await Retry.ExecuteAsync(() => new RestClient("x").ExecutePostAsync(new RestRequest("refunds").AddHeader("{{header}}", idempotencyKey2)));
            }
        """));

    [Fact]
    public Task PrivateWrapperWithOneCaller_GetsAParameter() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge, CancellationToken token)
            {
                var done = false;
                while (!done)
                {
                    try
                    {
                        await [|Submit|](charge, token);
                        done = true;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }
            }

            private async Task Submit(HttpContent charge, CancellationToken token)
            {
                var response = await http.PostAsync("charges", charge, token);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            public async Task Charge(HttpContent charge, CancellationToken token)
            {
                var done = false;
                var idempotencyKey = Guid.NewGuid().ToString();
                while (!done)
                {
                    try
                    {
                        await Submit(charge, idempotencyKey, token);
                        done = true;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }
            }

            private async Task Submit(HttpContent charge, string idempotencyKey, CancellationToken token)
            {
                var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }, token);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task HelperAndTopLevelStatements_KeyBeforeTheCall() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        var http = new HttpClient { Timeout = System.TimeSpan.FromSeconds(5) };
        await Again(() => http.[|PostAsync|]("charges", null));

        static async Task Again(System.Func<Task> run)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await run();
                    return;
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                }
            }
        }
        """,
        """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        var http = new HttpClient { Timeout = System.TimeSpan.FromSeconds(5) };
        var idempotencyKey = Guid.NewGuid().ToString();
        await Again(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Headers = { { "Idempotency-Key", idempotencyKey } } }));

        static async Task Again(System.Func<Task> run)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await run();
                    return;
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                }
            }
        }
        """);

    [Fact]
    public Task PolicyInALoop_KeyBeforeTheLoop() => Verify.VerifyCodeFixAsync(
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy<HttpResponseMessage> Retry = Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 500).RetryAsync(3);

            public async Task<HttpResponseMessage> Charge(HttpContent charge)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await Retry.ExecuteAsync(() => http.[|PostAsync|]("charges", charge));
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """,
        Usings + """
        class Payments(HttpClient http)
        {
            private static readonly AsyncRetryPolicy<HttpResponseMessage> Retry = Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode == 500).RetryAsync(3);

            public async Task<HttpResponseMessage> Charge(HttpContent charge)
            {
                var idempotencyKey = Guid.NewGuid().ToString();
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "charges") { Content = charge, Headers = { { "Idempotency-Key", idempotencyKey } } }));
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);
}
