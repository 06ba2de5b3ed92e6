using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>The words by which a method says that it sends money out, and those by which it says that it does not: each of them.</summary>
public sealed class IA4001PaymentWordTests
{
    /// <summary>One method a word, which answers <c>(false, "no")</c> to whatever went wrong.</summary>
    private static string Methods(string words, string method, string parameters, bool isReported) => Service(
        "public ILogger Log => logger;\n\n" + string.Join("\n\n", words.Split(' ').Select((word, i) => $$"""
            public async Task<(bool Done, string? Words)> {{Name(method, word)}}({{parameters.Replace("*", word)}}, Part{{i}} part)
            {
                try
                {
                    using var response = await client.PostAsync("send", null);
                    response.EnsureSuccessStatusCode();
                    return (true, null);
                }
                {{(isReported ? "[|catch|]" : "catch")}} (Exception ex)
                {
                    return (false, "no: " + ex.Message);
                }
            }

            public interface Part{{i}};
            """)));

    private static string Name(string method, string word) => method.Replace("*", char.ToUpperInvariant(word[0]) + word.Substring(1));

    [Theory]
    [InlineData("send transfer remit disburse enviar transferir", "*Async", "string recipient, decimal amount")]
    [InlineData("to destination dest recipient receiver beneficiary payee iban wallet address account destino destinatario beneficiario", "SendAsync", "string *, decimal amount")]
    [InlineData("amount monto montante importe importo betrag bedrag", "SendAsync", "string recipient, decimal *")]
    [InlineData("payout payouts refund refunds withdrawal withdrawals disbursement", "Create*Async", "string id")]
    [InlineData("send create initiate", "*PayoutAsync", "string id")]
    [InlineData("charge refund withdraw payout purchase buy pay", "*Async", "string id")]
    [InlineData("charge refund withdraw payout purchase buy", "*NowAsync", "string id")]
    [InlineData("execute make place submit process confirm capture transfer issue", "*PaymentAsync", "string id")]
    [InlineData("pay payment payments payout charge refund capture transfer withdraw deposit order orders purchase buy checkout invoice billing subscription money funds bill", "Submit*Async", "string id")]
    [InlineData("bill invoice order with now out", "Pay*Async", "string id")]
    public Task WordOfMoney_Reports(string words, string method, string parameters) => Verify.VerifyAnalyzerAsync(Methods(words, method, parameters, isReported: true));

    [Theory]
    [InlineData("email mail url uri phone sms currency date time", "SendAsync", "string to_*, decimal amount")]
    [InlineData("email mail mails sms text message messages notification notifications notice receipt receipts reminder alert alerts invoice invoices bill", "Send*Async", "string to, decimal amount")]
    [InlineData("quote offer confirmation request requests link statement report event events webhook otp code push update updates whatsapp telegram slack", "Send*Async", "string to, decimal amount")]
    [InlineData("template correo mensaje mensagem notificacion notificacao status metric metrics telemetry stock inventory item items product products file", "Send*Async", "string to, decimal amount")]
    [InlineData("files call ownership data", "Send*Async", "string to, decimal amount")]
    [InlineData("balance history link", "Pay*Async", "string id")]
    [InlineData("get find list prepare", "*RefundAsync", "string id")]
    public Task WordOfSomethingElse_IsQuiet(string words, string method, string parameters) => Verify.VerifyAnalyzerAsync(Methods(words, method, parameters, isReported: false));
}
