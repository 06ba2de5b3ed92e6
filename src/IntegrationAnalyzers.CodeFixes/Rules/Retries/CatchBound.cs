using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Bounds a retry by its handlers: a filter lets the failure of the last attempt out as it is. That is safe where a failure reaches the next attempt
/// through handlers alone: the <c>try</c> is all that the loop does but wait, and leaves the loop at its end.
/// </summary>
internal static class CatchBound
{
    /// <summary>The handlers that lead to the next attempt; null where something else may.</summary>
    public static IReadOnlyList<CatchClauseSyntax>? HandlersOf(RetryLoop loop)
    {
        var body = loop.Region switch
        {
            ForStatementSyntax f => f.Statement,
            WhileStatementSyntax w => w.Statement,
            DoStatementSyntax d => d.Statement,
            CommonForEachStatementSyntax e => e.Statement,
            _ => null,
        };
        if (body is not BlockSyntax block || block.Statements.OfType<TryStatementSyntax>().Where(t => t.Block.Span.Contains(loop.Call.Place.Span)).ToList() is not [var attempt] ||
            attempt.Finally is not null || attempt.Block.Statements.LastOrDefault() is not (ReturnStatementSyntax or BreakStatementSyntax) ||
            attempt.Block.DescendantNodes().Any(static n => n is ContinueStatementSyntax or GotoStatementSyntax) ||
            block.Statements.Any(s => s != attempt && s.DescendantNodesAndSelf().Any(static n => n is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax)))
        {
            return null;
        }

        var handlers = attempt.Catches.Where(static c => !IsLeft(c)).ToList();
        return handlers.Count == 0 ? null : handlers;
    }

    /// <summary>
    /// Adds <c>when (condition)</c> to the handlers, before the filter that is there. One that takes everything would be IA2008's with nothing but a count, so it names
    /// the transient failures with it; null where they cannot be named.
    /// </summary>
    public static FixPlan? Plan(RetryLoop loop, IReadOnlyList<CatchClauseSyntax> handlers, string condition, FixRequest request, Action<DocumentEditor>? more = null)
    {
        var all = IntegrationModel.For(request.Model.Compilation).CountedClauses.OnceCounted(loop, request.CancellationToken)?.Clause.Syntax as CatchClauseSyntax;
        var transient = all is null ? null : TransientClause.Filter(all, request);
        if (all is not null && transient is null)
            return null;
        return new FixPlan(
            editor =>
            {
                foreach (var handler in handlers)
                {
                    editor.ReplaceNode(handler, (current, _) =>
                    {
                        var counted = ((CatchClauseSyntax)current).WithCondition(condition, isFirst: true);
                        return handler == all ? transient!.Apply(counted) : counted;
                    });
                }

                more?.Invoke(editor);
            },
            transient?.Usings ?? ImmutableArray<string>.Empty);
    }

    private static bool IsLeft(CatchClauseSyntax handler) =>
        handler.Block.Statements.LastOrDefault() is ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax;
}
