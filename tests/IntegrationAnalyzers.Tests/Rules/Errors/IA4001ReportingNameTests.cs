using System.Threading.Tasks;
using Xunit;
using static IntegrationAnalyzers.Tests.Rules.Errors.CatchSource;
using ByDefault = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall>;
using Verify = IntegrationAnalyzers.Tests.Verification.ConfiguredVerifier<IntegrationAnalyzers.Rules.Errors.IA4001CatchAllAroundOutboundCall, IntegrationAnalyzers.Tests.Rules.Errors.BestEffortReported>;

namespace IntegrationAnalyzers.Tests.Rules.Errors;

/// <summary>What methods are called that only tell of a failure, and words of an answer that says itself that it is one.</summary>
public sealed class IA4001ReportingNameTests
{
    [Theory]
    [InlineData("Log")]
    [InlineData("Write")]
    [InlineData("Trace")]
    [InlineData("Debug")]
    [InlineData("Info")]
    [InlineData("Warn")]
    [InlineData("Error")]
    [InlineData("Fatal")]
    [InlineData("Critical")]
    [InlineData("Verbose")]
    [InlineData("Print")]
    [InlineData("Track")]
    [InlineData("CaptureException")]
    [InlineData("CaptureMessage")]
    [InlineData("CaptureEvent")]
    [InlineData("Record")]
    [InlineData("Report")]
    [InlineData("AddException")]
    [InlineData("AddEvent")]
    [InlineData("SetStatus")]
    [InlineData("SetTag")]
    [InlineData("Exception")]
    [InlineData("Audit")]
    [InlineData("Show")]
    [InlineData("Alert")]
    [InlineData("Display")]
    [InlineData("Notify")]
    [InlineData("AddModelError")]
    public Task ToldToALogger_Reports(string member) => Verify.VerifyAnalyzerAsync(Told("[|catch|]", member));

    [Theory]
    [InlineData("Keep")]
    [InlineData("Handle")]
    public Task HandedToAnythingElse_IsQuiet(string member) => Verify.VerifyAnalyzerAsync(Told("catch", member));

    [Theory]
    [InlineData("Error")]
    [InlineData("Fail")]
    [InlineData("Exception")]
    [InlineData("Problem")]
    [InlineData("Unavailable")]
    [InlineData("Unreachable")]
    [InlineData("Unable")]
    [InlineData("CouldNot")]
    [InlineData("Cannot")]
    [InlineData("Invalid")]
    [InlineData("NotAvailable")]
    [InlineData("TimedOut")]
    [InlineData("Unknown")]
    [InlineData("Fault")]
    public Task AnswerThatSaysItFailed_IsQuiet(string word) => ByDefault.VerifyAnalyzerAsync(Answered("catch", word));

    [Theory]
    [InlineData("Default")]
    [InlineData("Standard")]
    public Task AnswerThatSaysNothing_Reports(string word) => ByDefault.VerifyAnalyzerAsync(Answered("[|catch|]", word));

    [Theory]
    [InlineData("Could not load")]
    [InlineData("Cannot load")]
    [InlineData("Unable to load")]
    [InlineData("An error happened")]
    public Task AnswerWhoseTextSaysItFailed_IsQuiet(string text) => ByDefault.VerifyAnalyzerAsync(Noted("catch", text));

    [Theory]
    [InlineData("Loaded")]
    [InlineData("Not for sale")]
    public Task AnswerWhoseTextSaysNothing_Reports(string text) => ByDefault.VerifyAnalyzerAsync(Noted("[|catch|]", text));

    /// <summary>What stands before the one who asked is known to him, whatever is answered.</summary>
    [Theory]
    [InlineData("Show")]
    [InlineData("Alert")]
    [InlineData("Display")]
    [InlineData("Notify")]
    [InlineData("AddModelError")]
    [InlineData("SetStatusMessage")]
    [InlineData("AddError")]
    [InlineData("Toast")]
    public Task PutBeforeTheOneWhoAsked_IsQuiet(string member) => ByDefault.VerifyAnalyzerAsync(Shown("catch", member));

    [Theory]
    [InlineData("Log")]
    [InlineData("AddEvent")]
    public Task KeptFromTheOneWhoAsked_Reports(string member) => ByDefault.VerifyAnalyzerAsync(Shown("[|catch|]", member));

    private static string Shown(string mark, string member) => Service($$"""
        public async Task<decimal> GetAsync(string code)
        {
            try
            {
                return (await client.GetFromJsonAsync<Rate>("rates/" + code))!.Value;
            }
            {{mark}} (Exception ex)
            {
                Sink.{{member}}(ex.Message);
                return 0m;
            }
        }

        public ILogger Log => logger;
        """) + $"\npublic static class Sink {{ public static void {member}(string text) {{ }} }}\n";

    private static string Noted(string mark, string text) => Service($$"""
        public async Task<Rate> GetAsync(string code)
        {
            try
            {
                return (await client.GetFromJsonAsync<Rate>("rates/" + code))!;
            }
            {{mark}} (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return new NotedRate(0, "{{text}}");
            }
        }
        """) + "\npublic record NotedRate(decimal Value, string Note) : Rate(Value);\n";

    private static string Told(string mark, string member) => Clauses($$"""
        {{mark}} (Exception ex)
        {
            Sink.{{member}}(ex);
            return null;
        }
        """) + $"\npublic static class Sink {{ public static void {member}(Exception failure) {{ }} }}\n";

    private static string Answered(string mark, string word) => Service($$"""
        public async Task<Rate> GetAsync(string code)
        {
            try
            {
                return (await client.GetFromJsonAsync<Rate>("rates/" + code))!;
            }
            {{mark}} (Exception ex)
            {
                logger.LogError(ex, "no rate");
                return new {{word}}Rate(0);
            }
        }
        """) + $"\npublic record {word}Rate(decimal Value) : Rate(Value);\n";
}
