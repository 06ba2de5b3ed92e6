using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Every way in which a status counts as looked at, or the response as out of sight.</summary>
public class IA4003QuietTests
{
    [Theory]
    [InlineData("response.EnsureSuccessStatusCode();")]
    [InlineData("if (!response.IsSuccessStatusCode)\n    return null;")]
    [InlineData("if (response.StatusCode != HttpStatusCode.OK)\n    throw new InvalidOperationException();")]
    [InlineData("if ((int)response.StatusCode >= 400)\n    throw new InvalidOperationException();")]
    [InlineData("if (response is not { IsSuccessStatusCode: true })\n    return null;")]
    [InlineData("if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)\n    return null;")]
    [InlineData("if (response.StatusCode == HttpStatusCode.NotFound)\n    return null;\nif (response.StatusCode == HttpStatusCode.Unauthorized)\n    return null;")]
    [InlineData("switch (response.StatusCode)\n{\n    case HttpStatusCode.OK:\n        break;\n    default:\n        return null;\n}")]
    [InlineData("var ok = response.IsSuccessStatusCode;\nif (!ok)\n    return null;")]
    [InlineData("var worked = response.StatusCode switch { HttpStatusCode.OK => true, _ => false };\nif (!worked)\n    return null;")]
    public Task LookBeforeTheUse_IsQuiet(string look) => Verify.VerifyAnalyzerAsync(
        Text("var response = await client.GetAsync(id);\n" + look + "\nreturn await response.Content.ReadAsStringAsync();"));

    [Theory]
    [InlineData("var text = await response.Content.ReadAsStringAsync();\nif (!response.IsSuccessStatusCode)\n    throw new HttpRequestException(text);\nreturn text;")]
    [InlineData("var text = (await response.Content.ReadAsStringAsync()).Trim();\nresponse.EnsureSuccessStatusCode();\nreturn text;")]
    [InlineData("var rate = await response.Content.ReadFromJsonAsync<Rate>();\nreturn response.IsSuccessStatusCode ? rate!.ToString() : null;")]
    [InlineData("var text = await response.Content.ReadAsStringAsync();\nreturn $\"{(int)response.StatusCode}: {text}\";")]
    public Task LookAfterTheRead_IsQuiet(string rest) => Verify.VerifyAnalyzerAsync(Text("var response = await client.GetAsync(id);\n" + rest));

    [Theory]
    [InlineData("return await (await client.GetAsync(id)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();")]
    [InlineData("return await client.GetStringAsync(id);")]
    [InlineData("return (await client.GetFromJsonAsync<Rate>(id))?.ToString();")]
    // "message" as the text of a failure, and where it may be missing

