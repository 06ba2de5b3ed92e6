using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Payloads.IA5001UncheckedPayloadTests;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Payloads.IA5001UncheckedPayload>;

namespace IntegrationAnalyzers.Tests.Rules.Payloads;

/// <summary>A part of the payload that is compared with a constant: where it is that constant, there is a payload.</summary>
public sealed class IA5001ConstantPatternTests
{
    private const string Read = "var order = await http.GetFromJsonAsync<Order>(\"o\"); ";

    private const string Reported = "var order = await [|http.GetFromJsonAsync<Order>(\"o\")|]; ";

    [Theory]
    [InlineData("if (order?.Id is \"x\") return order.Id; return null;")]
    [InlineData("if (order?.Success is true) return order.Id; return null;")]
    [InlineData("if (order?.Lines.Count is 1 or 2) return order.Id; return null;")]
    [InlineData("if (order?.Success is not true) return null; return order.Id;")]
    [InlineData("return order?.Success is true ? order.Id : null;")]
    public Task WhereItIsTheConstant_IsQuiet(string body) => Verify.VerifyAnalyzerAsync(InMethod(Read + body));

    [Theory]
    [InlineData("if (order?.Id is \"x\") return null; return order.Id;")]
    [InlineData("if (order?.Success is not true) return order.Id; return null;")]
    public Task WhereItIsNot_Reports(string body) => Verify.VerifyAnalyzerAsync(InMethod(Reported + body));
}
