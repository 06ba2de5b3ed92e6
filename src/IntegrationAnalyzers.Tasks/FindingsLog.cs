using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationAnalyzers.Tasks;

/// <summary>One finding of a build.</summary>
/// <param name="Line">Its line in a baseline.</param>
/// <param name="IsShown">Whether the build would show it: a suggestion it would not.</param>
internal sealed record Finding(string Line, bool IsShown);

/// <summary>What the compiler has logged in SARIF 2.1.</summary>
internal static class FindingsLog
{
    private const string Property = "IntegrationAnalyzers.Baseline";

    /// <summary>The findings that no pragma and no attribute suppresses; null where the analyzers did not run.</summary>
    public static IReadOnlyCollection<Finding>? Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var json = JsonReaderWriterFactory.CreateJsonReader(stream, XmlDictionaryReaderQuotas.Max);
        var root = XDocument.Load(json).Root;
        var runs = root?.Element("runs")?.Elements().ToList() ?? [];
        var isOurs = runs.SelectMany(static run => run.Descendants("rules")).Elements().Any(static rule => (string?)rule.Element("id") == "IA0003");
        return isOurs ? runs.Elements("results").Elements().Select(Of).OfType<Finding>().ToList() : null;
    }

    private static Finding? Of(XElement result)
    {
        var line = result.Element("properties")?.Element("customProperties")?.Elements().FirstOrDefault(static p => Name(p) == Property)?.Value;
        if (string.IsNullOrEmpty(line) || !IsSuppressedByTheBaseline(result))
            return null;
        return new Finding(line!, (string?)result.Element("level") is not ("note" or "none"));
    }

    /// <summary>While the baseline is written it suppresses all that nothing else does; an older compiler does not say by whom.</summary>
    private static bool IsSuppressedByTheBaseline(XElement result)
    {
        var suppressions = result.Element("suppressions")?.Elements().ToList() ?? [];
        return suppressions.Any(static s => s.Element("properties")?.Element("suppressionType") is not { } by || by.Value.Contains("IntegrationAnalyzers.Baseline.txt"));
    }

    private static string Name(XElement element) => (string?)element.Attribute("item") ?? element.Name.LocalName;
}
