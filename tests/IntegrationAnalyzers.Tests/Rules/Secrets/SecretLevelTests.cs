using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using VerifySource = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>What is published, made up on purpose, for this machine or for tests is a suggestion.</summary>
public sealed class SecretLevelTests
{
    private const string Made = "964d601959918a578a670984bdee9357";

    [Theory]
    [InlineData("class Query { string Text(string c) => {|#0:\"play?appkey=4409e2ce8ffd12b84409e2ce8ffd12b8&cid=\"|} + c; }")]
    [InlineData("class Keys { public const string TEST_API_KEY = {|#0:\"$made\"|}; }")]
    [InlineData("class SampleDataService { const string InternalApiKey = {|#0:\"$made\"|}; }")]
    [InlineData("static class SeedData { static string ApiKey = {|#0:\"$made\"|}; }")]
    // rncode/Rn.Mailer, MailerDbInitializer
    [InlineData("class Keys { public bool DevelopmentMode; string Get() { var apiKey = \"\"; if (DevelopmentMode) { apiKey = {|#0:\"$made\"|}; } return apiKey; } }")]
    public Task PublishedOrMadeUp_IsASuggestion(string source) => VerifySource.SuggestsAsync(source.Replace("$made", Made));

    [Theory]
    [InlineData("public static class TraktUris { public const string ClientSecret = {|#0:\"$made\"|}; }")]
    [InlineData("public class HeadphonesSettings { public HeadphonesSettings() { ApiKey = {|#0:\"$made\"|}; } public string ApiKey { get; set; } }")]
    [InlineData("static class TraktUris { public const string ClientSecret = {|#0:\"$made\"|}; }")]
    [InlineData("public static class TraktUris { private const string ClientSecret = {|#0:\"$made\"|}; }")]
    [InlineData("public class Headphones { private string _apiKey; public Headphones() { _apiKey = {|#0:\"$made\"|}; } public string Key => _apiKey; }")]
    [InlineData("class Keys { public const string LATEST_API_KEY = {|#0:\"$made\"|}; }")]
    [InlineData("class DataService { const string InternalApiKey = {|#0:\"$made\"|}; }")]
    [InlineData("class Keys { public bool DevelopmentMode; string Get() { var apiKey = \"\"; if (!DevelopmentMode) { apiKey = {|#0:\"$made\"|}; } return apiKey; } }")]
    public Task OfTheCodeAlone_IsAWarning(string source) => VerifySource.WarnsAsync(source.Replace("$made", Made));

    [Theory]
    [InlineData("/0/TestApplication/Program.cs", DiagnosticSeverity.Info)]
    [InlineData("/0/samples/ConsoleApp/Program.cs", DiagnosticSeverity.Info)]
    [InlineData("/0/Examples/Program.cs", DiagnosticSeverity.Info)]
    [InlineData("/0/src/Program.cs", DiagnosticSeverity.Warning)]
    public Task InAFolderOfTests_TMDbLib_OrSamples_Casdoor_IsASuggestion(string file, DiagnosticSeverity severity)
    {
        var test = new RuleVerifier<IA3002Credential>.Test();
        test.TestState.Sources.Add((file, "class Program { const string ApiKey = {|#0:\"" + Made + "\"|}; }"));
        return VerifySource.VerifyAsync(test, severity);
    }

    [Theory]
    [InlineData("/0/test-console/Program.cs", DiagnosticSeverity.Info)]
    [InlineData("/0/src/Program.cs", DiagnosticSeverity.Warning)]
    public Task TestModeKeyInAFolderOfTests_PaystackDotnet_IsASuggestion(string file, DiagnosticSeverity severity)
    {
        var test = new RuleVerifier<IA3004NonProductionEndpoint>.Test();
        test.TestState.Sources.Add((file, "class Program { const string Key = {|#0:\"" + IA3002CredentialTests.Sample("Stripe", "Test keys") + "\"|}; }"));
        return LevelVerifier<IA3004NonProductionEndpoint>.VerifyAsync(test, severity);
    }

    [Fact]
    public Task PublicConstantOfAProgram_IsAWarning() => VerifySource.VerifyAsync(
        new RuleVerifier<IA3002Credential>.Test
        {
            TestCode = "public static class Keys { public const string ClientSecret = {|#0:\"" + Made + "\"|}; static void Main() { } }",
            OutputKind = OutputKind.ConsoleApplication,
        },
        DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("/0/appsettings.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=localhost;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=127.0.0.1,1433;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.json", "{ \"Queue\": { \"HostName\": \"localhost\", \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.Development.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=mssql;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.Development.json", "{ \"Queue\": { \"HostName\": \"rabbitmq\", \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/tests/Shop.Api/appsettings.json", "{ \"Smtp\": { \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/src/Shop.Testsite/appsettings.json", "{ \"Smtp\": { \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    public Task ForThisMachineOrTests_PracticalCleanArchitecture_IsASuggestion(string file, string text) => InFile(file, text, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("/0/appsettings.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=sqlserver;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.json", "{ \"Queue\": { \"HostName\": \"rabbitmq\", \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.Development.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=sql.acme.io;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.Development.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=10.1.2.3;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/appsettings.Development.json", "{ \"ConnectionStrings\": { \"Orders\": \"Server=KPSQL105-QA;Database=o;User Id=sa;Password={|#0:kT9wQ2vZx7|}\" } }")]
    [InlineData("/0/src/Shop.Contest/appsettings.json", "{ \"Smtp\": { \"Password\": \"{|#0:kT9wQ2vZx7|}\" } }")]
    public Task ForAServer_Pitstop_IsAWarning(string file, string text) => InFile(file, text, DiagnosticSeverity.Warning);

    private static Task InFile(string file, string text, DiagnosticSeverity severity) =>
        LevelVerifier<IA3006SecretInConfiguration>.VerifyAsync(RuleVerifier<IA3006SecretInConfiguration>.FileTest(file, text), severity);
}
