using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model;

/// <summary>Types named for what is made up: <c>SeedData</c>, <c>SampleDataService</c>, <c>DemoUsers</c>.</summary>
internal static class SampleTypes
{
    public static bool Hold(SyntaxNode place)
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
