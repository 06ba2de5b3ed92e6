using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Retries that are handed what they repeat as a delegate or make the request by one, and wrappers that are given no key.</summary>
public sealed class IA2001DelegateTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    private static string Handed(string create, string extension) => Usings + $$"""
        static class Retries
        {
            public static async Task<T> WithRetriesAsync<T>({{extension}}Func<CancellationToken, Task<T>> action, int attempts, CancellationToken token)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await action(token);
                    }
                    catch (HttpRequestException) when (attempt < attempts)
                    {
                        await Task.Delay(1000 << attempt, token);
                    }
                }
            }
        }

        class Subscriptions(HttpClient http)
        {
            public Task<HttpResponseMessage> Start(CancellationToken token)
            {
                Func<CancellationToken, Task<HttpResponseMessage>> create = {{create}};
                return {{(extension.Length > 0 ? "create.WithRetriesAsync(3, token)" : "Retries.WithRetriesAsync(create, 3, token)")}};
            }

            private Task<HttpResponseMessage> Create(CancellationToken token) => http.PostAsync("subscriptions", null, token);

            private Task<HttpResponseMessage> Read(CancellationToken token) => http.GetAsync("subscriptions", token);
        }
        """;

    [Theory]
    [InlineData("ct => [|Create|](ct)", "this ")]
    [InlineData("ct => http.[|PostAsync|](\"subscriptions\", null, ct)", "this ")]
    [InlineData("ct => [|Create|](ct)", "")]
    public Task DelegateRunByAnExtension_Reports(string create, string extension) => Verify.VerifyAnalyzerAsync(Handed(create, extension));

    [Theory]
    [InlineData("ct => Read(ct)", "this ")]
    [InlineData("ct => http.GetAsync(\"subscriptions\", ct)", "this ")]
    public Task ReadRunByAnExtension_IsQuiet(string create, string extension) => Verify.VerifyAnalyzerAsync(Handed(create, extension));

    private static string Factory(string call) => Usings + $$"""
        static class ApiCaller
        {
            public static async Task<HttpResponseMessage> SendAsync(HttpClient client, Func<HttpRequestMessage> request, CancellationToken token)
            {
                HttpResponseMessage? last = null;
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    last?.Dispose();
                    last = await client.SendAsync(request(), token);
                    if ((int)last.StatusCode < 500)
                        return last;
                    await Task.Delay(1000 << attempt, token);
                }

                return last ?? throw new InvalidOperationException();
            }

            private static HttpRequestMessage Charge() => new(HttpMethod.Post, "charges");

            private static HttpRequestMessage Balance() => new(HttpMethod.Get, "balance");

            public static Task<HttpResponseMessage> Run(HttpClient client, string key, CancellationToken token) => {{call}};
        }
        """;

    [Theory]
    [InlineData("[|SendAsync|](client, () => new HttpRequestMessage(HttpMethod.Post, \"customers\"), token)")]
    [InlineData("[|SendAsync|](client, () => { var made = new HttpRequestMessage(HttpMethod.Post, \"customers\"); return made; }, token)")]
    [InlineData("[|SendAsync|](client, Charge, token)")]
    public Task RequestFactory_Reports(string call) => Verify.VerifyAnalyzerAsync(Factory(call));

    [Theory]
    [InlineData("SendAsync(client, () => new HttpRequestMessage(HttpMethod.Get, \"customers\"), token)")]
    [InlineData("SendAsync(client, () => new HttpRequestMessage(HttpMethod.Post, \"customers\") { Headers = { { \"Idempotency-Key\", key } } }, token)")]
    [InlineData("SendAsync(client, Balance, token)")]
    [InlineData("SendAsync(client, () => key.Length > 3 ? Charge() : Balance(), token)")]
    public Task RequestFactoryThatReadsOrHasAKey_IsQuiet(string call) => Verify.VerifyAnalyzerAsync(Factory(call));

    [Fact]
    public Task KernelMemoryEmbeddingGenerator_FactoryThatOnlyAsks_IsQuiet() => Verify.VerifyAnalyzerAsync(Factory("SendAsync(client, Balance, token)") + """
        static class Embeddings
        {
            public static async Task<string> Embed(HttpClient client, string root, CancellationToken token)
            {
                var endpoint = $"{root}/v1/embeddings";
                using var response = await ApiCaller.SendAsync(
                    client,
                    request: () =>
                    {
                        var made = new HttpRequestMessage(HttpMethod.Post, endpoint);
                        made.Content = new StringContent(root);
                        return made;
                    },
                    token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """.Replace("static class Embeddings", "\nstatic class Embeddings"));

    private static string Gateway(string collect, string post) => Usings + $$"""
        class Gateway(HttpClient http)
        {
            public Task Collect(string invoice, string number, CancellationToken token) => {{collect}};

            {{post}}
        }

        class Dunning(Gateway gateway)
        {
            public async Task Run(string invoice, CancellationToken token)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        await gateway.{|#0:Collect|}(invoice, "n", token);
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000 << attempt, token);
                    }
                }
            }
        }
        """;

    private const string Post = """
        private async Task Post(string path, string body, CancellationToken token, string? key = null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                using var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
            }
        """;

    [Theory]
    [InlineData("Post(\"collections\", invoice, token)")]
    [InlineData("Post(\"collections\", invoice, token, null)")]
    [InlineData("Post(\"collections\", invoice, token, key: \"\")")]
    public Task WrapperThatIsGivenNoKey_Reports(string collect) => Verify.VerifyAnalyzerAsync(Gateway(collect, Post).Replace("{|#0:Collect|}", "[|Collect|]"));

    [Theory]
    [InlineData("Post(\"collections\", invoice, token, number)", Post)]
    [InlineData("Post(\"collections\", invoice, token)", """
        private async Task Post(string path, string body, CancellationToken token, string? key = null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
                request.Headers.Add("Idempotency-Key", body);
                request.Headers.Add("X-Trace", key);
                using var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
            }
        """)]
    [InlineData("Post(\"collections\", invoice, token)", """
        private async Task Post(string path, string body, CancellationToken token, string? key = null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
                AddKey(request, key ?? body);
                using var response = await http.SendAsync(request, token);
                response.EnsureSuccessStatusCode();
            }

            private static void AddKey(HttpRequestMessage request, string key) => request.Headers.Add("Idempotency-Key", key);
        """)]
    public Task WrapperThatHasAKey_IsQuiet(string collect, string post) => Verify.VerifyAnalyzerAsync(Gateway(collect, post).Replace("{|#0:Collect|}", "Collect"));

    [Theory]
    [InlineData("Func<Task<HttpResponseMessage>> send = () => http.[|PostAsJsonAsync|](\"pay\", amount);", "for (var i = 0; i < 3; i++) { var r = await send(); if (r.IsSuccessStatusCode) return; await Task.Delay(500); }")]
    [InlineData("Func<Task> send = async () => { var r = await http.[|PostAsJsonAsync|](\"pay\", amount); r.EnsureSuccessStatusCode(); };", "for (var i = 0; ; i++) { try { await send(); return; } catch (HttpRequestException) when (i < 3) { await Task.Delay(500); } }")]
    [InlineData("Func<Task> send = () => http.PostAsJsonAsync(\"pay\", amount);", "for (var i = 0; i < 3; i++) await send();")]
    [InlineData("Func<Task> send = () => http.PostAsJsonAsync(\"pay\", amount);", "await send();")]
    public Task LambdaInALocal_CalledInALoop(string lambda, string loop) => Verify.VerifyAnalyzerAsync($$"""
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;

        class Payments(HttpClient http)
        {
            public async Task Pay(decimal amount)
            {
                {{lambda}}
                {{loop}}
            }
        }
        """);
}
