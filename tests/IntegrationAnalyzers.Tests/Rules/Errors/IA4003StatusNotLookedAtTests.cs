using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

public class IA4003StatusNotLookedAtTests
{
    /// <summary>A list is a payload like any other, and there is no fault in <c>FirstOrDefault</c>.</summary>
    [Theory]
    [InlineData("return rates!.FirstOrDefault()?.ToString();")]
    [InlineData("return rates?.First().ToString();")]
    [InlineData("var first = rates.FirstOrDefault();\n    return first.Value.ToString();")]
    [InlineData("return rates[0].Value.ToString();")]
    [InlineData("return rates.SingleOrDefault(rate => rate.Value > 1)?.ToString();")]
    [InlineData("return string.Join(\",\", rates.Select(rate => rate.Value));")]
    [InlineData("return rates.Where(rate => rate.Value > 1).OrderBy(rate => rate.Value).Last().ToString();")]
    [InlineData("return rates.ToArray()[0].ToString();")]
    public Task WooWebhookReceiver_ElementOfAList_Reports(string rest) => Verify.VerifyAnalyzerAsync(
        Text("var response = await [|client.GetAsync(id)|];\nvar text = await response.Content.ReadAsStringAsync();\nvar rates = JsonSerializer.Deserialize<List<Rate>>(text);\n" + rest));

