using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What the code round a node is called: for opinions by name, before anything is bound.</summary>
internal static class EnclosingNames
{
    /// <summary>The name of the method or local function that the node stands in; null in other members.</summary>
    public static string? EnclosingMethodName(this SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(static n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax) switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
}
