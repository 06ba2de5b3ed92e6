using System.Threading.Tasks;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Configuration.IA0003BrokenBaselineLine>;

namespace IntegrationAnalyzers.Tests.Rules.Configuration;

public sealed class IA0003BrokenBaselineLineTests
{
    [Theory]
    [InlineData("# head\n[|Shop | IA1001|]\n")]
    [InlineData("[|IA1001|]")]
    [InlineData("Shop | IA1001 | F:C | 3f9a0c12b7de44aa\r\n\r\n[|Shop|IA1001|F:C|3f9a0c12b7de44aa|]\r\n")]
    [InlineData("[|<<<<<<< HEAD|]\nShop | IA1001 | F:C | 3f9a0c12b7de44aa\n[|=======|]\n[|>>>>>>> other|]\n")]
    [InlineData("[|Shop | CA2000 | F:C | 3f9a0c12b7de44aa|]")]
    [InlineData("[|Shop | IA9999 | F:C | 3f9a0c12b7de44aa|]")]
    [InlineData("[|Shop | IA0001 | F:C | 3f9a0c12b7de44aa|]")]
    [InlineData("[|Shop | IA0004 | F:C | 3f9a0c12b7de44aa|]")]
    [InlineData("[|\0\0\0|]")]
    public Task BrokenLine_Reports(string text) => In("/0/IntegrationAnalyzers.Baseline.txt", text);

    [Theory]
    [InlineData("IntegrationAnalyzers.Baseline.txt", "")]
    [InlineData("IntegrationAnalyzers.Baseline.txt", "# nothing yet\n\n   \r\n")]
    [InlineData("IntegrationAnalyzers.Baseline.txt", "\uFEFF# mark\r\nShop | IA1001 | F:C | 3f9a0c12b7de44aa\r\n")]
    [InlineData("IntegrationAnalyzers.Baseline.txt", "Other.Project (net8.0) | IA3006 | appsettings.json | 3f9a0c12b7de44aa-12")]
    [InlineData("Baseline.txt", "broken")]
    [InlineData("appsettings.json", "{}")]
    public Task ReadableOrForeign_IsQuiet(string file, string text) => In("/0/" + file, text);

    [Fact]
    public Task Message_SaysWhy()
    {
        var test = Verify.FileTest("/0/IntegrationAnalyzers.Baseline.txt", "{|#0:Shop | IA9999 | F:C | 3f9a0c12b7de44aa|}");
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("there is no rule IA9999"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("write")]
    [InlineData("prune")]
    [InlineData("false")]
    public Task FileThatIsNotReadInThisBuild_IsQuiet(string mode)
    {
        var test = Verify.FileTest("/0/IntegrationAnalyzers.Baseline.txt", "broken");
        test.GlobalOptions["build_property.IntegrationAnalyzersBaseline"] = mode;
        return test.RunAsync();
    }

    private static Task In(string file, string text) => Verify.FileTest(file, text).RunAsync();
}
