using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Where an <c>await</c> may stand, and how it is written.</summary>
internal static class Awaiting
{
    private const string ConfigureAwait = "ConfigureAwait";

    /// <summary>The lambda, local function or member that an <c>await</c> at the expression would belong to; null outside of one.</summary>
    public static SyntaxNode? FunctionOf(SyntaxNode expression) =>
        expression.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax);

    public static bool IsAsync(SyntaxNode function) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>Whether the language lets the expression's function, once it is async, await here, and nothing is caught by the type that a blocking wait throws.</summary>
    public static bool MayStandAt(ExpressionSyntax expression, SyntaxNode? function, SemanticModel model)
    {
        if (StartsInConditionalAccess(expression))
            return false;
        for (var node = expression.Parent; node is not null && node != function; node = node.Parent)
        {
            switch (node)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or UnsafeStatementSyntax or FixedStatementSyntax or QueryExpressionSyntax:
                case TryStatementSyntax statement when statement.Block.Span.Contains(expression.Span) && CatchesAggregate(statement):
                    return false;
            }
        }

        return function is null || !HoldsByReference(function, model);
    }

    /// <summary>Whether the file's awaits go on anywhere: most of them say <c>ConfigureAwait(false)</c>.</summary>
    public static bool GoOnAnywhere(SyntaxNode root)
    {
        var (all, configured) = (0, 0);
        foreach (var awaited in root.DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            all++;
            if (awaited.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait }, ArgumentList.Arguments: [{ Expression.RawKind: (int)SyntaxKind.FalseLiteralExpression }] })
                configured++;
        }

        return configured * 2 > all;
    }

    /// <summary>The task with <c>ConfigureAwait(false)</c>, where it has none yet.</summary>
    public static ExpressionSyntax GoingOnAnywhere(ExpressionSyntax task)
    {
        if (task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait } })
            return task;
        var receiver = task.WithoutTrivia();
        if (receiver is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax))
            receiver = SyntaxFactory.ParenthesizedExpression(receiver);
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(ConfigureAwait)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression)))));
    }

    /// <summary>The expression awaited, in parentheses where what follows would bind closer.</summary>
    public static ExpressionSyntax Await(ExpressionSyntax value, SyntaxNode? parent, SyntaxNode replaced)
    {
        var awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), value.WithoutTrivia());
        ExpressionSyntax result = BindsCloser(parent, replaced) ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited;
        return result.WithLeadingTrivia(replaced.GetLeadingTrivia()).WithTrailingTrivia(replaced.GetTrailingTrivia());
    }

    private static bool BindsCloser(SyntaxNode? parent, SyntaxNode child) => parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == child,
        ElementAccessExpressionSyntax access => access.Expression == child,
        InvocationExpressionSyntax call => call.Expression == child,
        ConditionalAccessExpressionSyntax access => access.Expression == child,
        PostfixUnaryExpressionSyntax => true,
        SwitchExpressionSyntax choice => choice.GoverningExpression == child,
        WithExpressionSyntax copy => copy.Expression == child,
        RangeExpressionSyntax => true,
        _ => false,
    };

    /// <summary><c>a?.B()</c> cannot be awaited from inside.</summary>
    private static bool StartsInConditionalAccess(ExpressionSyntax expression)
    {
        for (SyntaxNode? node = expression; node is not null;)
        {
            switch (node)
            {
                case MemberBindingExpressionSyntax or ElementBindingExpressionSyntax:
                    return true;
                case MemberAccessExpressionSyntax access:
                    node = access.Expression;
                    break;
                case InvocationExpressionSyntax call:
                    node = call.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    node = element.Expression;
                    break;
                case PostfixUnaryExpressionSyntax postfix:
                    node = postfix.Operand;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool CatchesAggregate(TryStatementSyntax statement) =>
        statement.Catches.Any(static clause => clause.ToString().Contains("AggregateException"));

    /// <summary>A reference or a span cannot live across an <c>await</c>.</summary>
    private static bool HoldsByReference(SyntaxNode function, SemanticModel model)
    {
        foreach (var node in function.DescendantNodes())
        {
            switch (node)
            {
                case RefTypeSyntax or RefExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax:
                case VariableDeclaratorSyntax when model.GetDeclaredSymbol(node) is ILocalSymbol { Type.IsRefLikeType: true }:
                case SingleVariableDesignationSyntax when model.GetDeclaredSymbol(node) is ILocalSymbol { Type.IsRefLikeType: true }:
                case ForEachStatementSyntax when model.GetDeclaredSymbol(node) is ILocalSymbol { Type.IsRefLikeType: true }:
                    return true;
            }
        }

        return false;
    }
}