    [Theory]
    [InlineData("var response = await [|client.GetAsync(id)|];\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("using var response = await [|client.GetAsync(id)|].ConfigureAwait(false);\nvar text = await response.Content.ReadAsStringAsync();\nreturn text;")]
    [InlineData("using (var response = await [|client.GetAsync(id)|])\n{\n    return await response.Content.ReadAsStringAsync();\n}")]
    [InlineData("return await (await [|client.GetAsync(id)|]).Content.ReadAsStringAsync();")]
    [InlineData("HttpResponseMessage response;\nresponse = await [|client.GetAsync(id)|];\nvar text = await response.Content.ReadAsStringAsync();\nreturn text.Trim();")]
    [InlineData("var task = [|client.GetAsync(id)|];\nvar response = await task;\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nusing var reader = new StreamReader(await response.Content.ReadAsStreamAsync());\nreturn await reader.ReadToEndAsync();")]
    [InlineData("using var response = await [|client.GetAsync(id)|];\nusing var stream = await response.Content.ReadAsStreamAsync();\nusing var file = File.Create(id);\nvar buffer = new byte[1024];\nint read;\nwhile ((read = await stream.ReadAsync(buffer)) > 0)\n    await file.WriteAsync(buffer.AsMemory(0, read));\nreturn null;")]
    [InlineData("using var response = await [|client.GetAsync(id)|];\nusing var stream = await response.Content.ReadAsStreamAsync();\nusing var file = File.OpenWrite(id);\nvar buffer = new byte[1024];\nint read;\nwhile ((read = await stream.ReadAsync(buffer)) > 0)\n    await file.WriteAsync(buffer.AsMemory(0, read));\nreturn null;")]
    [InlineData("using var response = await [|client.GetAsync(id)|];\nusing var stream = await response.Content.ReadAsStreamAsync();\nusing var file = File.Open(id, FileMode.Create);\nvar buffer = new byte[1024];\nint read;\nwhile ((read = await stream.ReadAsync(buffer)) > 0)\n    await file.WriteAsync(buffer.AsMemory(0, read));\nreturn null;")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nawait using var file = File.Create(id);\nawait response.Content.CopyToAsync(file);\nreturn null;")]
    // STranslate: piece by piece into a file
    [InlineData("using var response = await [|client.GetAsync(id, HttpCompletionOption.ResponseHeadersRead)|];\nvar total = response.Content.Headers.ContentLength ?? -1;\nusing var stream = await response.Content.ReadAsStreamAsync();\nusing var file = new FileStream(id, FileMode.Create);\nvar buffer = new byte[1024];\nint read;\nwhile ((read = await stream.ReadAsync(buffer)) > 0)\n    await file.WriteAsync(buffer.AsMemory(0, read));\nreturn null;")]
    // a list that is gone through
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar text = await response.Content.ReadAsStringAsync();\nvar rates = JsonSerializer.Deserialize<List<Rate>>(text) ?? new List<Rate>();\nvar sum = 0m;\nforeach (var rate in rates)\n    sum += rate.Value;\nreturn sum.ToString();")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar rates = JsonSerializer.Deserialize<Rate[]>(await response.Content.ReadAsStringAsync())!;\nforeach (var rate in rates)\n    Log.LogInformation(\"{Rate}\", rate.Value.ToString());\nreturn rates[0].Value.ToString();")]
    // Houseiana: an access token is no outcome, for all that there is an "ok" in it
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar json = await response.Content.ReadAsStringAsync();\nvar token = JsonDocument.Parse(json).RootElement.GetProperty(\"access_token\").GetString();\nreturn token;")]
    // The message of a chat holds a content: it is none that a failure has
    [InlineData("var response = await [|client.GetAsync(id)|];\nusing var chat = JsonDocument.Parse(await response.Content.ReadAsStringAsync());\nreturn chat.RootElement.GetProperty(\"choices\")[0].GetProperty(\"message\").GetProperty(\"content\").GetString();")]
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar chat = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync());\nreturn (string?)chat![\"choices\"]![0]![\"message\"]![\"content\"];")]
    [InlineData("var response = await [|client.GetAsync(id)|];\ndynamic chat = (await response.Content.ReadFromJsonAsync<System.Dynamic.ExpandoObject>())!;\nreturn chat.choices[0].message.content;")]
    // What the body was put into is another request, and that one's status says nothing of the first
    [InlineData("var response = await [|client.GetAsync(id)|];\nvar found = await response.Content.ReadAsStringAsync();\nvar second = await client.GetAsync(\"orders/\" + found);\nsecond.EnsureSuccessStatusCode();\nreturn await second.Content.ReadAsStringAsync();")]
    public Task BodyUsedWithoutALook_Reports(string body) => Verify.VerifyAnalyzerAsync(Text(body));

    /// <summary>Whether there is one more element says nothing of the status.</summary>
    [Fact]
    public Task ElementsTakenOneByOne_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<int> SumAsync()
        {
            using var response = await [|client.GetAsync("rates", HttpCompletionOption.ResponseHeadersRead)|];
            await using var rates = response.Content.ReadFromJsonAsAsyncEnumerable<int>().GetAsyncEnumerator();
            var sum = 0;
            while (await rates.MoveNextAsync())
                sum += rates.Current;
            return sum;
        }
        """));

    [Theory]
    [InlineData("stream.Read(buffer)")]
    [InlineData("await stream.ReadAsync(buffer)")]
    [InlineData("stream.ReadAtLeast(buffer, 9, false)")]
    [InlineData("await stream.ReadAtLeastAsync(buffer, 9, false)")]
    [InlineData("new StreamReader(stream).ReadBlock(text, 0, 9)")]
    [InlineData("await new StreamReader(stream).ReadBlockAsync(text, 0, 9)")]
    public Task BodySavedPieceByPiece_Reports(string read) => Verify.VerifyAnalyzerAsync(Text($$"""
        using var response = await [|client.GetAsync(id, HttpCompletionOption.ResponseHeadersRead)|];
        using var stream = await response.Content.ReadAsStreamAsync();
        using var file = System.IO.File.Create(id);
        var buffer = new byte[1024];
        var text = new char[1024];
        int count;
        while ((count = {{read}}) > 0)
            file.Write(buffer, 0, count);
        return null;
        """));

    [Fact]
    public Task DeserializedInOneExpression_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<decimal> ReadAsync(string code)
        {
            var response = await [|client.GetAsync(code)|];
            return JsonSerializer.Deserialize<Rate>(await response.Content.ReadAsStringAsync())!.Value;
        }
        """));

    [Fact]
    public Task ReadFromJsonAsync_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<Rate?> ReadAsync(string code)
        {
            var response = await [|client.PostAsJsonAsync("rates", code)|];
            return await response.Content.ReadFromJsonAsync<Rate>();
        }
        """));

    [Fact]
    public Task BlockingRead_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public string Read(string code) => [|client.GetAsync(code)|].Result.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        """));

    [Fact]
    public Task BodyStoredOnAnObject_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        private string? _last;

        public async Task ReadAsync(string code)
        {
            var response = await [|client.GetAsync(code)|];
            _last = await response.Content.ReadAsStringAsync();
        }
        """));

    [Fact]
    public Task BodyAnsweredToOurCaller_Reports() => Verify.VerifyAnalyzerAsync(File("""
        public class News(HttpClient client) : ControllerBase
        {
            public async Task<IActionResult> Read()
            {
                var response = await [|client.GetAsync("news")|];
                return Ok(new { text = await response.Content.ReadAsStringAsync() });
            }
        }
        """));

    [Theory]
    [InlineData("logger.LogInformation(\"answered {Status}\", response.StatusCode);")]
    [InlineData("logger.LogInformation($\"answered {(int)response.StatusCode}\");")]
    [InlineData("Console.WriteLine(response.StatusCode);")]
    [InlineData("var status = response.StatusCode;\nlogger.LogInformation(\"answered {Status}\", status);")]
    public Task StatusOnlyLogged_Reports(string log) => Verify.VerifyAnalyzerAsync(
        Text("var response = await [|client.GetAsync(id)|];\n" + log + "\nreturn await response.Content.ReadAsStringAsync();"));

    [Theory]
    [InlineData("if (response.StatusCode == HttpStatusCode.Unauthorized)\n    return null;")]
    [InlineData("if (response.StatusCode is HttpStatusCode.NotFound)\n    return null;")]
    [InlineData("if ((int)response.StatusCode == 404)\n    return null;")]
    public Task OneFailureTestedAlone_Reports(string test) => Verify.VerifyAnalyzerAsync(
        Text("var response = await [|client.GetAsync(id)|];\n" + test + "\nreturn await response.Content.ReadAsStringAsync();"));

    [Fact]
    public Task LookOnOnePathAlone_Reports() => Verify.VerifyAnalyzerAsync(Text("""
        var response = await [|client.GetAsync(id)|];
        if (id.Length > 3)
            response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
        """));

    [Theory]
    [InlineData("await [|client.PostAsync(\"orders\", content)|];\nreturn true;")]
    [InlineData("_ = await [|client.PostAsync(\"orders\", content)|];\nreturn true;")]
    [InlineData("var response = await [|client.PutAsync(\"orders\", content)|];\nreturn true;")]
    [InlineData("try\n{\n    using var response = await [|client.DeleteAsync(\"orders\")|];\n    return true;\n}\ncatch (HttpRequestException)\n{\n    return false;\n}")]
    [InlineData("var response = await [|client.PostAsync(\"orders\", content)|];\nlogger.LogInformation(\"sent, {Status}\", response.StatusCode);\nreturn true;")]
    public Task WriteTakenForDone_Reports(string body) => Verify.VerifyAnalyzerAsync(Post(body));

    [Fact]
    public Task WriteOfATaskMethod_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task DeleteAsync(string id)
        {
            await [|client.DeleteAsync(id)|].ConfigureAwait(false);
        }
        """));

    [Fact]
    public Task WrapperThatHandsTheResponseOn_ReportsItsCaller() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> OneAsync()
        {
            var response = await [|SendAsync("one")|];
            return await response.Content.ReadAsStringAsync();
        }

        public async Task<string> TwoAsync()
        {
            var response = await SendAsync("two");
            response.EnsureSuccessStatusCode();
            return await response.Content.ReadAsStringAsync();
        }

        private async Task<HttpResponseMessage> SendAsync(string path)
        {
            var response = await client.GetAsync(path);
            return response;
        }
        """));

    [Fact]
    public Task HelperThatReadsWithoutALook_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<Rate?> ReadAsync(string code)
        {
            var response = await [|client.GetAsync(code)|];
            return await As<Rate>(response);
        }

        private static async Task<T?> As<T>(HttpResponseMessage response) => JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync());
        """));

    [Fact]
    public Task RunByAPipeline_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync(string code, ResiliencePipeline pipeline, CancellationToken token)
        {
            var response = await pipeline.ExecuteAsync(async t => await [|client.GetAsync(code, t)|], token);
            return await response.Content.ReadAsStringAsync(token);
        }
        """));

    [Fact]
    public Task ForeachOverThePayload_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task ReadAsync(List<decimal> values)
        {
            var response = await [|client.GetAsync("rates")|];
            var rates = await response.Content.ReadFromJsonAsync<List<Rate>>();
            foreach (var rate in rates!)
                values.Add(rate.Value);
        }
        """));

    [Fact]
    public Task TopLevelProgram_Reports() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var weather = await Read("weather");
        Console.WriteLine(weather);

        async Task<Weather?> Read(string url)
        {
            var response = await [|client.GetAsync(url)|];
            var text = await response.Content.ReadAsStringAsync();
            return JsonSerializer.Deserialize<Weather>(text);
        }

        record Weather(string Text);
        """);

    [Fact]
    public Task RunByAHelperOfOurs_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> ReadAsync(string code, CancellationToken token)
        {
            using var response = await WithTimeout(TimeSpan.FromSeconds(10), token, ct => [|client.GetAsync(code, ct)|]).ConfigureAwait(false);
            return await response.Content.ReadAsStringAsync(token);
        }

        private static async Task<T> WithTimeout<T>(TimeSpan timeout, CancellationToken token, Func<CancellationToken, Task<T>> work)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(timeout);
            return await work(deadline.Token).ConfigureAwait(false);
        }
        """));

    [Fact]
    public Task EmptyBodyToldApart_Reports() => Verify.VerifyAnalyzerAsync(Text("""
        var response = await [|client.GetAsync(id)|];
        var text = await response.Content.ReadAsStringAsync();
        return string.IsNullOrEmpty(text) || text.Equals("\n") || text == "" ? null : text;
        """));

    [Fact]
    public Task WriteByAWrapper_TakenForDone_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<bool> AddAsync(HttpContent content)
        {
            await [|SendAsync(content)|];
            return true;
        }

        private Task<HttpResponseMessage> SendAsync(HttpContent content) => client.PostAsync("orders", content);
        """));
}
