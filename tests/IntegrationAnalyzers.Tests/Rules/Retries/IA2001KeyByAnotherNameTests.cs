using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Retries.IA2001RetriedWriteWithoutIdempotencyKey>;

namespace IntegrationAnalyzers.Tests.Rules.Retries;

/// <summary>Keys among pairs that a loop puts on the request, and members that a serializer calls so.</summary>
public sealed class IA2001KeyByAnotherNameTests
{
    [Theory]
    [InlineData("var headers = new Dictionary<string, string> { [\"Idempotency-Key\"] = id };", "foreach (var (k, v) in headers) message.Headers.Add(k, v);", "SendAsync")]
    [InlineData("var headers = new Dictionary<string, string> { [\"Idempotency-Key\"] = id };", "foreach (var h in headers) message.Headers.TryAddWithoutValidation(h.Key, h.Value);", "SendAsync")]
    [InlineData("(string, string)[] headers = [(\"Idempotency-Key\", id), (\"X-A\", \"b\")];", "foreach (var (k, v) in headers) message.Headers.Add(k, v);", "SendAsync")]
    [InlineData("var headers = new Dictionary<string, string> { [\"Idempotency-Key\"] = id };", "headers.ToList().ForEach(h => message.Headers.Add(h.Key, h.Value));", "SendAsync")]
    [InlineData("", "foreach (var h in given) message.Headers.Add(h.Key, h.Value);", "SendAsync")]
    [InlineData("var headers = new Dictionary<string, string> { [\"X-Tenant\"] = id };", "foreach (var (k, v) in headers) message.Headers.Add(k, v);", "[|SendAsync|]")]
    [InlineData("", "foreach (var line in lines) message.Headers.Add(\"X-Line\", line);", "[|SendAsync|]")]
    public Task PairsInALoop(string before, string put, string send) => Verify.VerifyAnalyzerAsync(Retried($$"""
        public async Task Pay(string id, IDictionary<string, string> given, List<string> lines)
        {
            {{before}}
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    using var message = new HttpRequestMessage(HttpMethod.Post, "p");
                    {{put}}
                    (await http.{{send}}(message)).EnsureSuccessStatusCode();
                    return;
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    await Task.Delay(1000);
                }
            }
        }
        """));

    [Theory]
    [InlineData("[property: JsonPropertyName(\"idempotency_key\")]", true)]
    [InlineData("[property: Newtonsoft.Json.JsonProperty(\"idempotency_key\")]", true)]
    [InlineData("[property: Newtonsoft.Json.JsonProperty(PropertyName = \"idempotency_key\")]", true)]
    [InlineData("[property: System.Runtime.Serialization.DataMember(Name = \"idempotency_key\")]", true)]
    [InlineData("[property: JsonPropertyName(\"reason\")]", false)]
    [InlineData("", false)]
    public async Task MemberThatTheSerializerCallsAKey(string attribute, bool isKey)
    {
        var order = $"\npublic record Order({attribute} string Text, decimal Amount);\n";
        var (open, close) = isKey ? ("", "") : ("[|", "|]");
        await Verify.VerifyAnalyzerAsync(Retried(Attempts($"http.{open}PostAsJsonAsync{close}(\"p\", order)")) + order);
        await Verify.VerifyAnalyzerAsync(Retried(Attempts($"http.{open}PostAsync{close}(\"p\", new StringContent(JsonSerializer.Serialize(order), Encoding.UTF8, \"application/json\"))")) + order);
    }

    [Theory]
    [InlineData("dedupe_key")]
    [InlineData("dedup_key")]
    [InlineData("deduplication_key")]
    [InlineData("DeduplicationId")]
    public Task MemberByWhichDuplicatesAreKnown_IsQuiet(string member) =>
        Verify.VerifyAnalyzerAsync(Retried(Attempts($"http.PostAsJsonAsync(\"p\", new {{ {member} = order.Text, order.Amount }})")) + "\npublic record Order(string Text, decimal Amount);\n");

    private static string Attempts(string call) => $$"""
        public async Task Pay(Order order)
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    (await {{call}}).EnsureSuccessStatusCode();
                    return;
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                    await Task.Delay(1000);
                }
            }
        }
        """;

    private static string Retried(string member) => """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;

        public class Payments(HttpClient http)
        {

        """ + member + "\n}\n";
}
