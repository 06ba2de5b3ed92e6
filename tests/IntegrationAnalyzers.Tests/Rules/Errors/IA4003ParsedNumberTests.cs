using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A body that is a number: whoever makes one up where it is none takes an error page for it.</summary>
public class IA4003ParsedNumberTests
{
    private static string Count(string type, string call, string end) => Service($$"""
        public async Task<{{type}}> CountAsync(string id)
        {
            using var response = await {{call}};
            var text = await response.Content.ReadAsStringAsync();
            {{end}}
        }
        """);

    [Theory]
    [InlineData("int", "return int.TryParse(text, out var count) ? count : 0;")]
    [InlineData("decimal", "return (decimal.TryParse(text, out var count)) ? count : 1m;")]
    [InlineData("int", "int.TryParse(text, out var count);\n    return count;")]
    public Task Parcelo_NumberMadeUpWhereTheBodyIsNone_Reports(string type, string end) =>
        Verify.VerifyAnalyzerAsync(Count(type, "[|client.GetAsync(id)|]", end));

    [Theory]
    [InlineData("int?", "return int.TryParse(text, out var count) ? count : null;")]
    [InlineData("int", "return int.TryParse(text, out var count) ? count : -1;")]
    [InlineData("int", "return int.TryParse(text, out var count) ? count : throw new FormatException(text);")]
    [InlineData("int", "if (!int.TryParse(text, out var count))\n        throw new FormatException(text);\n    return count;")]
    [InlineData("bool", "return bool.TryParse(text, out var isOn) && isOn;")]
    [InlineData("int", "return int.TryParse(id, out var count) ? count : text.Length == 0 ? 0 : throw new FormatException(text);")]
    public Task BodyThatIsNoNumberIsToldApart_IsQuiet(string type, string end) =>
        Verify.VerifyAnalyzerAsync(Count(type, "client.GetAsync(id)", end));

    [Fact]
    public Task StatusLookedAtBefore_IsQuiet() => Verify.VerifyAnalyzerAsync(Count(
        "int", "client.GetAsync(id)", "response.EnsureSuccessStatusCode();\n    return int.TryParse(text, out var count) ? count : 0;"));
}
