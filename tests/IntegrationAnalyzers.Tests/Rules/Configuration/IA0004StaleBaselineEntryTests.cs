using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis;
using Xunit;
using Verify = IntegrationAnalyzers.Tests.Verification.RuleVerifier<IntegrationAnalyzers.Rules.Configuration.IA0004StaleBaselineEntry>;

namespace IntegrationAnalyzers.Tests.Rules.Configuration;

public sealed class IA0004StaleBaselineEntryTests
{
    private const string Mended = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Rates
        {
            private static readonly HttpClient Client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };

            public static Task<string> LatestAsync(Uri address) => Client.GetStringAsync(address);
        }
        """;

    private static readonly string Old = Mended.Replace(" { Timeout = TimeSpan.FromSeconds(30) }", "()");

    [Theory]
    [InlineData("[|TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa|]")]
    [InlineData("# old\r\n\r\n  [|TestProject|IA1001|F:Gone.Client|3f9a0c12b7de44aa-2|]\r\n")]
    [InlineData("[|TestProject | IA2005 | M:Rates.LatestAsync(System.Uri) | 3f9a0c12b7de44aa|]\n[|TestProject | IA3006 | appsettings.json | 3f9a0c12b7de44aa|]")]
    public Task EntryWithoutAFinding_Reports(string text) => In(text);

    [Theory]
    [InlineData("Other | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa")]
    [InlineData("TestProject.Web | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa")]
    [InlineData("# TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa")]
    [InlineData("TestProject | IA9999 | F:Rates.Client | 3f9a0c12b7de44aa")]
    [InlineData("TestProject | IA0001 | F:Rates.Client | 3f9a0c12b7de44aa")]
    [InlineData("TestProject | IA1001")]
    [InlineData("")]
    public Task OtherProjectsAndBrokenLines_AreQuiet(string text) => In(text);

    [Theory]
    [InlineData("is_global = true\ndotnet_diagnostic.IA1001.severity = none")]
    [InlineData("root = true\n[*.cs]\ndotnet_diagnostic.IA1001.severity = none")]
    public Task RuleThatIsOff_IsQuiet(string config)
    {
        var test = Test("TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa");
        test.TestState.AnalyzerConfigFiles.Add((config.StartsWith("is", System.StringComparison.Ordinal) ? "/.globalconfig" : "/.editorconfig", config));
        return test.RunAsync();
    }

    [Fact]
    public Task Message_NamesThePlaceAndTheRule()
    {
        var test = Test("{|#0:TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa|}");
        test.ExpectedDiagnostics.Add(Verify.Diagnostic().WithLocation(0).WithArguments("F:Rates.Client", "IA1001"));
        return test.RunAsync();
    }

    [Fact]
    public async Task FindingThatAPragmaHides_IsQuiet() =>
        Assert.Empty(await BaselineRun.LeftAsync(await BaselineRun.LinesAsync(Old), "#pragma warning disable\n" + Old));

    [Fact]
    public async Task SuggestionThatTheBuildDoesNotShow_IsQuiet()
    {
        var lines = await BaselineRun.LinesAsync(Old);
        Assert.Contains(lines, static line => line.Contains("IA1007"));
        var left = await BaselineRun.RunAsync(string.Join("\n", lines), [("/repo/Shop/Code.cs", Old)], "dotnet_diagnostic.IA1007.severity = silent");
        Assert.DoesNotContain(left, static d => d.Id == "IA0004");
    }

    [Fact]
    public async Task Partial_MendedOneOfTwo_ReportsTheOne()
    {
        var second = Old.Replace("Rates", "Stock");
        var lines = await BaselineRun.LinesAsync(("/a.cs", Old), ("/b.cs", second));
        var reports = await BaselineRun.ReportsAsync(string.Join("\n", lines), ("/a.cs", Mended), ("/b.cs", second));
        var stale = reports.Where(static d => d.Id == "IA0004").ToList();
        Assert.Contains(stale, static d => d.GetMessage().Contains("'F:Rates.Client' matches this IA1001"));
        Assert.DoesNotContain(stale, static d => d.GetMessage().Contains("Stock"));
    }

    [Fact]
    public async Task OneFileAlone_IsNeverCalledStale()
    {
        var input = BaselineRun.Input("TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa", [("/a.cs", Old)], "");
        var compilation = input.CreateCompilation();
        var run = Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzerExtensions.WithAnalyzers(
            compilation, [new IntegrationAnalyzers.Rules.Configuration.IA0004StaleBaselineEntry()], input.CreateAnalyzerOptions());
        Assert.Empty(await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, default));
        Assert.Single(await run.GetAnalyzerDiagnosticsAsync());
    }

    [Fact]
    public Task NoIntegrationLibrary_IsQuiet()
    {
        var test = new Verify.Test { TestCode = "class Shop { }", References = Verification.TestReferences.WithoutHttp };
        test.TestState.AdditionalFiles.Add(("/0/IntegrationAnalyzers.Baseline.txt", "TestProject | IA1001 | F:Rates.Client | 3f9a0c12b7de44aa"));
        return test.RunAsync();
    }

    private static Task In(string text) => Test(text).RunAsync();

    private static Verify.Test Test(string text)
    {
        var test = new Verify.Test { TestCode = Mended };
        test.TestState.AdditionalFiles.Add(("/0/IntegrationAnalyzers.Baseline.txt", text));
        return test;
    }
}
