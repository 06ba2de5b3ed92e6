using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The variables by which a loop counts its attempts, as its conditions ask for them.</summary>
/// <param name="loop">The loop.</param>
/// <param name="model">The model of its file.</param>
internal sealed class AttemptCount(SyntaxNode loop, SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Whether the condition asks how often it was tried, and for nothing else: <c>left-- > 0</c>, <c>attempt + 1 &lt; options.Attempts</c>.</summary>
    public bool IsAsked(ExpressionSyntax condition)
    {
        while (condition is ParenthesizedExpressionSyntax { Expression: var inner })
            condition = inner;
        return condition is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or
                (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression,
        } comparison && (IsCount(comparison.Left) && IsLimit(comparison.Right) || IsCount(comparison.Right) && IsLimit(comparison.Left));
    }

    /// <summary>The variable, stepped here or elsewhere in the loop, more or less a number.</summary>
    private bool IsCount(ExpressionSyntax side) => side switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => IsCount(inner),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: var operand } => IsCount(operand),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: var operand } => IsCount(operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression, Left: var left, Right: LiteralExpressionSyntax } => IsCount(left),
        IdentifierNameSyntax name => IsStepped(name),
        _ => false,
    };

    /// <summary>A variable of the method: what a field counts goes on from one call of the method to the next.</summary>
    private bool IsStepped(IdentifierNameSyntax name) =>
        (AttemptCounter.IsStepped(loop, name.Identifier.ValueText) || IsOfRange(name.Identifier.ValueText)) &&
        model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol;

    /// <summary><c>foreach (var attempt in Enumerable.Range(1, 3))</c>.</summary>
    private bool IsOfRange(string name) =>
        loop is ForEachStatementSyntax { Identifier.ValueText: var each, Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Range" } } } && each == name;

    /// <summary>A number, a setting, a length: nothing that is asked of a method.</summary>
    private static bool IsLimit(ExpressionSyntax side)
    {
        foreach (var node in side.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or ConditionalExpressionSyntax)
                return false;
        }

        return true;
    }
}
