using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2010RequestSentAgain>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

public sealed class IA2010RequestSentAgainTests
{
    internal const string Usings = """
        using System;
        using System.IO;
        using System.IO.Compression;
        using System.Net;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Polly;
        using Polly.Retry;

        """;

    internal static string In(string members) => Usings + """
        class Orders(HttpClient http)
        {
            private static readonly AsyncRetryPolicy<HttpResponseMessage> Retry =
                Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode >= 500).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n));


        """ + members + "\n}\n";

    [Fact]
    public Task MessageMadeBeforeThePolicy_BmiCalculatorCollectorController_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        public class CollectorController(IHttpClientFactory clientFactory)
        {
            public async Task<string> Get(string height)
            {
                var client = clientFactory.CreateClient("MyClient");
                var request = new HttpRequestMessage(HttpMethod.Get, $"http://calculator-service/Calculator?height={height}");
                Console.WriteLine(request.RequestUri);

                var retryPolicy = Policy
                   .HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode)
                   .WaitAndRetryAsync(new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5) });

                HttpResponseMessage response = await retryPolicy.ExecuteAsync(() => client.SendAsync([|request|]));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Fact]
    public Task LoopWrapperAndParameter_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Loop(HttpRequestMessage message, CancellationToken token)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await Send([|message|], token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000, token);
                    }
                }
            }

            private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken token)
            {
                request.Headers.Add("X-Trace", "1");
                var response = await http.SendAsync(request, token);
                return response.EnsureSuccessStatusCode();
            }
        """));

    [Fact]
    public Task RepeatAfter401_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Read(string token)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                for (var attempt = 0; attempt < 2; attempt++)
                {
                    var response = await http.SendAsync([|request|]);
                    if (response.StatusCode != HttpStatusCode.Unauthorized)
                        return response;
                    await Task.Delay(100);
                }

                throw new HttpRequestException();
            }
        """));

    [Fact]
    public Task ContentDisposedWithTheAttemptsRequest_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Submit(string json)
            {
                var content = new StringContent(json, Encoding.UTF8, "application/json");
                return Retry.ExecuteAsync(async () =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Put, "orders") { Content = [|content|] };
                    return await http.SendAsync(request);
                });
            }

            public Task<HttpResponseMessage> Later(HttpContent content) => Retry.ExecuteAsync(async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, "orders");
                request.Content = [|content|];
                return await http.SendAsync(request);
            });
        """));

    [Fact]
    public Task StreamOfOneReading_Reports() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Copy(string from)
            {
                var stream = await http.GetStreamAsync(from);
                var content = new StreamContent(stream);
                return await Retry.ExecuteAsync(() => http.PutAsync("copy", [|content|]));
            }

            public Task<HttpResponseMessage> Pack(Stream file)
            {
                var content = new StreamContent(new GZipStream(file, CompressionMode.Compress));
                return Retry.ExecuteAsync(() => http.PutAsync("pack", [|content|]));
            }
        """));

    [Fact]
    public Task MadeInsideTheAttempt_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Read() => Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "orders")));

            public Task<HttpResponseMessage> Made() => Retry.ExecuteAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                return http.SendAsync(request);
            });

            public Task<HttpResponseMessage> Factory(Func<HttpRequestMessage> make) => Retry.ExecuteAsync(() => http.SendAsync(make()));

            public Task<HttpResponseMessage> Cloned(HttpRequestMessage request) => Retry.ExecuteAsync(() => http.SendAsync(Clone(request)));

            public Task<HttpResponseMessage> ClonedInTheWrapper(HttpRequestMessage request) => Retry.ExecuteAsync(() => Send(request));

            private Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(Clone(request));

            private static HttpRequestMessage Clone(HttpRequestMessage request) => new(request.Method, request.RequestUri);
        """));

    [Fact]
    public Task SetAnewForTheNextAttempt_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task<HttpResponseMessage> Read(HttpRequestMessage request)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await http.SendAsync(request);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        request = new HttpRequestMessage(request.Method, request.RequestUri);
                    }
                }
            }
        """));

    [Fact]
    public Task InsideADelegatingHandler_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class RetryHandler : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                for (var attempt = 0; ; attempt++)
                {
                    try
                    {
                        return await base.SendAsync(request, token);
                    }
                    catch (HttpRequestException) when (attempt < 3)
                    {
                        await Task.Delay(1000, token);
                    }
                }
            }
        }
        """);

    [Fact]
    public Task BufferedContentOfNoDisposedRequest_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public Task<HttpResponseMessage> Submit(string json)
            {
                var content = new StringContent(json, Encoding.UTF8, "application/json");
                return Retry.ExecuteAsync(() => http.PutAsync("orders", content));
            }

            public Task<HttpResponseMessage> Plain(byte[] bytes)
            {
                var content = new ByteArrayContent(bytes);
                return Retry.ExecuteAsync(() => http.SendAsync(new HttpRequestMessage(HttpMethod.Put, "orders") { Content = content }));
            }

            public Task<HttpResponseMessage> File(string path)
            {
                var content = new StreamContent(System.IO.File.OpenRead(path));
                return Retry.ExecuteAsync(() => http.PutAsync("file", content));
            }
        """));

    [Fact]
    public Task Invoker_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpMessageInvoker invoker)
        {
            public Task<HttpResponseMessage> Send(HttpRequestMessage request) =>
                Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(token => invoker.SendAsync(request, token), default);
        }
        """);

    [Fact]
    public Task OncePerItemOrUnderATimeout_IsQuiet() => Verify.VerifyAnalyzerAsync(In("""
            public async Task Each(HttpRequestMessage[] requests)
            {
                foreach (var request in requests)
                    await http.SendAsync(request);
            }

            public Task<HttpResponseMessage> Bounded(HttpRequestMessage request) => Policy.TimeoutAsync(5).ExecuteAsync(() => http.SendAsync(request));
        """));

    [Theory]
    [InlineData("for (var i = 0; i < 2; i++)\n{\n    using var response = await http.SendAsync([|request|]);\n    var text = await response.Content.ReadAsStringAsync();\n    if (!text.Contains(\"cookie wall\") || i == 1)\n        return text;\n    await Task.Delay(100);\n}\n\nreturn \"\";")]
    [InlineData("var text = \"\";\nwhile (text.Length < 10)\n{\n    request.RequestUri = new Uri(\"https://orders.test/\" + text.Length);\n    text += await (await http.SendAsync([|request|])).Content.ReadAsStringAsync();\n}\n\nreturn text;")]
    [InlineData("var text = \"\";\nforeach (var page in pages)\n    text += page + await (await http.SendAsync([|request|])).Content.ReadAsStringAsync();\nreturn text;")]
    public Task EveryTurnOfALoopSendsOneMessage_Reports(string loop) => Verify.VerifyAnalyzerAsync(In(Turns(loop)));

    [Theory]
    [InlineData("for (var i = 0; i < 2; i++)\n{\n    using var response = await http.SendAsync(request);\n    return await response.Content.ReadAsStringAsync();\n}\n\nreturn \"\";")]
    [InlineData("do\n{\n    await http.SendAsync(request);\n}\nwhile (false);\nreturn \"\";")]
    [InlineData("foreach (var page in pages)\n{\n    if (page == \"last\")\n        await http.SendAsync(request);\n}\n\nreturn \"\";")]
    [InlineData("foreach (var page in pages)\n{\n    request = new HttpRequestMessage(HttpMethod.Get, page);\n    await http.SendAsync(request);\n}\n\nreturn \"\";")]
    [InlineData("foreach (var page in pages)\n{\n    await http.SendAsync(request);\n    if (page.Length > 3)\n        break;\n    request = new HttpRequestMessage(HttpMethod.Get, page);\n}\n\nreturn \"\";")]
    public Task LoopThatSendsOnce_OrMakesAnother_IsQuiet(string loop) => Verify.VerifyAnalyzerAsync(In(Turns(loop)));

    private static string Turns(string loop) => $$"""
            public async Task<string> Read(string[] pages)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "orders");
                {{loop}}
            }
        """;
}
