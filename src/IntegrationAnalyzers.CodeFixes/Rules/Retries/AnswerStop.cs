using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>
/// Ends a hand-written retry after an answer that no further attempt can change: 408, 429 and 5xx alone are repeated. What follows the loop follows such an answer too, as it
/// follows the last attempt, so nothing is offered where nothing follows. Where the last attempt tells by <c>EnsureSuccessStatusCode</c> in the loop, such an answer does too.
/// </summary>
internal static class AnswerStop
{
    public static FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<MemberAccessExpressionSyntax>() is not { Expression: IdentifierNameSyntax response } access || !RetryFix.HasCSharp(request, LanguageVersion.CSharp9) ||
            request.Model.GetTypeInfo(response, request.CancellationToken).Type?.Name != "HttpResponseMessage")
        {
            return null;
        }

        var isNegated = access.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        if ((isNegated ? access.Parent!.Parent : access.Parent) is not IfStatementSyntax { Else: null } test || !IsTriedAgain(test, isNegated, request))
            return null;

        // What the last attempt throws in the loop is the only word of the failure: a break would leave that out.
        var thrown = ThrownByTheLast(test);
        var check = response.Identifier.Text + ".EnsureSuccessStatusCode();";
        if (thrown is null ? !ResumesAfter(test, request) : thrown.ToString() != check)
            return null;

        var stop = SyntaxFactory.ParseStatement($"if ((int){response.Identifier.Text}.StatusCode is not (408 or 429 or >= 500))\n    {(thrown is null ? "break;" : check)}");

        // Where a success ends the loop by a flag, what follows in the attempt is done for it too: a break behind the test would skip that.
        if (!isNegated)
        {
            return test.Parent is BlockSyntax block && request.Model.AnalyzeControlFlow(test.Statement) is { Succeeded: true, EndPointIsReachable: false }
                ? new FixPlan(editor => StatementEdits.InsertAfter(editor, LastTold(block, test), stop))
                : null;
        }

        if (test.Statement is not BlockSyntax { Statements: { Count: > 0 } statements })
            return null;

        // After what the failure is told by, before the pause.
        var pause = statements.FirstOrDefault(static s => s is ContinueStatementSyntax || s.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(static i => i.CalledText() is "Delay" or "Sleep"));
        return new FixPlan(editor =>
        {
            if (pause is null)
                StatementEdits.InsertAfter(editor, statements.Last(), stop);
            else
                StatementEdits.InsertBefore(editor, pause, stop);
        });
    }

    /// <summary>The statement of the loop, behind the test and under a condition, that makes the failure an exception.</summary>
    private static StatementSyntax? ThrownByTheLast(IfStatementSyntax test)
    {
        var loop = test.Ancestors().FirstOrDefault(RepeatingSyntax.IsLoop);
        return loop?.DescendantNodes(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CatchClauseSyntax))
            .OfType<StatementSyntax>()
            .FirstOrDefault(statement => statement.SpanStart > test.SpanStart && IsConditional(statement) && statement is ThrowStatementSyntax or ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EnsureSuccessStatusCode" } } });

        bool IsConditional(StatementSyntax statement) => statement.FirstAncestorOrSelf<IfStatementSyntax>() is { } condition && loop.Span.Contains(condition.Span);
    }

    /// <summary>The last of the statements behind the test that only tell of the failure (a log of the status), or the test itself: such an answer is told of, too.</summary>
    private static StatementSyntax LastTold(BlockSyntax block, StatementSyntax test)
    {
        var last = test;
        foreach (var statement in block.Statements.Skip(block.Statements.IndexOf(test) + 1))
        {
            if (statement is ExpressionStatementSyntax && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault()?.CalledText() is { } name && ReportingApis.Tells(name))
                last = statement;
            else if (statement is not LocalDeclarationStatementSyntax)
                break;
        }

        return last;
    }

    /// <summary>Whether the rest of the attempt gets to its end after such an answer: where it always leaves the loop, nothing is repeated that a <c>break</c> could spare.</summary>
    private static bool IsTriedAgain(IfStatementSyntax test, bool isNegated, FixRequest request)
    {
        // if (!ok) { …; continue; }
        if (isNegated && request.Model.AnalyzeControlFlow(test.Statement) is { Succeeded: true, EndPointIsReachable: false })
            return true;
        for (SyntaxNode node = test; node.Parent is { } parent && !RepeatingSyntax.IsLoop(parent); node = parent)
        {
            if (parent is BlockSyntax { Statements: var statements } && node is StatementSyntax statement && statements.IndexOf(statement) is var at && at + 1 < statements.Count &&
                request.Model.AnalyzeControlFlow(statements[at + 1], statements[statements.Count - 1]) is { Succeeded: true, EndPointIsReachable: false } rest &&
                !rest.ExitPoints.Any(static exit => exit is ContinueStatementSyntax))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a <c>break</c> there ends the loop, and what is behind the loop is reached today.</summary>
    private static bool ResumesAfter(IfStatementSyntax test, FixRequest request)
    {
        foreach (var node in test.Ancestors())
        {
            switch (node)
            {
                case not null when RepeatingSyntax.IsLoop(node):
                    return request.Model.AnalyzeControlFlow((StatementSyntax)node) is { Succeeded: true, EndPointIsReachable: true };
                case SwitchStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or FinallyClauseSyntax:
                    return false;
            }
        }

        return false;
    }
}
