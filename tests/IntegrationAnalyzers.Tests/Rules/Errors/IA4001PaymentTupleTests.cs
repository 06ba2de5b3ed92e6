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

    private static string Sends(string name, string parameters, string clause, string members = "") => Service($$"""
        public async Task<(bool Done, string? Id, string? Words)> {{name}}({{parameters}})
        {
            try
            {
                using var response = await client.PostAsync("send", null);
                response.EnsureSuccessStatusCode();
                return (true, "1", null);
            }
            {{clause}} (Exception ex)
            {
                return (false, null, "not sent: " + ex.Message);
            }
        }

        public ILogger Log => logger;
        """) + members;

    /// <summary>What the coin is called does not matter: somebody is sent an amount.</summary>
    [Theory]
    [InlineData("SendTrxAsync", "string from, string key, string to, decimal amount")]
    [InlineData("SendUsdtAsync", "string toAddress, decimal amount")]
    [InlineData("SendAsync", "string recipient, long amountInCents")]
    [InlineData("TransferAsync", "Guid accountId, decimal? amount")]
    [InlineData("SendEth", "string wallet, System.Numerics.BigInteger amount")]
    [InlineData("SendTransactionAsync", "Money money")]
    [InlineData("TransferirAsync", "string destino, decimal monto")]
    [InlineData("CreatePayoutAsync", "string id")]
    [InlineData("InitiateWithdrawalAsync", "string id")]
    [InlineData("SendRefundAsync", "string id")]
    public Task CunaPay_MoneySentOut_Reports(string name, string parameters) =>
        Verify.VerifyAnalyzerAsync(Sends(name, parameters, "[|catch|]", "public record Money(string To, decimal Amount);"));

    /// <summary>What speaks of an amount, and what moves something else.</summary>
    [Theory]
    [InlineData("SendReceiptAsync", "string to, decimal amount")]
    [InlineData("SendEmailAsync", "string to, decimal amount")]
    [InlineData("SendPaymentReminderAsync", "string to, decimal amount")]
    [InlineData("SendPaymentRequestAsync", "string to, decimal amount")]
    [InlineData("SendInvoiceAsync", "string to, decimal amount")]
    [InlineData("SendAsync", "string toEmail, decimal amount")]
    [InlineData("SendAsync", "string to, string subject")]
    [InlineData("SendAsync", "DateTime to, decimal amount")]
    [InlineData("SendAsync", "decimal amount")]
    [InlineData("TransferStockAsync", "string to, int amount")]
    [InlineData("TransferAsync", "string to, int quantity")]
    [InlineData("ConvertAsync", "string to, decimal amount")]
    [InlineData("CreateTransferAsync", "string id")]
    [InlineData("CreatePayoutReportAsync", "string id")]
    public Task AmountThatIsOnlySpokenOf_IsQuiet(string name, string parameters) => Verify.VerifyAnalyzerAsync(Sends(name, parameters, "catch"));

    [Theory]
    [InlineData("GetAsync(\"execute\")")]
    [InlineData("DeleteAsync(\"execute\")")]
    [InlineData("PutAsync(\"execute\", null)")]
    public Task WhatMayBeSaidTwice_IsQuiet(string verb) => Verify.VerifyAnalyzerAsync(Pays("ExecutePaymentAsync", "catch", "return (false, \"no\");", verb));

    [Fact]
    public Task PaymentWhoseFailuresAreNamed_IsQuiet() => Verify.VerifyAnalyzerAsync(
        Pays("ExecutePaymentAsync", "catch", "return (false, \"no\");").Replace("(Exception ex)", "(Exception ex) when (ex is HttpRequestException)"));
}
