using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5003UncheckedLookup>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5003UncheckedLookupTests
{
    internal const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json.Linq;

        """;

    /// <summary>A method body in a class with a client, after a response's text was read.</summary>
    internal static string InMethod(string body) => Usings + """
        class Orders(HttpClient http)
        {
            public async Task<string?> Get(string id)
            {
                var text = await http.GetStringAsync("orders/" + id);

        """ + body + """

            }

            private static void Log(object? text) => Console.WriteLine(text);
        }
        """;

    internal static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    internal static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    [Fact]
    public Task GetProperty_Reports() => Reports("""
        using var doc = JsonDocument.Parse(text);
        return [|doc.RootElement.GetProperty("id")|].GetString();
        """);

    [Theory]
    [InlineData("{|#0:JsonDocument.Parse(text).RootElement.GetProperty(\"data\").GetProperty(\"ids\")[0].GetProperty(\"id\")|}.GetString()", "data.ids[0].id", "KeyNotFoundException", "TryGetProperty")]
    [InlineData("{|#0:JsonDocument.Parse(text).RootElement.GetProperty(\"data\"u8).GetProperty(\"id\"u8)|}.GetString()", "data.id", "KeyNotFoundException", "TryGetProperty")]
    [InlineData("{|#0:JsonDocument.Parse(text).RootElement[0]|}.GetString()", "[0]", "IndexOutOfRangeException", "GetArrayLength")]
    [InlineData("{|#0:JObject.Parse(text)[\"rates\"]![id]|}!.ToString()", "rates[id]", "NullReferenceException", "?? throw")]
    [InlineData("{|#0:JObject.Parse(text)[\"rates\"]![id + \"-eur\"]|}!.ToString()", "rates[…]", "NullReferenceException", "?? throw")]
    public Task Message_NamesThePathTheFailureAndTheWayOut(string lookup, string path, string failure, string way)
    {
        var test = new Verify.Test { TestCode = InMethod($"return {lookup};") };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments(path, failure, way));
        return test.RunAsync();
    }

    private static string WithOwnLook(string body, string look) => InMethod(body) + $$"""
        static class Documents
        {
            public static bool Lacks(this JObject json, string key)
            {
                if (json == null || string.IsNullOrEmpty(key))
                    return true;
                {{look}}
            }

            public static bool Says(this JObject json, string text) => json.Count > 5 && text.Length > 5;
        }
        """;

    [Theory]
    [InlineData("if (json.Lacks(id)) return null; return json[id]!.ToString();")]
    [InlineData("if (json.Lacks(\"id\")) return null; return json[\"id\"]!.ToString();")]
    [InlineData("return !Documents.Lacks(json, \"id\") ? json[\"id\"]!.ToString() : null;")]
    public async Task OwnMethodThatLooks_IsQuiet(string body)
    {
        await Verify.VerifyAnalyzerAsync(WithOwnLook("var json = JObject.Parse(text);\n" + body, "if (json[key] == null) return true; return false;"));
        await Verify.VerifyAnalyzerAsync(WithOwnLook("var json = JObject.Parse(text);\n" + body, "return !json.ContainsKey(key);"));
        await Verify.VerifyAnalyzerAsync(WithOwnLook("var json = JObject.Parse(text);\n" + body, "return json.TryGetValue(key, out var part) && part.HasValues;"));
    }

    [Theory]
    [InlineData("if (json.Lacks(\"name\")) return null; return [|json[\"id\"]|]!.ToString();")]
    [InlineData("if (json.Says(\"id\")) return null; return [|json[\"id\"]|]!.ToString();")]
    [InlineData("Log(json.Lacks(\"id\")); return [|json[\"id\"]|]!.ToString();")]
    public Task OwnMethodThatLooksAtSomethingElse_Reports(string body) => Verify.VerifyAnalyzerAsync(WithOwnLook("var json = JObject.Parse(text);\n" + body, "return json[key] == null;"));

    /// <summary>d4n3436/Fergun, MusixmatchClient.cs: names as bytes are names.</summary>
    [Fact]
    public Task NameInBytesThatWasAskedFor_IsQuiet() => IsQuiet("""
        using var doc = JsonDocument.Parse(text);
        if (!doc.RootElement.TryGetProperty("data"u8, out _))
            return null;
        return doc.RootElement.GetProperty("data"u8).GetString();
        """);

    [Fact]
    public Task Chain_ReportsOnce() => Reports("""
        using var doc = JsonDocument.Parse(text);
        return [|doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("status")|].GetString() ?? "";
        """);

    [Fact]
    public Task ElementsOfAnArray_Report() => Reports("""
        using var doc = JsonDocument.Parse(text);
        var media = [|doc.RootElement.GetProperty("media")|];
        foreach (var item in media.EnumerateArray())
            Log([|item.GetProperty("id")|].GetInt64());
        return string.Join(",", media.EnumerateArray().Select(x => [|x.GetProperty("zone")|].GetString()));
        """);

    [Fact]
    public Task ElementByNumber_Reports() => Reports("""
        var root = JsonSerializer.Deserialize<JsonElement>(text);
        return [|root[0]|].GetString();
        """);

    [Fact]
    public Task ReadAsElement_Reports() => Reports("""
        using var response = await http.GetAsync("orders");
        var root = await response.Content.ReadFromJsonAsync<JsonElement>();
        return [|root.GetProperty("id")|].GetString();
        """);

    [Fact]
    public Task Newtonsoft_Reports() => Reports("""
        var json = JObject.Parse(text);
        Log([|json["a"]!["b"]|]);
        Log([|json["c"]|]!.ToString());
        Log([|json.GetValue("d")|]!.ToString());
        foreach (var item in [|json.SelectToken("items")|]!)
            Log(item);
        return [|json["name"]|]!.Value<string>();
        """);

    [Fact]
    public Task CastBetween_Reports() => Reports("""
        var json = JObject.Parse(text);
        var b = [|((JObject)json["a"]!)["b"]|];
        return (string?)b;
        """);

    [Fact]
    public Task JsonNode_Reports() => Reports("""
        var node = JsonNode.Parse(text)!;
        Log([|node["a"]!["b"]|]);
        Log([|node["c"]|]!.AsArray().Count);
        return [|node["items"]![0]!["name"]|]!.GetValue<string>();
        """);

    [Fact]
    public Task QueriedTokens_Report() => Reports("""
        var json = JObject.Parse(text);
        var list = [|json["Response"]!["RecordList"]|]!;
        return list.First(w => [|w["Name"]|]!.ToString() == id).ToString();
        """);

    [Fact]
    public Task FoundByTheNameBefore_ReportsTheNextStep() => Reports("""
        using var doc = JsonDocument.Parse(text);
        if (doc.RootElement.TryGetProperty("data", out var data))
            return [|data.GetProperty("id")|].GetString();
        return null;
        """);

    [Fact]
    public Task CatchThatLetsItThrough_Reports() => Reports("""
        try
        {
            using var doc = JsonDocument.Parse(text);
            return [|doc.RootElement.GetProperty("id")|].GetString();
        }
        catch (Exception ex)
        {
            Log(ex);
            throw;
        }
        """);

    [Fact]
    public Task OfAnotherMethodsLambda_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Orders(HttpClient http)
        {
            private static async Task<T> WithTimeout<T>(TimeSpan time, CancellationToken ct, Func<CancellationToken, Task<T>> func)
            {
                using var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
                source.CancelAfter(time);
                return await func(source.Token).ConfigureAwait(false);
            }

            public async Task<string?> Get(CancellationToken token)
            {
                var body = await WithTimeout(TimeSpan.FromSeconds(3), token, async ct =>
                {
                    using var response = await http.GetAsync("orders", ct).ConfigureAwait(false);
                    response.EnsureSuccessStatusCode();
                    return await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
                }).ConfigureAwait(false);
                using var doc = JsonDocument.Parse(body);
                return [|doc.RootElement.GetProperty("data")|].GetString();
            }
        }
        """);

    [Fact]
    public Task WrapperThreeCallsAway_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        class Api(HttpClient http)
        {
            private async Task<HttpResponseMessage> SendAsync(string path) => await http.GetAsync(path);

            private async Task<string> TextAsync(string path)
            {
                using var response = await SendAsync(path);
                return await response.Content.ReadAsStringAsync();
            }

            public async Task<JsonElement> JsonAsync(string path)
            {
                var text = await TextAsync(path);
                return JsonDocument.Parse(text).RootElement.Clone();
            }
        }

        class Orders(Api api)
        {
            public async Task<string?> Get() => IdOf(await api.JsonAsync("orders"));

            private static string? IdOf(JsonElement order) => [|order.GetProperty("id")|].GetString();
        }
        """);

    [Fact]
    public Task MemberOfAPayload_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        sealed class Envelope
        {
            public JsonElement Data { get; set; }
        }

        class Orders(HttpClient http)
        {
            public async Task<string?> Get()
            {
                var envelope = await http.GetFromJsonAsync<Envelope>("orders") ?? throw new JsonException("nothing");
                return [|envelope.Data.GetProperty("id")|].GetString();
            }
        }
        """);

    [Fact]
    public Task TwoLoopsWithOneName_Report() => Reports("""
        using var doc = JsonDocument.Parse(text);
        foreach (var item in doc.RootElement.EnumerateArray())
            Log([|item.GetProperty("id")|]);
        foreach (var item in doc.RootElement.EnumerateArray())
            Log([|item.GetProperty("id")|]);
        return null;
        """);

    [Fact]
    public Task WebhookBody_Reports() => Verify.VerifyAnalyzerAsync(Usings + """
        [Microsoft.AspNetCore.Mvc.Route("api/payments/webhook")]
        public class PaymentsController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task<string?> Post()
            {
                using var doc = await JsonDocument.ParseAsync(Request.Body);
                return [|doc.RootElement.GetProperty("id")|].GetString();
            }

            public string? Bound([Microsoft.AspNetCore.Mvc.FromBody] JsonElement body) => [|body.GetProperty("id")|].GetString();
        }

        public class StripeWebhook
        {
            public static async Task<string?> Handle(Microsoft.AspNetCore.Http.HttpRequest request)
            {
                var text = await new StreamReader(request.Body).ReadToEndAsync();
                return [|JObject.Parse(text)["data"]|]!.ToString();
            }
        }
        """);

    [Fact]
    public Task OwnCallersBody_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        public class PaymentsController : Microsoft.AspNetCore.Mvc.ControllerBase
        {
            public async Task<string?> Post()
            {
                using var doc = await JsonDocument.ParseAsync(Request.Body);
                return doc.RootElement.GetProperty("id").GetString();
            }

            public string? Bound([Microsoft.AspNetCore.Mvc.FromBody] JsonElement body) => body.GetProperty("id").GetString();
        }
        """);
}
