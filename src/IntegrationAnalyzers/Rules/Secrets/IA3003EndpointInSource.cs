using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Secrets;

/// <summary>An endpoint in source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA3003EndpointInSource() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA3003";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Secrets,
        DiagnosticSeverity.Warning,
        "An endpoint in source",
        "The endpoint '{0}' is written into the code that calls it: read it from configuration, so that it can change without a release",
        "An address that is compiled in cannot differ between environments and cannot be changed when the provider moves.");

    private protected override void Register(RuleContext context)
    {
    }
}
