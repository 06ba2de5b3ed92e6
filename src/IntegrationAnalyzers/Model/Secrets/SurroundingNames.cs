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

    /// <summary>Whether an address is set beside the value: on the same object, by an initializer or by statements of the same block.</summary>
    public static bool HaveAddress(SyntaxNode node)
    {
        if (NameCarrier.ValueOf(node).Parent is not AssignmentExpressionSyntax { Left: var left } assignment)
            return false;
        switch (assignment.Parent)
        {
            case InitializerExpressionSyntax initializer:
                foreach (var other in initializer.Expressions)
                {
                    if (other is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && IsAddress(name.Identifier.ValueText))
                        return true;
                }

                return false;
            case ExpressionStatementSyntax { Parent: BlockSyntax block } when left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } }:
                foreach (var statement in block.Statements)
                {
                    if (statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var same }, Name.Identifier.ValueText: var member } } } &&
                        same == owner && IsAddress(member))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static bool IsAddress(string name) => NameWords.Split(name) is [.., "url" or "uri" or "endpoint" or "address" or "host"];

    /// <summary>The innermost type that holds the node; empty in top-level statements.</summary>
    public static string TypeOf(SyntaxNode node) => node.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
}
