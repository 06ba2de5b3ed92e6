using System;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>What holds of every descriptor, so that no review has to look for it.</summary>
public class DescriptorTests
{
    private const string Pages = "https://github.com/IntegrationAnalyzers/IntegrationAnalyzers/blob/main/";

    [Fact]
    public void Rules_AreFound() => Assert.True(RuleCatalog.Rules.Length >= 7, $"only {RuleCatalog.Rules.Length} rules found");

    [Fact]
    public void Ids_AreUnique() =>
        Assert.Empty(RuleCatalog.Rules.GroupBy(static rule => rule.Id).Where(static group => group.Count() > 1).Select(static group => group.Key));

    [Fact]
    public void Analyzers_HaveOneRuleEach() =>
        Assert.Empty(RuleCatalog.Rules.GroupBy(static rule => rule.Analyzer).Where(static group => group.Count() > 1).Select(static group => group.Key.Name));

    [Fact]
    public void Analyzers_DeriveFromTheSharedBase() =>
        Assert.Empty(RuleCatalog.AnalyzerTypes.Where(static type => type.BaseType != typeof(IntegrationAnalyzer)).Select(static type => type.Name));

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void Id_FitsItsFamily(string id)
    {
        Assert.Matches("^IA[0-9]{4}$", id);
        var rule = RuleCatalog.Rule(id);
        Assert.Equal(Category(id[2]), rule.Descriptor.Category);
        Assert.Equal("Integration" + rule.Family, rule.Descriptor.Category);
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void HelpLink_LeadsToThePage(string id)
    {
        var rule = RuleCatalog.Rule(id);
        Assert.Equal(Pages + rule.Page, rule.Descriptor.HelpLinkUri);
        Assert.True(Repository.Read(rule.Page) is not null, $"{rule.Page} is missing");
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void Texts_AreWhole(string id)
    {
        var rule = RuleCatalog.Rule(id);
        var message = rule.Descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var description = rule.Descriptor.Description.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.False(rule.Title.EndsWith('.'), "the title ends in a full stop");
        Assert.False(message.EndsWith('.'), "the message ends in a full stop");
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.Contains("{0}", message, StringComparison.Ordinal);
        foreach (var text in new[] { rule.Title, message, description })
        {
            Assert.Equal(text.Trim(), text);
            Assert.DoesNotMatch(@"[\r\n\t]|  ", text);
        }
    }

    [Theory]
    [MemberData(nameof(RuleCatalog.Ids), MemberType = typeof(RuleCatalog))]
    public void ReleaseTracking_HasARow(string id)
    {
        var rule = RuleCatalog.Rule(id);
        var level = rule.Descriptor.IsEnabledByDefault ? rule.Descriptor.DefaultSeverity.ToString() : "Disabled";
        var row = new Regex($@"^{id} \| {rule.Descriptor.Category} \| {level} \| ", RegexOptions.Multiline);
        var releases = Repository.Read($"{Repository.Analyzers}/AnalyzerReleases.Shipped.md") + Repository.Read($"{Repository.Analyzers}/AnalyzerReleases.Unshipped.md");
        Assert.Matches(row, releases);
    }

    private static string Category(char family) => family switch
    {
        '0' => RuleCategory.Configuration,
        '1' => RuleCategory.Timeouts,
        '2' => RuleCategory.Retries,
        '3' => RuleCategory.Secrets,
        '4' => RuleCategory.Errors,
        '5' => RuleCategory.Payloads,
        '6' => RuleCategory.Transport,
        '7' => RuleCategory.Webhooks,
        '8' => RuleCategory.Observability,
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "no such family"),
    };
}
