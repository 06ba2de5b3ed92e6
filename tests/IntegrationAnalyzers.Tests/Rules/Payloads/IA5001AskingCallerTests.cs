using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;
using Level = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>A null that all callers look for, that a text read of the payload rules out, or that the compiler's own warning is switched off for.</summary>
public sealed class IA5001AskingCallerTests
{
    private const string Read = "JsonSerializer.Deserialize<Owners>(await http.GetStringAsync(\"owners\"))!";
    private const string Reported = "[|JsonSerializer.Deserialize<Owners>(await http.GetStringAsync(\"owners\"))|]!";

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    public Task AllCallersInAProgramAsk_IsQuiet(string access) =>
        In(OutputKind.ConsoleApplication, Service(access, Read, "if (owners?.Results == null) return 0;\n        return owners.Results.Length;"));

    [Fact]
    public Task AllCallersOfAPrivateMethodAsk_IsQuiet() =>
        In(OutputKind.DynamicallyLinkedLibrary, Service("private", Read, "if (owners is null) return 0;\n        return owners.Results!.Length;"));

    [Theory]
    [InlineData("public", OutputKind.DynamicallyLinkedLibrary, "if (owners?.Results == null) return 0;\n        return owners.Results.Length;")]
    [InlineData("public", OutputKind.ConsoleApplication, "return owners.Results!.Length;")]
    public Task CallersOutOfSight_OrThatTakeItAsItIs_Report(string access, OutputKind kind, string use) => In(kind, Service(access, Reported, use));

    /// <summary>A component may call it, whose code a generator makes.</summary>
    [Theory]
    [InlineData("Pages_Index_razor.g.cs", true)]
    [InlineData("Index.cs", false)]
    public Task ProgramWithComponents_IsQuietWhereTheirCodeIsInSight(string file, bool isInSight)
    {
        var test = new Verify.Test { OutputKind = OutputKind.ConsoleApplication };
        test.TestState.Sources.Add(Service("public", isInSight ? Read : Reported, "if (owners?.Results == null) return 0;\n        return owners.Results.Length;", "public void AddRazorComponents() { }"));
        test.TestState.Sources.Add((file, "class Index { }"));
        return test.RunAsync();
    }

    [Fact]
    public Task OneOfTwoCallersAsks_Reports() => In(
        OutputKind.ConsoleApplication,
        Service("public", Reported, "if (owners?.Results == null) return 0;\n        return owners.Results.Length;", "public async Task<int> All() => (await GetAll()).Results!.Length;"));

    [Theory]
    [InlineData("var token = answer?.Token ?? string.Empty;\n        if (!string.IsNullOrEmpty(token)) return answer!.Expires;\n        return null;")]
    [InlineData("var token = answer?.Token ?? \"\";\n        if (string.IsNullOrWhiteSpace(token)) throw new System.InvalidOperationException();\n        return answer!.Expires;")]
    [InlineData("if (string.IsNullOrEmpty(answer?.Token ?? \"\")) return null;\n        return answer!.Expires;")]
    [InlineData("var token = answer?.Token;\n        if (string.IsNullOrEmpty(token)) return null;\n        return answer!.Expires;")]
    public Task TextOfThePayloadIsFoundThere_IsQuiet(string use) => Verify.VerifyAnalyzerAsync(Token("JsonSerializer.Deserialize<Answer>(text)", use));

    [Theory]
    [InlineData("var token = answer?.Token ?? \"none\";\n        if (!string.IsNullOrEmpty(token)) return answer!.Expires;\n        return null;")]
    [InlineData("var token = answer?.Token ?? \"\";\n        if (string.IsNullOrEmpty(token)) return answer!.Expires;\n        return null;")]
    public Task TextMayBeAnothers_OrIsNotThere_Reports(string use) => Verify.VerifyAnalyzerAsync(Token("[|JsonSerializer.Deserialize<Answer>(text)|]", use));

    [Theory]
    [InlineData("CS8600, CS8603")]
    [InlineData("CS8600")]
    [InlineData("CS8601")]
    [InlineData("CS8602")]
    [InlineData("CS8603")]
    [InlineData("CS8604")]
    [InlineData("CS8618")]
    public Task CompilersWarningIsSwitchedOffForThePlace_IsASuggestion(string ids) => Level.SuggestsAsync(Typed("", $"#pragma warning disable {ids}", $"#pragma warning restore {ids}"));

    [Theory]
    [InlineData("#pragma warning disable CS8600, CS8603", "", "")]
    [InlineData("", "#pragma warning disable CA1822", "#pragma warning restore CA1822")]
    public Task WarningIsSwitchedOffForTheFile_OrAnother_IsAWarning(string head, string before, string after) => Level.WarnsAsync(Typed(head, before, after));

    private static Task In(OutputKind kind, string source) => new Verify.Test { TestCode = source, OutputKind = kind }.RunAsync();

    private static string Service(string access, string read, string use, string members = "") => $$"""
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Owners { public string[]? Results { get; set; } }

        public class Service(HttpClient http)
        {
            {{access}} async Task<Owners> GetAll()
            {
                return {{read}};
            }

            public async Task<int> Count()
            {
                var owners = await GetAll();
                {{use}}
            }

            {{members}}
        }

        public static class Program { public static void Main() { } }
        """;

    private static string Token(string read, string use) => $$"""
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public class Answer { public string? Token { get; set; } public string? Expires { get; set; } }

        public class Tokens(HttpClient http)
        {
            public async Task<string?> Get()
            {
                var text = await http.GetStringAsync("token");
                var answer = {{read}};
                {{use}}
            }
        }
        """;

    private static string Typed(string head, string before, string after) => $$"""
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Threading.Tasks;
        {{head}}
        public class Riot(HttpClient http)
        {
            public async Task<string[]> Names()
            {
        {{before}}
                return await {|#0:http.GetFromJsonAsync<string[]>("names")|};
        {{after}}
            }
        }
        """;
}
