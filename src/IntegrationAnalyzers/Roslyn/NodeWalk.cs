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

    // By kind, which is a number: a chain of types to ask would cost more than the walk itself.
    private void Children(SyntaxNode node, int depth)
    {
        switch ((SyntaxKind)node.RawKind)
        {
            case SyntaxKind.IdentifierName:
            case SyntaxKind.PredefinedType:
            case SyntaxKind.ThisExpression:
            case SyntaxKind.BaseExpression:
            case SyntaxKind.StringLiteralExpression:
            case SyntaxKind.NumericLiteralExpression:
            case SyntaxKind.NullLiteralExpression:
            case SyntaxKind.TrueLiteralExpression:
            case SyntaxKind.FalseLiteralExpression:
            case SyntaxKind.CharacterLiteralExpression:
            case SyntaxKind.DefaultLiteralExpression:
            case SyntaxKind.InterpolatedStringText:
                return;
            case SyntaxKind.SimpleMemberAccessExpression:
                var access = (MemberAccessExpressionSyntax)node;
                Visit(access.Expression, depth);
                Visit(access.Name, depth);
                return;
            case SyntaxKind.InvocationExpression:
                var invocation = (InvocationExpressionSyntax)node;
                Visit(invocation.Expression, depth);
                Visit(invocation.ArgumentList, depth);
                return;
            case SyntaxKind.ArgumentList:
                foreach (var one in ((ArgumentListSyntax)node).Arguments)
                    Visit(one, depth);
                return;
            case SyntaxKind.Argument:
                var argument = (ArgumentSyntax)node;
                Visit(argument.NameColon, depth);
                Visit(argument.Expression, depth);
                return;
            case SyntaxKind.QualifiedName:
                var qualified = (QualifiedNameSyntax)node;
                Visit(qualified.Left, depth);
                Visit(qualified.Right, depth);
                return;
            case SyntaxKind.GenericName:
                Visit(((GenericNameSyntax)node).TypeArgumentList, depth);
                return;
            case SyntaxKind.TypeArgumentList:
                foreach (var type in ((TypeArgumentListSyntax)node).Arguments)
                    Visit(type, depth);
                return;
            case SyntaxKind.NullableType:
                Visit(((NullableTypeSyntax)node).ElementType, depth);
                return;
            case SyntaxKind.EqualsValueClause:
                Visit(((EqualsValueClauseSyntax)node).Value, depth);
                return;
            case SyntaxKind.SimpleAssignmentExpression:
                var assignment = (AssignmentExpressionSyntax)node;
                Visit(assignment.Left, depth);
                Visit(assignment.Right, depth);
                return;
            case SyntaxKind.ParenthesizedExpression:
                Visit(((ParenthesizedExpressionSyntax)node).Expression, depth);
                return;
            case SyntaxKind.AwaitExpression:
                Visit(((AwaitExpressionSyntax)node).Expression, depth);
                return;
            case SyntaxKind.ObjectCreationExpression:
                var creation = (ObjectCreationExpressionSyntax)node;
                Visit(creation.Type, depth);
                Visit(creation.ArgumentList, depth);
                Visit(creation.Initializer, depth);
                return;
            case SyntaxKind.ObjectInitializerExpression:
            case SyntaxKind.CollectionInitializerExpression:
            case SyntaxKind.ArrayInitializerExpression:
            case SyntaxKind.ComplexElementInitializerExpression:
                foreach (var expression in ((InitializerExpressionSyntax)node).Expressions)
                    Visit(expression, depth);
                return;
            case SyntaxKind.Interpolation:
                var part = (InterpolationSyntax)node;
                Visit(part.Expression, depth);
                Visit(part.AlignmentClause, depth);
                Visit(part.FormatClause, depth);
                return;
            case SyntaxKind.InterpolatedStringExpression:
                foreach (var content in ((InterpolatedStringExpressionSyntax)node).Contents)
                    Visit(content, depth);
                return;
            case SyntaxKind.VariableDeclaration:
                var declaration = (VariableDeclarationSyntax)node;
                Visit(declaration.Type, depth);
                foreach (var each in declaration.Variables)
                    Visit(each, depth);
                return;
            case SyntaxKind.VariableDeclarator:
                var variable = (VariableDeclaratorSyntax)node;
                Visit(variable.ArgumentList, depth);
                Visit(variable.Initializer, depth);
                return;
            case SyntaxKind.Parameter when node is ParameterSyntax { AttributeLists.Count: 0 } parameter:
                Visit(parameter.Type, depth);
                Visit(parameter.Default, depth);
                return;
            case SyntaxKind.ParameterList:
                foreach (var one in ((ParameterListSyntax)node).Parameters)
                    Visit(one, depth);
                return;
            case SyntaxKind.AccessorList:
                foreach (var each in ((AccessorListSyntax)node).Accessors)
                    Visit(each, depth);
                return;
            case SyntaxKind.GetAccessorDeclaration when node is AccessorDeclarationSyntax { AttributeLists.Count: 0 } accessor:
                Accessor(accessor, depth);
                return;
            case SyntaxKind.SetAccessorDeclaration when node is AccessorDeclarationSyntax { AttributeLists.Count: 0 } accessor:
                Accessor(accessor, depth);
                return;
            case SyntaxKind.PropertyDeclaration when node is PropertyDeclarationSyntax { AttributeLists.Count: 0 } property:
                Visit(property.Type, depth);
                Visit(property.ExplicitInterfaceSpecifier, depth);
                Visit(property.AccessorList, depth);
                Visit(property.ExpressionBody, depth);
                Visit(property.Initializer, depth);
                return;
            case SyntaxKind.Block when node is BlockSyntax { AttributeLists.Count: 0 } block:
                foreach (var statement in block.Statements)
                    Visit(statement, depth);
                return;
            case SyntaxKind.ExpressionStatement when node is ExpressionStatementSyntax { AttributeLists.Count: 0 } statement:
                Visit(statement.Expression, depth);
                return;
            case SyntaxKind.LocalDeclarationStatement when node is LocalDeclarationStatementSyntax { AttributeLists.Count: 0 } local:
                Visit(local.Declaration, depth);
                return;
            case SyntaxKind.IfStatement when node is IfStatementSyntax { AttributeLists.Count: 0 } choice:
                Visit(choice.Condition, depth);
                Visit(choice.Statement, depth);
                Visit(choice.Else, depth);
                return;
            case SyntaxKind.ElseClause:
                Visit(((ElseClauseSyntax)node).Statement, depth);
                return;
            case SyntaxKind.ReturnStatement when node is ReturnStatementSyntax { AttributeLists.Count: 0 } answer:
                Visit(answer.Expression, depth);
                return;
            case SyntaxKind.ThrowStatement when node is ThrowStatementSyntax { AttributeLists.Count: 0 } thrown:
                Visit(thrown.Expression, depth);
                return;
            case SyntaxKind.TryStatement when node is TryStatementSyntax { AttributeLists.Count: 0 } attempt:
                Visit(attempt.Block, depth);
                foreach (var each in attempt.Catches)
                    Visit(each, depth);
                Visit(attempt.Finally, depth);
                return;
            case SyntaxKind.SimpleLambdaExpression when node is SimpleLambdaExpressionSyntax { AttributeLists.Count: 0 } lambda:
                Visit(lambda.Parameter, depth);
                Visit(lambda.Body, depth);
                return;
            case SyntaxKind.MethodDeclaration when node is MethodDeclarationSyntax { AttributeLists.Count: 0, ConstraintClauses.Count: 0 } method:
                Visit(method.ReturnType, depth);
                Visit(method.ExplicitInterfaceSpecifier, depth);
                Visit(method.TypeParameterList, depth);
                Visit(method.ParameterList, depth);
                Visit(method.Body, depth);
                Visit(method.ExpressionBody, depth);
                return;
            case SyntaxKind.FieldDeclaration when node is FieldDeclarationSyntax { AttributeLists.Count: 0 } field:
                Visit(field.Declaration, depth);
                return;
            case SyntaxKind.AddExpression:
            case SyntaxKind.EqualsExpression:
            case SyntaxKind.NotEqualsExpression:
            case SyntaxKind.LogicalAndExpression:
            case SyntaxKind.LogicalOrExpression:
            case SyntaxKind.CoalesceExpression:
            case SyntaxKind.LessThanExpression:
            case SyntaxKind.GreaterThanExpression:
                var binary = (BinaryExpressionSyntax)node;
                Visit(binary.Left, depth);
                Visit(binary.Right, depth);
                return;
            case SyntaxKind.LogicalNotExpression:
                Visit(((PrefixUnaryExpressionSyntax)node).Operand, depth);
                return;
            default:
                foreach (var child in node.ChildNodesAndTokens())
                {
                    if (child.AsNode() is { } inner)
                        Visit(inner, depth);
                }

                return;
        }
    }

    private void Accessor(AccessorDeclarationSyntax accessor, int depth)
    {
        Visit(accessor.Body, depth);
        Visit(accessor.ExpressionBody, depth);
    }
}
