using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>Properties of a project, and the comparisons that choose between them. What it cannot read counts as true or empty.</summary>
internal sealed partial class MsBuildProperties(string project)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Configuration"] = "Debug",
        ["Platform"] = "AnyCPU",
        ["MSBuildProjectName"] = Path.GetFileNameWithoutExtension(project),
        ["MSBuildProjectFile"] = Path.GetFileName(project),
        ["MSBuildProjectFullPath"] = project,
        ["MSBuildProjectDirectory"] = Path.GetDirectoryName(project)!,
    };

    public string this[string name] => _values.GetValueOrDefault(name, "");

    public bool IsOn(string name) => this[name].Equals("true", StringComparison.OrdinalIgnoreCase) || this[name].Equals("enable", StringComparison.OrdinalIgnoreCase);

    public void Set(XElement property, string folder)
    {
        if (!Holds(property.Attribute("Condition")?.Value, folder))
            return;

        var value = Expand(property.Value, folder).Trim();
        _values[property.Name.LocalName] = value;

        // A project for several frameworks is built once for each; here it is for the newest.
        if (property.Name.LocalName == "TargetFrameworks" && value.Length > 0)
            _values["TargetFramework"] = value.Split(';', StringSplitOptions.TrimEntries).OrderBy(Age).Last();
    }

    /// <summary>Replaces <c>$(Name)</c> and <c>$(Name.EndsWith('…'))</c> with its like; another property function yields nothing.</summary>
    public string Expand(string text, string folder) =>
        Reference().Replace(Test().Replace(text, Ask), match => match.Groups[1].Value == "MSBuildThisFileDirectory" ? folder + "/" : this[match.Groups[1].Value]);

    /// <summary>Whether <c>'a' == 'b'</c>, joined by <c>and</c> or <c>or</c>, holds.</summary>
    public bool Holds(string? condition, string folder)
    {
        if (string.IsNullOrWhiteSpace(condition))
            return true;

        var text = Expand(condition, folder);
        return Or().Split(text).Any(either => And().Split(either).All(IsTrue));
    }

    private static double Age(string framework)
    {
        var match = ModernNet().Match(framework);
        return match.Success && double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private string Ask(Match test)
    {
        var (value, part) = (this[test.Groups[1].Value], test.Groups[3].Value);
        return (test.Groups[2].Value switch
        {
            "StartsWith" => value.StartsWith(part, StringComparison.Ordinal),
            "EndsWith" => value.EndsWith(part, StringComparison.Ordinal),
            _ => value.Contains(part, StringComparison.Ordinal),
        }).ToString();
    }

    private static bool IsTrue(string comparison)
    {
        var alone = comparison.Trim(' ', '\t', '\r', '\n', '(', ')', '\'');
        if (alone.Equals("false", StringComparison.OrdinalIgnoreCase) || alone.Equals("!true", StringComparison.OrdinalIgnoreCase))
            return false;
        var match = Comparison().Match(comparison);
        if (!match.Success)
            return true;

        var equal = match.Groups["left"].Value.Equals(match.Groups["right"].Value, StringComparison.OrdinalIgnoreCase);
        return equal == (match.Groups["sign"].Value == "==");
    }

    [GeneratedRegex(@"\$\((\w+)\.(Contains|StartsWith|EndsWith)\(['""`]([^'""`]*)['""`]\)\)")]
    private static partial Regex Test();

    [GeneratedRegex(@"\$\(([^()]*)\)")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^net(?:coreapp)?(\d+\.\d)")]
    private static partial Regex ModernNet();

    [GeneratedRegex(@"\s+or\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Or();

    [GeneratedRegex(@"\s+and\s+", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^\s*\(*\s*'?(?<left>[^'=!()]*)'?\s*(?<sign>==|!=)\s*'?(?<right>[^'=!()]*)'?\s*\)*\s*$")]
    private static partial Regex Comparison();
}
