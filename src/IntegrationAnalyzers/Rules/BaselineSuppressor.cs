using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Model.Baselines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules;

/// <summary>
/// Suppresses the findings that stand in a baseline, warnings raised to errors among them: a suppressor is refused only where a rule is an error by its own default, and none of ours is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineSuppressor : DiagnosticSuppressor
{
    /// <summary>The suppression's ID, by which <c>NoWarn</c> switches the whole baseline off.</summary>
    public const string Id = "IABaseline";

    /// <summary>What SARIF shows as the reason.</summary>
    public const string Justification = "Stands in " + BaselineFile.Name;

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByRule = AllRules.ById.Values
        .Where(static rule => AllRules.IsForBaselines(rule.Rule))
        .ToImmutableDictionary(static rule => rule.Rule.Id, static rule => new SuppressionDescriptor(Id, rule.Rule.Id, Justification));

    /// <summary>The rules whose findings may stand in a baseline.</summary>
    internal static IEnumerable<string> RuleIds => ByRule.Keys;

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ByRule.Values.ToImmutableArray();

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        var baseline = Baseline.Of(context.Options);
        if (!baseline.IsInUse)
            return;

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Properties.TryGetValue(Baseline.Property, out var key) && key is not null && baseline.Accepts(key) && ByRule.TryGetValue(diagnostic.Id, out var descriptor))
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
        }
    }
}
