using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>A credential in source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3002Credential() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3002";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "A credential in source",
        "The value of '{0}' ({1}) is a credential in source: read it from configuration and rotate it, for it stays in history",
        "Whoever can read the source, the assembly or the history can use the credential.", "security", "external/cwe/cwe-798");

    private protected override void Register(RuleContext context)
    {
    }
}
