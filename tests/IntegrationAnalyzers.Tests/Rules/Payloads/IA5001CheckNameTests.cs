using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Names of another assembly's methods and classes that say that they check what they are given, and types that are read as they are.</summary>
public sealed class IA5001CheckNameTests
{
    [Theory]
    [InlineData("ValidateOrder")]
    [InlineData("TryValidateOrder")]
    [InlineData("EnsureOrder")]
    [InlineData("VerifyOrder")]
    [InlineData("CheckOrder")]
    [InlineData("GuardOrder")]
    [InlineData("ThrowIfBad")]
    [InlineData("TryCreate")]
    [InlineData("AssertValid")]
    public Task MethodNamedForTheCheck_IsQuiet(string method) => Handed("Acme.Rules", "Rules", method, "http.GetFromJsonAsync<Order>(\"o\")");

    [Theory]
    [InlineData("Guard")]
    [InlineData("Ensure")]
    [InlineData("Requires")]
    [InlineData("Throw")]
    [InlineData("GuardClauseExtensions")]
    [InlineData("Argument")]
    [InlineData("Preconditions")]
    public Task ClassNamedForTheCheck_IsQuiet(string type) => Handed("Acme." + type, type, "NotNull", "http.GetFromJsonAsync<Order>(\"o\")");

    [Theory]
    [InlineData("Rules", "NotNull")]
    [InlineData("Rules", "AttemptCreate")]
    [InlineData("Notes", "NotNull")]
    public Task MethodNamedForSomethingElse_Reports(string type, string method) => Handed("Acme." + type, type, method, "[|http.GetFromJsonAsync<Order>(\"o\")|]");

    /// <summary>What hands on the task of the read, or its result, as it is.</summary>
    [Theory]
    [InlineData("await [|*|]")]
    [InlineData("await [|*|].ConfigureAwait(false)")]
    [InlineData("await [|*|].AsTask()")]
    [InlineData("await [|*|].AsTask().WaitAsync(TimeSpan.FromSeconds(9))")]
    [InlineData("await [|*|].Preserve()")]
    [InlineData("[|*|].GetAwaiter().GetResult()")]
    public Task TaskHandedOn_Reports(string read) => Reports(
        $"var stream = await http.GetStreamAsync(\"o\"); var order = {read.Replace("*", "JsonSerializer.DeserializeAsync<Order>(stream)")}; return order!.Id;");

    [Theory]
    [InlineData("JObject")]
    [InlineData("JArray")]
    [InlineData("JToken")]
    [InlineData("JContainer")]
    [InlineData("JProperty")]
    [InlineData("JValue")]
    public Task TokenOfNewtonsofts_IsQuiet(string type) => Verify.VerifyAnalyzerAsync(InMethod($"return JsonConvert.DeserializeObject<Newtonsoft.Json.Linq.{type}>(await http.GetStringAsync(\"o\"))!.Path;"));

    [Theory]
    [InlineData("JsonDocument")]
    [InlineData("Nodes.JsonNode")]
    [InlineData("Nodes.JsonObject")]
    [InlineData("Nodes.JsonArray")]
    [InlineData("Nodes.JsonValue")]
    public Task NodeOfTheOwnLibrary_IsQuiet(string type) => Verify.VerifyAnalyzerAsync(InMethod($"return (await http.GetFromJsonAsync<System.Text.Json.{type}>(\"o\"))!.ToString();"));

    private static Task Handed(string ns, string type, string method, string read) => new Verify.Test
    {
        TestCode = InMethod($"var order = await {read}; {ns}.{type}.{method}(order); return order!.Id;"),
        References = OtherLibrary.Beside("Acme.Checks", $"namespace {ns} {{ public static class {type} {{ public static void {method}(object value) {{ }} }} }}"),
    }.RunAsync();
}
