using System.Text;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The text of a string literal, of a part of an interpolated one, or of several joined by <c>+</c>.</summary>
/// <param name="Node">The literal or interpolation text in which the position lies.</param>
/// <param name="Whole">The constant concatenation around it, or the node itself.</param>
/// <param name="Value">The text of <paramref name="Whole"/>.</param>
/// <param name="Offset">Where the node's own text starts in <paramref name="Value"/>.</param>
/// <param name="Length">How long the node's own text is.</param>
internal sealed record LiteralText(SyntaxNode Node, SyntaxNode Whole, string Value, int Offset, int Length)
{
    /// <summary>A concatenation longer than this is not joined.</summary>
    private const int MaxParts = 64;

    public string Own => Value.Substring(Offset, Length);

    /// <summary>The string text at the position, or null where the position is none (disabled text, a misread quote).</summary>
    public static LiteralText? At(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (!token.Span.Contains(position) || !IsText(token) || token.Parent is null)
            return null;

        return token.Parent is ExpressionSyntax literal ? Join(literal, token.ValueText) : new LiteralText(token.Parent, token.Parent, token.ValueText, 0, token.ValueText.Length);
    }

    /// <summary>The literal of a concatenation that holds the part of <see cref="Value"/> whole; null where it is spread over several.</summary>
    public LiteralText? Holding(int start, int end)
    {
        if (start >= Offset && end <= Offset + Length)
            return this;

        foreach (var node in Whole.DescendantNodes())
        {
            if (node is not LiteralExpressionSyntax literal)
                continue;

            var part = Join(literal, literal.Token.ValueText);
            if (start >= part.Offset && end <= part.Offset + part.Length)
                return part;
        }

        return null;
    }

    private static bool IsText(SyntaxToken token) => token.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or
        SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken or
        SyntaxKind.InterpolatedStringTextToken;

    private static LiteralText Join(ExpressionSyntax literal, string value)
    {
        SyntaxNode whole = literal;
        while (whole.Parent is ParenthesizedExpressionSyntax || whole.Parent.IsKind(SyntaxKind.AddExpression))
        {
            if (whole.Parent.IsKind(SyntaxKind.AddExpression) && !IsAllLiteral((ExpressionSyntax)whole.Parent, MaxParts))
                break;
            whole = whole.Parent;
        }

        if (whole == literal || whole is ParenthesizedExpressionSyntax)
            return new LiteralText(literal, literal, value, 0, value.Length);

        var text = new StringBuilder();
        var offset = 0;
        Append((ExpressionSyntax)whole, literal, text, ref offset);
        return new LiteralText(literal, whole, text.ToString(), offset, value.Length);
    }

    private static bool IsAllLiteral(ExpressionSyntax expression, int parts)
    {
        StackGuard.Check();
        // The left side of a long concatenation is deep: walk it, and recurse to the right alone.
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) && parts-- > 0:
                    if (!IsAllLiteral(binary.Right, parts))
                        return false;
                    expression = binary.Left;
                    continue;
                default:
                    return expression.IsKind(SyntaxKind.StringLiteralExpression);
            }
        }
    }

    private static void Append(ExpressionSyntax expression, ExpressionSyntax literal, StringBuilder text, ref int offset)
    {
        StackGuard.Check();
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Append(parenthesized.Expression, literal, text, ref offset);
                break;
            case BinaryExpressionSyntax binary:
                Append(binary.Left, literal, text, ref offset);
                Append(binary.Right, literal, text, ref offset);
                break;
            case LiteralExpressionSyntax part:
                if (part == literal)
                    offset = text.Length;
                text.Append(part.Token.ValueText);
                break;
        }
    }
}
