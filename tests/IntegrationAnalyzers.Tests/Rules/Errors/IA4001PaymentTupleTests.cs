using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary><c>(false, "words")</c> says what <c>false</c> says: not paid, though a timeout may have taken the money.</summary>
public sealed class IA4001PaymentTupleTests
{
    private static string Pays(string name, string clause, string body, string verb = "PostAsync(\"execute\", null)") => Service($$"""
        public async Task<(bool Success, string? Words)> {{name}}(string id)
        {
            try
            {
                using var response = await client.{{verb}};
                response.EnsureSuccessStatusCode();
                return (true, id);
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "not done");
                {{body}}
            }
        }
        """);

    [Theory]
    [InlineData("ExecutePaymentAsync", "return (false, \"The payment failed.\");")]
    [InlineData("ExecutePaymentAsync", "return (false, ex.Message);")]
    [InlineData("RefundAsync", "return (false, null);")]
    [InlineData("PayAsync", "return (Success: false, Words: \"no\");")]
    [InlineData("PlaceOrderAsync", "return (false, \"no\");")]
    [InlineData("TransferFundsAsync", "return (false, \"no\");")]
    public Task TripWings_PaymentAnsweredWithNoAndWords_Reports(string name, string body) => Verify.VerifyAnalyzerAsync(Pays(name, "[|catch|]", body));

    [Fact]
    public Task PaymentAnsweredWithNoAndWordsBehindTheClause_Reports() => Verify.VerifyAnalyzerAsync(
        Pays("ExecutePaymentAsync", "[|catch|]", "").Replace("    }\n    }\n}", "    }\n        return (false, \"no\");\n    }\n}"));

    [Theory]
    [InlineData("CreatePaymentAsync")]
    [InlineData("PayPalLoginAsync")]
    [InlineData("ProcessPaymentWebhookAsync")]
    [InlineData("SendNoteAsync")]
    [InlineData("GetRefundAsync")]
    [InlineData("TransferFileAsync")]
    public Task WhatPaysNobody_IsQuiet(string name) => Verify.VerifyAnalyzerAsync(Pays(name, "catch", "return (false, \"no\");"));

    [Theory]
    [InlineData("GetAsync(\"execute\")")]
    [InlineData("DeleteAsync(\"execute\")")]
    [InlineData("PutAsync(\"execute\", null)")]
    public Task WhatMayBeSaidTwice_IsQuiet(string verb) => Verify.VerifyAnalyzerAsync(Pays("ExecutePaymentAsync", "catch", "return (false, \"no\");", verb));

    [Fact]
    public Task PaymentWhoseFailuresAreNamed_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Pays("ExecutePaymentAsync", "catch", "return (false, \"no\");").Replace("(Exception ex)", "(Exception ex) when (ex is HttpRequestException)"));
}
