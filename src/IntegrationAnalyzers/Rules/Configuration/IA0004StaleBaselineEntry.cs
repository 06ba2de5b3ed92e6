using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using IntegrationAnalyzers.Model.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Configuration;

/// <summary>A baseline entry of this project whose finding is gone.</summary>
/// <remarks>
/// Positive: an entry of this project and of a rule that is on, which nothing in the whole project matches.
/// Negative: entries of other projects; rules that are off in this build; findings that a pragma or an attribute hides, too.
/// The rules with entries are judged once more, by this analyzer: the compiler promises that an analyzer's own actions are over when its end action runs, of another
/// analyzer's it promises nothing, and one whose level is too low for the build does not run at all. The nouns are read already, so this costs little.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA0004StaleBaselineEntry() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA0004";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Configuration,
        DiagnosticSeverity.Warning,
        "A baseline entry whose finding is gone",
        "Nothing in '{0}' matches this {1} any more: take the line out, or it hides the next mistake of the kind",
        "An entry that outlives its finding suppresses the same mistake when somebody makes it again.",
        WellKnownDiagnosticTags.CompilationEnd);

    private protected override void Register(RuleContext context)
    {
        var baseline = Baseline.Of(context.Options);
        if (baseline.Files.IsEmpty)
            return;

        var project = baseline.ProjectOf(context.Model.Compilation);
        var judged = new HashSet<string>(StringComparer.Ordinal);
        var found = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var file in baseline.Files)
        {
            foreach (var entry in file.Entries)
            {
                if (entry.Project == project && !judged.Contains(entry.RuleId) && AllRules.ById.TryGetValue(entry.RuleId, out var rule) &&
                    AllRules.IsForBaselines(rule.Rule) && IsOn(context, rule))
                {
                    judged.Add(entry.RuleId);
                    context.Judge(rule, finding =>
                    {
                        if (finding.Properties.TryGetValue(Baseline.Property, out var key) && key is not null)
                            found.TryAdd(key, true);
                    });
                }
            }
        }

        if (judged.Count == 0)
            return;

        context.OnCompilationEnd(end =>
        {
            foreach (var file in baseline.Files)
            {
                foreach (var entry in file.Entries)
                {
                    if (entry.Project == project && judged.Contains(entry.RuleId) && !found.ContainsKey(entry.Key))
                        end.ReportDiagnostic(context.Diagnostic(file.Location(entry.Span), entry.Symbol, entry.RuleId));
                }
            }
        });
    }

    /// <summary>Whether the rule is on in any file: an entry of a rule that is off waits until it is on again.</summary>
    private static bool IsOn(RuleContext context, IntegrationAnalyzer rule)
    {
        foreach (var tree in context.Model.Compilation.SyntaxTrees)
        {
            if (context.IsOn(rule.Rule, tree))
                return true;
        }

        return false;
    }
}
