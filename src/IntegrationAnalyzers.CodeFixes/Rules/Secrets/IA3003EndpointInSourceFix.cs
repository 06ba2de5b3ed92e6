using System.Composition;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the endpoint from configuration, under a name made from its host and path: distinct endpoints get distinct names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA3003EndpointInSourceFix() : IntegrationCodeFix(IA3003EndpointInSource.Id, "Read the endpoint from configuration")
{
    private protected override FixPlan? Plan(FixRequest request) => EndpointMove.Plan(request);
}