    [InlineData("var response = await client.GetAsync(id);\nusing var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());\nreturn answer.RootElement.GetProperty(\"message\").GetString();")]
    [InlineData("var response = await client.GetAsync(id);\nvar answer = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync());\nreturn (string?)answer?[\"message\"]?[\"content\"];")]
    [InlineData("var response = await client.GetAsync(id);\nvar answer = System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync());\nreturn (string?)answer![\"messages\"]![0]![\"code\"];")]
    [InlineData("var response = await client.GetAsync(id);\nreturn response.RequestMessage?.RequestUri?.ToString();")]
    [InlineData("var response = await client.GetAsync(id);\nreturn response.Headers.Location?.ToString();")]
    [InlineData("var response = await client.GetAsync(id);\nthrow new InvalidOperationException(await response.Content.ReadAsStringAsync());")]
    public Task ApiThatChecksItself_OrNoBody_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Text(body));

    /// <summary>A refusal has another body: what it lacks is asked for, as by a member (<c>json["access_token"] == null</c>).</summary>
    [Theory]
    [InlineData("json.Property(\"access_token\") == null")]
    [InlineData("json.GetValue(\"access_token\") is null")]
    [InlineData("json.SelectToken(\"access_token\") is not { }")]
    [InlineData("string.IsNullOrEmpty(json.Value<string>(\"access_token\"))")]
    [InlineData("json[\"data\"].Value<string>(\"access_token\") == null")]
    [InlineData("json[\"access_token\"] == null")]
    public Task PartOfTheDocumentThatMayBeMissing_MicrosoftGraphBot_IsQuiet(string isMissing) => Verify.VerifyAnalyzerAsync(Text(
        "var response = await client.PostAsync(id, null);\nvar json = Newtonsoft.Json.Linq.JObject.Parse(await response.Content.ReadAsStringAsync());\nif (" + isMissing +
        ")\n    return null;\nreturn json.ToString();"));

    /// <summary>Only whether the document itself is there, which an error page is, too.</summary>
    [Theory]
    [InlineData("json == null")]
    [InlineData("json.DeepClone() == null")]
    [InlineData("string.IsNullOrEmpty(json.ToString())")]
    public Task DocumentThatMayBeMissing_Reports(string isMissing) => Verify.VerifyAnalyzerAsync(Text(
        "var response = await [|client.PostAsync(id, null)|];\nvar json = Newtonsoft.Json.Linq.JObject.Parse(await response.Content.ReadAsStringAsync());\nif (" + isMissing +
        ")\n    return null;\nreturn json.ToString();"));

    [Fact]
    public Task ResponseHandedOn_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        private HttpResponseMessage? _last;

        public Task<HttpResponseMessage> OneAsync(HttpContent content) => client.PostAsync("one", content);

        public async Task<HttpResponseMessage> TwoAsync()
        {
            var response = await client.GetAsync("two");
            logger.LogInformation("two: {Status}", response.StatusCode);
            return response;
        }

        public async Task<(HttpStatusCode, string)> ThreeAsync()
        {
            var response = await client.GetAsync("three");
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        public async Task<string> FourAsync(Func<HttpResponseMessage, Task<string>> read)
        {
            var response = await client.GetAsync("four");
            return await read(response);
        }

        public async Task FiveAsync() => _last = await client.GetAsync("five");

        public async Task<HttpContent> SixAsync() => (await client.GetAsync("six")).Content;
        """));

    [Fact]
    public Task LoopThatTriesUntilItWorks_IsQuiet() => Verify.VerifyAnalyzerAsync(Text("""
        for (var attempt = 0; attempt < 3; attempt++)
        {
            var response = await client.GetAsync(id);
            if (response.IsSuccessStatusCode)
                return await response.Content.ReadAsStringAsync();
            await Task.Delay(TimeSpan.FromSeconds(attempt));
        }

        return null;
        """));

    [Fact]
    public Task ClientOfOurOwn_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public sealed class CheckedClient : HttpClient
        {
            public override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                (await base.SendAsync(request, cancellationToken)).EnsureSuccessStatusCode();
        }

        public class Rates(CheckedClient client)
        {
            public async Task<string> ReadAsync()
            {
                var response = await client.GetAsync("rates");
                return await response.Content.ReadAsStringAsync();
            }
        }
        """));

    [Fact]
    public Task PayloadThatSaysHowItWent_FailClosed_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public record Answer(bool Success, string? Text);

        public record Captcha(decimal Score, string? Outcome);

        public class Service(HttpClient client)
        {
            public async Task<Answer?> OneAsync(HttpContent content)
            {
                var response = await client.PostAsync("one", content);
                return await response.Content.ReadFromJsonAsync<Answer>();
            }

            public async Task<bool> TwoAsync(HttpContent content)
            {
                var response = await client.PostAsync("two", content);
                var captcha = await response.Content.ReadFromJsonAsync<Captcha>();
                return captcha is not null && captcha.Outcome == "passed";
            }

            public async Task<bool> ThreeAsync(HttpContent content)
            {
                var response = await client.PostAsync("three", content);
                return (await response.Content.ReadAsStringAsync()).Contains("ok");
            }

            public async Task<string> FourAsync()
            {
                var response = await client.GetAsync("four");
                var captcha = await response.Content.ReadFromJsonAsync<Captcha>();
                if (captcha == null || captcha.Outcome == null)
                    throw new InvalidOperationException("no answer");
                return captcha.Outcome;
            }
        }
        """));

    [Fact]
    public Task ProxyThatCopiesTheStatus_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public class Edge(HttpClient client) : ControllerBase
        {
            public async Task Get(string path)
            {
                using var response = await client.GetAsync(path);
                Response.StatusCode = (int)response.StatusCode;
                await response.Content.CopyToAsync(Response.Body);
            }

            public async Task Body(string path)
            {
                using var response = await client.GetAsync(path);
                await response.Content.CopyToAsync(Response.Body);
            }
        }
        """));

    [Theory]
    [InlineData("_ = client.PostAsync(\"orders\", content);\nreturn true;")]
    [InlineData("try\n{\n    await client.PostAsync(\"orders\", content);\n}\ncatch\n{\n    // never mind\n}\n\nreturn true;")]
    [InlineData("try\n{\n    return content.Headers.Any();\n}\nfinally\n{\n    await client.DeleteAsync(\"session\");\n}")]
    [InlineData("try\n{\n    await client.GetAsync(\"alive\");\n    return true;\n}\ncatch (HttpRequestException)\n{\n    return false;\n}")]
    [InlineData("var response = await client.PostAsync(\"orders\", content);\nreturn response.IsSuccessStatusCode;")]
    [InlineData("using var request = new HttpRequestMessage(HttpMethod.Get, \"alive\");\nawait client.SendAsync(request);\nreturn true;")]
    public Task WriteThatIsLookedAt_OrNobodyWaitsFor_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Post(body));

    [Fact]
    public Task LocalFunctionThatLooks_IsQuiet() => Verify.VerifyAnalyzerAsync(Text("""
        var response = await client.GetAsync(id);
        Check();
        return await response.Content.ReadAsStringAsync();

        void Check()
        {
            if (!response.IsSuccessStatusCode)
                throw new InvalidOperationException();
        }
        """));

    [Fact]
    public Task BodyShownOnAConsole_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task ShowAsync(string id)
        {
            var response = await client.GetAsync(id);
            Console.WriteLine(await response.Content.ReadAsStringAsync());
        }
        """));

    [Fact]
    public Task ErrorBodyAfterAFailure_IsQuiet() => Verify.VerifyAnalyzerAsync(Text("""
        var response = await client.GetAsync(id);
        if (!response.IsSuccessStatusCode)
        {
            var error = await response.Content.ReadAsStringAsync();
            return "failed: " + error;
        }

        return null;
        """));

    [Fact]
    public Task EnvelopeOfCodeAndMessage_MovieWebApp_IsQuiet() => Verify.VerifyAnalyzerAsync(File("""
        public class ApiAnswer
        {
            public int Code { get; set; }

            public string? Message { get; set; }

            public object? Data { get; set; }
        }

        public class Service(HttpClient client)
        {
            public async Task<ApiAnswer?> SendAsync(HttpContent content)
            {
                var response = await client.PostAsync("one", content);
                var text = await response.Content.ReadAsStringAsync();
                return JsonSerializer.Deserialize<ApiAnswer>(text);
            }
        }
        """));

    [Fact]
    public Task SignOut_WhoseFateDoesNotMatter_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task SignOutAsync()
        {
            await client.PostAsync("logout", null);
        }
        """));

    [Fact]
    public Task Squidex_CallerAsksToIgnoreErrors_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> ReadAsync(string code, bool ignoreError, bool raw)
        {
            var response = await client.GetAsync(code);
            if (!ignoreError)
            {
                response.EnsureSuccessStatusCode();
            }

            var text = await response.Content.ReadAsStringAsync();
            return ignoreError && (raw || !response.IsSuccessStatusCode) ? null : text;
        }
        """));

    [Fact]
    public Task CallerChoosesWhatHasNothingToDoWithTheStatus_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> ReadAsync(string code, bool trims)
        {
            var response = await [|client.GetAsync(code)|];
            var text = await response.Content.ReadAsStringAsync();
            if (trims)
            {
                text = text.Trim();
            }

            return text;
        }
        """));

    /// <summary>How the transfer went is asked of the body itself.</summary>
    [Theory]
    [InlineData("if (response.Content.Headers.ContentType?.MediaType != \"application/json\")\n    throw new InvalidDataException(id);\nreturn await response.Content.ReadAsStringAsync();")]
    [InlineData("using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());\nreturn document.RootElement.GetProperty(\"ok\").GetBoolean() ? id : null;")]
    [InlineData("using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());\nreturn document.RootElement.GetProperty(\"isOk\").GetBoolean() ? id : null;")]
    public Task TypeOrOutcomeOfTheBody_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(Text("var response = await client.GetAsync(id);\n" + body));
}
