using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>Rule, fix, tests and page of an ID stand at mirrored paths, and no such file stands alone.</summary>
public class LayoutTests
{
    [Fact]
    public void Rules_StandInTheirFamilysFolder() =>
        Assert.Equal(Expected(Repository.Analyzers, static _ => true, ""), IdFiles(Repository.Analyzers));

    [Fact]
    public void Fixes_MirrorTheirRules() =>
        Assert.Equal(Expected(Repository.CodeFixes, static rule => rule.Fix is not null, "Fix"), IdFiles(Repository.CodeFixes));

    [Fact]
    public void Fixes_AreNamedAfterTheirRule() =>
        Assert.All(
            RuleCatalog.Rules.Where(static rule => rule.Fix is not null),
            static rule => Assert.Equal((rule.Analyzer.Name + "Fix", "IntegrationAnalyzers.CodeFixes.Rules." + rule.Family), (rule.Fix!.Name, rule.Fix.Namespace)));

    [Fact]
    public void Pages_BelongToARule() =>
        Assert.Equal(RuleCatalog.Rules.Select(static rule => rule.Page), Repository.Files("rules", "IA*.md"));

    [Fact]
    public void Catalogue_HasNoRuleTwiceInFixes() =>
        Assert.Empty(RuleCatalog.FixTypes.GroupBy(static type => RuleCatalog.CreateFix(type).FixableDiagnosticIds.Single()).Where(static group => group.Count() > 1).Select(static group => group.Key));

    /// <summary>A page with both versions of a line still reads as a page, and nothing else would say so.</summary>
    [Theory]
    [InlineData("rules", "*.*")]
    [InlineData("docs", "*.md")]
    [InlineData("src", "*.*")]
    [InlineData("tests", "*.cs")]
    public void Files_HoldNoLeftoversOfAMerge(string folder, string pattern) =>
        Assert.DoesNotContain(
            Repository.Files(folder, pattern).Append("CHANGELOG.md").Append("README.md"),
            static file => Repository.Read(file)!.Split('\n').Any(static line => line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal)));

    private static IEnumerable<string> Expected(string project, Func<CatalogRule, bool> has, string suffix) =>
        RuleCatalog.Rules.Where(has).Select(rule => $"{project}/Rules/{rule.Family}/{rule.Analyzer.Name}{suffix}.cs").Order(StringComparer.Ordinal);

    private static IReadOnlyList<string> IdFiles(string project) => Repository.Files(project, "IA????*.cs");
}
