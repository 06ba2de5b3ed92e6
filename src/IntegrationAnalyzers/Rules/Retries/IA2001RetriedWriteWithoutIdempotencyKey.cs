using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Retries;

/// <summary>A write is retried without an idempotency key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA2001RetriedWriteWithoutIdempotencyKey() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA2001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Retries,
        DiagnosticSeverity.Warning,
        "A write is retried without an idempotency key",
        "'{0}' is retried {1} without an idempotency key: when only the answer was lost, the write happens twice",
        "A write that timed out may have happened. Sent again without an idempotency key it happens twice: a second payment, order or message.");

    private protected override void Register(RuleContext context)
    {
    }
}
