using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5003UncheckedLookup>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5003UncheckedLookupFixTests
{
    private static string In(string body) => IA5003UncheckedLookupTests.InMethod(body);

    [Fact]
    public Task FixIsOffered_DeclaredByTheLookup() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);

                // What was asked for.
                var data = [|doc.RootElement.GetProperty("data").GetProperty("order")|]; // always there
                return data.ToString();
        """),
        In("""
                using var doc = JsonDocument.Parse(text);

                // What was asked for.
                if (!doc.RootElement.TryGetProperty("data", out var dataElement) || !dataElement.TryGetProperty("order", out var data))
                    throw new JsonException("The response has no 'data.order'"); // always there
                return data.ToString();
        """));

    [Fact]
    public Task FixIsOffered_BeforeTheStatement() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);

                // What was asked for.
                return [|doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("access_token")|].GetString() ?? "";
        """),
        In("""
                using var doc = JsonDocument.Parse(text);

                // What was asked for.
                if (!doc.RootElement.TryGetProperty("data", out var data)
                    || !data.TryGetProperty("ids", out var ids)
                    || ids.GetArrayLength() == 0
                    || !ids[0].TryGetProperty("access_token", out var accessToken))
                    throw new JsonException("The response has no 'data.ids[0].access_token'");
                return accessToken.GetString() ?? "";
        """));

    /// <summary>The first fix takes the next document out of a local that the look gives: what follows still came over the wire.</summary>
    [Fact]
    public Task FixIsOffered_ForADocumentInADocument_Proknow() => Verify.VerifyCodeFixAsync(
        In("""
                var root = JsonSerializer.Deserialize<JsonElement>(text);
                root = JsonSerializer.Deserialize<JsonElement>([|root.GetProperty("inner")|].GetString()!);
                return [|root.GetProperty("total")|].ToString();
        """),
        In("""
                var root = JsonSerializer.Deserialize<JsonElement>(text);
                if (!root.TryGetProperty("inner", out var inner))
                    throw new JsonException("The response has no 'inner'");
                root = JsonSerializer.Deserialize<JsonElement>(inner.GetString()!);
                if (!root.TryGetProperty("total", out var total))
                    throw new JsonException("The response has no 'total'");
                return total.ToString();
        """));

    [Theory]
    [InlineData("[|doc.RootElement\n                .GetProperty(\"blocks\")[0] // one alone\n                .GetProperty(\"text\")|].GetString()")]
    [InlineData("[|doc.RootElement.GetProperty(\"blocks\") /* one alone */ [0].GetProperty(\"text\")|].GetString()")]
    [InlineData("[|doc.RootElement\n#if DEBUG\n                .GetProperty(\"blocks\")\n#endif\n                .GetProperty(\"text\")|].GetString()")]
    public Task NoFix_WithACommentBetweenTheSteps_Fergun(string walk) => Verify.VerifyNoFixAsync(In($$"""
                using var doc = JsonDocument.Parse(text);
                return {{walk}} ?? "";
        """));

    [Fact]
    public Task NoFix_WithACommentBetweenTheStepsOfAJObject() => Verify.VerifyNoFixAsync(In("""
                var json = JObject.Parse(text);
                return [|json["blocks"] // one alone
                    [0]["text"]|].ToString();
        """));

    [Fact]
    public Task FixIsOffered_RootOverSeveralLines_StandsInOne() => Verify.VerifyCodeFixAsync(
        In("""
                return [|JsonDocument
                    .Parse(
                        text)
                    .RootElement
                    .GetProperty("data")|].GetString();
        """),
        In("""
                if (!JsonDocument.Parse(text).RootElement.TryGetProperty("data", out var data))
                    throw new JsonException("The response has no 'data'");
                return data.GetString();
        """));

    /// <summary>d4n3436/Fergun, UrbanDictionaryClient.cs.</summary>
    [Fact]
    public Task FixIsOffered_NamesInBytes() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);
                return [|doc.RootElement.GetProperty("data"u8).GetProperty("id"u8)|].GetString();
        """),
        In("""
                using var doc = JsonDocument.Parse(text);
                if (!doc.RootElement.TryGetProperty("data"u8, out var data) || !data.TryGetProperty("id"u8, out var idElement))
                    throw new JsonException("The response has no 'data.id'");
                return idElement.GetString();
        """));

    [Fact]
    public Task FixIsOffered_NameInAVariable() => Verify.VerifyCodeFixAsync(
        In("""
                return [|JObject.Parse(text)["rates"]![id]|]!.ToString();
        """),
        In("""
                return (JObject.Parse(text)["rates"]?[id] ?? throw new Newtonsoft.Json.JsonException("The response has no 'rates[id]'")).ToString();
        """));

    [Fact]
    public Task FixIsOffered_SeveralInOneStatement() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);
                var root = doc.RootElement;
                foreach (var item in [|root.GetProperty("items")|].EnumerateArray())
                {
                    // One of many.
                    var pair = (Id: [|item.GetProperty("id")|].GetInt64(), Name: [|item.GetProperty("name")|].GetString());
                    Log(pair);
                    var name = [|item.GetProperty("class")|].GetString();
                    Log(name);
                }

                return null;
        """),
        In("""
                using var doc = JsonDocument.Parse(text);
                var root = doc.RootElement;
                if (!root.TryGetProperty("items", out var items))
                    throw new JsonException("The response has no 'items'");
                foreach (var item in items.EnumerateArray())
                {
                    // One of many.
                    if (!item.TryGetProperty("id", out var idElement))
                        throw new JsonException("The response has no 'id'");
                    if (!item.TryGetProperty("name", out var nameElement))
                        throw new JsonException("The response has no 'name'");
                    var pair = (Id: idElement.GetInt64(), Name: nameElement.GetString());
                    Log(pair);
                    if (!item.TryGetProperty("class", out var classElement))
                        throw new JsonException("The response has no 'class'");
                    var name = classElement.GetString();
                    Log(name);
                }

                return null;
        """));

    [Fact]
    public Task FixIsOffered_AwaitedRoot() => Verify.VerifyCodeFixAsync(
        In("""
                return [|(await http.GetFromJsonAsync<JsonElement>("orders")).GetProperty("id")|].GetString() + text;
        """),
        In("""
                if (!(await http.GetFromJsonAsync<JsonElement>("orders")).TryGetProperty("id", out var idElement))
                    throw new JsonException("The response has no 'id'");
                return idElement.GetString() + text;
        """));

    [Fact]
    public Task FixIsOffered_InASwitchSection() => Verify.VerifyCodeFixAsync(
        In("""
                var root = JsonDocument.Parse(text).RootElement;
                switch (id)
                {
                    case "a":
                        return [|root.GetProperty("a")|].GetString();
                    default:
                        return null;
                }
        """),
        In("""
                var root = JsonDocument.Parse(text).RootElement;
                switch (id)
                {
                    case "a":
                        if (!root.TryGetProperty("a", out var a))
                            throw new JsonException("The response has no 'a'");
                        return a.GetString();
                    default:
                        return null;
                }
        """));

    [Fact]
    public Task FixIsOffered_Newtonsoft() => Verify.VerifyCodeFixAsync(
        In("""
                var json = JObject.Parse(text);
                Log([|json["a"]!["b"]|]);
                Log([|json["c"]!["d"]|]!.ToString()); // d
                Log([|json["list"]!
                    .SelectToken("x")|]!.Value<int>());
                var records = [|json["Response"]!["RecordList"]|]!.Where(w => [|w["Name"]|]!.ToString() == id);
                Log((string)[|json["k"]![[|json["key"]|]!.ToString()]|]!);
                return [|json.GetValue("name")|]!.ToString() + records;
        """),
        In("""
                var json = JObject.Parse(text);
                Log((json["a"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'a'"))["b"]);
                Log((json["c"]?["d"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'c.d'")).ToString()); // d
                Log((json["list"]
                    ?.SelectToken("x") ?? throw new Newtonsoft.Json.JsonException("The response has no 'list.x'")).Value<int>());
                var records = (json["Response"]?["RecordList"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'Response.RecordList'")).Where(w => (w["Name"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'Name'")).ToString() == id);
                Log((string)(json["k"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'k'"))[(json["key"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'key'")).ToString()]!);
                return (json.GetValue("name") ?? throw new Newtonsoft.Json.JsonException("The response has no 'name'")).ToString() + records;
        """));

    [Fact]
    public Task FixIsOffered_JsonNode() => Verify.VerifyCodeFixAsync(
        In("""
                var node = JsonNode.Parse(text)!;
                var first = [|node["items"]!.AsArray()[0]!["name"]|]!.GetValue<string>();
                return first + [|node["a"]|]!.GetValue<string>();
        """),
        In("""
                var node = JsonNode.Parse(text)!;
                var first = (node["items"]?.AsArray()[0]?["name"] ?? throw new JsonException("The response has no 'items[0].name'")).GetValue<string>();
                return first + (node["a"] ?? throw new JsonException("The response has no 'a'")).GetValue<string>();
        """));

    [Fact]
    public Task NoFix_WhereItRunsOnACondition() => Verify.VerifyNoFixAsync(In("""
                var root = JsonDocument.Parse(text).RootElement;
                var names = root.EnumerateArray().Select(x => [|x.GetProperty("name")|].GetString());
                Log(id == "a" ? [|root.GetProperty("a")|].GetString() : null);
                if (id == "b" && [|root.GetProperty("b")|].GetBoolean())
                    Log(names);
                while ([|root.GetProperty("c")|].GetBoolean())
                    Log(text);
                if (id == "d")
                    return [|root.GetProperty("d")|].GetString();
                return null;
        """));

    [Fact]
    public Task NoFix_AfterSomethingWithAnEffect() => Verify.VerifyNoFixAsync(In("""
                var root = JsonDocument.Parse(text).RootElement;
                return Save() + [|root.GetProperty("d")|].GetString();

                static string Save() => "saved";
        """));

    [Fact]
    public Task FixIsOffered_AsksTheDocumentThatWasForgivenToo() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        class Faxes(HttpClient http)
        {
            public async Task<string> Get()
            {
                var node = JsonNode.Parse(await http.GetStringAsync("faxes"));
                return [|node!["data"]!["title"]|]!.GetValue<string>();
            }
        }
        """,
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;

        class Faxes(HttpClient http)
        {
            public async Task<string> Get()
            {
                var node = JsonNode.Parse(await http.GetStringAsync("faxes"));
                return (node?["data"]?["title"] ?? throw new JsonException("The response has no 'data.title'")).GetValue<string>();
            }
        }
        """);

    [Fact]
    public Task FixIsOffered_TheSameWalkAgainHasBeenLookedAt() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);
                Log([|doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("name")|].GetString());
                Log([|doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("title")|].GetString());
                return doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("name").GetString();
        """),
        In("""
                using var doc = JsonDocument.Parse(text);
                if (!doc.RootElement.TryGetProperty("data", out var data)
                    || !data.TryGetProperty("ids", out var ids)
                    || ids.GetArrayLength() == 0
                    || !ids[0].TryGetProperty("name", out var name))
                    throw new JsonException("The response has no 'data.ids[0].name'");
                Log(name.GetString());
                if (!doc.RootElement.TryGetProperty("data", out var dataElement)
                    || !dataElement.TryGetProperty("ids", out var idsElement)
                    || idsElement.GetArrayLength() == 0
                    || !idsElement[0].TryGetProperty("title", out var title))
                    throw new JsonException("The response has no 'data.ids[0].title'");
                Log(title.GetString());
                return doc.RootElement.GetProperty("data").GetProperty("ids")[0].GetProperty("name").GetString();
        """));

    [Fact]
    public Task FixIsOffered_TheSameWalkAgainThroughAVariable() => Verify.VerifyCodeFixAsync(
        In("""
                using var doc = JsonDocument.Parse(text);
                var root = doc.RootElement;
                var data = [|root.GetProperty("data")|];
                Log([|data.GetProperty("name")|].GetString());
                Log(doc.RootElement.GetProperty("data").GetProperty("name").GetString());
                return root.GetProperty("data").GetProperty("name").GetString();
        """),
        In("""
                using var doc = JsonDocument.Parse(text);
                var root = doc.RootElement;
                if (!root.TryGetProperty("data", out var data))
                    throw new JsonException("The response has no 'data'");
                if (!data.TryGetProperty("name", out var name))
                    throw new JsonException("The response has no 'name'");
                Log(name.GetString());
                Log(doc.RootElement.GetProperty("data").GetProperty("name").GetString());
                return root.GetProperty("data").GetProperty("name").GetString();
        """));

    [Fact]
    public Task FixIsOffered_TheSameWalkAgainThroughNodes() => Verify.VerifyCodeFixAsync(
        In("""
                var json = JObject.Parse(text);
                Log([|json["a"]!["b"]!["c"]|]!.ToString());
                Log(json["a"]!["b"]!["c"]!.ToString());
                return json["a"]!["b"]!.ToString();
        """),
        In("""
                var json = JObject.Parse(text);
                Log((json["a"]?["b"]?["c"] ?? throw new Newtonsoft.Json.JsonException("The response has no 'a.b.c'")).ToString());
                Log(json["a"]!["b"]!["c"]!.ToString());
                return json["a"]!["b"]!.ToString();
        """));
}
