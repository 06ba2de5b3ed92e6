using System.Collections.Generic;
using System.Composition;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the endpoint or the key from configuration, so that each environment has its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3004NonProductionEndpointFix() : ProjectCodeFix(IA3004NonProductionEndpoint.Id, "Read it from configuration (and set production's own value there)")
{
    private protected override FixPlan? Plan(FixRequest request) => IsSecret(request) ? SecretMove.Alone(request) : EndpointMove.Alone(request);

    private protected override Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request) => IsSecret(request) ? SecretGroup.PlansAsync(request) : EndpointGroup.PlansAsync(request);

    private static bool IsSecret(FixRequest request) => request.Diagnostic.Properties.ContainsKey(SecretProperties.Start);
}
