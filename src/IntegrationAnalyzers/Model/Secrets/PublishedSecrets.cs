using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>Credentials that their owner publishes, or made up to be seen: by where they stand and what that is called, nothing is bound.</summary>
internal static class PublishedSecrets
{
    public static bool Has(SecretCandidate candidate) =>
        IsIdentifier(candidate.Name) || IsForTests(candidate.Name) || TestFolders.Hold(candidate.Node.SyntaxTree.FilePath) || IsSample(candidate.Node);

    /// <summary>An application's key is its name where the secret that goes with it has one of its own (<c>appsecret</c>).</summary>
    private static bool IsIdentifier(string name) => name is "appkey" or "appKey" or "AppKey";

    /// <summary><c>TEST_API_KEY</c>, <c>testPassword</c>: it opens nothing but what was set up for tests, if that.</summary>
    private static bool IsForTests(string name)
    {
        foreach (var word in NameWords.Split(name))
        {
            if (word is "test" or "tests")
                return true;
        }

        return false;
    }

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
}
