using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5008CaseSensitiveReadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5008CaseSensitiveRead>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>What is known of the names that the other side writes: those of the type, of its siblings, of keys that are asked for.</summary>
public sealed class IA5008NamesTests
{
    [Theory]
    [InlineData("Dictionary<string, string>")]
    [InlineData("Dictionary<string, Order>")]
    [InlineData("IDictionary<string, decimal>")]
    [InlineData("string[]")]
    [InlineData("List<int>")]
    [InlineData("int")]
    [InlineData("DateTime?")]
    [InlineData("JsonElement")]
    [InlineData("JsonNode")]
    [InlineData("object")]
    [InlineData("List<Dictionary<string, object>>")]
    public Task NothingWithNames_IsQuiet(string type) => IsQuiet($"return JsonSerializer.Deserialize<{type}>(text);");

    [Fact]
    public Task NamesWrittenThroughout_AreQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Named
        {
            [JsonPropertyName("id")] public string? Id { get; set; }
            [JsonPropertyName("parts")] public List<Part>? Parts { get; set; }
            [JsonIgnore] public bool IsNew { get; set; }
            [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
            public string Title => Id + "!";
            public static string Kind { get; set; } = "";
            internal int Count { get; set; }
        }

        public sealed record Part([property: JsonPropertyName("n")] int N);

        public sealed class Api(HttpClient http)
        {
            public async Task<Named?> Get() => JsonSerializer.Deserialize<Named>(await http.GetStringAsync("o"));
        }

        """);

    [Fact]
    public Task OtherViewOfANamedMember_NetDaemonHassState_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class State
        {
            [JsonPropertyName("attributes")] public JsonElement? AttributesJson { get; init; }
            public Dictionary<string, object>? Attributes { get; set; }
            [JsonPropertyName("entity_id")] public string? EntityId { get; init; }
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<State?> Get() => JsonSerializer.Deserialize<State>(await http.GetStringAsync("o"));
        }

        """);

    [Fact]
    public Task LowerCaseNames_AreQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Lower
        {
            public string? id { get; set; }
            public string? first_name { get; set; }
            public List<Part>? parts { get; set; }
            public class Part { public int n { get; set; } }
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<Lower?> Get() => JsonSerializer.Deserialize<Lower>(await http.GetStringAsync("o"));
        }

