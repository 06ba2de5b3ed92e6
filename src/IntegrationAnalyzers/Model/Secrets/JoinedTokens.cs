using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// The tokens of a compilation that are joined of constants: <c>Head + "…"</c>, <c>$"{Head}…"</c>. The constant may stand in any file, so they are found for all of them at once.
/// </summary>
internal sealed class JoinedTokens(SourceIndex source)
{
    private readonly Once<Dictionary<SyntaxTree, ImmutableArray<SecretCandidate>>> _byTree = new();

    public ImmutableArray<SecretCandidate> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _byTree.Get(Read, cancellationToken).TryGetValue(tree, out var tokens) ? tokens : ImmutableArray<SecretCandidate>.Empty;

    private Dictionary<SyntaxTree, ImmutableArray<SecretCandidate>> Read(CancellationToken cancellationToken)
    {
        var found = new Dictionary<SyntaxNode, SecretCandidate>();
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var part in ProviderTokens.PartsIn(tree, cancellationToken))
            {
                var model = source.Model(tree);
                Add(part, model, found, cancellationToken);
                if (part.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } || model.GetDeclaredSymbol(declarator, cancellationToken) is not { } constant ||
                    source.Uses(constant, cancellationToken) is not { } uses)
                {
                    continue;
                }

                foreach (var use in uses)
                    Add(use.Name.Parent is MemberAccessExpressionSyntax access && access.Name == use.Name ? access : use.Name, use.Model, found, cancellationToken);
            }
        }

        var byTree = new Dictionary<SyntaxTree, ImmutableArray<SecretCandidate>>();
        foreach (var candidate in found.Values)
            byTree[candidate.Node.SyntaxTree] = byTree.TryGetValue(candidate.Node.SyntaxTree, out var others) ? others.Add(candidate) : ImmutableArray.Create(candidate);
        return byTree;
    }

    private static void Add(SyntaxNode part, SemanticModel model, Dictionary<SyntaxNode, SecretCandidate> found, CancellationToken cancellationToken)
    {
        if (Whole(part, model, cancellationToken) is not var (whole, text) || found.ContainsKey(whole) ||
            TokenFormats.Instance.Find(text) is not { Format: { IsCredential: false, Severity: >= TokenSeverity.Low } } match || ProviderTokens.IsCutShort(text, match))
        {
            return;
        }

        // A part that is a token by itself is reported as such.
        foreach (var known in ProviderTokens.In(whole.SyntaxTree, cancellationToken))
        {
            if (whole.Span.Contains(known.Span))
                return;
        }

        found.Add(whole, new SecretCandidate(
            whole, whole.Span, text, match.Start, match.Length, NameCarrier.Of(whole)?.Name ?? "", match.Format, match.ChecksumFailed, Certainty.Yes));
    }

    /// <summary>The widest text round the part that the compiler knows; null where nothing is joined to it.</summary>
    private static (SyntaxNode Whole, string Text)? Whole(SyntaxNode part, SemanticModel model, CancellationToken cancellationToken)
    {
        (SyntaxNode, string)? widest = null;
        for (var node = part; Around(node) is { } around; node = around)
        {
            if (around is ParenthesizedExpressionSyntax)
                continue;
            if (model.GetConstantValue(around, cancellationToken).Value is not string text)
                break;
            widest = (around, text);
        }

        return widest;
    }

    private static SyntaxNode? Around(SyntaxNode node) => node.Parent switch
    {
        InterpolationSyntax { AlignmentClause: null, FormatClause: null, Parent: InterpolatedStringExpressionSyntax whole } when AreNames(whole) => whole,
        InterpolatedStringExpressionSyntax whole when AreNames(whole) => whole,
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) && IsText(sum.Left == node ? sum.Right : sum.Left) => sum,
        ParenthesizedExpressionSyntax inner => inner,
        _ => null,
    };

    private static bool AreNames(InterpolatedStringExpressionSyntax text)
    {
        foreach (var content in text.Contents)
        {
            if (content is InterpolationSyntax { Expression: var hole } && !IsText(hole))
                return false;
        }

        return true;
    }

    /// <summary>What may be a constant, by its form.</summary>
    private static bool IsText(ExpressionSyntax expression) => expression is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax ||
        expression.IsKind(SyntaxKind.AddExpression);
}
