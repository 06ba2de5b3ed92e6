using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>What a loop goes on by: a status, a flag, a counter.</summary>
public sealed class IA2001LoopConditionTests
{
    private const string Usings = IA2001RetriedWriteWithoutIdempotencyKeyTests.Usings;

    [Theory]
    [InlineData("catch (HttpRequestException) when (i < 3) { await Task.Delay(i * 500); }", "Console.WriteLine(n);", true)]
    [InlineData("catch (HttpRequestException) { if (i == 3) throw; }", "", true)]
    [InlineData("catch (HttpRequestException) { await Task.Delay(TimeSpan.FromSeconds(i)); }", "", true)]
    [InlineData("catch (HttpRequestException) { Console.WriteLine(i); }", "", false)]
    [InlineData("catch (HttpRequestException) when (i < 3) { }", "body = hosts[n];", false)]
    [InlineData("catch (HttpRequestException) when (i < 3) { Console.WriteLine(hosts[i]); }", "", false)]
    public Task CounterThatTheCallIsTold(string clause, string statement, bool isReported) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Orders(HttpClient http, string[] hosts)
        {
            public async Task<string> Submit(string order)
            {
                for (var i = 1; ; i++)
                {
                    try
                    {
                        return await {{(isReported ? "[|Once|]" : "Once")}}(order, i);
                    }
                    {{clause}}
                }
            }

            private async Task<string> Once(string body, int n)
            {
                {{statement}}
                using var response = await http.PostAsJsonAsync("orders", new { body });
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Theory]
    [InlineData("new { order }")]
    [InlineData("new Line { Order = order }")]
    [InlineData("order.Length > 3 ? order : null")]
    [InlineData("new Dictionary<string, string> { [\"order\"] = order }")]
    public Task ResponseInALocalOfBefore_WithAnInitializerInTheCall_Reports(string body) => Verify.VerifyAnalyzerAsync(Usings + $$"""
        class Line
        {
            public string? Order { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task<string> Submit(string order)
            {
                HttpResponseMessage? response = null;
                for (var i = 0; i < 3; i++)
                {
                    response = await http.[|PostAsJsonAsync|]("orders", {{body}});
                    if (response.IsSuccessStatusCode)
                        break;
                    await Task.Delay(500);
                }

                response!.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        }
        """);

    [Theory]
    [InlineData("private static readonly HashSet<HttpStatusCode> Codes = [HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway];", "Codes.Contains(response.StatusCode)", true)]
    [InlineData("private static readonly HttpStatusCode[] Codes = { HttpStatusCode.RequestTimeout, HttpStatusCode.GatewayTimeout };", "Codes.Contains(response.StatusCode)", true)]
    [InlineData("private static readonly List<int> Codes = new() { 500, 502 };", "Codes.Contains((int)response.StatusCode)", true)]
    [InlineData("private static readonly HashSet<HttpStatusCode> Done = new() { HttpStatusCode.OK, HttpStatusCode.Created };", "!Done.Contains(response.StatusCode)", true)]
    [InlineData("private readonly ISet<HttpStatusCode> retryStatusCodes;", "retryStatusCodes.Contains(response.StatusCode)", true)]
    [InlineData("private static readonly HttpStatusCode[] Codes = { HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests };", "Codes.Contains(response.StatusCode)", false)]
    [InlineData("private readonly ISet<HttpStatusCode> codes;", "codes.Contains(response.StatusCode)", false)]
    [InlineData("private static readonly HttpStatusCode[] Codes = { HttpStatusCode.OK, HttpStatusCode.BadGateway };", "Codes.Contains(response.StatusCode)", false)]
    public Task ListOfStatuses(string list, string question, bool isReported) => Verify.VerifyAnalyzerAsync("using System.Linq;\n" + Usings + $$"""
        class Orders(HttpClient http)
        {
            {{list}}

            public async Task<HttpResponseMessage> Submit(HttpContent order)
            {
                for (var attempt = 0; ; attempt++)
                {
                    var response = await http.{{(isReported ? "[|PostAsync|]" : "PostAsync")}}("orders", order);
                    if ({{question}} && attempt < 3)
                    {
                        await Task.Delay(1000);
                        continue;
                    }

                    return response;
                }
            }
        }
        """);

    [Fact]
    public Task StatusTest_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task<HttpResponseMessage> Submit(string order)
            {
                HttpResponseMessage response;
                var attempts = 0;
                do
                {
                    response = await http.[|PostAsJsonAsync|]("orders", order);
                    attempts++;
                    await Task.Delay(100);
                }
                while (!response.IsSuccessStatusCode && attempts < 3);

                return response;
            }

            public async Task<HttpResponseMessage> Change(string order)
            {
                for (var retry = 0; retry < 4; retry++)
                {
                    var response = await http.[|PatchAsync|]("orders/1", new StringContent(order));
                    if ((int)response.StatusCode >= 500)
                    {
                        await Task.Delay(100);
                        continue;
                    }

                    return response;
                }

                throw new InvalidOperationException();
            }
        }
        """);

    [Fact]
    public Task FlagInCondition_ShareXWorkerTask_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class WorkerTask(HttpClient http)
        {
            public bool StopRequested { get; set; }

            public void DoUploadJob(Stream data)
            {
                bool isError = DoUpload(data, "a.png");
                for (int retry = 1; !StopRequested && isError && retry <= 5; retry++)
                {
                    isError = [|DoUpload|](data, "a.png", retry);
                }
            }

            private bool DoUpload(Stream data, string fileName, int retry = 0)
            {
                bool isError = false;
                try
                {
                    http.PostAsync(fileName, new StreamContent(data)).GetAwaiter().GetResult();
                }
                catch (Exception)
                {
                    isError = true;
                }

                return isError;
            }
        }
        """);

    [Fact]
    public Task SuccessFlagSetInTry_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            public async Task Submit(HttpContent order)
            {
                var done = false;
                while (!done)
                {
                    try
                    {
                        await http.[|PostAsync|]("orders", order);
                        done = true;
                    }
                    catch (HttpRequestException)
                    {
                        await Task.Delay(100);
                    }
                }
            }

            public async Task<string> Remember(HttpContent order)
            {
                for (var n = 0; n < 3; n++)
                {
                    Exception? last = null;
                    string? text = null;
                    try
                    {
                        var response = await http.[|PostAsync|]("orders", order);
                        text = await response.Content.ReadAsStringAsync();
                    }
                    catch (Exception ex)
                    {
                        last = ex;
                    }

                    if (last == null)
                        return text!;
                    await Task.Delay(100);
                }

                throw new TimeoutException();
            }
        }
        """);
}
