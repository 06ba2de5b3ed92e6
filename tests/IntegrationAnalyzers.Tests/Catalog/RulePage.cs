using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using IntegrationAnalyzers.Rules;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>A rule's page: a head that is generated, and the sections that every page has.</summary>
internal static class RulePage
{
    public static readonly ImmutableArray<string> Sections =
        ImmutableArray.Create("Cause", "Why", "Bad", "Good", "Fix", "When to suppress", "Options", "Known gaps");

    private static readonly Regex Fence = new(@"^```(\w+)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);

    public static string Head(CatalogRule rule, string level) =>
        $"# {rule.Id}: {rule.Title}\n\nLevel `{level}` · category `{rule.Descriptor.Category}` · fix {(rule.Fix is null ? "no" : "yes")}\n\n";

    /// <summary>The page as it should be: its head and its options are generated.</summary>
    public static string Whole(CatalogRule rule, string level)
    {
        var body = Body(rule);
        var options = Section(rule, "Options");
        var heading = "## Options\n\n";
        return Head(rule, level) + (options.Length == 0 ? body : body.Replace(heading + options, heading + OptionsOf(rule), StringComparison.Ordinal));
    }

    /// <summary>From the first section on; for a page that is not there yet, the empty sections.</summary>
    public static string Body(CatalogRule rule)
    {
        if (Repository.Read(rule.Page) is not { } page)
            return string.Join("\n", Sections.Select(static section => $"## {section}\n\n…\n"));
        var start = page.IndexOf("## ", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..];
    }

    /// <summary>The headings of the second level, in order.</summary>
    public static IEnumerable<string> Headings(CatalogRule rule) =>
        Regex.Matches(Body(rule), "^## (.*)$", RegexOptions.Multiline).Select(static match => match.Groups[1].Value);

    public static string Section(CatalogRule rule, string heading)
    {
        var body = Body(rule);
        var start = body.IndexOf($"## {heading}\n", StringComparison.Ordinal);
        if (start < 0)
            return "";
        start += heading.Length + 4;
        var end = body.IndexOf("\n## ", start, StringComparison.Ordinal);
        return (end < 0 ? body[start..] : body[start..end]).Trim();
    }

    /// <summary>Every fenced block of a section, with its language; each is a file of its own.</summary>
    public static IReadOnlyList<(string Language, string Text)> Samples(CatalogRule rule, string heading) =>
        Fence.Matches(Section(rule, heading) + "\n").Select(static match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();

    private static string OptionsOf(CatalogRule rule)
    {
        var options = ((IntegrationAnalyzer)Activator.CreateInstance(rule.Analyzer)!).Options;
        if (options.IsEmpty)
            return "None.";
        return "| Key | Takes | Default | What it does |\n|---|---|---|---|\n" +
            string.Join('\n', options.Select(static o => $"| `{o.Key}` | {o.Accepts} | {(o.DefaultText.Length == 0 ? "empty" : $"`{o.DefaultText.Replace("|", "\\|")}`")} | {o.Description} |"));
    }
}
