using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.ResponseSource;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4003StatusNotLookedAt>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>Writes whose response meets less than a look at its status: one failure told apart, a log that takes it whole.</summary>
public class IA4003UnseenWriteTests
{
    [Theory]
    [InlineData("DisposeAsync StopAsync LogAsync LogOrder Track TrackOrder PingAsync Warm WarmUpAsync WarmupAsync KeepAliveAsync Heartbeat TryNotifyAsync LogoutAsync LogOutAsync SignOutAsync RevokeAsync")]
    [InlineData("CleanUpAsync CleanupAsync Close CloseAsync ShutdownAsync")]
    public Task NobodyWaitsForIt_ByItsName_IsQuiet(string methods) => Verify.VerifyAnalyzerAsync(Writes(methods, "client.PostAsync(\"orders\", null)"));

    [Theory]
    [InlineData("LoginAsync FinalizeOrderAsync FinalizeAsync TrackerAsync StoppedAsync ClosedAsync WarmthAsync SendAsync Notify")]
    public Task SomebodyWaitsForIt_Reports(string methods) => Verify.VerifyAnalyzerAsync(Writes(methods, "[|client.PostAsync(\"orders\", null)|]"));

    [Theory]
    [InlineData("Task<bool> CloseAsync", "true")]
    [InlineData("ValueTask<bool> RevokeAsync", "true")]
    [InlineData("Task<string> StopAsync", "id")]
    public Task BestEffortByItsName_ThatGivesAResult_Reports(string method, string result) => Verify.VerifyAnalyzerAsync(Service($$"""
        public async {{method}}(string id)
        {
            await [|client.PostAsync("orders/" + id, null)|];
            return {{result}};
        }
        """));

    private static string Writes(string methods, string call) =>
        Service(string.Join("\n\n", methods.Split(' ').Select(method => $"public async Task {method}()\n{{\n    await {call};\n}}")));

    private const string Posted = "using var response = await [|client.PostAsync(\"orders\", content)|];\n";

    [Theory]
    [InlineData("if (response.StatusCode == HttpStatusCode.InternalServerError)\n    throw new HttpRequestException();\nreturn true;")]
    [InlineData("if (response.StatusCode != HttpStatusCode.Conflict)\n    return true;\nreturn false;")]
    [InlineData("if (response.StatusCode is HttpStatusCode.BadRequest)\n    logger.LogError(\"Refused\");\nreturn true;")]
    public Task DasAssessor_OneFailureTold_Reports(string rest) => Verify.VerifyAnalyzerAsync(Post(Posted + rest));

    [Fact]
    public Task DasAssessor_OneFailureTold_BehindAPipeline_Reports() => Verify.VerifyAnalyzerAsync(Service("""
        public async Task DeleteAsync(string id, ResiliencePipeline pipeline, CancellationToken token)
        {
            var response = await pipeline.ExecuteAsync(async t => await [|client.DeleteAsync(id, t)|], token);
            if (response.StatusCode == HttpStatusCode.InternalServerError)
                throw new HttpRequestException();
        }
        """));

    [Theory]
    [InlineData("if (response.StatusCode == HttpStatusCode.InternalServerError || response.StatusCode == HttpStatusCode.BadRequest)\n    throw new HttpRequestException();\nreturn true;")]
    [InlineData("if (response.StatusCode == HttpStatusCode.NotFound)\n    return false;\nif (response.StatusCode == HttpStatusCode.BadRequest)\n    throw new HttpRequestException();\nreturn true;")]
    [InlineData("switch (response.StatusCode)\n{\n    case HttpStatusCode.NotFound:\n        return false;\n    case HttpStatusCode.BadRequest:\n        throw new HttpRequestException();\n}\nreturn true;")]
    [InlineData("if (response.StatusCode != HttpStatusCode.Accepted)\n    throw new HttpRequestException();\nreturn true;")]
    [InlineData("if (response.StatusCode == HttpStatusCode.Found)\n    return true;\nreturn false;")]
    [InlineData("return response.StatusCode != HttpStatusCode.Conflict;")]
    [InlineData("if (response.StatusCode != HttpStatusCode.NotFound)\n    response.EnsureSuccessStatusCode();\nreturn true;")]
    public Task SeveralFailuresOrASuccessTold_IsQuiet(string rest) => Verify.VerifyAnalyzerAsync(Post(Posted.Replace("[|", "").Replace("|]", "") + rest));

    [Theory]
    [InlineData("logger.LogInformation(\"Answer {Result}\", response);")]
    [InlineData("logger.LogInformation(\"Answer {Result} of {Name}\", response, \"orders\");")]
    [InlineData("logger.LogInformation($\"Answer {response}\");")]
    [InlineData("logger.LogInformation(\"Answer \" + response);")]
    [InlineData("logger.LogInformation(response.ToString());")]
    public Task WholeResponseOnlyLogged_Reports(string log) => Verify.VerifyAnalyzerAsync(Post(Posted + log + "\nreturn true;"));

    [Theory]
    [InlineData("logger.Answered(response)")]
    [InlineData("Messages.Answered(logger, response)")]
    [InlineData("logger.AnsweredWith(response.StatusCode)")]
    [InlineData("Defined(logger, response, null)")]
    public Task HmctsBookingQueue_LoggerMessageMethod_Reports(string log) => Verify.VerifyAnalyzerAsync(File($$"""
        public static partial class Messages
        {
            [LoggerMessage(1, LogLevel.Debug, "Answer: {response}")]
            public static partial void Answered(this ILogger logger, HttpResponseMessage response);

            [LoggerMessage(2, LogLevel.Debug, "Answer: {status}")]
            public static partial void AnsweredWith(this ILogger logger, HttpStatusCode status);

            public static partial void Answered(this ILogger logger, HttpResponseMessage response) => Kept = response;

            public static partial void AnsweredWith(this ILogger logger, HttpStatusCode status) => Kept = status;

            public static object? Kept { get; set; }
        }

        public class Service(HttpClient client, ILogger<Service> logger)
        {
            private static readonly Action<ILogger, HttpResponseMessage, Exception?> Defined = LoggerMessage.Define<HttpResponseMessage>(LogLevel.Debug, new EventId(3), "Answer: {response}");

            public ILogger Log => logger;

            public object Other => Defined;

            public async Task SendAsync(HttpContent content)
            {
                var response = await [|client.PostAsync("orders", content)|];
                {{log}};
            }
        }
        """));

    [Theory]
    [InlineData("logger.LogInformation(\"Answer {Result}\", Describe(response));")]
    [InlineData("logger.LogInformation(\"Answer {Result}\", response.IsSuccessStatusCode ? \"sent\" : \"refused\");\nif (!response.IsSuccessStatusCode)\n    return false;")]
    [InlineData("Console.WriteLine($\"Answer {response}\");")]
    [InlineData("_kept.Add(response);\nlogger.LogInformation(\"Answer {Result}\", response);")]
    public Task LoggedByOneWhoLooks_OrShownToSomebody_IsQuiet(string log) => Verify.VerifyAnalyzerAsync(Service($$"""
        private readonly List<object> _kept = new();

        public Func<HttpResponseMessage, string> Describe { get; set; } = static response => "";

        public int Count => _kept.Count;

        public async Task<bool> SendAsync(HttpContent content)
        {
            using var response = await client.PostAsync("orders", content);
            {{log}}
            return true;
        }
        """));
}
