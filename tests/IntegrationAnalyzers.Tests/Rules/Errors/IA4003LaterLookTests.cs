using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The body's own outcome, where the flow cannot follow it: by a word in a comparison, or by a helper.</summary>
public sealed class IA4003LaterLookTests
{
    [Theory]
    [InlineData("if (payment?.Status != \"success\") return null;\n        return payment?.Id;")]
    [InlineData("return payment?.Status == \"FAILED\" ? null : payment?.Id;")]
    [InlineData("var isPaid = IsSuccessful(payment?.Outcome?.Detail);\n        return isPaid ? payment?.Id : null;")]
    [InlineData("var isPaid = IsSuccessful(payment?.Outcome?.Detail);\n        if (!isPaid) throw new InvalidOperationException();\n        return payment?.Id;")]
    [InlineData("if (!IsSuccessful(payment?.Outcome?.Detail)) return null;\n        return payment?.Id;")]
    public Task OutcomeIsComparedOrAskedOfAHelper_IsASuggestion(string rest) => Verify.SuggestsAsync(Payments(rest));

    [Theory]
    [InlineData("return payment?.Status == \"shipped\" ? null : payment?.Id;")]
    [InlineData("if (IsDefault(payment?.Outcome?.Detail)) return null;\n        return payment?.Id;")]
    [InlineData("var isLong = payment?.Id?.Length > 5;\n        return isLong ? payment?.Id : null;")]
    public Task AnotherWord_OrNoOutcome_IsAWarning(string rest) => Verify.WarnsAsync(Payments(rest));

    private static string Payments(string rest) => File($$"""
        public record Outcome(string? Detail);
        public record Payment(string? Id, string? Status, Outcome? Outcome);

        public class Payments(HttpClient client)
        {
            public async Task<string?> PayAsync(HttpContent content)
            {
                var response = await {|#0:client.PostAsync("payments", content)|};
                var text = await response.Content.ReadAsStringAsync();
                var payment = JsonSerializer.Deserialize<Payment>(text);
                {{rest}}
            }

            private static bool IsDefault(string? detail) => detail is "";

            private static bool IsSuccessful(string? detail) => detail is not null && detail.StartsWith("000.");
        }
        """);
}
