using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Credentials that their owner publishes, or made up to be seen: by where they stand and what that is called, nothing is bound.</summary>
internal static class PublishedSecrets
{
    public static bool Has(SecretCandidate candidate, IntegrationModel model) =>
        IsIdentifier(candidate.Name) || TestFolders.Hold(candidate.Node.SyntaxTree.FilePath) || IsSample(candidate.Node) || (model.IsLibrary && (IsPublicConstant(candidate.Node) || IsDefaultOfSetting(candidate.Node)));

    /// <summary>An application's key is its name where the secret that goes with it has one of its own (<c>appsecret</c>).</summary>
    private static bool IsIdentifier(string name) => name is "appkey" or "appKey" or "AppKey";

    /// <summary>A type named for what is made up: <c>SeedData</c>, <c>SampleDataService</c>, <c>DemoUsers</c>.</summary>
    private static bool IsSample(SyntaxNode place)
    {
        for (var type = place.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>(); type is not null; type = type.Parent?.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>())
        {
            foreach (var word in NameWords.Split(type.Identifier.ValueText))
            {
                if (word is "sample" or "samples" or "seed" or "seeder" or "seeding" or "demo" or "dummy" or "fake" or "mock" or "fixture")
                    return true;
            }
        }

        return false;
    }

    /// <summary>A constant that whoever references the library can read.</summary>
    private static bool IsPublicConstant(SyntaxNode place) =>
        place.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { } field && field.Modifiers.Any(SyntaxKind.PublicKeyword) && field.Modifiers.Any(SyntaxKind.ConstKeyword) &&
        IsPublic(field.Parent);

    /// <summary><c>public Settings() { Password = "…"; }</c>: what the constructor gives the type's own settable property holds until somebody sets it.</summary>
    private static bool IsDefaultOfSetting(SyntaxNode place) =>
        place.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type } } } } assignment &&
        assignment.Right == place && IsPublic(type) && HasSettable(type, name);

    private static bool HasSettable(TypeDeclarationSyntax type, string name)
    {
        foreach (var member in type.Members)
        {
            if (member is PropertyDeclarationSyntax { AccessorList: { } accessors } property && property.Identifier.ValueText == name && property.Modifiers.Any(SyntaxKind.PublicKeyword))
                return accessors.Accessors.Any(SyntaxKind.SetAccessorDeclaration);
        }

        return false;
    }

    private static bool IsPublic(SyntaxNode? type) => type is TypeDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.PublicKeyword);
}
