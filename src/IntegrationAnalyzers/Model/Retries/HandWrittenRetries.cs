using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The retries that one function writes out by itself: a loop, a jump back, a call of itself.</summary>
internal sealed class HandWrittenRetries(SourceIndex source)
{
    /// <summary>The innermost of them round the call, in the function that it stands in.</summary>
    public RetryScope? In(SyntaxNode function, SyntaxNode call, CancellationToken cancellationToken)
    {
        RetryFlow? flow = null;
        ControlFlowGraph? graph = null;
        var model = source.Model(call.SyntaxTree);
        for (var loop = call.Parent; loop is not null && loop != function; loop = loop.Parent)
        {
            if (loop is not (ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax) || RepeatingSyntax.IsBefore(loop, call))
                continue;

            // Asked before there is a graph: most loops make a call for each element, and need none.
            if (AttemptVariables.MakesAnotherCall(loop, call, model, cancellationToken))
                continue;
            if (!Prepare() || FlowBlocks.Range(graph!, loop.Span) is not { } range || FlowBlocks.Loop(graph!, range.First, range.Last) is not { } goal)
                continue;
            if (flow!.Repeats(goal) is { } repeats)
            {
                return new RetryScope(
                    RetryKind.Loop, loop, loop, loop.GetFirstToken().GetLocation(), AttemptLimit.Of(loop, source, cancellationToken), repeats ? Certainty.No : Certainty.Yes);
            }
        }

        foreach (var label in RepeatingSyntax.LabelsJumpedBackTo(function, call))
        {
            if (Prepare() && FlowBlocks.Range(graph!, label.Span) is { } range && FlowBlocks.Loop(graph!, range.First, range.Last) is { } goal &&
                flow!.Repeats(goal) is { } repeats)
            {
                return new RetryScope(
                    RetryKind.Loop, label.Parent!, label, label.Identifier.GetLocation(), RetryLimit.Unknown, repeats ? Certainty.No : Certainty.Yes);
            }
        }

        return Recursion(function, call, model, cancellationToken);

        bool Prepare()
        {
            graph ??= source.Graphs.Of(function, cancellationToken);
            flow ??= graph is null ? null : RetryFlow.Of(graph, call, source, cancellationToken);
            return flow is not null;
        }
    }

    private RetryScope? Recursion(SyntaxNode function, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
        if (name is null || !RepeatingSyntax.CallsItself(function, name) || model.GetDeclaredSymbol(function, cancellationToken) is not IMethodSymbol symbol)
            return null;

        // A wrapper is often named like what it wraps: most of these calls are none of itself, and then no flow need be known.
        var selfCalls = SelfCalls.In(function, symbol, call, model, cancellationToken);
        if (selfCalls.Count == 0 || source.Graphs.Of(function, cancellationToken) is not { } graph || RetryFlow.Of(graph, call, source, cancellationToken) is not { } flow)
            return null;

        var blocks = new HashSet<int>();
        for (var i = selfCalls.Count - 1; i >= 0; i--)
        {
            if (FlowBlocks.Find(graph, selfCalls[i].Syntax) is { } block)
                blocks.Add(block.Ordinal);
            else
                selfCalls.RemoveAt(i);
        }

        return selfCalls.Count > 0 && flow.Repeats(new FlowGoal(0, int.MaxValue, blocks)) is { } repeats &&
            !AttemptVariables.MakesAnotherCall(function, call, selfCalls, model, cancellationToken)
                ? new RetryScope(
                    RetryKind.Recursion, function, function, ((InvocationExpressionSyntax)selfCalls[0].Syntax).CalledPlace().GetLocation(), RetryLimit.Unknown, repeats ? Certainty.No : Certainty.Yes)
                : null;
    }
}
