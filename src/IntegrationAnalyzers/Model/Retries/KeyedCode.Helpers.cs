using System;
using System.Threading;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <content>Helpers that make a request, or put something on one.</content>
internal sealed partial class KeyedCode
{
    /// <summary>Whether a helper that makes the request, or is handed it, speaks of a key and is given one: <c>SendAsync(Keyed(request, key))</c>.</summary>
    /// <param name="part">Code that makes up the request.</param>
    /// <param name="reached">The call that sends it, and the wrappers on the way: they are asked by themselves.</param>
    public bool InHelpers(SyntaxNode part, ReachedCall reached, KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var node in part.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax invocation && !IsOnTheWay(invocation, reached) &&
                source.Model(node.SyntaxTree).GetOperation(node, cancellationToken) is IInvocationOperation { TargetMethod: var helper } call && source.IsSource(helper) && HandlesRequest(helper) &&
                InMethod(helper, 1, marks, cancellationToken) && !IsLeftOut(call, null, marks, cancellationToken))
            {
                return true;
            }

            if (node is ArgumentSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } argument && IsMaker(argument.Expression, marks, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary><c>SendWithRetryAsync(MakeRequest)</c>: a function that makes the request of each attempt, by its name.</summary>
    private bool IsMaker(ExpressionSyntax name, KeyMarks marks, CancellationToken cancellationToken) =>
        source.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol maker && source.IsSource(maker) && IsOfRequest(maker.ReturnType.AwaitedType()) &&
        InMethod(maker, 1, marks, cancellationToken);

    private static bool IsOnTheWay(InvocationExpressionSyntax invocation, ReachedCall reached)
    {
        foreach (var step in reached.Path)
        {
            if (step.Syntax == invocation)
                return true;
        }

        return reached.Call.Operation.Syntax == invocation;
    }

    private static bool HandlesRequest(IMethodSymbol helper)
    {
        if (IsOfRequest(helper.ReturnType.AwaitedType()))
            return true;
        foreach (var parameter in helper.Parameters)
        {
            if (IsOfRequest(parameter.Type.AwaitedType()))
                return true;
        }

        return false;
    }

    private static bool IsOfRequest(ITypeSymbol type) =>
        type.Name.Contains("Request") || type.Name.EndsWith("Content", StringComparison.Ordinal) || type.Name.EndsWith("Headers", StringComparison.Ordinal);
}
