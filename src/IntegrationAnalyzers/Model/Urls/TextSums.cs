using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Texts that are put together by <c>+</c>, by syntax.</summary>
internal static class TextSums
{
    /// <summary>The sum that the expression is a summand of, or the expression itself.</summary>
    public static ExpressionSyntax Whole(ExpressionSyntax part)
    {
        while (part.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
            part = sum;
        return part;
    }

    /// <summary>The first summand.</summary>
    public static ExpressionSyntax First(ExpressionSyntax sum)
    {
        while (sum is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: var left })
            sum = left;
        return sum;
    }
}
