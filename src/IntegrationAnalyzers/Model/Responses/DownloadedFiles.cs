using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Whether the member that reads a body piece by piece writes files: then that is where the pieces go. By syntax.</summary>
internal static class DownloadedFiles
{
    public static bool KeepsIn(SyntaxNode read)
    {
        if (read.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;
        foreach (var node in member.DescendantNodes())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: "FileStream" } or MemberAccessExpressionSyntax
                {
                    Expression: IdentifierNameSyntax { Identifier.ValueText: "File" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "File" },
                    Name.Identifier.ValueText: "Create" or "OpenWrite" or "Open" or "CreateText",
                })
            {
                return true;
            }
        }

        return false;
    }
}
