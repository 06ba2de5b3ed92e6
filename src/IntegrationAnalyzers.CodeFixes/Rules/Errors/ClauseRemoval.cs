using System;
using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Takes away a clause that would only throw again, and the <c>try</c> with it where nothing else is left of that.</summary>
internal static class ClauseRemoval
{
    /// <summary>
    /// Null where a later clause would take what this one takes. What comments in the clause say stands above the <c>try</c> then, or what is left of it; a block of their own is left
    /// to statements whose names or <c>using</c> end with it.
    /// </summary>
    public static FixPlan? Plan(CatchClauseSyntax clause)
    {
        if (clause.Parent is not TryStatementSyntax tried || tried.Catches.Last() != clause || clause.Filter is not null || clause.DescendantTrivia().Any(static t => t.IsMoreThanSpace() && !t.IsComment()))
            return null;
        var comments = clause.DescendantTrivia().Where(static t => t.IsComment() && !IdleComments.Are(t)).ToList();
        if (tried.Catches.Count > 1 || tried.Finally is not null)
        {
            return comments.Count == 0 || Indentation(tried) is not null
                ? new FixPlan(editor => editor.ReplaceNode(tried, (current, _) => WithoutLast((TryStatementSyntax)current).WithLeadingTrivia(Above(current.GetLeadingTrivia(), comments, Indentation(tried) ?? ""))))
                : null;
        }

        if (Indentation(tried) is not { } outer)
            return null;
        if (IsOnlyABlock(tried) && tried.Block.Statements is [var first, ..] && Indentation(first) is { } inner && inner.StartsWith(outer, StringComparison.Ordinal))
        {
            return new FixPlan(editor => editor.ReplaceNode(tried.Parent!, (current, _) =>
                Unwrapped((BlockSyntax)current, ((BlockSyntax)tried.Parent!).Statements.IndexOf(tried), inner, outer, comments)));
        }

        return new FixPlan(editor => editor.ReplaceNode(tried, (current, _) => ((TryStatementSyntax)current).Block
            .WithLeadingTrivia(Above(current.GetLeadingTrivia(), comments, outer))
            .WithTrailingTrivia(SyntaxFactory.TriviaList(current.GetTrailingTrivia().SkipWhile(static t => !t.IsKind(SyntaxKind.EndOfLineTrivia))))));
    }

    private static TryStatementSyntax WithoutLast(TryStatementSyntax tried)
    {
        var end = tried.GetTrailingTrivia();
        var changed = tried.WithCatches(tried.Catches.RemoveAt(tried.Catches.Count - 1));
        return changed.Finally is null ? changed.WithTrailingTrivia(end.SkipWhile(static t => !t.IsKind(SyntaxKind.EndOfLineTrivia))) : changed;
    }

    private static SyntaxTriviaList Above(SyntaxTriviaList leading, List<SyntaxTrivia> comments, string indentation)
    {
        foreach (var comment in comments)
            leading = leading.Add(comment).Add(SyntaxFactory.ElasticEndOfLine("\n")).Add(SyntaxFactory.Whitespace(indentation));
        return leading;
    }

    /// <summary>Whether the statements may stand where the <c>try</c> does.</summary>
    private static bool IsOnlyABlock(TryStatementSyntax tried)
    {
        if (tried.Parent is not BlockSyntax parent || tried.TryKeyword.TrailingTrivia.Any(static t => t.IsMoreThanSpace()) ||
            HasMore(tried.Block.OpenBraceToken) || tried.Block.CloseBraceToken.TrailingTrivia.Any(static t => t.IsMoreThanSpace()) || tried.Block.CloseBraceToken.LeadingTrivia.Any(static t => t.IsDirective))
        {
            return false;
        }

        if (parent.Statements.Last() != tried && tried.Block.Statements.Any(static s => s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
            return false;

        var declared = new HashSet<string>(tried.Block.DescendantTokens().Where(IsDeclared).Select(static t => t.ValueText), StringComparer.Ordinal);
        return !parent.DescendantTokens(node => node != tried).Any(t => t.IsKind(SyntaxKind.IdentifierToken) && declared.Contains(t.ValueText));
    }

    private static bool HasMore(SyntaxToken token) => token.LeadingTrivia.Concat(token.TrailingTrivia).Any(static t => t.IsMoreThanSpace());

    private static bool IsDeclared(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is
        VariableDeclaratorSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax or ForEachStatementSyntax;

    private static BlockSyntax Unwrapped(BlockSyntax parent, int index, string inner, string outer, List<SyntaxTrivia> comments)
    {
        var tried = (TryStatementSyntax)parent.Statements[index];
        var all = tried.Block.Statements;

        // Comments at the end of the block stay behind the last statement.
        var end = tried.Block.CloseBraceToken.LeadingTrivia;
        if (end.Any(static t => t.IsMoreThanSpace()))
            all = all.Replace(all.Last(), all.Last().WithTrailingTrivia(all.Last().GetTrailingTrivia().AddRange(Outdented(WithoutIndentationOfBrace(end), inner, outer))));
        var statements = all.Select(statement => Outdented(statement, inner, outer)).ToList();

        // What stands above the try stands above its first statement.
        var own = statements[0].GetLeadingTrivia().SkipWhile(static t => !t.IsMoreThanSpace());
        statements[0] = statements[0].WithLeadingTrivia(Above(tried.GetLeadingTrivia(), comments, outer).AddRange(own));
        return parent.WithStatements(parent.Statements.RemoveAt(index).InsertRange(index, statements));
    }

    /// <summary>The statement with all its lines moved out; the lines of a literal stay as they are.</summary>
    private static StatementSyntax Outdented(StatementSyntax statement, string inner, string outer) => statement.ReplaceTokens(
        statement.DescendantTokens().Where(static t => t.LeadingTrivia.Any(SyntaxKind.WhitespaceTrivia)),
        (token, _) => token.WithLeadingTrivia(Outdented(token.LeadingTrivia, inner, outer)));

    private static SyntaxTriviaList Outdented(SyntaxTriviaList trivia, string inner, string outer)
    {
        for (var i = 0; i < trivia.Count; i++)
        {
            if (trivia[i].IsKind(SyntaxKind.WhitespaceTrivia) && (i == 0 || trivia[i - 1].IsKind(SyntaxKind.EndOfLineTrivia)) && trivia[i].ToString().StartsWith(inner, StringComparison.Ordinal))
                trivia = trivia.Replace(trivia[i], SyntaxFactory.Whitespace(outer + trivia[i].ToString().Substring(inner.Length)));
        }

        return trivia;
    }

    private static SyntaxTriviaList WithoutIndentationOfBrace(SyntaxTriviaList trivia) =>
        trivia.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? trivia.RemoveAt(trivia.Count - 1) : trivia;

    /// <summary>The white space before a statement that begins a line; null where it does not.</summary>
    private static string? Indentation(StatementSyntax statement)
    {
        if (!statement.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            return null;
        var last = statement.GetLeadingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
    }
}
