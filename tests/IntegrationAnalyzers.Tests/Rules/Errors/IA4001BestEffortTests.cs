using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using Strict = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Clauses that take all alike: which of them mislead somebody, and which only a strict team hears of.</summary>
public class IA4001BestEffortTests
{
    /// <summary>Read in public repositories, each kind named after what it does.</summary>
    public static TheoryData<string, string, string> BestEfforts { get; } = new()
    {
        { "LoggedAndNothingGivenBack", "Task<string?> FindAsync()", "logger.LogWarning(ex, \"no rate\"); return null;" },
        { "MessageLoggedAndNothingGivenBack", "Task<string?> FindAsync()", "logger.LogWarning(\"no rate: {Message}\", ex.Message); return default;" },
        { "LoggedInAMethodWithoutAResult", "Task RefreshAsync()", "logger.LogError(ex, \"not refreshed\");" },
        { "LoggedInAMethodWithoutAResult_Return", "Task RefreshAsync()", "logger.LogError(ex, \"not refreshed\"); return;" },
        { "CachedCopyGivenBack", "Task<string> GetAsync()", "logger.LogWarning(ex, \"cached\"); return _cached;" },
        { "CachedCopyOrDefaultGivenBack", "Task<string> GetAsync(string known)", "logger.LogWarning(ex, \"cached\"); return _cached ?? known;" },
        { "FormerValueGivenBack", "Task<string> GetAsync(string known)", "Console.WriteLine(ex.Message); return known;" },
        { "ErrorTypeGivenBack", "Task<object> CountAsync()", "logger.LogError(ex, \"count\"); return new CountError(\"count.failed\", 3);" },
        { "ResultThatSaysSo", "Task<object> CountAsync()", "return new Outcome { IsError = true, Text = ex.Message };" },
        { "FailedByName", "Task<object> CountAsync()", "logger.LogError(ex, \"count\"); return Outcome.LookupFailed;" },
        { "TupleThatSaysSo", "Task<(bool, string)> CountAsync()", "return (false, ex.Message);" },
        { "PriceThatCannotBeOne", "Task<decimal> GetAsync()", "logger.LogError(ex, \"no price\"); return -1m;" },
        { "ProductOfWhatTheCallerGave", "Task<decimal> GetAsync(decimal amount, decimal known)", "logger.LogError(ex, \"no price\"); return amount * known;" },
        { "PartOfTheValueFromBefore", "Task<decimal> GetAsync()", "logger.LogError(ex, \"no price\"); return decimal.Parse(_cached) * 0.5m;" },
        { "NoOfARead", "Task<bool> HandleStateAsync()", "logger.LogError(ex, \"no state\"); return false;" },
        { "ProbeOfWhetherSomebodyAnswers", "Task<string> TestProxyAsync()", "return \"proxyConnectFailed\";" },
        { "ValidationOfAKey", "Task<bool> ValidateKeyAsync()", "System.Diagnostics.Debug.WriteLine(ex); return false;" },
        { "ShownOnTheScreen", "Task<string[]> LoadAsync()", "ShowError(ex.Message); return Array.Empty<string>();" },
        { "ShownOnTheNextPage", "Task<string[]> LoadAsync()", "TempData[\"Error\"] = ex.Message; return Array.Empty<string>();" },
        { "ShownByAViewModel", "Task<string[]> LoadAsync()", "StatusMessage = ex.Message; return Array.Empty<string>();" },
        { "ServerErrorAndLogged", "Task<IActionResult> GetAsync()", "logger.LogError(ex, \"failed\"); return new StatusCodeResult(500);" },
        { "TextThatIsAllThereIs", "Task<string?> UpdateAsync()", "errorMessage = \"While querying: \" + ex.Message;" },
    };

