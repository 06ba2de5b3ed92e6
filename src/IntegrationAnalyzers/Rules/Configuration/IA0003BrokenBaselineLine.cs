using IntegrationAnalyzers.Model.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Configuration;

/// <summary>A line of a baseline that suppresses nothing.</summary>
/// <remarks>
/// Positive: a line that is no entry, names a rule that is none or that no baseline holds, or says what another says.
/// Negative: empty lines, comments, entries of other projects; entries that find nothing, which are IA0004's.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA0003BrokenBaselineLine() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA0003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Configuration,
        DiagnosticSeverity.Warning,
        "A baseline line that is not understood",
        "The line suppresses nothing, for {0}",
        "A line that is passed over in silence leaves a team looking for the finding that it was meant to cover.");

    private protected override void Register(RuleContext context) => context.OnAdditionalFile(file =>
    {
        // The baseline's own list, not the file: a build that writes it anew, or does without it, does not read it.
        foreach (var baseline in Baseline.Of(file.Options).Files)
        {
            if (baseline.Path != file.File.Path)
                continue;

            foreach (var mistake in baseline.Mistakes)
                file.Report(context.Diagnostic(baseline.Location(mistake.Span), mistake.Message));
            foreach (var entry in baseline.Entries)
            {
                if (!AllRules.ById.TryGetValue(entry.RuleId, out var rule))
                    file.Report(context.Diagnostic(baseline.Location(entry.Span), "there is no rule " + entry.RuleId));
                else if (!AllRules.IsForBaselines(rule.Rule))
                    file.Report(context.Diagnostic(baseline.Location(entry.Span), "what " + entry.RuleId + " reports has to be mended: a baseline does not cover it"));
            }
        }
    });
}
