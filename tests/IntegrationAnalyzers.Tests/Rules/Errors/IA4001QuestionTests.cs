using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What is asked about is answered by a failure, unless that turns a sender away.</summary>
public sealed class IA4001QuestionTests
{
    private static string Asks(string name, string clause, string body) => Service($$"""
        public async Task<bool> {{name}}(string id)
        {
            try
            {
                using var response = await client.PostAsync("ask/" + id, null);
                return response.IsSuccessStatusCode;
            }
            {{clause}}
            {
                {{body}}
                return false;
            }
        }

        public ILogger Log => logger;
        """);

    [Theory]
    [InlineData("isImageUrl")]
    [InlineData("IsImageUrl")]
    [InlineData("VerificarConexao")]
    [InlineData("ComprobarConexion")]
    [InlineData("ValidarConta")]
    [InlineData("TestarConexao")]
    [InlineData("ProbarConexion")]
    [InlineData("HasImage")]
    [InlineData("CanConnectAsync")]
    [InlineData("TryConnectAsync")]
    [InlineData("TestConnectionAsync")]
    [InlineData("CheckAsync")]
    [InlineData("PingAsync")]
    [InlineData("ProbeAsync")]
    [InlineData("ValidateAsync")]
    [InlineData("VerifyAsync")]
    [InlineData("ShouldSync")]
    [InlineData("WasSent")]
    [InlineData("AreThere")]
    [InlineData("ContainsImage")]
    [InlineData("SupportsImages")]
    [InlineData("ImageExistsAsync")]
    [InlineData("ServerAvailable")]
    [InlineData("GetAvailabilityAsync")]
    [InlineData("ServerHealthAsync")]
    [InlineData("ServerReachable")]
    [InlineData("GetConnectivityAsync")]
    [InlineData("AliveAsync")]
    [InlineData("Online")]
    [InlineData("ServerOnlineAsync")]
    [InlineData("ApiUpAsync")]
    [InlineData("ReadyAsync")]
    [InlineData("RespondsAsync")]
    [InlineData("HeartbeatAsync")]
    [InlineData("SelfTestAsync")]
    [InlineData("ErreichbarAsync")]
    public Task MopsBotAndHotelaria_QuestionInAnyCaseOrLanguage_IsQuiet(string name) => Verify.VerifyAnalyzerAsync(Asks(name, "catch", ""));

    [Theory]
    [InlineData("issueRefund")]
    [InlineData("IssueRefund")]
    [InlineData("ProbarlyAsync")]
    [InlineData("SendAsync")]
    [InlineData("GoOnlineAsync")]
    [InlineData("SetReadyAsync")]
    [InlineData("WarmUpAsync")]
    [InlineData("OnlineOrderAsync")]
    public Task NoQuestion_Reports(string name) => Verify.VerifyAnalyzerAsync(Asks(name, "[|catch|]", ""));

    [Theory]
    [InlineData("VerifyWebhookSignatureAsync")]
    [InlineData("IsSignatureValid")]
    [InlineData("ValidateWebhookAsync")]
    public Task ChatPortal_OutageThatMakesEveryWebhookForged_Reports(string name) => Verify.VerifyAnalyzerAsync(Asks(name, "[|catch|]", ""));

    [Fact]
    public Task SenderThatCouldNotBeVerified_Told_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(Asks("VerifyWebhookSignatureAsync", "catch (Exception ex)", "logger.LogError(ex, \"not verified\");"));

    [Fact]
    public Task SenderThatCouldNotBeVerified_WithTheReason_IsQuiet() =>
        Verify.VerifyAnalyzerAsync(Asks("VerifyWebhookSignatureAsync", "catch", "// best effort: it comes again"));

    [Theory]
    [InlineData("return $\"{{\\\"status\\\": \\\"error\\\", \\\"message\\\": \\\"{ex.Message}\\\"}}\";", false)]
    [InlineData("return \"{\\\"error\\\": \\\"\" + ex.Message + \"\\\"}\";", false)]
    [InlineData("return $\"{{\\\"orders\\\": \\\"{ex.Message}\\\"}}\";", true)]
    [InlineData("return $\"The request failed: {ex.Message}\";", true)]
    public Task XiDeAI_DocumentThatHoldsAnError_IsQuiet(string answer, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<string> AskAsync(string endpoint)
        {
            try
            {
                return await client.GetStringAsync(endpoint);
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
            {
                {{answer}}
            }
        }

        public ILogger Log => logger;
        """));

    /// <summary>pkuehnel/TeslaSolarCharger, RestValueExecutionService: what is tried out shows how it went.</summary>
    [Theory]
    [InlineData("DebugValueAsync", "ex.Message", false)]
    [InlineData("DiagnoseAsync", "$\"It does not work: {ex}\"", false)]
    [InlineData("TestQueryAsync", "ex.Message", false)]
    [InlineData("DebugValueAsync", "\"[]\"", true)]
    [InlineData("GetValueAsync", "ex.Message", true)]
    [InlineData("DebuggedValueAsync", "ex.Message", true)]
    public Task Trial_ThatShowsTheFailure_IsQuiet(string name, string answer, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<string> {{name}}(string endpoint)
        {
            try
            {
                return await client.GetStringAsync(endpoint);
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
            {
                logger.LogDebug(ex, "no value");
                return {{answer}};
            }
        }
        """));

    /// <summary>pkuehnel/TeslaSolarCharger, TeslaFleetApiService: a wrapped <c>false</c> is one.</summary>
    [Theory]
    [InlineData("TestAccessAsync", "PostAsync(\"test/\" + id, null)", "false", false)]
    [InlineData("LoadAsync", "GetAsync(\"cars/\" + id)", "false", false)]
    [InlineData("LoadAsync", "GetAsync(\"cars/\" + id)", "true", true)]
    [InlineData("PayAsync", "PostAsync(\"pay/\" + id, null)", "false", true)]
    public Task WrappedFalse_IsJudgedAsFalse(string name, string call, string answer, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public record Reply<T>(T Value);

        public async Task<Reply<bool>> {{name}}(string id)
        {
            try
            {
                using var response = await client.{{call}};
                return new Reply<bool>(response.IsSuccessStatusCode);
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
            {
                logger.LogError(ex, "failed");
                return new Reply<bool>({{answer}});
            }
        }
        """));
}