    /// <summary>The same places: what the caller gets is untrue.</summary>
    public static TheoryData<string, string, string> Misleading { get; } = new()
    {
        { "EmptyList", "Task<string[]> GetAsync()", "logger.LogError(ex, \"no rate\"); return Array.Empty<string>();" },
        { "EmptyObject", "Task<object> GetAsync()", "logger.LogError(ex, \"no rate\"); return new Outcome();" },
        { "TextInPlaceOfContent", "Task<string> ReadAsync()", "return \"Error: \" + ex.Message;" },
        { "ObjectOfEmptyLists", "Task<object> GetAsync()", "logger.LogError(ex, \"no rate\"); return new Lists { Rates = new List<string>() };" },
        { "ZeroForANumber", "Task<decimal> GetAsync()", "logger.LogError(ex, \"no rate\"); return 0m;" },
        { "RateWrittenIntoTheCode", "Task<decimal> GetAsync()", "logger.LogError(ex, \"no rate\"); return 1m;" },
        { "ByARateWrittenIntoTheCode", "Task<decimal> GetAsync(decimal amount)", "logger.LogError(ex, \"no rate\"); return amount * 1.08m;" },
        { "ByAFactorWrittenIntoTheCode", "Task<decimal> GetAsync(int distance)", "logger.LogError(ex, \"no rate\"); return 1.3m * distance;" },
        { "ResponseFromNobody", "Task<HttpResponseMessage> GetAsync()", "logger.LogError(ex, \"no rate\"); return new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError);" },
        { "CallerIsBlamed", "Task<IActionResult> GetAsync()", "logger.LogError(ex, \"no rate\"); return new BadRequestObjectResult(\"no rate\");" },
        { "BugIsUpstreamUnavailable", "Task<IActionResult> GetAsync()", "logger.LogError(ex, \"no rate\"); return new StatusCodeResult(503);" },
        { "ServerErrorAndNobodyKnowsWhy", "Task<IActionResult> GetAsync()", "return new ObjectResult(ex.Message) { StatusCode = 500 };" },
        { "SuccessToOurCaller", "Task<IActionResult> GetAsync()", "logger.LogError(ex, \"no rate\"); return new OkResult();" },
        { "NoThatNobodyTold", "Task<bool> LoadAllAsync()", "return false;" },
        { "FailureThatNobodyKnowsMoreOf", "Task<object> CountAsync()", "return Outcome.LookupFailed;" },
        { "NewExceptionBehindIt", "Task<string> LoadAsync()", "logger.LogError(ex, \"no rate\");\n        }\n\n        if (_cached == \"x\")\n            return _cached;\n        throw new InvalidOperationException(\"no rate\");\n        {" },
    };

    [Theory]
    [MemberData(nameof(BestEfforts))]
    public Task BestEffort_IsQuiet(string kind, string signature, string body) => Verify.VerifyAnalyzerAsync(Reading(kind, signature, body, "catch"));

    [Theory]
    [MemberData(nameof(BestEfforts))]
    public Task BestEffort_OfAStrictTeam_Reports(string kind, string signature, string body) => Strict.VerifyAnalyzerAsync(Reading(kind, signature, body, "[|catch|]"));

    [Theory]
    [MemberData(nameof(Misleading))]
    public Task MisleadingAnswer_Reports(string kind, string signature, string body) => Verify.VerifyAnalyzerAsync(Reading(kind, signature, body, "[|catch|]"));

    [Theory]
    [InlineData("Post", "", true)]
    [InlineData("Patch", "", true)]
    [InlineData("Put", "", false)]
    [InlineData("Delete", null, false)]
    [InlineData("Get", null, false)]
    public Task NoForWhatMustNotHappenTwice_Reports(string verb, string? content, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<bool> PayAsync()
        {
            try
            {
                using var response = await client.{{verb}}Async("bills"{{(content is null ? "" : ", null")}});
                response.EnsureSuccessStatusCode();
                return true;
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
            {
                logger.LogError(ex, "not paid");
                return false;
            }
        }
        """));

    [Fact]
    public Task PostThatOnlyAsks_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<bool> RefreshTokenAsync()
        {
            try
            {
                using var response = await client.PostAsync("connect/token", null);
                response.EnsureSuccessStatusCode();
                return true;
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "no token");
                return false;
            }
        }
        """));

