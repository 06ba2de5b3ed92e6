using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary><c>Thread.Sleep</c> in the asynchronous code of a hand-written retry, or in a helper of the same file that it pauses by.</summary>
internal static class AttemptSleeps
{
    private const string Sleep = "Sleep";

    public static IEnumerable<InvocationExpressionSyntax> In(RetryLoop loop, SourceIndex source, CancellationToken cancellationToken)
    {
        if (!TreeIndex.Of(loop.Region.SyntaxTree).Words.Contains(Sleep))
            yield break;
        foreach (var node in loop.Region.DescendantNodes())
        {
            if (node is not InvocationExpressionSyntax call || !IsAsync(FlowGraphs.FunctionOf(call)))
                continue;

            if (call.CalledText() == Sleep)
            {
                if (HoldsThread(call, source, cancellationToken) && IsOnTheWay(loop, call, source, cancellationToken))
                    yield return call;
            }
            else if (call.Parent is ExpressionStatementSyntax)
            {
                foreach (var sleep in InHelper(call, source, cancellationToken))
                {
                    if (IsOnTheWay(loop, call, source, cancellationToken))
                        yield return sleep;
                }
            }
        }
    }

    /// <summary>Whether the call may follow the sleep without a failure between them: what sleeps after the last call of an attempt is no pause between two.</summary>
    private static bool LeadsToCall(SyntaxNode sleep, SyntaxNode call, SourceIndex source, CancellationToken cancellationToken)
    {
        if (FlowGraphs.FunctionOf(sleep) is not { } function || FlowGraphs.FunctionOf(call) != function || source.Graphs.Of(function, cancellationToken) is not { } graph ||
            FlowBlocks.Find(graph, sleep) is not { } start || FlowBlocks.Find(graph, call) is not { } goal)
        {
            return true;
        }

        if (start == goal && sleep.SpanStart < call.SpanStart)
            return true;
        var seen = new HashSet<BasicBlock>();
        var pending = new Stack<BasicBlock>();
        pending.Push(start);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch?.Destination is not { } next || !seen.Add(next))
                    continue;
                if (next == goal)
                    return true;
                pending.Push(next);
            }
        }

        return false;
    }

    private static bool IsOnTheWay(RetryLoop loop, InvocationExpressionSyntax pause, SourceIndex source, CancellationToken cancellationToken) =>
        loop.Scope.Kind == RetryKind.Recursion || LeadsToCall(pause, loop.Call.Place, source, cancellationToken);

    /// <summary>Whether the function may wait without holding its thread.</summary>
    public static bool IsAsync(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };

    private static bool HoldsThread(InvocationExpressionSyntax sleep, SourceIndex source, CancellationToken cancellationToken) =>
        sleep.ArgumentList.Arguments.Count == 1 && source.Model(sleep.SyntaxTree).GetSymbolInfo(sleep, cancellationToken).Symbol is IMethodSymbol method && PauseNames.HoldsThread(method);

    /// <summary><c>static void Pause(int attempt) => Thread.Sleep(…)</c>: the only thing that the helper does.</summary>
    private static IEnumerable<InvocationExpressionSyntax> InHelper(InvocationExpressionSyntax call, SourceIndex source, CancellationToken cancellationToken)
    {
        if (call.CalledText() is not { } name || Helper(call, name) is not { } helper ||
            source.Model(call.SyntaxTree).GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { DeclaringSyntaxReferences: [var declared] } || declared.Span != helper.Span)
        {
            yield break;
        }

        foreach (var node in helper.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax sleep && sleep.CalledText() == Sleep && FlowGraphs.FunctionOf(sleep) == helper && HoldsThread(sleep, source, cancellationToken))
                yield return sleep;
        }
    }

    /// <summary>The one function of that name in the type round the call, by syntax alone, if it may do nothing but sleep.</summary>
    private static SyntaxNode? Helper(InvocationExpressionSyntax call, string name)
    {
        SyntaxNode? found = null;
        foreach (var node in (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? call.SyntaxTree.GetRoot()).DescendantNodes())
        {
            var isNamed = node switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText == name && (method.ExpressionBody is not null || method.Body?.Statements.Count == 1),
                LocalFunctionStatementSyntax local => local.Identifier.ValueText == name && (local.ExpressionBody is not null || local.Body?.Statements.Count == 1),
                _ => false,
            };
            if (!isNamed)
                continue;
            if (found is not null)
                return null;
            found = node;
        }

        return found;
    }
}
