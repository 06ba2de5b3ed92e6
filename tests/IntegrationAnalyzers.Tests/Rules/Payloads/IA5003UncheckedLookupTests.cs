using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
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

    private static Task Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

    private static Task IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body));

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

    [Fact]
    public Task NumberThatTheCodeCounts_IsQuiet() => IsQuiet("""
        var orders = JArray.Parse(text);
        for (var i = 0; i < orders.Count; i++)
        {
            if (orders[i]["user"] is JObject user)
                Log(user);
        }

        return null;
        """);

    [Fact]
    public Task LookedFirst_IsQuiet() => IsQuiet("""
        var root = JsonDocument.Parse(text).RootElement;
        if (root.TryGetProperty("id", out _))
            return root.GetProperty("id").GetString();
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
            return root[0].GetString();
        return null;
        """);

    [Fact]
    public Task GotPastItBefore_IsQuiet() => IsQuiet("""
        var root = JsonDocument.Parse(text).RootElement;
        Log({|IA5003:root.GetProperty("id")|});
        return root.GetProperty("id").GetString();
        """);

    [Fact]
    public Task NullChecked_IsQuiet() => IsQuiet("""
        var json = JObject.Parse(text);
        if (json["a"] == null || json["e"] is not JObject)
            throw new InvalidOperationException("no a");
        Log(json["a"]!["b"]);
        Log(json["e"]!["f"]);
        if (json.ContainsKey("c"))
            Log(json["c"]!.ToString());
        if (string.IsNullOrEmpty((string?)json["d"]))
            return null;
        return json["d"]!.ToString();
        """);

    [Fact]
    public Task ConditionalAccess_IsQuiet() => IsQuiet("""
        var json = JObject.Parse(text);
        Log(json["a"]?["b"]?.ToString());
        var node = JsonNode.Parse(text);
        return (node?["a"]?["b"] ?? throw new JsonException("no a.b")).GetValue<string>();
        """);

    [Fact]
    public Task SingleIndexerWithNullableCast_IsQuiet() => IsQuiet("""
        var json = JObject.Parse(text);
        var count = (int?)json["count"];
        Log(count);
        return (string?)json["name"];
        """);

    [Fact]
    public Task CaughtAndTold_IsQuiet() => IsQuiet("""
        try
        {
            using var doc = JsonDocument.Parse(text);
            Log(doc.RootElement.EnumerateArray().Select(x => x.GetProperty("zone").GetString()).ToArray());
            return doc.RootElement.GetProperty("id").GetString();
        }
        catch (KeyNotFoundException ex)
        {
            throw new InvalidOperationException("The order has no id", ex);
        }
        """);

    [Fact]
    public Task CaughtByABareCatch_IsQuiet() => IsQuiet("""
        try
        {
            return JsonDocument.Parse(text).RootElement.EnumerateArray().Select(x => x.GetProperty("zone").GetString()).First();
        }
        catch
        {
            return null;
        }
        """);

    [Fact]
    public Task Validated_IsQuiet() => IsQuiet("""
        var root = JsonDocument.Parse(text).RootElement;
        EnsureOrder(root);
        return root.GetProperty("id").GetString();

        static void EnsureOrder(JsonElement order) => throw new JsonException("no order: " + order);
        """);

    [Fact]
    public Task FileAndConfiguration_AreQuiet() => IsQuiet("""
        var settings = JObject.Parse(File.ReadAllText("settings.json"));
        Log(settings["a"]!["b"]);
        var doc = JsonDocument.Parse(Environment.GetEnvironmentVariable("SETTINGS")!);
        return doc.RootElement.GetProperty("id").GetString();
        """);

    [Fact]
    public Task Reflection_IsQuiet() => IsQuiet("""
        return text.GetType().GetProperty("Length")!.GetValue(text)!.ToString();
        """);

    [Fact]
    public Task Converter_IsQuiet() => Verify.VerifyAnalyzerAsync(Usings + """
        sealed class OrderConverter : System.Text.Json.Serialization.JsonConverter<string>
        {
            public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
            {
                using var doc = JsonDocument.ParseValue(ref reader);
                return doc.RootElement.GetProperty("id").GetString();
            }

            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
        }
        """);

    [Fact]
    public Task TestProject_IsQuiet() => new Verify.Test
    {
        TestCode = InMethod("""return JsonDocument.Parse(text).RootElement.GetProperty("id").GetString();"""),
        References = TestReferences.Default.With(TestReferences.Of("xunit.core", Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location))),
    }.RunAsync();

    [Fact]
    public Task BtcPayYadio_LookedUpByTheNameOfAPart_IsQuiet() => IsQuiet("""
        var results = JObject.Parse(text);
        var sum = 0m;
        foreach (var item in results.Properties())
        {
            string name = item.Name;
            sum += results[name]!.Value<decimal>();
        }

        return sum.ToString();
        """);

    [Fact]
    public Task LookedUpByANameFromElsewhere_Reports() => Reports("""
        var results = JObject.Parse(text);
        return [|results[id]|]!.ToString();
        """);

    [Fact]
    public Task WalkThatWasLookedAtStepByStep_IsQuiet() => IsQuiet("""
        using var doc = JsonDocument.Parse(text);
        var root = doc.RootElement;
        if (!root.TryGetProperty("data", out var data) || !data.TryGetProperty("id", out _))
            return null;
        Log(doc.RootElement.GetProperty("data").GetProperty("id").GetString());
        return root.GetProperty("data").GetProperty("id").GetString();
        """);

    /// <summary>Each way in which a node is asked about before it is taken.</summary>
    [Theory]
    [InlineData("if (!json.ContainsKey(\"id\")) return null;")]
    [InlineData("if (!json.TryGetValue(\"id\", out _)) return null;")]
    [InlineData("if (json.Property(\"id\") == null) return null;")]
    [InlineData("if (string.IsNullOrEmpty((string?)json[\"id\"])) return null;")]
    [InlineData("if (string.IsNullOrWhiteSpace((string?)json[\"id\"])) return null;")]
    [InlineData("if (((string?)json[\"id\"]) is null) return null;")]
    [InlineData("if ((string?)json[\"id\"] == null) return null;")]
    [InlineData("if (!IsValid(json[\"id\"])) return null;")]
    [InlineData("if (!Evaluate(json[\"id\"])) return null;")]
    public Task NodeThatWasAskedAbout_IsQuiet(string look) => IsQuiet($$"""
        bool IsValid(JToken? token) => token != null;
        bool Evaluate(JToken? token) => IsValid(token);
        var json = JObject.Parse(text);
        {{look}}
        return json["id"]!.ToString() + Evaluate(null);
        """);

    /// <summary>Members by which somebody finds out what is there.</summary>
    [Theory]
    [InlineData("var json = JsonDocument.Parse(text).RootElement; if (json.ValueKind != JsonValueKind.Object) return null; return json.GetProperty(\"id\").GetString();")]
    [InlineData("var json = JsonDocument.Parse(text).RootElement; if (json.GetArrayLength() == 0) return null; return json[0].GetString();")]
    [InlineData("var json = JsonNode.Parse(text)!; if (json.GetValueKind() != JsonValueKind.Object) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JToken.Parse(text); if (json.Type != JTokenType.Object) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JToken.Parse(text); if (!json.HasValues) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JObject.Parse(text); if (json.Count == 0) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JToken.Parse(text); if (!json.Any()) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JToken.Parse(text); if (!json.IsValid()) return null; return json[\"id\"]!.ToString();")]
    [InlineData("var json = JObject.Parse(text); if (!json.ContainsKey(\"kind\")) return null; return json[\"id\"]!.ToString();")]
    public Task DocumentThatWasLookedAt_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(body) + "\nstatic class Tokens { public static bool IsValid(this JToken token) => token != null; }\n");

    [Theory]
    [InlineData("json.Path.Length == 0")]
    [InlineData("json.Root == json")]
    public Task DocumentThatWasAskedForSomethingElse_Reports(string look) => Reports($"var json = JToken.Parse(text); if ({look}) return null; return [|json[\"id\"]|]!.ToString();");

    /// <summary>What makes a document of an object, a text or a stream.</summary>
    [Theory]
    [InlineData("JObject.Parse(text)")]
    [InlineData("JObject.Load(new Newtonsoft.Json.JsonTextReader(new StringReader(text)))")]
    [InlineData("(await JObject.LoadAsync(new Newtonsoft.Json.JsonTextReader(new StringReader(text))))")]
    [InlineData("JObject.Load(new Newtonsoft.Json.JsonTextReader(new StreamReader(new MemoryStream(await http.GetByteArrayAsync(\"orders\")))))")]
    [InlineData("JObject.FromObject((await http.GetFromJsonAsync<Dictionary<string, object>>(\"orders\"))!)")]
    public Task DocumentMadeOfABody_Reports(string document) => Reports($"return [|{document}[\"id\"]|]!.ToString();");

    /// <summary>The one word of a file that walks a document.</summary>
    [Theory]
    [InlineData("var json = await http.GetFromJsonAsync<JsonElement>(\"o\"); return [|json.GetProperty(\"id\")|].ToString();")]
    [InlineData("using var json = await Documents.Open(http); return [|json.RootElement.GetProperty(\"id\")|].ToString();")]
    [InlineData("var json = await http.GetFromJsonAsync<JsonNode>(\"o\"); return [|json![\"id\"]|]!.ToString();")]
    [InlineData("var json = await http.GetFromJsonAsync<JsonObject>(\"o\"); return [|json![\"id\"]|]!.ToString();")]
    [InlineData("var json = await http.GetFromJsonAsync<JsonArray>(\"o\"); return [|json![0]![\"id\"]|]!.ToString();")]
    [InlineData("var json = JObject.Parse(await http.GetStringAsync(\"o\")); return [|json[\"id\"]|]!.ToString();")]
    [InlineData("var json = JToken.Parse(await http.GetStringAsync(\"o\")); return [|json[\"id\"]|]!.ToString();")]
    [InlineData("var json = JArray.Parse(await http.GetStringAsync(\"o\")); return [|json[0][\"id\"]|]!.ToString();")]
    [InlineData("var json = Newtonsoft.Json.JsonConvert.DeserializeObject<Newtonsoft.Json.Linq.JContainer>(await http.GetStringAsync(\"o\"))!; return [|json.SelectToken(\"id\")|]!.ToString();")]
    public Task FileWithOneWordOfADocument_Reports(string body) => Verify.VerifyAnalyzerAsync(
        ("Usings.cs", """
            global using System.Net.Http;
            global using System.Net.Http.Json;
            global using System.Text.Json;
            global using System.Text.Json.Nodes;
            global using System.Threading.Tasks;
            global using Newtonsoft.Json.Linq;

            static class Documents
            {
                public static async Task<JsonDocument> Open(HttpClient http) => JsonDocument.Parse(await http.GetStringAsync("o"));
            }
            """),
        ("Orders.cs", $"class Orders(HttpClient http) {{ public async Task<string?> Get() {{ {body} }} }}"));

    [Fact]
    public Task NodeOfTheOwnLibraryThatWasAskedAbout_IsQuiet() => IsQuiet("""
        var json = System.Text.Json.Nodes.JsonNode.Parse(text)!.AsObject();
        if (!json.TryGetPropertyValue("id", out _)) return null;
        return json["id"]!.ToString();
        """);

    [Fact]
    public Task WalkOfAnotherPart_Reports() => Reports("""
        using var doc = JsonDocument.Parse(text);
        var root = doc.RootElement;
        if (!root.TryGetProperty("data", out var data) || !data.TryGetProperty("id", out _))
            return null;
        Log([|data.GetProperty("name")|].GetString());
        return [|root.GetProperty("data").GetProperty("state")|].GetString();
        """);

    [Fact]
    public Task NodesThatWereAskedFor_AreQuiet() => IsQuiet("""
        var json = JObject.Parse(text);
        var data = json["data"];
        if (data?["order"]?["id"] == null)
            return null;
        Log(data["order"]!["id"]!.ToString());
        return json["data"]!["order"]!["id"]!.ToString();
        """);
}
