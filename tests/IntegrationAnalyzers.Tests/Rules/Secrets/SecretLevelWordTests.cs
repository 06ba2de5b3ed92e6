using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Rules.Secrets;
using IntegrationAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;
using LevelsInFiles = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3006SecretInConfiguration>;
using LevelsInSource = IntegrationAnalyzers.Tests.Verification.LevelVerifier<IntegrationAnalyzers.Rules.Secrets.IA3002Credential>;

namespace IntegrationAnalyzers.Tests.Rules.Secrets;

/// <summary>The words that make a report a suggestion: each of them, and others like them that do not.</summary>
public sealed class SecretLevelWordTests
{
    [Theory]
    [InlineData("test tests testing testsite testapp testapplication unittests integrationtests sample samples example examples Shop.UnitTests", DiagnosticSeverity.Info)]
    [InlineData("contest latest attest testament unit integration simple", DiagnosticSeverity.Warning)]
    public Task FolderOfTests_IsASuggestion(string folders, DiagnosticSeverity severity)
    {
        var test = new RuleVerifier<IA3002Credential>.Test();
        var names = folders.Split(' ');
        for (var i = 0; i < names.Length; i++)
            test.TestState.Sources.Add(($"/0/{names[i]}/Shop{i}.cs", $"class Shop{i} {{ const string ApiKey = {{|#{i}:\"{MadeUp.Hex(32, i + 11)}\"|}}; }}"));
        return LevelsInSource.VerifyAsync(test, severity, names.Length);
    }

    [Theory]
    [InlineData("/0/tests/Shop/Program.cs", DiagnosticSeverity.Info)]
    [InlineData("/0/tests/src/Shop/Program.cs", DiagnosticSeverity.Warning)]
    [InlineData("/0/src/tests.cs", DiagnosticSeverity.Warning)]
    public Task FolderOfTests_TheFilesOwnOrTheOneAbove(string file, DiagnosticSeverity severity)
    {
        var test = new RuleVerifier<IA3002Credential>.Test();
        test.TestState.Sources.Add((file, "class Program { const string ApiKey = {|#0:\"" + MadeUp.Hex(32) + "\"|}; }"));
        return LevelsInSource.VerifyAsync(test, severity);
    }

    [Theory]
    [InlineData("Sample Samples Seed Seeder Seeding Demo Dummy Fake Mock Fixture", "class Order*Data { const string InternalApiKey = $; }", DiagnosticSeverity.Info)]
    [InlineData("Simple Seeds Demon Mocha Fix", "class Order*Data { const string InternalApiKey = $; }", DiagnosticSeverity.Warning)]
    [InlineData("Test Tests", "class Orders* { const string *ApiKey = $; }", DiagnosticSeverity.Info)]
    [InlineData("appkey appKey AppKey", "class Orders* { static string * = $; }", DiagnosticSeverity.Info)]
    [InlineData("app_key APPKEY", "class Orders* { static string * = $; }", DiagnosticSeverity.Warning)]
    [InlineData("demo sample test dummy fake", "class Orders* { static void SeedUsers(string user, string apiKey) => SeedUsers(\"admin@*.com\", $); }", DiagnosticSeverity.Info)]
    [InlineData("acme democracy", "class Orders* { static void SeedUsers(string user, string apiKey) => SeedUsers(\"admin@*.com\", $); }", DiagnosticSeverity.Warning)]
    [InlineData("test testing tests sandbox testkey jwttestsecret testsecretkeypassword", "class Orders* { static string ApiKey = $*_; }", DiagnosticSeverity.Info)]
    [InlineData("dev latest protest testuser testsecretkeypasswordtoken", "class Orders* { static string ApiKey = $*_; }", DiagnosticSeverity.Warning)]
    public Task NameOfTheTypeOrTheValue_MadeUp_IsASuggestion(string words, string source, DiagnosticSeverity severity) => InSource(
        string.Join("\n", words.Split(' ').Select((word, i) => source.Contains("$*_")
            ? source.Replace("$*_", $"{{|#{i}:\"{word}_{MadeUp.Base62(40, i + 11)}\"|}}").Replace("*", word)
            : source.Replace("$", $"{{|#{i}:\"{MadeUp.Hex(32, i + 11)}\"|}}").Replace("*", word))),
        words.Split(' ').Length,
        severity);

    [Theory]
    [InlineData("dev development test tests testing sandbox", "*-key-2025!!", DiagnosticSeverity.Info)]
    [InlineData("a an the this is my our for of in at to be use do not only local super very long strong secure secret secrets key keys", "dev-*-2025!!", DiagnosticSeverity.Info)]
    [InlineData("token jwt api app auth access client signing sign symmetric encryption hmac sha aes password pass pwd private default purpose purposes", "dev-*-2025!!", DiagnosticSeverity.Info)]
    [InlineData("environment env mode min minimum least char chars character characters bit bits byte bytes prod production must should and or with value", "dev-*-2025!!", DiagnosticSeverity.Info)]
    [InlineData("shop orders acme minutes", "dev-*-2025!!", DiagnosticSeverity.Warning)]
    [InlineData("latest prod local", "*-key-2025!!", DiagnosticSeverity.Warning)]
    public Task WordsOfTheValue_ForTests_AreASuggestion(string words, string value, DiagnosticSeverity severity) => InFile(
        string.Join(",\n", words.Split(' ').Select((word, i) => $"\"Jwt{i}\": {{ \"SecretKey\": \"{{|#{i}:{value.Replace("*", word)}|}}\" }}")),
        words.Split(' ').Length,
        severity);

    [Theory]
    [InlineData("Url Uri BaseUrl BaseUri ApiUrl ApiBaseUrl BaseAddress Address Endpoint Host base_url", "https://api.sandbox.paypal.com", DiagnosticSeverity.Info)]
    [InlineData("PayPalUrl Link Root", "https://api.sandbox.paypal.com", DiagnosticSeverity.Warning)]
    [InlineData("Mode Environment Env", "sandbox", DiagnosticSeverity.Info)]
    [InlineData("Mode Environment Env", "TEST", DiagnosticSeverity.Info)]
    [InlineData("Mode Environment Env", "tests", DiagnosticSeverity.Warning)]
    [InlineData("Model Stage", "sandbox", DiagnosticSeverity.Warning)]
    public Task NeighbourThatNamesTheSandbox_IsASuggestion(string names, string value, DiagnosticSeverity severity) => InFile(
        string.Join(",\n", names.Split(' ').Select((name, i) => $"\"Pay{i}\": {{ \"{name}\": \"{value}\", \"SecretKey\": \"{{|#{i}:{MadeUp.Base62(40, i + 11)}|}}\" }}")),
        names.Split(' ').Length,
        severity);

    private static Task InSource(string source, int reports, DiagnosticSeverity severity) => LevelsInSource.VerifyAsync(new RuleVerifier<IA3002Credential>.Test { TestCode = source }, severity, reports);

    private static Task InFile(string sections, int reports, DiagnosticSeverity severity) =>
        LevelsInFiles.VerifyAsync(RuleVerifier<IA3006SecretInConfiguration>.FileTest("/0/appsettings.json", "{ " + sections + " }"), severity, reports);
}
