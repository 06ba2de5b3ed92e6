using System;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>How a call that gives a response stands in the source.</summary>
internal static class ResponseSyntax
{
    /// <summary>Methods whose failure nobody waits for, by the first words of their name.</summary>
    private static readonly string[] BestEffortNames =
    [
        "Dispose", "Stop", "Log", "Track", "Ping", "Warm", "Warmup", "KeepAlive", "Heartbeat", "TryNotify", "Logout", "SignOut", "Revoke", "CleanUp", "Cleanup", "Close", "Shutdown",
    ];

    /// <summary>The members by which a <c>CookieContainer</c> says what it was sent.</summary>
    private static readonly string[] CookieQuestions = ["GetCookies", "GetAllCookies", "GetCookieHeader"];

    /// <summary>The expression whose value this is, once awaited, configured or blocked on.</summary>
    public static ExpressionSyntax Inner(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value)
            {
                case AwaitExpressionSyntax awaited:
                    value = awaited.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven:
                    value = forgiven.Operand;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" or "GetAwaiter" or "GetResult" or "AsTask" } access }:
                    value = access.Expression;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: TaskApis.Result } access:
                    value = access.Expression;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The reverse of <see cref="Inner"/>: the response itself, where the call gives a task of it.</summary>
    public static ExpressionSyntax Outer(ExpressionSyntax call, out bool isAwaited)
    {
        isAwaited = false;
        var value = call;
        while (true)
        {
            switch (value.Parent)
            {
                case AwaitExpressionSyntax awaited:
                    isAwaited = true;
                    value = awaited;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: TaskApis.Result } access when !isAwaited && access.Expression == value:
                    isAwaited = true;
                    value = access;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" or "GetAwaiter" or "AsTask" or "GetResult" or TaskApis.Wait, Parent: InvocationExpressionSyntax next } access
                    when !isAwaited && access.Expression == value:
                    isAwaited = access.Name.Identifier.ValueText is TaskApis.GetResult or TaskApis.Wait;
                    value = next;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>Whether the code goes on only once the response is there.</summary>
    public static bool IsAwaited(IInvocationOperation call)
    {
        if (!TaskApis.IsTaskOrAwaiter(call.Type))
            return true;
        Outer((ExpressionSyntax)call.Syntax, out var isAwaited);
        return isAwaited;
    }

    /// <summary><c>await Task.WhenAll(client.PostAsync(…), client.PostAsync(…));</c>, also by locals that hold the tasks until then, where nobody takes the responses.</summary>
    public static bool IsAwaitedWithOthers(SyntaxNode call)
    {
        var task = call;
        if (call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } block } statement } })
        {
            var uses = block.DescendantNodes().Where(node => node.SpanStart >= statement.Span.End && node is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name).Take(2).ToList();
            if (uses.Count != 1)
                return false;
            task = uses[0];
        }

        return task.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax all } && all.CalledText() == TaskApis.WhenAll && IsDroppedWhenAll(all);
    }

    /// <summary>Whether it is awaited and nobody takes what it gives.</summary>
    public static bool IsDroppedWhenAll(InvocationExpressionSyntax all) => Outer(all, out var isAwaited).Parent is ExpressionStatementSyntax && isAwaited;

    /// <summary>Whether a header of the body goes on beside it, and nobody asks what it says: into a tuple, an object, an answer with a file.</summary>
    public static bool IsHandedOn(SyntaxNode header)
    {
        while (header.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax or
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
        {
            header = header.Parent;
        }

        return header.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax or ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "File" } } } } or
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or AnonymousObjectMemberDeclaratorSyntax;
    }

    /// <summary>Whether the place is one that goes on whatever comes of the call: clearing up, a lambda that gives nothing, a handler of events, a failure that is swallowed.</summary>
    public static bool IsBestEffort(SyntaxNode call)
    {
        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case CatchClauseSyntax or FinallyClauseSyntax or AnonymousFunctionExpressionSyntax:
                case TryStatementSyntax guarded when guarded.Block.Span.Contains(call.Span) && Swallows(guarded):
                    return true;
                case LocalFunctionStatementSyntax local:
                    return IsBestEffort(local.Identifier.ValueText, local.Modifiers, local.ReturnType);
                case MethodDeclarationSyntax method:
                    return IsBestEffort(method.Identifier.ValueText, method.Modifiers, method.ReturnType);
                case DestructorDeclarationSyntax:
                    return true;
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether, behind the call, somebody asks what cookies came: that is how a signing in tells that it was refused.</summary>
    public static bool IsAskedByItsCookies(SyntaxNode call)
    {
        if (FlowGraphs.FunctionOf(call) is not { } function || !CookieQuestions.Any(TreeIndex.Of(call.SyntaxTree).Words.Contains))
            return false;
        foreach (var node in function.DescendantNodes())
        {
            if (node.SpanStart > call.Span.End && node is InvocationExpressionSyntax asked && CookieQuestions.Contains(asked.CalledText()))
                return true;
        }

        return false;
    }

    private static bool IsBestEffort(string name, SyntaxTokenList modifiers, TypeSyntax result)
    {
        if (modifiers.Any(SyntaxKind.AsyncKeyword) && result is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
            return true;

        // Who gives a result of it says that it was done.
        if (result is not (PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } or IdentifierNameSyntax or QualifiedNameSyntax))
            return false;
        foreach (var start in BestEffortNames)
        {
            // "LogOrder", and no "LoginAsync".
            if (name.StartsWith(start, StringComparison.Ordinal) && (name.Length == start.Length || !char.IsLower(name[start.Length])))
                return true;
        }

        return false;
    }

    private static bool Swallows(TryStatementSyntax guarded)
    {
        foreach (var clause in guarded.Catches)
        {
            if (clause.Filter is null && clause.Declaration is null or { Type: IdentifierNameSyntax { Identifier.ValueText: "Exception" } } && clause.Block.Statements.Count == 0)
                return true;
        }

        return false;
    }
}
