using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Rules.Configuration;
using IntegrationAnalyzers.Tests.Verification.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Configuration.CodeFixes;

public sealed class BaselineLineFixTests
{
    private const string Foreign = "Other | IA1001 | F:C | 3f9a0c12b7de44aa";

    [Theory]
    [InlineData("# head\n\nbroken\n" + Foreign + "\n", "# head\n\n" + Foreign + "\n")]
    [InlineData("# head\r\n\r\n" + Foreign + "\r\nbroken", "# head\r\n\r\n" + Foreign + "\r\n")]
    [InlineData(Foreign + "\n" + Foreign + "\n", Foreign + "\n")]
    public async Task BrokenLine_IsTakenOut(string text, string expected)
    {
        var solution = BaselineSolution.Of(text, ("Shop", "Code.cs", "class Empty;"));
        var report = Assert.Single(await solution.ReportsAsync());
        Assert.Equal("IA0003", report.Id);
        var changed = await solution.FixAsync(new IA0003BrokenBaselineLineFix(), report);
        Assert.Equal(expected, changed.Baseline);
        Assert.Empty(await changed.ReportsAsync());
    }

    [Fact]
    public async Task StaleEntry_IsTakenOut()
    {
        var solution = BaselineSolution.Of("# head\n\n" + Foreign + "\nShop | IA1001 | F:Gone | 3f9a0c12b7de44aa\n", ("Shop", "Code.cs", "class Empty;"));
        var report = Assert.Single(await solution.ReportsAsync());
        Assert.Equal("IA0004", report.Id);
        var changed = await solution.FixAsync(new IA0004StaleBaselineEntryFix(), report);
        Assert.Equal("# head\n\n" + Foreign + "\n", changed.Baseline);
    }

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_TakesOutAllThatTheScopeReports(FixAllScope scope)
    {
        var solution = BaselineSolution.Of(
            "Shop | IA1001 | F:Gone | 3f9a0c12b7de44aa\nShop | IA1001 | F:Gone2 | 3f9a0c12b7de44aa\nWeb | IA1001 | F:Gone | 3f9a0c12b7de44aa\n",
            ("Shop", "Code.cs", "class Empty;"),
            ("Web", "Code.cs", "class Empty;"));
        Assert.Equal(3, (await solution.ReportsAsync()).Count());
        var changed = await solution.FixAllAsync(new IA0004StaleBaselineEntryFix(), scope, "Shop", "IA0004");
        Assert.Equal(scope == FixAllScope.Solution ? "" : "Web | IA1001 | F:Gone | 3f9a0c12b7de44aa\n", changed.Baseline);
    }

    [Fact]
    public async Task LineOfSeveralProjects_IsTakenOutOnce()
    {
        var solution = BaselineSolution.Of("broken\n" + Foreign + "\n", ("Shop", "Code.cs", "class Empty;"), ("Web", "Code.cs", "class Empty;"));
        Assert.Equal(2, (await solution.ReportsAsync()).Count());
        Assert.Equal(Foreign + "\n", (await solution.FixAllAsync(new IA0003BrokenBaselineLineFix(), FixAllScope.Solution, "Shop", "IA0003")).Baseline);
    }

    [Fact]
    public async Task OtherFile_FixIsNotOffered()
    {
        var solution = BaselineSolution.Of("broken", ("Shop", "Code.cs", "class Empty;"), ("Shop", "appsettings.json", "{"));
        var report = (await solution.ReportsAsync()).Single(static d => d.Id == "IA0002");
        Assert.Empty(await solution.OffersAsync(new IA0003BrokenBaselineLineFix(), report));
    }
}
