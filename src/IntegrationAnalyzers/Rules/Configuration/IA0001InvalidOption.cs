using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Configuration;

/// <summary>An option of ours that no rule knows, or whose value does not parse.</summary>
/// <remarks>
/// Positive: a key that begins with <c>integration_analyzers.</c> and names no option; a value that its option does not accept. Once a key and value.
/// Negative: keys of others; options left out.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA0001InvalidOption() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA0001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Configuration,
        DiagnosticSeverity.Warning,
        "An option that is not understood",
        "The option '{0} = {1}' is not understood, so its default holds: {2}",
        "A misspelt option or a value that does not parse would otherwise be ignored without a word.",
        WellKnownDiagnosticTags.CompilationEnd);

    private static readonly Lazy<Dictionary<string, RuleOption>> Known = new(ReadKnown);

    private protected override void Register(RuleContext context) => context.OnCompilationEnd(end =>
    {
        var reported = new HashSet<(string Key, string Value)>();
        AnalyzerConfigOptions? previous = null;
        foreach (var tree in end.Compilation.SyntaxTrees)
        {
            // Files of one folder mostly share one options object.
            var options = end.Options.AnalyzerConfigOptionsProvider.GetOptions(tree);
            if (ReferenceEquals(options, previous))
                continue;

            previous = options;
            end.CancellationToken.ThrowIfCancellationRequested();
            foreach (var key in options.Keys)
            {
                if (key.StartsWith(RuleOption.Prefix, StringComparison.OrdinalIgnoreCase) && options.TryGetValue(key, out var value) &&
                    Mistake(key, value) is { } mistake && reported.Add((key, value)))
                {
                    end.ReportDiagnostic(context.Diagnostic(Location.None, key, value, mistake));
                }
            }
        }
    });

    private static string? Mistake(string key, string value)
    {
        if (!Known.Value.TryGetValue(key, out var option))
            return "no rule has an option of that name";
        return option.Parses(value) ? null : "it takes " + option.Accepts;
    }

    private static Dictionary<string, RuleOption> ReadKnown() =>
        AllRules.ById.Values.SelectMany(static rule => rule.Options).ToDictionary(static option => option.Key, StringComparer.OrdinalIgnoreCase);
}
