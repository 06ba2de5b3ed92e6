using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>Payloads that a wrapper hands to a delegate of its caller's.</summary>
public sealed class IA5001DelegateTests
{
    [Theory]
    [InlineData("order => order.Id", true)]
    [InlineData("order => { return order.Id; }", true)]
    [InlineData("IdOf", true)]
    [InlineData("order => IdOf(order)", true)]
    [InlineData("order => order?.Id", false)]
    [InlineData("order => order is null ? null : order.Id", false)]
    [InlineData("IdOrNone", false)]
    [InlineData("Given", false)]
    public async Task FiskalyManagementApi_LambdaOfTheCaller(string map, bool isReported)
    {
        await Verify.VerifyAnalyzerAsync(Source(map, isReported ? "map([|JsonSerializer.Deserialize<T>(text)|]!)" : "map(JsonSerializer.Deserialize<T>(text)!)"));
        await Verify.VerifyAnalyzerAsync(Source(map, isReported ? "Run(map, [|JsonSerializer.Deserialize<T>(text)|]!)" : "Run(map, JsonSerializer.Deserialize<T>(text)!)"));
    }

    [Fact]
    public Task DelegateInAVariable_Reports() => Verify.VerifyAnalyzerAsync(Source("order => order?.Id", "map(default(T)!)").Replace(
        "// here",
        "public async Task<string?> One() { Func<Order, string?> map = order => order.Id; return map([|JsonSerializer.Deserialize<Order>(await http.GetStringAsync(\"one\"))|]!); }",
        System.StringComparison.Ordinal));

    [Fact]
    public Task CheckedInFrontOfTheDelegate_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Source("order => order.Id", "JsonSerializer.Deserialize<T>(text) is { } read ? map(read) : throw new InvalidOperationException()"));

    private static string Source(string map, string result) => IA5001UncheckedPayloadTests.Usings + $$"""
        class Orders(HttpClient http)
        {
            public Func<Order, string?> Given { get; set; } = _ => null;

            public Task<string?> Get(string id) => Process<Order, string?>(id, {{map}});

            // here
            private static string? IdOf(Order order) => order.Id;

            private static string? IdOrNone(Order? order) => order?.Id;

            private static TResult Run<T, TResult>(Func<T, TResult> map, T value) => map(value);

            private async Task<TResult> Process<T, TResult>(string path, Func<T, TResult> map) where T : class
            {
                var text = await http.GetStringAsync(path);
                return {{result}};
            }
        }
        """;
}