        """);

    [Fact]
    public Task NamesWrittenWithCapitals_AreQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Pascal
        {
            [JsonPropertyName("OrderID")] public string? OrderId { get; set; }
            public string? Status { get; set; }
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<Pascal?> Get() => JsonSerializer.Deserialize<Pascal>(await http.GetStringAsync("o"));
        }

        """);

    [Fact]
    public Task NestedTypeWithoutNames_Reports() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Page
        {
            [JsonPropertyName("data")] public List<Line>? Data { get; set; }
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<Page?> Get() => [|JsonSerializer.Deserialize<Page>(await http.GetStringAsync("o"))|];
        }

        """);

    /// <summary>Mpesa-Sdk-Net's <c>MpesaClient.cs</c>: one helper reads all answers, and some name their fields with capitals.</summary>
    [Fact]
    public Task SiblingNamedWithCapitals_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Queried
        {
            [JsonPropertyName("ResponseCode")] public string? ResponseCode { get; set; }
        }

        public sealed class Pushed
        {
            public string? CheckoutRequestID { get; set; }
        }

        public sealed class Api(HttpClient http)
        {
            public Task<Queried?> Query() => Get<Queried>("query");
            public Task<Pushed?> Push() => Get<Pushed>("push");
            private async Task<T?> Get<T>(string url) => JsonSerializer.Deserialize<T>(await http.GetStringAsync(url));
        }

        """);

    /// <summary>duplicati's <c>FilenClient.cs</c>: the other answers name theirs in lower case, one does not.</summary>
    [Fact]
    public Task SiblingNamedInLowerCase_Reports() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Envelope<T>
        {
            [JsonPropertyName("status")] public bool Status { get; set; }
            [JsonPropertyName("data")] public T? Data { get; set; }
        }

        public sealed class Keys
        {
            public string? MasterKeys { get; set; }
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<Keys?> Query() => (await Get<Keys>("query"))?.Data;
            private async Task<Envelope<T>?> Get<T>(string url) => [|JsonSerializer.Deserialize<Envelope<T>>(await http.GetStringAsync(url))|];
        }

        """);

    /// <summary>duplicati's <c>Connection.cs</c>: other answers of the same side are asked for keys with capitals.</summary>
    [Theory]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, string>>(text)!.TryGetValue(\"AccessToken\", out var token)")]
    [InlineData("JsonDocument.Parse(text).RootElement.TryGetProperty(\"Token\", out _)")]
    [InlineData("JsonNode.Parse(text)![\"Token\"] is not null")]
    [InlineData("JsonDocument.Parse(text).RootElement.GetProperty(\"Token\").ValueKind == JsonValueKind.String")]
    [InlineData("JsonNode.Parse(text)!.AsObject().TryGetPropertyValue(\"Token\", out _)")]
    [InlineData("JsonNode.Parse(text)!.AsObject().ContainsKey(\"Token\")")]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, string>>(text)!.ContainsKey(\"Token\")")]
    [InlineData("JsonSerializer.Deserialize<Dictionary<string, string>>(text)!.GetValueOrDefault(\"Token\") is not null")]
    public Task KeysWithCapitals_AreQuiet(string asked) => Verify.VerifyAnalyzerAsync(Head + $$"""
        public sealed class Api(HttpClient http)
        {
            public async Task<bool> SignIn() { var text = await http.GetStringAsync("signin"); return {{asked}}; }
            public async Task<Order?> Get() => JsonSerializer.Deserialize<Order>(await http.GetStringAsync("o"));
        }

        """);

    [Fact]
    public Task KeysInLowerCase_Report() => Verify.VerifyAnalyzerAsync(Head + """
        public sealed class Api(HttpClient http, Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            public async Task<string?> SignIn() => JsonNode.Parse(await http.GetStringAsync(configuration["SignIn"]))!["token"]?.ToString();
            public async Task<Order?> Get() => [|JsonSerializer.Deserialize<Order>(await http.GetStringAsync("o"))|];
        }

        """);

    /// <summary>duplicati's <c>DuplicatiWebserver.cs</c>: client and server are one code, and the server writes names as they are.</summary>
    [Fact]
    public Task ServerThatWritesCapitals_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public static class Server
        {
            public static void Configure(Microsoft.AspNetCore.Mvc.JsonOptions options) => options.JsonSerializerOptions.PropertyNamingPolicy = null;
        }

        public sealed class Api(HttpClient http)
        {
            public async Task<Order?> Get() => JsonSerializer.Deserialize<Order>(await http.GetStringAsync("o"));
        }

        """);

    /// <summary>The <c>AzureComputerVisionService.cs</c> of the Azure search demo: a record whose names are lower case already.</summary>
    [Fact]
    public Task AzureComputerVisionService_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public record ImageEmbeddingResponse(string modelVersion, float[] vector);

        public sealed class AzureComputerVisionService(HttpClient http)
        {
            public async Task<ImageEmbeddingResponse> VectorizeTextAsync(string text)
            {
                using var response = await http.GetAsync(text);
                var json = await response.Content.ReadAsStringAsync();
                return JsonSerializer.Deserialize<ImageEmbeddingResponse>(json) ?? throw new InvalidOperationException("Failed to deserialize");
            }
        }

        """);

    /// <summary>Bet's <c>BibleClient.cs</c>: every name is written, in the types inside too.</summary>
    [Fact]
    public Task BibleClient_IsQuiet() => Verify.VerifyAnalyzerAsync(Head + """
        public class VerseReference
        {
            [JsonPropertyName("reference")] public string Reference { get; set; } = string.Empty;
            [JsonPropertyName("verses")] public Verse[] Verses { get; set; } = Array.Empty<Verse>();
        }

        public class Verse
        {
            [JsonPropertyName("book_id")] public string BookId { get; set; } = string.Empty;
        }

        public sealed class BibleClient(HttpClient http)
        {
            public async Task<VerseReference?> GetQuoteAsync(string search)
            {
                using var response = await http.GetAsync(search);
                response.EnsureSuccessStatusCode();
                return JsonSerializer.Deserialize<VerseReference>(await response.Content.ReadAsStringAsync());
            }
        }

        """);
}
