using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>
/// What a page lists under <em>Known gaps</em> is shown by a skipped test with the same words, and no such test is without its line. What a rule leaves out by
/// decision is no gap: it stands under <em>Cause</em>.
/// </summary>
public class KnownGapPageTests
{
    private const string NoGaps = "None known.";

    private static readonly Regex Skipped = new("Skip = \"Known gap: (?<words>[^\"]+)\"");

    [Fact]
    public void Gaps_AreLinesOrNone() =>
        Assert.All(RuleCatalog.Rules, static rule => Assert.True(
            RulePage.Section(rule, "Known gaps") is NoGaps || Gaps(rule).Count > 0 && RulePage.Section(rule, "Known gaps").Split('\n').All(static line => line.StartsWith("- ", StringComparison.Ordinal)),
            $"{rule.Page}: a line for each known gap that begins with '- ', or '{NoGaps}'"));

    [Fact]
    public void Gaps_AreShownByTests()
    {
        var tests = Tests();
        var missing =
            from rule in RuleCatalog.Rules
            from gap in Gaps(rule)
            where !tests.Any(test => test.Words == gap && test.File.Contains(rule.Id, StringComparison.Ordinal))
            select $"{rule.Page}: no test of {rule.Id} with [Fact(Skip = \"Known gap: {gap}\")]";
        Assert.Empty(missing);
    }

    [Fact]
    public void SkippedTests_StandOnAPage()
    {
        var gaps = RuleCatalog.Rules.SelectMany(rule => Gaps(rule).Select(gap => (rule.Id, Words: gap))).ToLookup(static gap => gap.Words, static gap => gap.Id);
        Assert.Empty(Tests().Where(test => !gaps[test.Words].Any(id => test.File.Contains(id, StringComparison.Ordinal))).Select(static test => "on no page: Known gap: " + test.Words));
    }

    private static List<string> Gaps(CatalogRule rule) =>
        RulePage.Section(rule, "Known gaps").Split('\n').Where(static line => line.StartsWith("- ", StringComparison.Ordinal)).Select(static line => Words(line[2..])).ToList();

    private static List<(string File, string Words)> Tests() =>
        Repository.Files(Repository.Tests + "/Rules", "*.cs")
            .Select(static path => path + "\n" + Repository.Read(path))
            .SelectMany(static file => Skipped.Matches(file).Select(match => (file, Words(match.Groups["words"].Value))))
            .ToList();

    /// <summary>Without what marks code in a page, and quotes as a string of C# can have them.</summary>
    private static string Words(string text) =>
        text.Replace("`", "", StringComparison.Ordinal).Replace("*", "", StringComparison.Ordinal).Replace('"', '\'').Trim().TrimEnd('.');
}
