using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's round outbound calls whose pauses are the same for every caller. Quiet where chance is in them in any known form,
/// where the pauses come from out of sight, and where there is no pause at all.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2007BackoffWithoutJitter() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2007";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Info,
        "Back-off without jitter",
        "'{0}' backs off without jitter: callers that failed together come back together, and the service fails again",
        "When a service stumbles, all its callers fail at once. With the same pauses they also come back at once, in waves that keep it down; a little chance in each pause spreads them.");

    private protected override void Register(RuleContext context) => context.OnRetry((node, retry, name) =>
    {
        if (retry.Strategy is { Delays: { Jitter: Certainty.No, Backoff: not (BackoffKind.None or BackoffKind.Unknown) }, Limit.Retries: not 0 })
            node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), name.Identifier.ValueText));
    });
}
