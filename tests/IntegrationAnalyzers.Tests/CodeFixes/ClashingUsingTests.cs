using System.Threading.Tasks;
using Xunit;
using Lookup = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5003UncheckedLookup>;
using Payload = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;
using Url = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5010ValueInUrl>;
using Vanished = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4002VanishedFailure>;

namespace IntegrationAnalyzers.Tests.CodeFixes;

/// <summary>A using that a fix would write may give a name of the file a second meaning: then the new code names its types in full.</summary>
public class ClashingUsingTests
{
    /// <summary>zenta-ab/fortnox.NET, AssetTypeService: a model named <c>Type</c>.</summary>
    [Theory]
    [InlineData("using Fx.Models;\n", "", "Type")]
    [InlineData("", "namespace Fx.Services\n{\nusing Models;\n", "Type", "}\n")]
    [InlineData("using Fx.Models;\n", "", "System.Collections.Generic.List<Type>")]
    public Task ModelTypeWithTheSameName_IsStillMeant(string top, string inner, string type, string end = "") => Payload.VerifyCodeFixAsync(
        Types(top, inner, $"{type} Of(Answer single) => null;", end, "[|JsonSerializer.Deserialize<Answer>(await http.GetStringAsync(\"types\"))|]!.Data"),
        Types(top, inner, $"{type} Of(Answer single) => null;", end, "(JsonSerializer.Deserialize<Answer>(await http.GetStringAsync(\"types\")) ?? throw new System.InvalidOperationException(\"The response of 'types' held no Answer\")).Data"));

    /// <summary>A name that a using gives no other meaning: of a namespace round it, an alias, a member.</summary>
    [Theory]
    [InlineData("", "namespace Fx.Models\n{\n", "Type Of() => null;", "}\n")]
    [InlineData("using Type = Fx.Models.Type;\nusing Fx.Models;\n", "", "Type Of() => null;")]
    [InlineData("using Fx.Models;\n", "", "string Random => null; string Version() => Random;")]
    public Task NameThatKeepsItsMeaning_UsingIsAdded(string top, string inner, string member, string end = "") => Payload.VerifyCodeFixAsync(
        Types(top, inner, member, end, "[|JsonSerializer.Deserialize<Answer>(await http.GetStringAsync(\"types\"))|]!.Data"),
        Types("using System;\n" + top, inner, member, end, "(JsonSerializer.Deserialize<Answer>(await http.GetStringAsync(\"types\")) ?? throw new InvalidOperationException(\"The response of 'types' held no Answer\")).Data"));

    private static string Types(string top, string inner, string member, string end, string read) => $$"""
        {{top}}using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        namespace Fx.Models
        {
            public class Type { public string Name { get; set; } }
            public class Answer { public Type Data { get; set; } }
        }

        {{inner}}class AssetTypes(HttpClient http)
        {
            {{member}}

            public async Task<object> Get() => {{read}};
        }
        {{end}}
        """;

    /// <summary>RicoSuter/HomeBlaze, GardenaValve: an attribute is named without its ending.</summary>
    [Fact]
    public Task Attribute_IsStillMeant() => Lookup.VerifyCodeFixAsync(
        Valve("Id = [|data[\"id\"]|].Value<string>();"),
        Valve("Id = (data[\"id\"] ?? throw new Newtonsoft.Json.JsonException(\"The response has no 'id'\")).Value<string>();"));

    private static string Valve(string set) => $$"""
        using System.Net.Http;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Newtonsoft.Json.Linq;

        class Valve(HttpClient http)
        {
            [JsonIgnore] public string Hidden { get; set; } = "";
            public string Id { get; set; } = "";

            public async Task Load()
            {
                var data = JObject.Parse(await http.GetStringAsync("valve"));
                {{set}}
            }
        }
        """;

    [Fact]
    public Task StaticCall_IsNamedInFull() => Url.VerifyCodeFixAsync(
        Weather("[|city|]"), Weather("System.Uri.EscapeDataString(city)"));

    private static string Weather(string hole) => """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Weathers;

        namespace Weathers { class Range { } }

        class Weather(HttpClient http)
        {
            public Range Last { get; } = new Range();
            public Task<string> Get(string city) => http.GetStringAsync($"weather?q={HOLE}");
        }
        """.Replace("HOLE", hole);

    /// <summary>An extension method has no other name.</summary>
    [Fact]
    public Task ExtensionMethodIsNeeded_FixIsNotOffered() => Vanished.VerifyNoFixAsync("""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Logs;

        namespace Logs { enum LogLevel { None } }

        class Ticks(HttpClient http, Microsoft.Extensions.Logging.ILogger<Ticks> logger)
        {
            public LogLevel Level { get; set; }

            public async Task<string> Get()
            {
                try
                {
                    return await http.GetStringAsync("tick");
                }
                [|catch|] (HttpRequestException)
                {
                    return null;
                }
            }
        }
        """);
}
