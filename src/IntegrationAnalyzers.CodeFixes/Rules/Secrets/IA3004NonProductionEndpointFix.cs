using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the endpoint or the key from configuration, so that each environment has its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3004NonProductionEndpointFix() : SecretCodeFix(IA3004NonProductionEndpoint.Id, "Read it from configuration (and set production's own value there)")
{
    private protected override FixPlan? PlanOther(FixRequest request) => EndpointMove.Plan(request);
}
