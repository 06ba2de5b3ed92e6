using System.Collections.Generic;
using System.Composition;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the endpoint from configuration, at all its places, under a name made from its host: one host is one setting.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3003EndpointInSourceFix() : ProjectCodeFix(IA3003EndpointInSource.Id, "Read the endpoint from configuration")
{
    private protected override FixPlan? Plan(FixRequest request) => EndpointMove.Alone(request);

    private protected override Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request) => EndpointGroup.PlansAsync(request);
}
