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
}
