using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5008CaseSensitiveRead>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

public sealed class IA5008FixTests
{
    private const string Head = """
        #nullable enable
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Order
        {
            public string? Id { get; set; }
        }


        """;

    private static string InMethod(string body, string members = "") => Head + $$"""
        public sealed class Orders(HttpClient http)
        {
            {{members}}
            public async Task<object?> Get(Stream stream, CancellationToken token)
            {
                var text = await http.GetStringAsync("orders", token);
                {{body}}
            }
        }
        """;

    private static Task Fixes(string body, string mended, string members = "", string? mendedMembers = null) =>
        Verify.VerifyCodeFixAsync(InMethod(body, members), InMethod(mended, mendedMembers ?? members));

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Order>(text)", "JsonSerializer.Deserialize<Order>(text, JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize<Order>(text /* body */)", "JsonSerializer.Deserialize<Order>(text, JsonSerializerOptions.Web /* body */)")]
    [InlineData("JsonSerializer.Deserialize(text, typeof(Order)) as Order", "JsonSerializer.Deserialize(text, typeof(Order), JsonSerializerOptions.Web) as Order")]
    [InlineData("JsonSerializer.Deserialize<Order>(text, (JsonSerializerOptions?)null)", "JsonSerializer.Deserialize<Order>(text, JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize<Order>(text, options: default)", "JsonSerializer.Deserialize<Order>(text, options: JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize<Order>(json: text)", "JsonSerializer.Deserialize<Order>(json: text, options: JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize<Order>(text, JsonSerializerOptions.Default)", "JsonSerializer.Deserialize<Order>(text, JsonSerializerOptions.Web)")]
    [InlineData("JsonSerializer.Deserialize<Order>(text, new JsonSerializerOptions())", "JsonSerializer.Deserialize<Order>(text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })")]
    [InlineData("JsonDocument.Parse(text).RootElement.Deserialize<Order>()", "JsonDocument.Parse(text).RootElement.Deserialize<Order>(JsonSerializerOptions.Web)")]
    public Task Argument_FixIsOffered(string read, string mended)
    {
        var end = read.EndsWith(" as Order", System.StringComparison.Ordinal) ? read.Length - 9 : read.Length;
        return Fixes("return [|" + read[..end] + "|]" + read[end..] + ";", $"return {mended};");
    }

    [Fact]
    public Task TokenByPositionOrName_FixKeepsIt() => Fixes(
        """
        using var response = await http.GetAsync("orders", token);
                var one = await [|JsonSerializer.DeserializeAsync<Order>(await response.Content.ReadAsStreamAsync(token), cancellationToken: token)|];
                return one ?? await [|JsonSerializer.DeserializeAsync<Order>(await response.Content.ReadAsStreamAsync(token), (JsonSerializerOptions?)null, token)|];
        """,
        """
        using var response = await http.GetAsync("orders", token);
                var one = await JsonSerializer.DeserializeAsync<Order>(await response.Content.ReadAsStreamAsync(token), JsonSerializerOptions.Web, cancellationToken: token);
                return one ?? await JsonSerializer.DeserializeAsync<Order>(await response.Content.ReadAsStreamAsync(token), JsonSerializerOptions.Web, token);
        """);

    [Fact]
    public Task SharedOptions_FixSetsThemOnce() => Fixes(
        "return ([|JsonSerializer.Deserialize<Order>(text, Options)|], [|JsonSerializer.Deserialize<Order[]>(text, Options)|]);",
        "return (JsonSerializer.Deserialize<Order>(text, Options), JsonSerializer.Deserialize<Order[]>(text, Options));",
        """
        private static readonly JsonSerializerOptions Options = new()
            {
                // Small bodies alone.
                MaxDepth = 8, // levels
            };

        """,
        """
        private static readonly JsonSerializerOptions Options = new()
            {
                // Small bodies alone.
                MaxDepth = 8, // levels
                PropertyNameCaseInsensitive = true,
            };

        """);

    [Fact]
    public Task OptionsSetToFalse_NoFixIsOffered() =>
        Verify.VerifyNoFixAsync(InMethod("return [|JsonSerializer.Deserialize<Order>(text, new JsonSerializerOptions { PropertyNameCaseInsensitive = false })|];"));

    [Fact]
    public Task OptionsOfAnotherFile_NoFixIsOffered()
    {
        var test = new Verify.Test { TestCode = InMethod("return [|JsonSerializer.Deserialize<Order>(text, Json.Options)|];"), OffersNoFix = true };
        test.TestState.Sources.Add(("/0/Json.cs", "public static class Json { public static readonly System.Text.Json.JsonSerializerOptions Options = new() { WriteIndented = true }; }"));
        return test.RunAsync();
    }

    [Fact]
    public Task GeneratedContext_NoFixIsOffered() => new Verify.Test
    {
        CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
        OffersNoFix = true,
        TestCode = InMethod("return [|JsonSerializer.Deserialize(text, PlainContext.Default.Order)|];") + """

            public sealed partial class PlainContext : System.Text.Json.Serialization.JsonSerializerContext
            {
                public static PlainContext Default { get; } = new();
                public System.Text.Json.Serialization.Metadata.JsonTypeInfo<Order> Order => throw new NotSupportedException();
            }
            """,
    }.RunAsync();

    [Fact]
    public Task WithoutUsing_FixAddsIt() => Verify.VerifyCodeFixAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;

        public sealed class Order
        {
            public string Id { get; set; }
        }

        public sealed class Orders(HttpClient http)
        {
            public async Task<Order> Get() => [|System.Text.Json.JsonSerializer.Deserialize<Order>(await http.GetStringAsync("orders"))|];
        }
        """,
        """
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public sealed class Order
        {
            public string Id { get; set; }
        }

        public sealed class Orders(HttpClient http)
        {
            public async Task<Order> Get() => System.Text.Json.JsonSerializer.Deserialize<Order>(await http.GetStringAsync("orders"), JsonSerializerOptions.Web);
        }
        """);

    [Fact]
    public Task OlderFramework_FixSharesOneFieldOfTheType() => Older(
        """
            private readonly int _attempts = 3;

            public async Task<object?> Get()
            {
                var text = await http.GetStringAsync("orders");
                var all = [|JsonSerializer.Deserialize<Order[]>(text)|];
                return _attempts > 3 ? all : [|JsonSerializer.Deserialize<Order>(text)|];
            }
        """,
        """
            private static readonly JsonSerializerOptions WebJsonOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web);
            private readonly int _attempts = 3;

