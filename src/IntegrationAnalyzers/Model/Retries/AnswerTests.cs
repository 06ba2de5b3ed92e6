using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The test by which a hand-written retry repeats after every answer but a success: 400 and 404 as well as 503.</summary>
internal static class AnswerTests
{
    /// <summary>Words of names that say that the code waits for something to come to be: it asks again after a 404 on purpose.</summary>
    private static readonly string[] WaitingWords = ["Wait", "Poll", "Until", "Ready", "Health", "Ping", "Probe", "WarmUp"];

    /// <summary>The test; null where the loop looks at the status in any other way, or leaves after a failure.</summary>
    public static SimpleNameSyntax? Of(RetryLoop loop)
    {
        if (loop.Scope is not { Kind: RetryKind.Loop, RepeatsWhatMayHaveHappened: true } || Waits(loop.Region))
            return null;

        SimpleNameSyntax? test = null;
        foreach (var node in loop.Region.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case SimpleNameSyntax { Identifier.ValueText: StatusApis.IsSuccess } name:
                    if (test is not null || !RepeatsAfter(name, loop.Region))
                        return null;
                    test = name;
                    break;
                case SimpleNameSyntax { Identifier.ValueText: "StatusCode" or "HttpStatusCode" } status when IsInCondition(status, loop.Region):
                case InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call when IsInCondition(call, loop.Region):
                    return null;
            }
        }

        return test;
    }

    /// <summary>Whether the method that holds the loop waits, by its name, for something to come to be.</summary>
    public static bool Waits(SyntaxNode region)
    {
        if (region.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Identifier.ValueText: var method })
            return false;
        foreach (var word in WaitingWords)
        {
            if (method.ContainsIgnoreCase(word))
                return true;
        }

        return false;
    }

    /// <summary>Whether what is not a success goes on to the next attempt: the loop's own condition, or an <c>if</c> whose failing branch leaves nothing.</summary>
    private static bool RepeatsAfter(SimpleNameSyntax name, SyntaxNode region)
    {
        if (name.Parent is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } access || access.Name != name)
            return false;
        var response = ((IdentifierNameSyntax)access.Expression).Identifier.ValueText;
        var isNegated = access.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression };
        SyntaxNode test = isNegated ? access.Parent! : access;
        switch (test.Parent)
        {
            case IfStatementSyntax { Else: var otherwise, Statement: var then } @if:
                return isNegated
                    ? !EndsAtOnce(then) && !LeavesBehind(@if, response, region)
                    : Ends(then, region) && (otherwise is null || !EndsAtOnce(otherwise.Statement));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when both.Parent == region:
            case DoStatementSyntax or WhileStatementSyntax when test.Parent == region:
                return isNegated;
            default:
                return false;
        }

        // The last attempt has to end somewhere: "if (++attempt >= 3) break;".
        bool EndsAtOnce(StatementSyntax failed) => Ends(failed, region, node => node.Parent is IfStatementSyntax { Condition: var limit } && IsLimit(limit, region) && !RepeatingSyntax.Mentions(limit, response));
    }

    /// <summary>Whether the condition compares what the loop raises or lowers from attempt to attempt.</summary>
    private static bool IsLimit(ExpressionSyntax condition, SyntaxNode region) =>
        condition is BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.EqualsExpression,
        } && condition.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => AttemptCounter.IsStepped(region, name.Identifier.ValueText));

    /// <summary>
    /// Whether the loop ends behind the test whatever the answer was: what repeats it is another failure. Reading the failed answer before that may throw, and so repeat.
    /// </summary>
    private static bool LeavesBehind(StatementSyntax test, string response, SyntaxNode region)
    {
        for (SyntaxNode current = test; current != region && current.Parent is { } parent; current = parent)
        {
            if (parent is not BlockSyntax block)
                continue;
            for (var i = block.Statements.IndexOf((StatementSyntax)current) + 1; i < block.Statements.Count; i++)
            {
                if (block.Statements[i] is ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax)
                    return !RepeatingSyntax.Mentions(block.Statements[i], response);
                if (RepeatingSyntax.Mentions(block.Statements[i], response))
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether the statement leaves the loop, or sets what the loop's own condition ends it by: <c>while (tries &lt; 3 &amp;&amp; !done)</c>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="region">The loop.</param>
    /// <param name="leftOut">Parts of the statement that are not looked into, or null.</param>
    private static bool Ends(StatementSyntax statement, SyntaxNode region, Func<SyntaxNode, bool>? leftOut = null)
    {
        if (Leaves(statement, leftOut))
            return true;
        var condition = region switch
        {
            WhileStatementSyntax loop => loop.Condition,
            DoStatementSyntax loop => loop.Condition,
            ForStatementSyntax loop => loop.Condition,
            _ => null,
        };
        foreach (var node in condition is null ? [] : statement.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax))
        {
            if (node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax flag, Right: LiteralExpressionSyntax value } &&
                value.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression && IsEndedBy(condition!, flag.Identifier.ValueText, value.IsKind(SyntaxKind.TrueLiteralExpression)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEndedBy(ExpressionSyntax condition, string flag, bool value) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsEndedBy(inner.Expression, flag, value),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => IsEndedBy(both.Left, flag, value) || IsEndedBy(both.Right, flag, value),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax name } => value && name.Identifier.ValueText == flag,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax name, Right: LiteralExpressionSyntax literal } =>
            name.Identifier.ValueText == flag && literal.IsKind(value ? SyntaxKind.FalseLiteralExpression : SyntaxKind.TrueLiteralExpression),
        IdentifierNameSyntax name => !value && name.Identifier.ValueText == flag,
        _ => false,
    };

    private static bool Leaves(StatementSyntax statement, Func<SyntaxNode, bool>? leftOut)
    {
        foreach (var node in statement.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax && leftOut?.Invoke(n) != true))
        {
            if (leftOut?.Invoke(node) == true)
                continue;
            if (node is ReturnStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax)
                return true;
        }

        return false;
    }

    private static bool IsInCondition(SyntaxNode node, SyntaxNode region)
    {
        for (var child = node; child != region && child.Parent is { } parent; child = parent)
        {
            if (parent is CatchFilterClauseSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax or IsPatternExpressionSyntax or SwitchStatementSyntax ||
                parent is IfStatementSyntax @if && @if.Condition == child || parent is WhileStatementSyntax @while && @while.Condition == child ||
                parent is DoStatementSyntax @do && @do.Condition == child || parent is ForStatementSyntax @for && @for.Condition == child)
            {
                return true;
            }

            if (parent is BinaryExpressionSyntax && child is not StatementSyntax)
                continue;
            if (parent is StatementSyntax)
                return false;
        }

        return false;
    }
}
