using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5003UncheckedLookupTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5003UncheckedLookup>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>What counts as a look at the part, and documents that are none of a response.</summary>
public class IA5003LookTests
{
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
