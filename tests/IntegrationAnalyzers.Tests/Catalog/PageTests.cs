using System.Linq;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>Every page has the same sections, none of them empty, and samples where samples belong.</summary>
public class PageTests
{
    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void Page_HasItsSections(string id)
    {
        var rule = RuleCatalog.Rule(id);
        Assert.Equal(RulePage.Sections, RulePage.Headings(rule));
        Assert.All(RulePage.Sections, section => Assert.False(RulePage.Section(rule, section) is "" or "…", $"{rule.Page}: '{section}' is empty"));
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void Page_HasSamples(string id)
    {
        var rule = RuleCatalog.Rule(id);
        var samples = RulePage.Samples(rule, "Bad").Concat(RulePage.Samples(rule, "Good")).ToList();
        Assert.NotEmpty(RulePage.Samples(rule, "Bad"));
        Assert.NotEmpty(RulePage.Samples(rule, "Good"));
        Assert.All(samples, static sample => Assert.Contains(sample.Language, SampleRun.Languages));
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void Page_SaysHowToSuppress(string id) =>
        Assert.Contains($"dotnet_diagnostic.{id}.severity", RulePage.Section(RuleCatalog.Rule(id), "When to suppress"), System.StringComparison.Ordinal);
}
