using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Helpers that repeat the request they are handed, as it is or as a copy: who makes the request says whether it writes.</summary>
public sealed class IA2001HandedRequestTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static string Helper(string callers, string filter = "attempt < 8", string copy = "new HttpRequestMessage(request.Method, request.RequestUri)") => Usings + $$"""
        static class ShopApi
        {
            private static async Task<HttpResponseMessage> SendWithRetry(HttpClient http, HttpRequestMessage request, CancellationToken token)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(Copy(request), token);
                    }
                    catch (HttpRequestException) when ({{filter}})
                    {
                        await Task.Delay(1000 << attempt, token);
                    }
                }
            }

            private static bool MayRepeat(HttpRequestMessage request) => request.Method == HttpMethod.Get;

            private static HttpRequestMessage Copy(HttpRequestMessage request)
            {
                var copy = {{copy}};
                foreach (var header in request.Headers)
                    copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
                if (request.Content != null)
                    copy.Content = new StringContent(request.Content.ReadAsStringAsync().GetAwaiter().GetResult());
                return copy;
            }

        {{callers}}
        }
        """;

    [Theory]
    [InlineData("new HttpRequestMessage(request.Method, request.RequestUri)")]
    [InlineData("new HttpRequestMessage { Method = request.Method, RequestUri = request.RequestUri }")]
    [InlineData("new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version }")]
    public Task CopyOfTheRequestThatTheHelperIsHanded_Reports(string copy) => Verify.VerifyAnalyzerAsync(Helper(
        """
            public static async Task<string> Create(HttpClient http, string body, CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "orders.json") { Content = new StringContent(body) };
                using var response = await [|SendWithRetry|](http, request, token);
                return await response.Content.ReadAsStringAsync(token);
            }

            public static Task<HttpResponseMessage> Cancel(HttpClient http, CancellationToken token) =>
                [|SendWithRetry|](http, new HttpRequestMessage(HttpMethod.Post, "orders/1/cancel.json"), token);

            public static Task<HttpResponseMessage> Orders(HttpClient http, CancellationToken token) =>
                SendWithRetry(http, new HttpRequestMessage(HttpMethod.Get, "orders.json"), token);

            public static Task<HttpResponseMessage> Delete(HttpClient http, CancellationToken token)
            {
                var request = new HttpRequestMessage(HttpMethod.Delete, "orders/1.json");
                return SendWithRetry(http, request, token);
            }
        """,
        copy: copy));

    [Fact]
    public Task CopyMadeInTheAttempt_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
                        if (request.Content != null)
                            copy.Content = new StringContent(await request.Content.ReadAsStringAsync());
                        return await http.SendAsync(copy);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 << attempt);
                    }
                }
            }

            public Task<HttpResponseMessage> Create(string body) => [|Send|](new HttpRequestMessage(HttpMethod.Post, "orders") { Content = new StringContent(body) });

            public Task<HttpResponseMessage> Read() => Send(new HttpRequestMessage(HttpMethod.Get, "orders"));
        }
        """);

    [Fact]
    public Task VerbOfTheMessageIsTakenOut_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
            {
                var verb = request.Method;
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(new HttpRequestMessage(verb, request.RequestUri) { Content = request.Content });
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 << attempt);
                    }
                }
            }

            public Task<HttpResponseMessage> Create(string body) => [|Send|](new HttpRequestMessage(HttpMethod.Post, "orders") { Content = new StringContent(body) });
        }
        """);

    [Fact]
    public Task HandedRequestThatAsksByPost_IsQuiet() => Verify.VerifyAnalyzerAsync(Helper("""
            public static Task<HttpResponseMessage> Products(HttpClient http, string body, CancellationToken token) =>
                SendWithRetry(http, new HttpRequestMessage(HttpMethod.Post, "products/search") { Content = new StringContent(body) }, token);

            public static async Task<HttpResponseMessage> Prices(HttpClient http, string body, CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "v1/quotes/quote") { Content = new StringContent(body) };
                return await SendWithRetry(http, request, token);
            }

            public static async Task<HttpResponseMessage> Complete(HttpClient http, string body, CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = new StringContent(body) };
                return await SendWithRetry(http, request, token);
            }
        """));

    [Fact]
    public Task HandedRequestWithAKey_IsQuiet() => Verify.VerifyAnalyzerAsync(Helper("""
            public static async Task<HttpResponseMessage> Create(HttpClient http, string body, CancellationToken token)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "orders.json") { Content = new StringContent(body) };
                request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
                return await SendWithRetry(http, request, token);
            }
        """));

    [Theory]
    [InlineData("attempt < 3 && request.Method == HttpMethod.Get")]
    [InlineData("attempt < 3 && request.Method != HttpMethod.Post")]
    [InlineData("attempt < 3 && MayRepeat(request)")]
    [InlineData("attempt < 3 && request.Content == null")]
    public Task HelperThatLooksAtTheRequestBeforeItRepeats_IsQuiet(string filter) => Verify.VerifyAnalyzerAsync(Helper(
        """
            public static Task<HttpResponseMessage> Cancel(HttpClient http, CancellationToken token) =>
                SendWithRetry(http, new HttpRequestMessage(HttpMethod.Post, "orders/1/cancel.json"), token);
        """,
        filter: filter));

    [Fact]
    public Task VerbTakenOutAndLookedAt_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private async Task<HttpResponseMessage> Send(HttpRequestMessage request)
            {
                var verb = request.Method;
                var attempts = verb == HttpMethod.Post ? 1 : 3;
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content });
                    }
                    catch (HttpRequestException) when (attempt < attempts)
                    {
                        await Task.Delay(1000 << attempt);
                    }
                }
            }

            public Task<HttpResponseMessage> Create(string body) => Send(new HttpRequestMessage(HttpMethod.Post, "orders") { Content = new StringContent(body) });
        }
        """);

    [Fact]
    public Task HelperThatMakesARequestToAsk_IsQuiet() => Verify.VerifyAnalyzerAsync(Helper("""
            private static HttpRequestMessage Message(string path, string body) => new(HttpMethod.Post, path) { Content = new StringContent(body) };

            private static HttpRequestMessage SearchMessage(string body) => new(HttpMethod.Post, "products") { Content = new StringContent(body) };

            public static Task<HttpResponseMessage> Products(HttpClient http, string body, CancellationToken token) => SendWithRetry(http, Message("products/search", body), token);

            public static Task<HttpResponseMessage> More(HttpClient http, string body, CancellationToken token) => SendWithRetry(http, SearchMessage(body), token);

            public static Task<HttpResponseMessage> Create(HttpClient http, string body, CancellationToken token) => [|SendWithRetry|](http, Message("products", body), token);
        """));

    [Fact]
    public Task CopyWithAKeyOfItsOwn_IsQuiet() => Verify.VerifyAnalyzerAsync(Helper(
        """
            public static Task<HttpResponseMessage> Cancel(HttpClient http, CancellationToken token) =>
                SendWithRetry(http, new HttpRequestMessage(HttpMethod.Post, "orders/1/cancel.json"), token);
        """,
        copy: "new HttpRequestMessage(request.Method, request.RequestUri) { Headers = { { \"Idempotency-Key\", request.RequestUri!.ToString() } } }"));
}
