using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>
/// What the author says of a failure in words of his own, beside the text that leaks: <c>$"The fax {id} could not be read: {ex.Message}"</c>,
/// <c>new { message = "The fax could not be read", error = ex.Message }</c>. Our caller keeps those.
/// </summary>
/// <param name="Place">The text that they stand in.</param>
/// <param name="Text">They alone, as an expression; null where they say nothing without the leak.</param>
internal sealed record AuthorsWords(ExpressionSyntax Place, string? Text)
{
    /// <summary>The words of the text that the leak is a part of; null where it stands alone, or comments stand between.</summary>
    public static AuthorsWords? Around(ExpressionSyntax leak, SemanticModel model)
    {
        if (Whole(leak) is not { } whole || whole.DescendantTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            return null;
        return new AuthorsWords(whole, new Sentence(leak, model).Of(whole));
    }

    /// <summary>The first text with words that stands beside the leak in an object that the answer is given.</summary>
    public static string? Beside(ExpressionSyntax leak, SyntaxNode answer, SemanticModel model)
    {
        for (var node = leak.Parent; node is not null && node != answer; node = node.Parent)
        {
            if (node is not AnonymousObjectCreationExpressionSyntax { Initializers: var members })
                continue;
            foreach (var member in members)
            {
                if (!member.Span.Contains(leak.Span) && new Sentence(leak, model).Of(member.Expression) is { } text)
                    return text;
            }
        }

        return null;
    }

    /// <summary>The sum or interpolation that the leak is put into; null where it stands alone.</summary>
    private static ExpressionSyntax? Whole(ExpressionSyntax leak)
    {
        ExpressionSyntax? whole = null;
        for (var node = leak.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or InterpolatedStringExpressionSyntax:
                    whole = (ExpressionSyntax)node;
                    break;
                case InterpolationSyntax or ParenthesizedExpressionSyntax:
                    break;
                default:
                    return whole;
            }
        }

        return whole;
    }
}
