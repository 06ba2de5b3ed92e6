using IntegrationAnalyzers.Model.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>
/// Reports a retry of Polly's that cannot fire for the failure it is written for: round a call that never throws, for an exception that the client
/// does not throw, round a timeout whose exception it does not handle, for answers that it does not look at. Quiet where anything else in the
/// delegate may throw, and where a layer or the predicate is out of sight.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2011RetryCannotFire() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2011";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A retry that cannot fire",
        "'{0}' {1}",
        "A retry that never fires looks like resilience and is none: the first failure goes straight to the caller, and nobody notices until the service stumbles.");

    private protected override void Register(RuleContext context)
    {
        var dead = new DeadRetries(context.Model);
        context.OnRetry((node, retry, name) =>
        {
            var found = dead.Of(retry, node.CancellationToken);
            var what = found.Reason switch
            {
                DeadRetryReason.NeverThrows => $"waits for an exception, and '{found.Call}' throws none: handle its result, or let it throw",
                DeadRetryReason.OtherException => $"does not handle what '{found.Call}' throws: {found.Thrown!.Name}",
                DeadRetryReason.TimeoutInside => "does not repeat what the timeout inside it stops: handle TimeoutRejectedException",
                DeadRetryReason.AnswersUnseen => "never looks at the answer: a 5xx or 429 is not repeated",
                _ => null,
            };
            if (what is not null)
                node.ReportDiagnostic(context.Diagnostic(name.GetLocation(), found.Place?.GetLocation(), null, name.Identifier.ValueText, what));
        });
    }
}
