using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Where the lambda of a fan-out writes to what all its runs share. Up to their first wait they run one after the other on one thread.</summary>
internal static class SharedWrites
{
    public static IEnumerable<SyntaxNode> In(LambdaExpressionSyntax lambda, FixRequest request)
    {
        foreach (var node in lambda.Body.DescendantNodesAndSelf())
        {
            var written = node switch
            {
                AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment => assignment.Left,
                InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax called } => called.Expression,
                PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } step => step.Operand,
                PrefixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.PlusPlusToken or (int)SyntaxKind.MinusMinusToken } step => step.Operand,
                _ => null,
            };
            while (written is ElementAccessExpressionSyntax element)
                written = element.Expression;
            if (written is not null && request.Model.GetSymbolInfo(written, request.CancellationToken).Symbol is { } symbol && symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol &&
                LoggerApis.ErrorOf(request.Model.GetTypeInfo(written, request.CancellationToken).Type) is null &&
                !symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == lambda.SyntaxTree && lambda.Span.Contains(r.Span)))
            {
                yield return node;
            }
        }
    }

    /// <summary>Whether the run has waited before it writes: then it shared with the others what it writes to anyway.</summary>
    public static bool IsBehindAwait(SyntaxNode write, LambdaExpressionSyntax lambda)
    {
        foreach (var awaited in lambda.Body.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>())
        {
            if (write.Span.Contains(awaited.Span) ? !IsConditional(awaited, write) : awaited.Span.End <= write.SpanStart && !IsConditional(awaited, write))
                return true;
        }

        return false;
    }

    /// <summary>Whether the write may be come to without the wait.</summary>
    private static bool IsConditional(SyntaxNode awaited, SyntaxNode write)
    {
        for (var node = awaited; node.Parent is { } parent && !(node.Span.Contains(write.Span)); node = parent)
        {
            switch (parent)
            {
                case AnonymousFunctionExpressionSyntax or CatchClauseSyntax or SwitchSectionSyntax or SwitchExpressionArmSyntax:
                case IfStatementSyntax choice when choice.Condition != node:
                case WhileStatementSyntax loop when loop.Condition != node:
                case ForStatementSyntax:
                case CommonForEachStatementSyntax each when each.Expression != node:
                case ConditionalExpressionSyntax either when either.Condition != node:
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == node:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary when binary.Right == node:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                    return true;
            }
        }

        return false;
    }
}
