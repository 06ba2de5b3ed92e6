using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Expressions without what says nothing of their value.</summary>
internal static class PlainExpressions
{
    /// <summary><c>x</c> of <c>(x)</c> and <c>x!</c>.</summary>
    public static ExpressionSyntax Plain(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven:
                    expression = forgiven.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary><c>null</c>, <c>default</c>, <c>(Order)null!</c>: no value at all.</summary>
    public static bool IsNull(this ExpressionSyntax expression)
    {
        expression = expression.Plain();
        return expression is CastExpressionSyntax cast
            ? cast.Expression.IsNull()
            : expression is DefaultExpressionSyntax || expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression);
    }
}
