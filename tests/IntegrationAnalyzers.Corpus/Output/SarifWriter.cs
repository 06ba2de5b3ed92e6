using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Output;

/// <summary>The reports as SARIF 2.1, paths relative to each folder's parent.</summary>
internal static class SarifWriter
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(string path, IEnumerable<RepositoryResult> results, ImmutableArray<DiagnosticDescriptor> rules)
    {
        var sarif = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "IntegrationAnalyzers",
                        ["rules"] = Array(rules.Select(Rule)),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = Array(results.SelectMany(static r => r.Reports.Select(report => Result(r.Name, report)))),
            }),
        };
        File.WriteAllText(path, sarif.ToJsonString(Indented));
    }

    private static JsonObject Rule(DiagnosticDescriptor rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = Text(rule.Title.ToString()),
        ["fullDescription"] = Text(rule.Description.ToString()),
        ["helpUri"] = rule.HelpLinkUri,
        ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.DefaultSeverity) },
        ["properties"] = new JsonObject
        {
            ["category"] = rule.Category,
            ["tags"] = Array(rule.CustomTags.Select(static tag => JsonValue.Create(tag))),
        },
    };

    private static JsonObject Result(string repository, Report report)
    {
        var result = new JsonObject
        {
            ["ruleId"] = report.Rule,
            ["level"] = Level(report.Severity),
            ["message"] = Text(report.Message),
            ["locations"] = new JsonArray(Location(repository, report.File, report.Place)),
        };
        if (!report.Causes.IsEmpty)
            result["relatedLocations"] = Array(report.Causes.Select(cause => Location(repository, cause.File, cause.Place)));
        return result;
    }

    private static JsonObject Location(string repository, string file, Place place) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', $"{repository}/{file}".Split('/').Select(System.Uri.EscapeDataString)) },
            ["region"] = new JsonObject
            {
                ["startLine"] = place.Line,
                ["startColumn"] = place.Column,
                ["endLine"] = place.EndLine,
                ["endColumn"] = place.EndColumn,
            },
        },
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);

    private static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };
}
