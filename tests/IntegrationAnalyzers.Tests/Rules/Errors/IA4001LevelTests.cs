using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Who logs what failed and says no means it so.</summary>
public sealed class IA4001LevelTests
{
    /// <summary>The notifiers and clients of other services in gregorymorenoiem/cardealer-microservices.</summary>
    [Fact]
    public Task Cardealer_WriteLoggedAndAnsweredWithNo_IsASuggestion() => Verify.SuggestsAsync(Notifier("logger.LogError(ex, \"not sent\"); return false;"));

    [Fact]
    public Task PaymentLoggedAndAnsweredWithNo_IsAWarning() =>
        Verify.WarnsAsync(Notifier("logger.LogError(ex, \"not sent\"); return false;").Replace("SendAsync", "RefundAsync"));

    [Fact]
    public Task MoneySentOutLoggedAndAnsweredWithNo_IsAWarning() =>
        Verify.WarnsAsync(Notifier("logger.LogError(ex, \"not sent\"); return false;").Replace("SendAsync(HttpContent message)", "SendUsdtAsync(HttpContent message, string to, decimal amount)"));

    [Fact]
    public Task WriteAnsweredWithYes_IsAWarning() => Verify.WarnsAsync(Notifier("logger.LogError(ex, \"not sent\"); return true;"));

    [Fact]
    public Task WriteAnsweredWithNoThatNobodyIsTold_IsAWarning() => Verify.WarnsAsync(Notifier("return false;"));

    private static string Notifier(string body) => $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Extensions.Logging;

        public class Notifier(HttpClient client, ILogger<Notifier> logger)
        {
            public async Task<bool> SendAsync(HttpContent message)
            {
                try
                {
                    using var response = await client.PostAsync("hook", message);
                    return response.IsSuccessStatusCode;
                }
                {|#0:catch|} (Exception ex)
                {
                    {{body}}
                }
            }
        }
        """;
}
