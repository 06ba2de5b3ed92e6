using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The names of the member and the types around a node: they often tell whose key it is.</summary>
internal static class SurroundingNames
{
    public static string Of(SyntaxNode node)
    {
        var names = new StringBuilder();
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            var name = parent switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
                ObjectCreationExpressionSyntax { Type: SimpleNameSyntax type } => type.Identifier.ValueText,
                VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: var left } => NameCarrier.Named(left, CarrierKind.Assignment)?.Name,
                _ => null,
            };
            if (name is not null)
                names.Append(name).Append(' ');
        }

        return names.ToString();
    }

    /// <summary>The innermost type that holds the node; empty in top-level statements.</summary>
    public static string TypeOf(SyntaxNode node) => node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
}
