using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Timeouts;

/// <summary>An outbound client without a timeout.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA1001ClientWithoutTimeout() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA1001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Timeouts,
        DiagnosticSeverity.Warning,
        "An outbound client without a timeout",
        "'{0}' waits up to 100 seconds, or for ever, because no timeout is set: set 'Timeout' to what the caller can bear",
        "A client that nobody gave a timeout holds its caller's thread, connection and request as long as the upstream hangs.");

    private protected override void Register(RuleContext context)
    {
    }
}
