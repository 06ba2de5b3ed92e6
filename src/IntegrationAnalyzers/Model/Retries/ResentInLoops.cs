using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Loops that send what they are given at every turn, whatever they turn for: another page, another try because the answer was not the right one. Only where each turn passes the call, and code
/// leads from it to the next turn.
/// </summary>
internal sealed class ResentInLoops(SourceIndex source)
{
    /// <summary>The messages sent so, with the loop that sends them; what the message is, and how old, is not asked here.</summary>
    public IEnumerable<(IOperation Message, RetryScope Loop)> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.InvocationExpression))
        {
            var call = (InvocationExpressionSyntax)node;
            if (call.CalledText() is not ("SendAsync" or "Send") || LoopRound(call) is not { } loop)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            if (source.Model(tree).GetOperation(call, cancellationToken) is IInvocationOperation { TargetMethod: var method, Arguments: [{ Value: var message }, ..] } operation &&
                operation.Instance?.Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpClient") == true && !source.IsSource(method) && RequestApis.IsMessage(message.Type) && Turns(call, loop, cancellationToken))
            {
                yield return (message.Unwrap(), new RetryScope(RetryKind.Loop, loop, loop, loop.GetFirstToken().GetLocation(), RetryLimit.Unknown, Certainty.Unknown));
            }
        }
    }

    /// <summary>The loop each turn of which makes the call: no condition stands between them.</summary>
    private static StatementSyntax? LoopRound(SyntaxNode call)
    {
        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax:
                    return (StatementSyntax)node;
                case IfStatementSyntax or ElseClauseSyntax or SwitchSectionSyntax or SwitchExpressionSyntax or ConditionalExpressionSyntax or CatchClauseSyntax or
                    AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression }:
                    return null;
            }
        }

        return null;
    }

    private bool Turns(SyntaxNode call, SyntaxNode loop, CancellationToken cancellationToken)
    {
        if (source.Graphs.Around(call, cancellationToken) is not { } graph || FlowBlocks.Find(graph, call) is not { IsReachable: true } site ||
            FlowBlocks.Range(graph, loop.Span) is not { } range)
        {
            return false;
        }

        var seen = new HashSet<BasicBlock>();
        var pending = new Stack<BasicBlock>();
        Add(site);
        while (pending.Count > 0)
        {
            var block = pending.Pop();
            if (block == site)
                return true;
            Add(block);
        }

        return false;

        void Add(BasicBlock block)
        {
            var constant = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue!.ConstantValue is { HasValue: true, Value: bool value } ? value : (bool?)null;
            if (constant is null || constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue))
                Push(block.ConditionalSuccessor?.Destination);
            if (constant is null || constant != (block.ConditionKind == ControlFlowConditionKind.WhenTrue) || block.ConditionKind == ControlFlowConditionKind.None)
                Push(block.FallThroughSuccessor?.Destination);
        }

        // A loop's head may be a block before the first that holds code of it.
        void Push(BasicBlock? block)
        {
            if (block is not null && block.Ordinal >= range.First - 1 && block.Ordinal <= range.Last + 1 && seen.Add(block))
                pending.Push(block);
        }
    }
}
