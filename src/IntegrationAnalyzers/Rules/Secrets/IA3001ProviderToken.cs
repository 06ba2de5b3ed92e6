using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A provider's token in source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3001ProviderToken() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A provider's token in source",
        "{0} ({1}) stands in source: read it from configuration and rotate it, for it stays in history",
        "Whoever can read the source, the assembly or the history can use the token.", "security", "external/cwe/cwe-798");

    private protected override void Register(RuleContext context)
    {
    }
}
