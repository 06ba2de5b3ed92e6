using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Secrets;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>A literal or interpolated string that starts with an absolute URL, and what its known text says.</summary>
internal readonly record struct UrlLiteral(ExpressionSyntax Literal, UrlText Text);

/// <summary>The URLs of one file, by their text alone: nothing is bound. Read once a tree.</summary>
internal static class UrlLiterals
{
    public static ImmutableArray<UrlLiteral> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var positions = SecretScan.Of(tree, cancellationToken).Urls;
        if (positions.Length == 0)
            return ImmutableArray<UrlLiteral>.Empty;
        var index = TreeIndex.Of(tree);
        var known = index.Kept<Found>() ?? index.Keep(new Found(Read(tree.GetRoot(cancellationToken), positions, cancellationToken)));
        return known.Literals;
    }

    private static ImmutableArray<UrlLiteral> Read(SyntaxNode root, ImmutableArray<int> positions, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<UrlLiteral>();
        foreach (var position in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = root.FindToken(position);
            if (!token.Span.Contains(position))
                continue;

            var literal = token.Parent switch
            {
                LiteralExpressionSyntax plain when plain.IsKind(SyntaxKind.StringLiteralExpression) => plain,
                InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } => whole,
                _ => (ExpressionSyntax?)null,
            };
            if (literal is not null && (found.Count == 0 || found[found.Count - 1].Literal != literal) && UrlExpressions.Text(literal) is { } text)
                found.Add(new UrlLiteral(literal, text));
        }

        return found.ToImmutable();
    }

    private sealed class Found(ImmutableArray<UrlLiteral> literals)
    {
        public ImmutableArray<UrlLiteral> Literals { get; } = literals;
    }
}
