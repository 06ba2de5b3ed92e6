using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>The files, and parts of files, that are written from the descriptors.</summary>
internal static class GeneratedText
{
    private const string Begin = "<!-- rules: generated, see CONTRIBUTING.md -->";
    private const string End = "<!-- /rules -->";

    // The readme is shown on the package's page too, where a relative link leads nowhere.
    private const string Absolute = "https://github.com/IntegrationAnalyzers/IntegrationAnalyzers/blob/main/";

    /// <summary>Path and text of each; a part of a file is put into what is committed round it.</summary>
    public static IEnumerable<(string Path, string Text)> All()
    {
        yield return ("rules/README.md", Index());
        yield return ("README.md", Between("README.md", Table(Absolute + "rules/")));
        foreach (var preset in Preset.All)
            yield return ($"rules/presets/{preset.Name.ToLowerInvariant()}.globalconfig", PresetFile(preset));
        yield return (Companions.Path, Companions.Text());
        foreach (var rule in RuleCatalog.Rules)
            yield return (rule.Page, RulePage.Whole(rule, Level(rule)));
    }

    private static string Index() =>
        "# Rules\n\n" +
        "One page a rule. This index is generated from the rules' descriptors (see [CONTRIBUTING](../CONTRIBUTING.md)).\n\n" +
        Table("") + "\n" +
        "What `IntegrationAnalyzersMode` makes of them:\n\n" +
        PresetTable();

    private static string Table(string folder)
    {
        var text = new StringBuilder("| ID | Reports | Level | Fix |\n|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.Rules)
            text.Append($"| [{rule.Id}]({folder}{rule.Id}.md) | {rule.Title} | {Level(rule)} | {(rule.Fix is null ? "no" : "yes")} |\n");
        return text.ToString();
    }

    private static string PresetTable()
    {
        var text = new StringBuilder($"| ID | {string.Join(" | ", Preset.All.Select(static p => p.Name))} |\n|---|{string.Concat(Preset.All.Select(static _ => "---|"))}\n");
        foreach (var rule in RuleCatalog.Rules)
            text.Append($"| {rule.Id} | {string.Join(" | ", Preset.All.Select(p => p.Level(rule) ?? Level(rule)))} |\n");
        return text.ToString();
    }

    private static string PresetFile(Preset preset)
    {
        var text = new StringBuilder("# Generated from the rules' descriptors. ").Append(preset.Summary).Append('\n');
        text.Append("# Below any .editorconfig or .globalconfig of yours: what you set wins.\n");
        text.Append("is_global = true\nglobal_level = -100\n");
        foreach (var category in RuleCatalog.Rules.GroupBy(static rule => rule.Descriptor.Category))
        {
            text.Append("\n# ").Append(category.Key).Append('\n');
            foreach (var rule in category)
            {
                // A row would take the place of the level that a team gives the whole category, so what is the rule's default stays a comment.
                var level = preset.Level(rule);
                text.Append($"{(level is null ? "# " : "")}dotnet_diagnostic.{rule.Id}.severity = {level ?? Level(rule)}\n");
            }
        }

        return text.ToString();
    }

    private static string Between(string path, string text)
    {
        var file = Repository.Read(path) ?? throw new InvalidOperationException(path + " is missing");
        var begin = file.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = file.IndexOf(End, StringComparison.Ordinal);
        if (begin < Begin.Length || end < begin)
            throw new InvalidOperationException($"{path} lacks the markers {Begin} and {End}");
        return file[..begin] + "\n\n" + text + "\n" + file[end..];
    }

    /// <summary>The rule's default, in the words of .editorconfig.</summary>
    private static string Level(CatalogRule rule) =>
        !rule.Descriptor.IsEnabledByDefault ? "none" : Preset.Word(rule.Descriptor.DefaultSeverity);
}
