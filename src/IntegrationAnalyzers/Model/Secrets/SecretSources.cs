using System.Threading;
using IntegrationAnalyzers.Model.Vocabularies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>What a team says gives secrets: the text that such a member is given names one and is none.</summary>
internal static class SecretSources
{
    /// <summary>Whether the text is handed to such a member.</summary>
    public static bool Take(IntegrationModel model, SecretCandidate candidate, CancellationToken cancellationToken) =>
        NameCarrier.ValueOf(candidate.Node).Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } && Gives(model, call, cancellationToken);

    /// <summary>Whether the value comes from such a member: a secret, whatever the code calls it.</summary>
    public static bool Gives(IntegrationModel model, ExpressionSyntax value, CancellationToken cancellationToken)
    {
        if (value is AwaitExpressionSyntax awaited)
            value = awaited.Expression;
        return model.Team.Has(VocabularyKind.SecretSource) && value is InvocationExpressionSyntax call &&
            model.Source.Model(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && model.Team.Is(VocabularyKind.SecretSource, method) == Certainty.Yes;
    }
}
