using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary><c>Thread.Sleep</c> in the asynchronous code of a hand-written retry.</summary>
internal static class AttemptSleeps
{
    public static IEnumerable<InvocationExpressionSyntax> In(RetryLoop loop, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var node in loop.Region.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } sleep && sleep.CalledText() == "Sleep" && IsAsync(FlowGraphs.FunctionOf(sleep)) &&
                source.Model(sleep.SyntaxTree).GetSymbolInfo(sleep, cancellationToken).Symbol is IMethodSymbol method && PauseNames.HoldsThread(method) &&
                (loop.Scope.Kind == RetryKind.Recursion || LeadsToCall(sleep, loop.Call.Place, source, cancellationToken)))
            {
                yield return sleep;
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

    /// <summary>Whether the function may wait without holding its thread.</summary>
    public static bool IsAsync(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };
}
