using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Hand-written retries. Polly and helpers, keys, reads and fixes have files of their own.</summary>
public sealed class IA2001RetriedWriteWithoutIdempotencyKeyTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    [Fact]
    public Task ForLoopWithFilter_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Payments(HttpClient http)
        {
            public async Task<HttpResponseMessage> Charge(HttpContent charge)
            {
                for (var attempt = 1; ; attempt++)
                {
                    try
                    {
                        return await http.[|PostAsync|]("charges", charge);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(attempt * 1000);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task WhileLoopRoundPrivateWrapper_RequestrrOmbiClient_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class OmbiClient(IHttpClientFactory factory)
        {
            public async Task<string> RequestMovieAsync(string user, int movie)
            {
                var retryCount = 0;

                while (retryCount <= 5)
                {
                    try
                    {
                        if (user.Length > 0)
                        {
                            var response = await [|HttpPostAsync|](user, "/api/v1/Request/Movie", "{}");
                            await ThrowIfNotSuccessfulAsync(response);
                            return "";
                        }

                        return "denied";
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex.Message);
                        retryCount++;
                        await Task.Delay(1000);
                    }
                }

                throw new Exception("An error occurred");
            }

            private static Task ThrowIfNotSuccessfulAsync(HttpResponseMessage response) =>
                response.IsSuccessStatusCode ? Task.CompletedTask : throw new Exception("failed");

            private async Task<HttpResponseMessage> HttpPostAsync(string user, string url, string content)
            {
                var body = new StringContent(content);
                body.Headers.Add("UserName", user);
                var client = factory.CreateClient();
                return await client.PostAsync(url, body);
            }
        }
        """);

    [Fact]
    public Task VerbInRequestMessageTwoCallsAway_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<bool> Submit(string order)
            {
                for (int i = 0; i < 3; i++)
                {
                    try
                    {
                        await [|Place|](order);
                        return true;
                    }
                    catch (Exception)
                    {
                        // once more
                    }
                }

                return false;
            }

            private Task Place(string order) => Transport(HttpMethod.Post, "orders", order);

            private async Task Transport(HttpMethod method, string url, string body)
            {
                using var request = new HttpRequestMessage(method, url) { Content = new StringContent(body) };
                var response = await http.SendAsync(request);
                response.EnsureSuccessStatusCode();
            }
        }
        """);

    [Fact]
    public Task WhileTrueWithHandlerThatGivesUp_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(string order)
            {
                var attempt = 0;
                while (true)
                {
                    try
                    {
                        using var request = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri("orders", UriKind.Relative) };
                        request.Content = new StringContent(order);
                        return await http.[|SendAsync|](request);
                    }
                    catch (Exception)
                    {
                        if (++attempt >= 3)
                            throw;
                    }

                    await Task.Delay(100);
                }
            }
        }
        """);

    [Fact]
    public Task Goto_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(HttpContent order)
            {
                var left = 3;
            again:
                try
                {
                    return await http.[|PostAsync|]("orders", order);
                }
                catch (HttpRequestException) when (left-- > 0)
                {
                    await Task.Delay(100);
                }

                goto again;
            }
        }
        """);

    [Fact]
    public Task Recursion_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(string order, int attempt = 0)
            {
                try
                {
                    return await http.[|PostAsync|]("orders", new StringContent(order));
                }
                catch (HttpRequestException)
                {
                    if (attempt >= 3)
                        throw;
                    return await Submit(order, attempt + 1);
                }
            }
        }
        """);

    [Fact]
    public Task ForeachOverDelays_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

            public async Task<bool> Submit(string order)
            {
                foreach (var delay in Delays)
                {
                    try
                    {
                        await http.[|PostAsJsonAsync|]("orders", order);
                        return true;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(delay);
                    }
                }

                return false;
            }
        }
        """);

    [Fact]
    public Task BatchRoundWithItemsInside_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task Submit(List<string> orders)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        foreach (var order in orders)
                            await http.[|PostAsJsonAsync|]("orders", order);
                        return;
                    }
                    catch (HttpRequestException)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task WrapperThatRetriesWhateverVerb_ReportsAtTheCallThatSaysIt() => Verify.VerifyAnalyzerAsync(Usings + """
        class Api(HttpClient http)
        {
            public Task<HttpResponseMessage> Create(string order) => [|SendWithRetry|](HttpMethod.Post, "orders", order);

            public Task<HttpResponseMessage> Read() => SendWithRetry(HttpMethod.Get, "orders", "");

            private async Task<HttpResponseMessage> SendWithRetry(HttpMethod method, string url, string body)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(new HttpRequestMessage(method, url) { Content = new StringContent(body) });
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task TaskRunAndTimeoutWrapperInLoop_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(HttpContent order, CancellationToken token)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    try
                    {
                        return await WithTimeout(ct => http.[|PostAsync|]("orders", order, ct), token);
                    }
                    catch (TimeoutException)
                    {
                    }
                }

                throw new TimeoutException();
            }

            private static Task<T> WithTimeout<T>(Func<CancellationToken, Task<T>> run, CancellationToken token) => run(token);
        }
        """);

    [Fact]
    public async Task VerbsOption_AddsPut()
    {
        var test = new Verify.Test
        {
            TestCode = Usings + """
                class Orders(HttpClient http)
                {
                    public async Task Submit()
                    {
                        for (var attempt = 0; ; attempt++)
                        {
                            try
                            {
                                await http.[|PutAsync|]("orders/1", null);
                                return;
                            }
                            catch (HttpRequestException) when (attempt < 3)
                            {
                            }
                        }
                    }
                }
                """,
            TestState = { AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[*.cs]\nintegration_analyzers.ia2001.verbs = POST, PUT\n") } },
        };
        await test.RunAsync();
    }
}
