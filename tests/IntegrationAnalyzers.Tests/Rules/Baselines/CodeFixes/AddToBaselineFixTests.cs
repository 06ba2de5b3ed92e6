using System;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Rules.Baselines;
using IntegrationAnalyzers.CodeFixes.Rules.Timeouts;
using IntegrationAnalyzers.Tests.Verification.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace IntegrationAnalyzers.Tests.Rules.Baselines.CodeFixes;

/// <summary>The second offer on every finding: leave it for later.</summary>
public sealed class AddToBaselineFixTests
{
    private const string Rates = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public static class Rates
        {
            private static readonly HttpClient Client = new HttpClient();

            public static Task<string> LatestAsync(Uri address) => Client.GetStringAsync(address);
        }
        """;

    private static readonly string Stock = Rates.Replace("Rates", "Stock");

    private static readonly AddToBaselineFix Fix = new();

    [Theory]
    [InlineData("")]
    [InlineData("# head\n\n")]
    [InlineData("# head\r\n\r\nA | IA1001 | F:Gone | 3f9a0c12b7de44aa\r\n# later\r\nZ | IA1001 | F:C | 3f9a0c12b7de44aa")]
    public async Task Fix_AddsTheOneLineInOrder(string baseline)
    {
        var solution = BaselineSolution.Of(baseline, ("Shop", "Rates.cs", Rates));
        var before = await solution.ReportsAsync();
        var changed = await solution.FixAsync(Fix, before.Single(static d => d.Id == "IA1001"));

        Assert.Equal(["IA1007"], (await changed.ReportsAsync()).Select(static d => d.Id));
        var end = baseline.Contains('\r') ? "\r\n" : "\n";
        var lines = changed.Baseline.Split(end);
        var added = Assert.Single(lines, static line => line.StartsWith("Shop | IA1001 | F:Rates.Client | ", StringComparison.Ordinal));
        Assert.Equal(baseline, changed.Baseline.Replace(added + end, ""));
        var entries = lines.Where(static line => line.Contains('|')).ToArray();
        Assert.Equal(entries.Order(StringComparer.Ordinal), entries);
        if (baseline.Contains("# later"))
            Assert.True(Array.IndexOf(lines, added) < Array.IndexOf(lines, "# later"), changed.Baseline);
    }

    [Theory]
    [InlineData(FixAllScope.Document, 6)]
    [InlineData(FixAllScope.Project, 4)]
    [InlineData(FixAllScope.Solution, 0)]
    public async Task FixAll_AddsAllOfTheScope(FixAllScope scope, int left)
    {
        var solution = BaselineSolution.Of("# head\n", ("Shop", "Rates.cs", Rates), ("Shop", "Stock.cs", Stock), ("Web", "Rates.cs", Rates), ("Web", "Stock.cs", Stock));
        Assert.Equal(8, (await solution.ReportsAsync()).Length);
        var changed = await solution.FixAllAsync(Fix, scope, "Shop", AddToBaselineFix.EquivalenceKey);
        Assert.Equal(left, (await changed.ReportsAsync()).Length);
    }

    [Fact]
    public async Task FixAll_IsTheSameAsOneByOne()
    {
        var start = BaselineSolution.Of("# head\n\n", ("Shop", "Rates.cs", Rates), ("Web", "Stock.cs", Stock));
        var single = start;
        while ((await single.ReportsAsync()).FirstOrDefault() is { } first)
            single = await single.FixAsync(Fix, first);
        Assert.Equal((await start.FixAllAsync(Fix, FixAllScope.Solution, "Shop", AddToBaselineFix.EquivalenceKey)).Baseline, single.Baseline);
    }

    [Fact]
    public async Task ConfigurationFile_IsAdded()
    {
        var solution = BaselineSolution.Of("", ("Shop", "Rates.cs", "class Empty;"), ("Shop", "appsettings.json", "{ \"Smtp\": { \"Password\": \"kT9wQ2!vZx7\" } }"));
        var changed = await solution.FixAsync(Fix, Assert.Single(await solution.ReportsAsync()));
        Assert.Empty(await changed.ReportsAsync());
        Assert.DoesNotContain("kT9", changed.Baseline);
    }

    [Fact]
    public async Task NoBaseline_FixIsNotOffered()
    {
        var solution = BaselineSolution.Of(null, ("Shop", "Rates.cs", Rates));
        Assert.Empty(await solution.OffersAsync(Fix, (await solution.ReportsAsync())[0]));
    }

    [Fact]
    public async Task FixAllThatNobodyOffered_ChangesNothing()
    {
        var solution = BaselineSolution.Of("# head\n", ("Shop", "Rates.cs", Rates));
        Assert.Equal("# head\n", (await solution.FixAllAsync(Fix, FixAllScope.Solution, "Shop", null)).Baseline);
    }

    [Fact]
    public void EquivalenceKey_IsNoOtherFixs() => Assert.NotEqual(AddToBaselineFix.EquivalenceKey, new IA1001ClientWithoutTimeoutFix().EquivalenceKey);
}
