using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKeyTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Repeats that are no retry of a write: paging, other hosts, polling, a refusal, a read.</summary>
public sealed class IA2001QuietTests
{
    [Fact]
    public Task Paging_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Exports(HttpClient http)
        {
            public async Task Pages(int total)
            {
                for (var page = 0; page < total; page++)
                {
                    try
                    {
                        await http.PostAsJsonAsync("export", new { page });
                    }
                    catch (HttpRequestException)
                    {
                        continue;
                    }
                }
            }

            public async Task Cursor()
            {
                string? next = "first";
                do
                {
                    var response = await http.PostAsJsonAsync("export", new { next });
                    response.EnsureSuccessStatusCode();
                    next = await response.Content.ReadAsStringAsync();
                }
                while (next != null);
            }
        }
        """);

    [Fact]
    public Task FailoverOverHosts_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Notify(HttpClient http)
        {
            public async Task<bool> Send(string[] hosts, HttpContent content)
            {
                foreach (var host in hosts)
                {
                    var url = host + "/notify";
                    try
                    {
                        await http.PostAsync(url, content);
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
    public Task WorkerLoop_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Worker(HttpClient http, Queue<string> queue)
        {
            public async Task Run(CancellationToken token)
            {
                while (!token.IsCancellationRequested)
                {
                    var job = queue.Dequeue();
                    try
                    {
                        await http.PostAsJsonAsync("jobs", job);
                    }
                    catch (Exception ex)
                    {
                        Console.WriteLine(ex);
                    }
                }
            }

            public async Task Heartbeat()
            {
                var errors = 0;
                while (errors < 5)
                {
                    try
                    {
                        await http.PostAsync("alive", null);
                        errors = 0;
                    }
                    catch (HttpRequestException)
                    {
                        errors++;
                    }

                    await Task.Delay(1000);
                }
            }
        }
        """);

    [Fact]
    public Task PollingForAState_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Device(HttpClient http)
        {
            public record Answer(string? Error, string? State);

            public async Task<Answer> Wait(string code)
            {
                while (true)
                {
                    var response = await http.PostAsJsonAsync("device", code);
                    var answer = await response.Content.ReadFromJsonAsync<Answer>();
                    if (answer!.State == "done")
                        return answer;
                    await Task.Delay(1000);
                }
            }
        }
        """);

    [Fact]
    public Task RepeatAfter401WithTokenRefresh_DuplicatiServerClient_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class DuplicatiServerClient(HttpClient http)
        {
            private Task<string> PostAsync(string endpoint, object? data, bool retryOn401 = true) =>
                ExecuteWithRetryAsync(async () =>
                {
                    using var response = await http.PostAsync(endpoint, new StringContent(""));
                    return await ProcessResponseAsync(response);
                }, retryOn401);

            private async Task<string> ProcessResponseAsync(HttpResponseMessage response)
            {
                if (response.StatusCode == HttpStatusCode.Unauthorized)
                    throw new UnauthorizedAccessException();
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }

            private async Task<T> ExecuteWithRetryAsync<T>(Func<Task<T>> operation, bool retryOn401)
            {
                const int maxRetries = 3;
                var attempts = 0;
                while (attempts <= maxRetries)
                {
                    try
                    {
                        return await operation();
                    }
                    catch (UnauthorizedAccessException) when (retryOn401 && attempts < maxRetries)
                    {
                        attempts++;
                    }
                }

                throw new UnauthorizedAccessException();
            }
        }
        """);

    /// <summary>ShipEngine/shipengine-dotnet, ShipEngineClient.cs: all but one code of the provider's own goes on.</summary>
    [Theory]
    [InlineData("RateLimitExceeded")]
    [InlineData("Unauthorised")]
    [InlineData("Forbidden")]
    [InlineData("TooManyRequests")]
    [InlineData("RequestThrottled")]
    [InlineData("AuthenticationFailed")]
    [InlineData("TokenExpired")]
    [InlineData("ExpiredToken")]
    [InlineData("AccessDenied")]
    public Task ShipEngine_RepeatAfterOwnCodeOfARefusal_IsQuiet(string code) => Verify.VerifyAnalyzerAsync(AfterOwnCode(code, "PostAsync"));

    [Theory]
    [InlineData("ServerDown")]
    [InlineData("TimedOut")]
    public Task RepeatAfterOwnCodeOfAnythingElse_Reports(string code) => Verify.VerifyAnalyzerAsync(AfterOwnCode(code, "[|PostAsync|]"));

    private static string AfterOwnCode(string code, string mark) => Usings + $$"""
        enum ErrorCode { Unspecified, {{code}} }

        class ShipException(ErrorCode code) : Exception
        {
            public ErrorCode Code { get; } = code;
        }

        class Labels(HttpClient http)
        {
            public async Task<string> Create(HttpContent label)
            {
                var retry = 0;
                ShipException last;
                while (true)
                {
                    try
                    {
                        var response = await http.{{mark}}("labels", label);
                        return await Read(response);
                    }
                    catch (ShipException e)
                    {
                        if (e.Code != ErrorCode.{{code}})
                            throw;
                        last = e;
                    }

                    if (++retry > 3)
                        break;
                    await Task.Delay(1000);
                }

                throw last;
            }

            private static async Task<string> Read(HttpResponseMessage response) =>
                response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : throw new ShipException(ErrorCode.Unspecified);
        }
        """;

    /// <summary>phus0101/MessengerWebhook, GeminiPolicyIntentClassifier.cs: it only asks what a text is about.</summary>
    [Fact]
    public Task MessengerWebhook_PostThatClassifies_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Intents(HttpClient http)
        {
            public async Task<string> ClassifyAsync(HttpContent text)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        var response = await http.PostAsync("v1beta/models/flash:generateContent", text);
                        return await response.Content.ReadAsStringAsync();
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);

    /// <summary>DFE-Digital/teaching-record-system, WebhookSender.cs: whoever gets a CloudEvent knows it again by its ID.</summary>
    [Fact]
    public Task TeachingRecordSystem_CloudEvent_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Hooks(HttpClient http)
        {
            public async Task Send(string id, string body)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        var content = new StringContent(body);
                        content.Headers.Add("ce-id", id);
                        await http.PostAsync("hook", content);
                        return;
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task RepeatAfterRefusalStatus_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(HttpContent order)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var response = await http.PostAsync("orders", order);
                    if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < 3)
                    {
                        await Task.Delay(1000);
                        continue;
                    }

                    return response;
                }
            }

            public async Task<HttpResponseMessage> Again(HttpContent order, bool isSecond = false)
            {
                var response = await http.PostAsync("orders", order);
                if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && !isSecond)
                {
                    await Refresh();
                    return await Again(order, true);
                }

                return response;
            }

            public async Task<HttpResponseMessage> Caught(HttpContent order)
            {
                while (true)
                {
                    try
                    {
                        var response = await http.PostAsync("orders", order);
                        response.EnsureSuccessStatusCode();
                        return response;
                    }
                    catch (HttpRequestException ex) when (ex.StatusCode == HttpStatusCode.Unauthorized)
                    {
                        await Refresh();
                    }
                }
            }

            private Task Refresh() => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task AttemptLoopOverAFile_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Installer(HttpClient http)
        {
            public async Task Install(string path)
            {
                for (int attempt = 1; attempt <= 5; attempt++)
                {
                    try
                    {
                        File.Delete(path);
                        break;
                    }
                    catch (IOException)
                    {
                        await Task.Delay(100);
                    }
                }

                await http.PostAsync("installed", null);
            }
        }
        """);

    [Fact]
    public Task LoopThatFailureLeaves_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task Submit(List<string> orders)
            {
                for (var i = 0; i < orders.Count; i++)
                {
                    try
                    {
                        await http.PostAsJsonAsync("orders", orders[i]);
                    }
                    catch (HttpRequestException)
                    {
                        break;
                    }
                }

                while (true)
                {
                    try
                    {
                        await http.PostAsync("done", null);
                        return;
                    }
                    catch (HttpRequestException)
                    {
                        throw;
                    }
                }
            }
        }
        """);

    [Fact]
    public Task NamedRetryOnly_OmbiAddRetry_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class TheMovieDbApi(HttpClient http)
        {
            public Task<HttpResponseMessage> Rate(HttpRequestMessage request)
            {
                AddRetry(request);
                return http.PostAsync("rate", null);
            }

            private static void AddRetry(HttpRequestMessage request) => request.Headers.Add("X-Retry", "true");
        }
        """);

    [Fact]
    public Task VerbGuardInWrapper_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Api(HttpClient http)
        {
            public Task<HttpResponseMessage> Create(string order) => SendWithRetry(HttpMethod.Post, "orders");

            private async Task<HttpResponseMessage> SendWithRetry(HttpMethod method, string url)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(new HttpRequestMessage(method, url));
                    }
                    catch (HttpRequestException) when (method == HttpMethod.Get && attempt < 3)
                    {
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Read_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string> Load()
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        await http.PutAsync("orders/1", null);
                        return await http.GetStringAsync("orders");
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                    }
                }
            }
        }
        """);
}
