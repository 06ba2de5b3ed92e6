using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Which nodes make which operations.</summary>
internal static class NodeOperations
{
    /// <summary>The kinds of nodes that make operations of the kinds.</summary>
    public static SyntaxKind[] SyntaxOf(params OperationKind[] kinds)
    {
        var syntax = new List<SyntaxKind>();
        foreach (var kind in kinds)
        {
            SyntaxKind[] nodes = kind switch
            {
                OperationKind.Invocation => [SyntaxKind.InvocationExpression],
                OperationKind.ObjectCreation => [SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression],
                OperationKind.CatchClause => [SyntaxKind.CatchClause],
                OperationKind.PropertyReference => [SyntaxKind.ElementAccessExpression, SyntaxKind.SimpleMemberAccessExpression],
                OperationKind.Switch => [SyntaxKind.SwitchStatement],
                OperationKind.SwitchExpression => [SyntaxKind.SwitchExpression],
                OperationKind.Return =>
                    [SyntaxKind.ReturnStatement, SyntaxKind.ArrowExpressionClause, SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression],
                _ => throw new NotSupportedException($"Say which syntax makes a {kind}."),
            };
            syntax.AddRange(nodes);
        }

        return syntax.ToArray();
    }

    /// <summary>What the node is bound to; for an expression that is a body, the return of its value.</summary>
    public static IOperation? Of(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        ArrowExpressionClauseSyntax arrow => Returning(model.GetOperation(arrow.Expression, cancellationToken)),
        LambdaExpressionSyntax lambda => lambda.ExpressionBody is { } body ? Returning(model.GetOperation(body, cancellationToken)) : null,
        _ => model.GetOperation(node, cancellationToken),
    };

    private static IOperation? Returning(IOperation? value)
    {
        var parent = value?.Parent;
        while (parent is IConversionOperation { IsImplicit: true })
            parent = parent.Parent;
        return parent as IReturnOperation;
    }
}
