using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary>A value of <c>IntegrationAnalyzersMode</c>: the level it gives each rule.</summary>
/// <param name="Name">The value; any case is understood.</param>
/// <param name="Summary">One sentence for the file's head.</param>
/// <param name="Level">In the words of .editorconfig; null leaves the rule at its own default.</param>
internal sealed record Preset(string Name, string Summary, Func<CatalogRule, string?> Level)
{
    public static readonly ImmutableArray<Preset> All = ImmutableArray.Create(
        new Preset("Recommended", "Recommended: every rule at its default.", static _ => null),
        new Preset("Strict", "Strict: every rule is an error.", static _ => "error"),
        new Preset("Security", "Security: secrets, endpoints, and what leaks in answers; the rest is off.", static rule => IsSecurity(rule) ? AtLeastWarning(rule) : "none"),
        new Preset("None", "None: every rule is off.", static _ => "none"));

    public static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "suggestion",
        _ => "silent",
    };

    /// <summary>Secrets, transport and webhooks as a whole; of the other families what carries the tag. Our own configuration stays watched.</summary>
    private static bool IsSecurity(CatalogRule rule) =>
        rule.Id[2] is '0' or '3' or '6' or '7' || rule.Descriptor.CustomTags.Contains("security");

    private static string? AtLeastWarning(CatalogRule rule) =>
        rule.Descriptor is { IsEnabledByDefault: true, DefaultSeverity: >= DiagnosticSeverity.Warning } ? null : "warning";
}
