using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>How often a hand-written loop runs at most, where a counter and constants say so.</summary>
internal static class AttemptLimit
{
    public static RetryLimit Of(SyntaxNode loop, SourceIndex source, CancellationToken cancellationToken)
    {
        var condition = loop switch
        {
            ForStatementSyntax f => f.Condition,
            WhileStatementSyntax w => w.Condition,
            DoStatementSyntax d => d.Condition,
            _ => null,
        };
        if (condition is null)
            return RetryLimit.Unknown;

        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is BinaryExpressionSyntax comparison && Attempts(comparison, loop, source, cancellationToken) is { } attempts)
                return attempts > 0 ? new RetryLimit(attempts - 1) : RetryLimit.Unknown;
        }

        return RetryLimit.Unknown;
    }

    private static int? Attempts(BinaryExpressionSyntax comparison, SyntaxNode loop, SourceIndex source, CancellationToken cancellationToken)
    {
        var extra = comparison.Kind() switch
        {
            SyntaxKind.LessThanExpression => 0,
            SyntaxKind.LessThanOrEqualExpression => 1,
            _ => (int?)null,
        };
        var model = source.Model(loop.SyntaxTree);
        if (extra is null || comparison.Left is not IdentifierNameSyntax counter ||
            model.GetSymbolInfo(counter, cancellationToken).Symbol is not ILocalSymbol local ||
            model.GetOperation(comparison.Right, cancellationToken) is not { } right ||
            ValueOrigin.Constant(right, source, cancellationToken) is not { HasValue: true, Value: int bound } ||
            local.DeclaringSyntaxReferences is not [var declared] ||
            declared.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initial } ||
            model.GetConstantValue(initial, cancellationToken) is not { HasValue: true, Value: int start })
        {
            return null;
        }

        return IsCountedUpOnly(loop, local.Name) ? bound + extra - start : null;
    }

    private static bool IsCountedUpOnly(SyntaxNode loop, string counter)
    {
        var found = false;
        foreach (var node in loop.DescendantNodes())
        {
            switch (node)
            {
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression, Operand: IdentifierNameSyntax a }
                    when a.Identifier.ValueText == counter:
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression, Operand: IdentifierNameSyntax b }
                    when b.Identifier.ValueText == counter:
                    found = true;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax c } when c.Identifier.ValueText == counter:
                    return false;
            }
        }

        return found;
    }
}
