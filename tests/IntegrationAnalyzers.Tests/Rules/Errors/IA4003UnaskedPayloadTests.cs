using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A payload that says itself how it went, where no code here reads what it says.</summary>
public class IA4003UnaskedPayloadTests
{
    private static string Orders(string call, string result, string rest, string elsewhere = "") => File($$"""
        public class Error { public string? Text { get; set; } }

        public class Envelope<T>
        {
            public Error? Error { get; set; }
            public T? Data { get; set; }
        }

        public record Order(string Id);

        public class Orders(HttpClient client)
        {
            private Envelope<Order>? _last;

            public Envelope<Order>? Last => _last;

            public async Task<{{result}}> CreateAsync(HttpContent content)
            {
                var response = await {{call}};
                var text = await response.Content.ReadAsStringAsync();
                var envelope = JsonSerializer.Deserialize<Envelope<Order>>(text);
                {{rest}}
            }

            private static Order? Part(Envelope<Order>? envelope) => envelope?.Data;

            {{elsewhere}}
        }
        """);

    private const string Sent = "client.PostAsync(\"orders\", content)";
    private const string Reported = "[|client.PostAsync(\"orders\", content)|]";

    [Theory]
    [InlineData("return envelope!.Data;")]
    [InlineData("return envelope?.Data;")]
    [InlineData("if (envelope == null) throw new InvalidOperationException();\n        return envelope.Data;")]
    [InlineData("return Part(envelope);")]
    [InlineData("return envelope!.Data;", "public void Reset() => _last = new Envelope<Order> { Error = new Error() };")]
    public Task ErrorMemberThatNobodyReads_Reports(string rest, string elsewhere = "") => Verify.VerifyAnalyzerAsync(Orders(Reported, "Order?", rest, elsewhere));

    [Theory]
    [InlineData("return envelope;")]
    [InlineData("_last = envelope;\n        return null;")]
    [InlineData("Console.WriteLine(JsonSerializer.Serialize(envelope));\n        return null;")]
    public Task WholeOfAPayloadThatNobodyHereAsks_IsQuiet(string rest) => Verify.VerifyAnalyzerAsync(Orders(Sent, "Envelope<Order>?", rest));

    [Theory]
    [InlineData("if (envelope?.Error is { } error) throw new InvalidOperationException(error.Text);\n        return envelope!.Data;", "")]
    [InlineData("return envelope!.Data;", "public bool Failed => _last?.Error != null;")]
    public Task ErrorMemberThatIsReadSomewhere_IsQuiet(string rest, string elsewhere) => Verify.VerifyAnalyzerAsync(Orders(Sent, "Order?", rest, elsewhere));

    [Theory]
    [InlineData("if (envelope?.Data == null) throw new InvalidOperationException();\n        return envelope.Data;")]
    [InlineData("if (envelope?.Data is null) return null;\n        return envelope.Data;")]
    [InlineData("if (envelope is not { Data: { } data }) return null;\n        return data;")]
    [InlineData("if (envelope == null || envelope.Data == null) return null;\n        return envelope.Data;")]
    public Task PartThatIsAskedWhetherItIsThere_IsQuiet(string rest) => Verify.VerifyAnalyzerAsync(Orders(Sent, "Order?", rest));
}
