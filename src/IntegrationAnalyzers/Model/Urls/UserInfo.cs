using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>The user-info of a URL that is put together: what stands before its <c>@</c>.</summary>
internal static class UserInfo
{
    /// <summary>What the value that the text with the <c>@</c> follows stands in, and the whole URL; null where no absolute URL begins there.</summary>
    /// <param name="at">The text that begins with the <c>@</c>: a literal of a sum, or a part of an interpolated string.</param>
    public static (SyntaxNode Place, ExpressionSyntax Value, ExpressionSyntax Whole)? Before(SyntaxNode at)
    {
        switch (at)
        {
            case InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole }:
                var index = whole.Contents.IndexOf((InterpolatedStringTextSyntax)at);
                return index >= 2 && whole.Contents[index - 1] is InterpolationSyntax hole && whole.Contents[0] is InterpolatedStringTextSyntax start && BeginsUrl(start.TextToken.ValueText)
                    ? (hole, hole.Expression, whole)
                    : null;
            case LiteralExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Left: var left } sum } literal when sum.Right == literal:
                var value = left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: var last } ? last : left;
                ExpressionSyntax all = sum;
                while (all.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } longer && longer.Left == all)
                    all = longer;
                return value is not LiteralExpressionSyntax && TextSums.First(left) is LiteralExpressionSyntax { Token.Value: string first } && BeginsUrl(first) ? (value, value, all) : null;
            default:
                return null;
        }
    }

    private static bool BeginsUrl(string text) => text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.IndexOf("://", StringComparison.Ordinal) is 4 or 5;
}
