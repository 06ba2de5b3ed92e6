using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Configuration.IA0001InvalidOption>;

namespace IntegrationAnalyzers.Tests.Rules.Configuration;

public sealed class IA0001InvalidOptionTests
{
    private const string Key = "integration_analyzers.ia1001.default_timeout_seconds";

    [Theory]
    [InlineData("half a minute")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("30.5")]
    [InlineData("99999999999999999999")]
    public Task ValueThatDoesNotParse_Reports(string value) => Reports(Key, value, "it takes a whole number from 1");

    [Fact]
    public Task MisspeltName_Reports() =>
        Reports("integration_analyzers.ia1001.default_timeout", "30", "no rule has an option of that name");

    [Fact]
    public Task UnknownRule_Reports() =>
        Reports("integration_analyzers.ia9999.anything", "true", "no rule has an option of that name");

    [Fact]
    public Task SameMistakeForManyFiles_ReportsOnce()
    {
        var test = Test(Key, "soon");
        test.TestState.Sources.Add(("/0/A.cs", "class A { }"));
        test.TestState.Sources.Add(("/0/B.cs", "class B { }"));
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithArguments(Key, "soon", "it takes a whole number from 1"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData(Key, "45")]
    [InlineData("INTEGRATION_ANALYZERS.IA1001.Default_Timeout_Seconds", "45")]
    [InlineData("other_analyzers.ia1001.default_timeout_seconds", "half a minute")]
    [InlineData("dotnet_diagnostic.IA1001.severity", "error")]
    [InlineData("integration_analyzers", "true")]
    public Task ValidOrForeignKey_IsQuiet(string key, string value) => Test(key, value).RunAsync();

    [Fact]
    public Task NoConfiguration_IsQuiet() => Verify.VerifyAnalyzerAsync("class C { }");

    [Fact]
    public Task NoIntegrationLibrary_IsQuiet()
    {
        var test = Test(Key, "soon");
        test.References = TestReferences.WithoutHttp;
        return test.RunAsync();
    }

    private static Task Reports(string key, string value, string mistake)
    {
        var test = Test(key, value);
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithArguments(key, value, mistake));
        return test.RunAsync();
    }

    private static Verify.Test Test(string key, string value)
    {
        var test = new Verify.Test { TestCode = "class C { }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{key} = {value}\n"));
        return test;
    }
}