            public async Task<object?> Get()
            {
                var text = await http.GetStringAsync("orders");
                var all = JsonSerializer.Deserialize<Order[]>(text, WebJsonOptions);
                return _attempts > 3 ? all : JsonSerializer.Deserialize<Order>(text, WebJsonOptions);
            }
        """);

    [Fact]
    public Task OlderFrameworkWithTheNameTaken_FixTakesAnother() => Older(
        """
            public string WebJsonOptions { get; set; } = "";

            public async Task<Order?> Get() => [|JsonSerializer.Deserialize<Order>(await http.GetStringAsync("orders"))|];
        """,
        """
            private static readonly JsonSerializerOptions CaseInsensitiveJsonOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web);

            public string WebJsonOptions { get; set; } = "";

            public async Task<Order?> Get() => JsonSerializer.Deserialize<Order>(await http.GetStringAsync("orders"), CaseInsensitiveJsonOptions);
        """);

    private static Task Older(string members, string mended)
    {
        static string Whole(string members) => Head + "public sealed class Orders(HttpClient http)\n{\n" + members + "\n}\n";
        return new Verify.Test
        {
            References = TestReferences.Net.With("System.Text.Json@8"),
            TestCode = Whole(members),
            FixedCode = Whole(mended),
        }.RunAsync();
    }
}
