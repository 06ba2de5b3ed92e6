using System.Threading;
using IntegrationAnalyzers.Model.Vocabularies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What a team says gives secrets: the text that such a member is given names one and is none.</summary>
internal static class SecretSources
{
    public static bool Take(IntegrationModel model, SecretCandidate candidate, CancellationToken cancellationToken) =>
        model.Team.Has(VocabularyKind.SecretSource) &&
        NameCarrier.ValueOf(candidate.Node).Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } &&
        model.Source.Model(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method &&
        model.Team.Is(VocabularyKind.SecretSource, method) == Certainty.Yes;
}
