using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// Visits all nodes of a tree in the order of the text, parents first, as <see cref="SyntaxNode.DescendantNodes(Func{SyntaxNode, bool}?, bool)"/> does. For the nodes that
/// bodies are made of it goes straight to the children that are nodes, and past names and literals, which is most of the work.
/// </summary>
internal readonly struct NodeWalk(Action<SyntaxNode> visit)
{
    /// <summary>From here on by the framework's own walk, which needs no stack: an expression may be thousands of operators deep.</summary>
    private const int MaxDepth = 200;

    /// <summary>All nodes below the root, itself left out.</summary>
    public void Below(SyntaxNode root) => Children(root, 0);

    private void Visit(SyntaxNode? node, int depth)
    {
        if (node is null)
            return;

        visit(node);
        if (depth < MaxDepth)
        {
            Children(node, depth + 1);
            return;
        }

        foreach (var inner in node.DescendantNodes())
            visit(inner);
    }

    private void Children(SyntaxNode node, int depth)
    {
        switch (node)
        {
            case IdentifierNameSyntax or LiteralExpressionSyntax or PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax:
                return;
            case StatementSyntax { AttributeLists.Count: > 0 }:
                AllChildren(node, depth);
                return;
            case MemberAccessExpressionSyntax access:
                Visit(access.Expression, depth);
                Visit(access.Name, depth);
                return;
            case InvocationExpressionSyntax invocation:
                Visit(invocation.Expression, depth);
                Visit(invocation.ArgumentList, depth);
                return;
            case ArgumentListSyntax list:
                foreach (var argument in list.Arguments)
                    Visit(argument, depth);
                return;
            case ArgumentSyntax argument:
                Visit(argument.NameColon, depth);
                Visit(argument.Expression, depth);
                return;
            case BlockSyntax block:
                foreach (var statement in block.Statements)
                    Visit(statement, depth);
                return;
            case ExpressionStatementSyntax statement:
                Visit(statement.Expression, depth);
                return;
            case LocalDeclarationStatementSyntax local:
                Visit(local.Declaration, depth);
                return;
            case VariableDeclarationSyntax declaration:
                Visit(declaration.Type, depth);
                foreach (var variable in declaration.Variables)
                    Visit(variable, depth);
                return;
            case VariableDeclaratorSyntax variable:
                Visit(variable.ArgumentList, depth);
                Visit(variable.Initializer, depth);
                return;
            case EqualsValueClauseSyntax value:
                Visit(value.Value, depth);
                return;
            case AssignmentExpressionSyntax assignment:
                Visit(assignment.Left, depth);
                Visit(assignment.Right, depth);
                return;
            case BinaryExpressionSyntax binary:
                Visit(binary.Left, depth);
                Visit(binary.Right, depth);
                return;
            case ParenthesizedExpressionSyntax parenthesized:
                Visit(parenthesized.Expression, depth);
                return;
            case AwaitExpressionSyntax await:
                Visit(await.Expression, depth);
                return;
            case IfStatementSyntax choice:
                Visit(choice.Condition, depth);
                Visit(choice.Statement, depth);
                Visit(choice.Else, depth);
                return;
            case ReturnStatementSyntax answer:
                Visit(answer.Expression, depth);
                return;
            case InitializerExpressionSyntax initializer:
                foreach (var expression in initializer.Expressions)
                    Visit(expression, depth);
                return;
            case ObjectCreationExpressionSyntax creation:
                Visit(creation.Type, depth);
                Visit(creation.ArgumentList, depth);
                Visit(creation.Initializer, depth);
                return;
            case GenericNameSyntax generic:
                Visit(generic.TypeArgumentList, depth);
                return;
            case ParameterSyntax { AttributeLists.Count: 0 } parameter:
                Visit(parameter.Type, depth);
                Visit(parameter.Default, depth);
                return;
            case AccessorListSyntax { Accessors: var accessors }:
                foreach (var accessor in accessors)
                    Visit(accessor, depth);
                return;
            case AccessorDeclarationSyntax { AttributeLists.Count: 0 } accessor:
                Visit(accessor.Body, depth);
                Visit(accessor.ExpressionBody, depth);
                return;
            default:
                AllChildren(node, depth);
                return;
        }
    }

    private void AllChildren(SyntaxNode node, int depth)
    {
        foreach (var child in node.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } inner)
                Visit(inner, depth);
        }
    }
}
