using System.Collections.Generic;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>Where a response is first held, and where a check of it may stand.</summary>
internal static class ResponsePlace
{
    /// <summary>The response as an expression: awaited, and out of the lambda that something runs for it.</summary>
    public static ExpressionSyntax? Value(InvocationExpressionSyntax call, SyntaxNode? use)
    {
        while (true)
        {
            var value = ResponseSyntax.Outer(call, out var isAwaited);
            if (Lambda(value) is not { } lambda || (use is not null && lambda.Span.Contains(use.Span) && use.SyntaxTree == call.SyntaxTree))
                return isAwaited || value == call || value is ParenthesizedExpressionSyntax ? value : null;
            if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax runner })
                return null;
            call = runner;
        }
    }

    /// <summary>The name that holds the response, and the statement that gives it that name.</summary>
    public static (string Name, StatementSyntax Statement)? Held(ExpressionSyntax value) => value.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: StatementSyntax statement and (LocalDeclarationStatementSyntax or UsingStatementSyntax) } } local } =>
            (local.Identifier.Text, statement),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target, Parent: ExpressionStatementSyntax statement }
            when target.Identifier.ValueText != "_" => (target.Identifier.Text, statement),
        _ => null,
    };

    /// <summary>The statement that is the call and nothing else.</summary>
    public static ExpressionStatementSyntax? Dropped(ExpressionSyntax value) => value.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    public static bool IsInList(StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>The statement before which the value can be taken out of its expression: nothing in that is evaluated earlier, or only sometimes.</summary>
    public static StatementSyntax? Hoistable(ExpressionSyntax value)
    {
        var statement = value.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is not (LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax) || !IsInList(statement))
            return null;
        for (SyntaxNode node = value; node.Parent is { } parent && node != statement; node = parent)
        {
            switch (parent)
            {
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression } binary when binary.Right == node:
                case ConditionalAccessExpressionSyntax access when access.WhenNotNull == node:
                case AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or QueryExpressionSyntax:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                    return null;
            }

            // What stands before it in the same expression is evaluated before it.
            foreach (var sibling in parent.ChildNodes())
            {
                if (sibling.Span.End <= node.SpanStart && sibling.DescendantNodesAndSelf().Any(static n =>
                        n is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or ObjectCreationExpressionSyntax))
                {
                    return null;
                }
            }
        }

        return statement;
    }

    /// <summary>
    /// Where a check leaves the code's own tests of the status as they are: before the statement that reads the body, or else the one that uses it; at the response's name in the
    /// read, where that statement holds such a test itself. Null where one of those tests is a check already, or stands behind the read.
    /// </summary>
    public static SyntaxNode? BeforeUse(string name, StatementSyntax held, SyntaxNode use) => held.Parent is { } scope ? BeforeUse(name, held, use, scope) : null;

    private static SyntaxNode? BeforeUse(string name, StatementSyntax held, SyntaxNode use, SyntaxNode scope)
    {
        var statement = List(use);
        if (statement is null || !scope.Span.Contains(use.Span) || statement.SpanStart <= held.SpanStart)
            return null;
        StatementSyntax? read = null;
        IdentifierNameSyntax? tested = null;
        var reads = new List<IdentifierNameSyntax>();
        foreach (var member in scope.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (member.Expression is not IdentifierNameSyntax owner || owner.Identifier.ValueText != name || member.SpanStart < held.Span.End)
                continue;
            switch (member.Name.Identifier.ValueText)
            {
                case StatusApis.Ensure or "ThrowIfError":
                    return null;
                case "Content" or "Data" or "RawBytes":
                    if (member.SpanStart < use.Span.End)
                    {
                        read = List(member);
                        reads.Add(owner);
                    }

                    break;
                default:
                    if (member.SpanStart < use.Span.End && !LoggedValue.IsOnlyLogged(member))
                    {
                        read = null;
                        reads.Clear();
                        tested = owner;
                    }

                    break;
            }
        }

        // A check where the body is read stands before all that is done with it, in whatever branch.
        var place = read is not null && read.Parent!.Span.Contains(statement.Span) ? read : statement;
        return tested is null || !place.Span.Contains(tested.Span) ? place : reads.Count == 1 ? reads[0] : null;
    }

    /// <summary>
    /// The <c>try</c> round the statement, one of whose clauses carries on to the use: a failed check in it would only be swallowed, and a response that failed used all the same. Null
    /// where the use is in the <c>try</c> too.
    /// </summary>
    public static TryStatementSyntax? SwallowedIn(StatementSyntax held, SyntaxNode use, SemanticModel model)
    {
        TryStatementSyntax? found = null;
        for (var node = held.Parent; node is StatementSyntax or CatchClauseSyntax or FinallyClauseSyntax && !node.Span.Contains(use.Span); node = node.Parent)
        {
            if (node is TryStatementSyntax tried && tried.Block.Span.Contains(held.Span) && tried.Catches.Any(clause =>
                    model.AnalyzeControlFlow(clause.Block) is { Succeeded: true } flow && (flow.EndPointIsReachable || flow.ExitPoints.Any(static exit => exit is ContinueStatementSyntax))))
            {
                found = tried;
            }
        }

        return found;
    }

    /// <summary>The statement behind the <c>try</c> that first uses the response; null where it asks itself whether there is one.</summary>
    public static (StatementSyntax Statement, string Name)? Behind(string name, TryStatementSyntax tried, SyntaxNode use)
    {
        if (List(use) is not { } statement || statement.SpanStart < tried.Span.End)
            return null;
        if (BeforeUse(name, tried, use, Awaiting.FunctionOf(tried) ?? tried.SyntaxTree.GetRoot()) is not StatementSyntax place)
            return null;

        var isForgiven = false;
        foreach (var mention in place.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (mention.Identifier.ValueText != name)
                continue;
            if (mention.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
                isForgiven = true;
            else if (mention.Parent is not MemberAccessExpressionSyntax)
                return null;
        }

        return (place, isForgiven ? name + "!" : name);
    }

    private static StatementSyntax? List(SyntaxNode node) => node.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(IsInList);

    private static AnonymousFunctionExpressionSyntax? Lambda(ExpressionSyntax value) => value.Parent switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda,
        ReturnStatementSyntax statement => statement.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax) as AnonymousFunctionExpressionSyntax,
        _ => null,
    };
}
