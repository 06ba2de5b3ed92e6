using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's whose pipeline has no circuit breaker. Off until it is turned on: many teams do well without. Quiet where the place
/// of use is not in sight, and where any layer, or another handler of the same client, is not known or is a breaker.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2017RetryWithoutCircuitBreaker() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2017";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.CreateOff(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Info,
        "A retry without a circuit breaker",
        "'{0}' goes on calling a service that is down: put a circuit breaker into the pipeline",
        "While a service is down, every call pays all its attempts and keeps the load on the service. A circuit breaker fails at once and lets it recover.");

    private protected override void Register(RuleContext context) => context.OnRetry((node, retry, name) =>
    {
        if (retry.Uses.IsEmpty)
            return;
        foreach (var use in retry.Uses)
        {
            if (MayBreak(use.Pipeline) || MayBreak(use.Inner) || MayBreak(use.Outer))
                return;
        }

        node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), name.Identifier.ValueText));
    });

    private static bool MayBreak(ResiliencePipeline pipeline) => pipeline.Has(StrategyKind.CircuitBreaker) != Certainty.No;
}
