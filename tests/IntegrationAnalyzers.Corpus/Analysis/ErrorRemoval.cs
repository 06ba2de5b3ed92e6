using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Analysis;

/// <summary>A file without what is wrong in it: bodies are emptied, and what is wrong outside of a body goes, as little of it as the language lets go.</summary>
internal static class ErrorRemoval
{
    private static readonly BlockSyntax EmptyBody = (BlockSyntax)SyntaxFactory.ParseStatement("{ throw null!; }");

    private static readonly ExpressionSyntax EmptyExpression = SyntaxFactory.ParseExpression("throw null!");

    public static SyntaxNode From(SyntaxNode root, IEnumerable<TextSpan> errors, bool wholeTypes)
    {
        var targets = errors.Select(span => Target(root, span, wholeTypes)).OfType<SyntaxNode>().ToHashSet();
        // What stands in something else that goes is gone with it.
        targets.RemoveWhere(target => target.Ancestors().Any(targets.Contains));

        var emptied = targets.Where(static target => target is BlockSyntax or ExpressionSyntax).ToList();
        var tracked = root.TrackNodes(targets);
        var without = tracked.ReplaceNodes(
            emptied.Select(body => tracked.GetCurrentNode(body)!),
            static (_, body) => body is BlockSyntax ? EmptyBody : EmptyExpression);
        var removed = targets.Except(emptied).Select(target => without.GetCurrentNode(target)!).Where(static node => node is not null);
        return without.RemoveNodes(removed, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
    }

    /// <summary>A body to empty, or what to remove.</summary>
    private static SyntaxNode? Target(SyntaxNode root, TextSpan span, bool wholeTypes)
    {
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        if (wholeTypes)
            return node.AncestorsAndSelf().FirstOrDefault(static n => n is BaseTypeDeclarationSyntax or GlobalStatementSyntax or UsingDirectiveSyntax or DelegateDeclarationSyntax) ?? Outside(node);

        foreach (var ancestor in node.AncestorsAndSelf())
        {
            switch (ancestor)
            {
                case UsingDirectiveSyntax or AttributeListSyntax or GlobalStatementSyntax or BaseListSyntax or ConstructorInitializerSyntax or ExternAliasDirectiveSyntax:
                    return ancestor;
                case BlockSyntax { Parent: BaseMethodDeclarationSyntax or AccessorDeclarationSyntax } body:
                    return IsEmptied(body) ? body.Parent!.FirstAncestorOrSelf<MemberDeclarationSyntax>() : body;
                case ExpressionSyntax { Parent: ArrowExpressionClauseSyntax { Parent: MemberDeclarationSyntax or AccessorDeclarationSyntax } } expression:
                    return expression is ThrowExpressionSyntax ? expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() : expression;
                case MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax):
                    return ancestor;
                case TypeDeclarationSyntax { BaseList: { } bases }:
                    return bases;
                case BaseTypeDeclarationSyntax:
                    return ancestor;
            }
        }

        return Outside(node);
    }

    private static bool IsEmptied(BlockSyntax body) => body.Statements is [ThrowStatementSyntax { Expression: PostfixUnaryExpressionSyntax }];

    private static SyntaxNode? Outside(SyntaxNode node) => (node as CompilationUnitSyntax)?.Members.FirstOrDefault();
}
