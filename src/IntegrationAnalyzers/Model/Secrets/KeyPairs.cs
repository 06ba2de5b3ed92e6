using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>An access key's ID beside its secret: one leak, and the secret is what opens the door.</summary>
internal static class KeyPairs
{
    /// <summary>Whether the value is an ID whose secret stands in the same list of arguments, initializer, block or type, and is a credential there.</summary>
    public static bool HasSecretBeside(SecretCandidate id, SemanticModel model, SecretOrigins origins, CancellationToken cancellationToken)
    {
        if (!id.Format!.IsKeyId)
            return false;

        var scope = ScopeOf(id.Node);
        foreach (var candidate in Credentials.In(model, origins, cancellationToken))
        {
            if (candidate.IsCredential == Certainty.Yes && candidate.Node != id.Node && ScopeOf(candidate.Node) == scope && (scope is ArgumentListSyntax || IsSecret(candidate.Name)) && !SecretSuppression.Covers(candidate, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Whether the name is that of the other half: <c>AWS_SECRET_ACCESS_KEY</c>, not <c>DB_PASSWORD</c>.</summary>
    public static bool IsSecret(string name) => name.ContainsIgnoreCase("secret");

    private static SyntaxNode? ScopeOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static n =>
        n is ArgumentListSyntax or InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax or BlockSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax);
}
