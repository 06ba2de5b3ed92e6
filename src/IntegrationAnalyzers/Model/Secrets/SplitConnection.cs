using System.Text;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// A connection string that the code puts together: <c>$"Server={host};User Id=app;Password=…"</c>, <c>"Host=" + host + ";Password=…"</c>. The part with the password does not say whose it is; the whole does.
/// </summary>
internal static class SplitConnection
{
    /// <summary>Stands for what is not known: no name, no end of a pair.</summary>
    private const char Unknown = '\u0001';

    /// <summary>Whether a part looks as if it belonged to one.</summary>
    public static bool MayBe(string part) => part.IndexOf(';') >= 0 && part.IndexOf('=') >= 0;

    /// <summary>The known text of the string round the part. A hole that falls back to a constant is taken for that: the server of <c>host ?? "localhost"</c> is this machine.</summary>
    public static string Of(SyntaxNode part, SemanticModel model, CancellationToken cancellationToken)
    {
        var whole = part is InterpolatedStringTextSyntax ? part.Parent! : part;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            whole = whole.Parent;
        var text = new StringBuilder();
        Append((ExpressionSyntax)whole, text, model, cancellationToken);
        return text.ToString();
    }

    private static void Append(ExpressionSyntax expression, StringBuilder text, SemanticModel model, CancellationToken cancellationToken)
    {
        StackGuard.Check();
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                text.Append(literal.Token.ValueText);
                break;
            case ParenthesizedExpressionSyntax inner:
                Append(inner.Expression, text, model, cancellationToken);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                Append(sum.Left, text, model, cancellationToken);
                Append(sum.Right, text, model, cancellationToken);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                Append(choice.Right, text, model, cancellationToken);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                {
                    if (content is InterpolatedStringTextSyntax known)
                        text.Append(known.TextToken.ValueText);
                    else if (content is InterpolationSyntax hole)
                        Append(hole.Expression, text, model, cancellationToken);
                }

                break;
            default:
                if (model.GetConstantValue(expression, cancellationToken).Value is { } constant)
                    text.Append(constant);
                else
                    text.Append(Unknown);
                break;
        }
    }
}
