using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Configuration.IA0005BrokenVocabularyLine>;

namespace IntegrationAnalyzers.Tests.Rules.Configuration;

public sealed class IA0005BrokenVocabularyLineTests
{
    [Theory]
    [InlineData("# head\n[|calls POST Acme.A.B|]\n")]
    [InlineData("[|call FETCH Acme.A.B|]  \r\nretry Acme.A.B")]
    [InlineData("retry Acme.A.B\r\n[|retry Acme.A.B|]\r\n")]
    [InlineData("[|!call Acme.A.B|]\ncall GET Acme.A.*")]
    [InlineData("[|\0\0\0|]")]
    public Task BrokenLine_Reports(string text) => In("/0/IntegrationAnalyzers.Apis.txt", text);

    [Theory]
    [InlineData("IntegrationAnalyzers.Apis.txt", "")]
    [InlineData("IntegrationAnalyzers.Apis.txt", "# nothing yet\n\n   \r\n")]
    [InlineData("IntegrationAnalyzers.Apis.txt", "\uFEFF# mark\r\ncall POST Acme.NotReferencedHere.A.B*\r\n")]
    [InlineData("IntegrationAnalyzers.Apis.txt", "!call My.Fake.SendAsync")]
    [InlineData("Apis.txt", "broken")]
    [InlineData("Other.IntegrationAnalyzers.Apis.txt", "broken")]
    public Task ReadableOrForeign_IsQuiet(string file, string text) => In("/0/" + file, text);

    [Fact]
    public Task SeveralFiles_AreRead()
    {
        var test = Verify.FileTest("/0/IntegrationAnalyzers.Apis.txt", "[|a|]");
        test.TestState.AdditionalFiles.Add(("/0/Shared/IntegrationAnalyzers.Apis.txt", "\n[|b|]"));
        return test.RunAsync();
    }

    [Fact]
    public Task Message_SaysWhy()
    {
        var test = Verify.FileTest("/0/IntegrationAnalyzers.Apis.txt", "{|#0:retry|}");
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("it names no method"));
        return test.RunAsync();
    }

    [Fact]
    public Task SwitchedOff_IsQuiet()
    {
        var test = Verify.FileTest("/0/IntegrationAnalyzers.Apis.txt", "broken");
        test.GlobalOptions["build_property.IntegrationAnalyzersVocabulary"] = "False";
        return test.RunAsync();
    }

    private static Task In(string file, string text) => Verify.FileTest(file, text).RunAsync();
}
