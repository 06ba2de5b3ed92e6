using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>A number of the payload that is computed with is used like any other part.</summary>
public sealed class IA4003ComputedNumberTests
{
    [Theory]
    [InlineData("return rate!.Value * 1.2m;", "[|client.GetAsync(\"rate\")|]")]
    [InlineData("return 1m / rate!.Value;", "[|client.GetAsync(\"rate\")|]")]
    [InlineData("var net = rate!.Value - 1m;\n    return net;", "[|client.GetAsync(\"rate\")|]")]
    [InlineData("return rate!.Value > 0m ? rate.Value * 1.2m : throw new InvalidOperationException(\"no rate\");", "client.GetAsync(\"rate\")")]
    [InlineData("return rate!.Value * 1.2m > 0m ? 1m : 2m;", "client.GetAsync(\"rate\")")]
    public Task NumberOfThePayload(string end, string call) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<decimal> ReadAsync()
        {
            using var response = await {{call}};
            var rate = await response.Content.ReadFromJsonAsync<Rate>();
            {{end}}
        }
        """));
}
