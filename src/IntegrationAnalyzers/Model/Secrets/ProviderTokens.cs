using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>The values of known formats in one file: tokens, test keys, public keys and identifiers alike. Read once a tree.</summary>
internal static class ProviderTokens
{
    private static readonly Found Nothing = new(ImmutableArray<SecretCandidate>.Empty, ImmutableArray<SyntaxNode>.Empty);

    public static ImmutableArray<SecretCandidate> In(SyntaxTree tree, CancellationToken cancellationToken) => Of(tree, cancellationToken).Candidates;

    /// <summary>Texts that may be the part of a token which constants are joined to: they hold a mark of a format, and stand in a constant or beside a name.</summary>
    public static ImmutableArray<SyntaxNode> PartsIn(SyntaxTree tree, CancellationToken cancellationToken) => Of(tree, cancellationToken).Parts;

    private static Found Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var positions = SecretScan.Of(tree, cancellationToken).Tokens;
        if (positions.Length == 0)
            return Nothing;
        var index = TreeIndex.Of(tree);
        return index.Kept<Found>() ?? index.Keep(Read(tree.GetRoot(cancellationToken), positions, cancellationToken));
    }

    /// <summary>Whether the text holds a token, or a user and password before its host: a Slack webhook is its own secret.</summary>
    public static bool AnyIn(SyntaxNode literal, CancellationToken cancellationToken)
    {
        foreach (var candidate in In(literal.SyntaxTree, cancellationToken))
        {
            if (literal.Span.Contains(candidate.Span) && !candidate.ChecksumFailed && candidate.Format!.Severity >= TokenSeverity.Low)
                return true;
        }

        return false;
    }

    private static Found Read(SyntaxNode root, ImmutableArray<int> positions, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<SecretCandidate>();
        var parts = ImmutableArray.CreateBuilder<SyntaxNode>();
        var spans = new HashSet<TextSpan>();
        foreach (var position in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (LiteralText.At(root, position) is not { } text)
                continue;
            if (TokenFormats.Instance.Find(text.Value) is not { } match || IsCutShort(text.Value, match))
            {
                if (IsPart(text))
                    parts.Add(text.Node);
                continue;
            }

            var candidate = Make(text, match);
            if (spans.Add(candidate.Span))
                found.Add(candidate);
        }

        return new Found(found.ToImmutable(), parts.ToImmutable());
    }

    private static bool IsPart(LiteralText text) => text.Whole == text.Node && text.Value.Trim() is not ("Bearer" or "Basic" or "") && text.Node switch
    {
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { Contents.Count: > 1 } } => true,
        LiteralExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: var declaration } } } =>
            declaration is FieldDeclarationSyntax field ? field.Modifiers.Any(SyntaxKind.ConstKeyword) : declaration is LocalDeclarationStatementSyntax { IsConst: true },
        LiteralExpressionSyntax literal => literal.Parent.IsKind(SyntaxKind.AddExpression),
        _ => false,
    };

    /// <summary><c>Example: 'Bearer eyJhbGciOiJIUzI1NiIs...'</c></summary>
    public static bool IsCutShort(string text, TokenMatch match)
    {
        var end = match.Start + match.Length;
        return end < text.Length && text[end] == '…' || text.IndexOf("...", match.Start, Math.Min(match.Length + 3, text.Length - match.Start), StringComparison.Ordinal) >= 0;
    }

    private static SecretCandidate Make(LiteralText text, TokenMatch match)
    {
        var name = NameCarrier.Of(text.Node)?.Name ?? "";
        if (text.Holding(match.Start, match.Start + match.Length) is { } part)
        {
            var start = match.Start - part.Offset;
            return new SecretCandidate(
                part.Node, SpanOf(part.Node, part.Own, start, match.Length), part.Own, start, match.Length, name, match.Format, match.ChecksumFailed, Certainty.Yes);
        }

        return new SecretCandidate(
            text.Whole, text.Whole.Span, text.Value, match.Start, match.Length, name, match.Format, match.ChecksumFailed, Certainty.Yes);
    }

    /// <summary>A literal whole; of an interpolated string's text only the secret, where no escape stands before it.</summary>
    public static TextSpan SpanOf(SyntaxNode node, string value, int start, int length)
    {
        if (node is InterpolatedStringTextSyntax text && text.TextToken.Text == value)
            return new TextSpan(node.SpanStart + start, length);
        return node.Span;
    }

    private sealed class Found(ImmutableArray<SecretCandidate> candidates, ImmutableArray<SyntaxNode> parts)
    {
        public ImmutableArray<SecretCandidate> Candidates { get; } = candidates;

        public ImmutableArray<SyntaxNode> Parts { get; } = parts;
    }
}
