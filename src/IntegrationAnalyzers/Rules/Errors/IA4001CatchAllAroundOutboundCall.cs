using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Rules.Errors;

/// <summary>One catch for every failure of an outbound call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IA4001CatchAllAroundOutboundCall() : IntegrationAnalyzer(Descriptor)
{
    public const string Id = "IA4001";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        Id,
        RuleCategory.Errors,
        DiagnosticSeverity.Warning,
        "One catch for every failure of an outbound call",
        "'{0}' treats a refused connection, a timeout and a wrong payload of '{1}' alike: catch what each needs on its own",
        "A timeout may have happened upstream, a refused connection has not, and a wrong payload never gets better: who treats them alike does the wrong thing for two of the three.");

    private protected override void Register(RuleContext context)
    {
    }
}