    [Fact]
    public Task PartOfAListAsTheWhole_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<List<string>> LoadAsync(string[] codes)
        {
            var all = new List<string>();
            foreach (var code in codes)
            {
                try
                {
                    all.Add(await client.GetStringAsync(code));
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "{Code}", code);
                }
            }

            return all;
        }
        """));

    [Fact]
    public Task ObjectThatOnlyTheTryFills_Reports() => Verify.VerifyAnalyzerAsync(Service(Parts("[|catch|]", "")));

    /// <summary>What another part has brought is there: one of several extras is missing.</summary>
    [Fact]
    public Task TwitchDownloader_OneOfSeveralParts_IsQuiet() => Verify.VerifyAnalyzerAsync(Service(Parts("catch", "parts.Second = \"x\";")));

    private static string Parts(string clause, string after) => $$"""
        public class Parts
        {
            public string? First { get; set; }

            public string? Second { get; set; }
        }

        public async Task<Parts> LoadAsync()
        {
            var parts = new Parts();
            try
            {
                parts.First = await client.GetStringAsync("first");
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "no first part");
            }

            {{after}}
            return parts;
        }
        """;

    [Theory]
    [InlineData("SubmitTelemetryAsync", false)]
    [InlineData("SubmitAnalyticsAsync", false)]
    [InlineData("SubmitMetricsAsync", false)]
    [InlineData("SubmitStatisticsAsync", false)]
    [InlineData("StartTypingAsync", false)]
    [InlineData("SubmitHeartbeatAsync", false)]
    [InlineData("SubmitOrderAsync", true)]
    public Task WhatNobodyMisses_IsQuiet(string method, bool reports) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<bool> {{method}}()
        {
            try
            {
                using var response = await client.PostAsync("events", null);
                return response.IsSuccessStatusCode;
            }
            {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
            {
                logger.LogError(ex, "not sent");
                return false;
            }
        }
        """));

    [Fact]
    public Task NextOfSeveralSources_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> RulesAsync()
        {
            string? rules = null;
            try
            {
                rules = await client.GetStringAsync("rules");
            }
            catch (Exception ex)
            {
                logger.LogWarning("Error updating rules: {Message}", ex.Message);
            }

            if (rules == null)
                rules = System.IO.File.ReadAllText("rules.dat");
            return rules;
        }
        """));

    [Fact]
    public Task WinAcmeZeroSsl_LoggedAndNull_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string?> Register(string email)
        {
            try
            {
                using var form = new FormUrlEncodedContent(new[] { new KeyValuePair<string, string>("email", email) });
                using var response = await client.PostAsync("eab-credentials-email", form);
                if (response.IsSuccessStatusCode)
                    return await response.Content.ReadAsStringAsync();
                logger.LogError("Unexpected response while attemting to register at ZeroSsl");
            }
            catch (Exception ex)
            {
                logger.LogError(ex, "Unexpected error while attemting to register at ZeroSsl");
            }

            return null;
        }
        """));

    /// <summary>Who sends an event sends it again for ever if it is not acknowledged; who asks for work is told a lie.</summary>
    [Theory]
    [InlineData("WebhookController", "Handle", false)]
    [InlineData("PayPalController", "WebhookHandler", false)]
    [InlineData("OrdersController", "Submit", true)]
    public Task AcknowledgedAfterAFailure_Reports(string type, string method, bool reports) => Verify.VerifyAnalyzerAsync(File($$"""
        public class {{type}}(HttpClient client, ILogger<{{type}}> logger) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> {{method}}()
            {
                try
                {
                    await client.GetStringAsync("verify");
                }
                {{(reports ? "[|catch|]" : "catch")}} (Exception ex)
                {
                    logger.LogError(ex, "failed");
                }

                return Ok();
            }
        }
        """));

    [Fact]
    public Task BloxstrapHttpClientEx_LastAttemptGoesOn_IsQuiet() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<HttpResponseMessage> GetWithRetriesAsync(string url, int retries)
        {
            HttpResponseMessage response = null!;
            for (var i = 1; i <= retries; i++)
            {
                try
                {
                    response = await client.GetAsync(url);
                }
                catch (Exception ex)
                {
                    logger.LogError(ex, "again");
                    if (i == retries)
                        throw;
                }
            }

            return response;
        }
        """));

    [Fact]
    public Task RequestrrOmbiClient_AttemptsThenNewException_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task<string> SearchAsync()
        {
            var retryCount = 0;
            while (retryCount <= 5)
            {
                try
                {
                    return await client.GetStringAsync("movies");
                }
                [|catch|] (Exception ex)
                {
                    logger.LogError(ex, "An error occurred while searching");
                    retryCount++;
                    await Task.Delay(1000);
                }
            }

            throw new Exception("An error occurred while searching for movies");
        }
        """));

    private static string Reading(string kind, string signature, string body, string clause) => Service($$"""
        private string _cached = "{{kind}}";

        public record CountError(string Code, int Count);

        public class Lists
        {
            public List<string> Rates { get; set; } = new();
        }

        public class Outcome
        {
            public static readonly Outcome LookupFailed = new();

            public bool IsError { get; set; }

            public string? Text { get; set; }
        }

        public Dictionary<string, string> TempData { get; } = new();

        public string StatusMessage { get; set; } = "";

        public async {{signature}}
        {
            string? errorMessage = null;
            try
            {
                {{Try(signature)}}
            }
            {{clause}} (Exception ex)
            {
                {{body}}
            }{{(signature.Contains("UpdateAsync") ? "\n\n    return errorMessage;" : "")}}
        }

        private void ShowError(string text) => _cached = text;
        """);

    private static string Try(string signature) => "_cached = await client.GetStringAsync(\"rates\");" + (
        signature.Contains("Task<string?> U") ? "\nerrorMessage = \"\";" :
        signature.Contains("Task<string?>") || signature.Contains("ReadAsync") ? "\nreturn _cached;" :
        signature.Contains("TestProxy") ? "\nreturn \"proxyIsCorrect\";" :
        signature.Contains("Task<string>") ? "\nreturn _cached;" :
        signature.Contains("(bool, string)") ? "\nreturn (true, _cached);" :
        signature.Contains("<bool>") ? "\nreturn true;" :
        signature.Contains("<string[]>") ? "\nreturn new[] { _cached };" :
        signature.Contains("<decimal>") ? "\nreturn decimal.Parse(_cached);" :
        signature.Contains("<IActionResult>") ? "\nreturn new OkObjectResult(_cached);" :
        signature.Contains("<HttpResponseMessage>") ? "\nreturn await client.GetAsync(_cached);" :
        signature.Contains("<object>") ? "\nreturn _cached;" : "");

    /// <summary>An empty text tells whoever asks for it, like null.</summary>
    [Theory]
    [InlineData("private ", "if (string.IsNullOrEmpty(text)) return 0;", "catch")]
    [InlineData("private ", "", "[|catch|]")]
    [InlineData("public ", "if (string.IsNullOrEmpty(text)) return 0;", "[|catch|]")]
    public Task BarunsonPayments_EmptyTextThatEveryCallerAsksAbout_IsQuiet(string access, string question, string clause) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async Task<int> CheckAsync(string path)
        {
            var text = await GetData(path);
            {{question}}
            return text.Length;
        }

        public async Task<int> OtherAsync(string path)
        {
            path = await GetData(path);
            return string.IsNullOrWhiteSpace(path) ? 0 : path.Length;
        }

        {{access}}async Task<string> GetData(string path)
        {
            var text = "";
            try
            {
                text = await client.GetStringAsync(path);
            }
            {{clause}} (Exception ex)
            {
                logger.LogError(ex, "no payments");
            }

            return text;
        }
        """));
}
