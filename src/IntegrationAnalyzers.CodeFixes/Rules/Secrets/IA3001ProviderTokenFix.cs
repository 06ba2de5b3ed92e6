using System.Collections.Generic;
using System.Composition;
using System.Threading.Tasks;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Reads the token from configuration in reach, else from an environment variable, at all its places.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IA3001ProviderTokenFix)), Shared]
public sealed class IA3001ProviderTokenFix() : ProjectCodeFix(IA3001ProviderToken.Id, "Read it from configuration (then rotate it: it stays in history)")
{
    private protected override FixPlan? Plan(FixRequest request) => SecretMove.Alone(request);

    private protected override Task<IEnumerable<PlannedPlace>> PlansAsync(FixRequest request) => SecretGroup.PlansAsync(request);
}
