using System;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>
    /// Whether the name is that of the half which says who calls, and the other that of its secret: <c>ApiKey</c> and <c>ApiSecret</c>, <c>ConsumerKey</c> and <c>ConsumerSecret</c>, as Shopify, Cloudinary and Vonage
    /// call the two. Whoever has the first alone can do nothing with it.
    /// </summary>
    public static bool IsPublicHalf(string name, string other) =>
        other.ContainsIgnoreCase("secret") && Array.IndexOf(SecretsOf(name), string.Concat(NameWords.Split(other))) >= 0;

    /// <summary>What the secret that goes with a public half may be called, without joiners and in small letters; empty where the name is none of such a half.</summary>
    public static string[] SecretsOf(string name)
    {
        if (!name.EndsWith("key", StringComparison.OrdinalIgnoreCase))
            return [];

        var own = string.Concat(NameWords.Split(name));
        if (!(own.EndsWith("apikey", StringComparison.Ordinal) || own.EndsWith("consumerkey", StringComparison.Ordinal) || own.EndsWith("appkey", StringComparison.Ordinal)))
            return [];

        var stem = own.Substring(0, own.Length - "key".Length);
        return [stem + "secret", own + "secret", stem + "secretkey"];
    }

    /// <summary>
    /// Whether the initializer, block or type that holds the value names the secret which goes with it. A list of arguments says nothing: its names stand elsewhere.
    /// What becomes of the secret is no matter, or moving it away would make a secret of the other half.
    /// </summary>
    public static bool IsPublicHalf(SecretCandidate half)
    {
        if (half.Format is { Context.Length: 0 } || SecretsOf(half.Name).Length == 0 || ScopeOf(half.Node) is not { } scope || scope is ArgumentListSyntax)
            return false;

        foreach (var token in scope.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && IsPublicHalf(half.Name, token.ValueText))
                return true;
        }

        return false;
    }

    private static SyntaxNode? ScopeOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static n =>
        n is ArgumentListSyntax or InitializerExpressionSyntax or AnonymousObjectCreationExpressionSyntax or BlockSyntax or BaseTypeDeclarationSyntax or CompilationUnitSyntax);
}
