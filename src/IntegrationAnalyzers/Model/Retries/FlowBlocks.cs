using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Finds the blocks of a graph by the source they were made of.</summary>
internal static class FlowBlocks
{
    /// <summary>The block that evaluates the expression: its own operation, or the smallest one round it.</summary>
    public static BasicBlock? Find(ControlFlowGraph graph, SyntaxNode expression)
    {
        BasicBlock? best = null;
        var bestLength = int.MaxValue;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in Operations(block))
            {
                if (!operation.Syntax.Span.Contains(expression.Span))
                    continue;
                foreach (var inner in Roslyn.OperationExtensions.Tree(operation))
                {
                    if (inner.Syntax == expression && !inner.IsImplicit)
                        return block;
                    if (inner.Syntax.Span.Contains(expression.Span) && inner.Syntax.Span.Length < bestLength)
                    {
                        best = block;
                        bestLength = inner.Syntax.Span.Length;
                    }
                }
            }
        }

        return best;
    }

    /// <summary>The first and last block that hold code of the span; null where none does.</summary>
    public static (int First, int Last)? Range(ControlFlowGraph graph, TextSpan span)
    {
        int? first = null;
        var last = 0;
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in Operations(block))
            {
                if (span.Contains(operation.Syntax.SpanStart) && span.Contains(operation.Syntax.Span))
                {
                    first ??= block.Ordinal;
                    last = block.Ordinal;
                    break;
                }
            }
        }

        return first is { } start ? (start, last) : null;
    }

    /// <summary>The loop in the range of blocks: from the first one that is jumped back to, to the last that jumps back there.</summary>
    public static FlowGoal? Loop(ControlFlowGraph graph, int first, int last)
    {
        foreach (var block in graph.Blocks)
        {
            // An empty block that the loop begins with has no operation of its own.
            if (block.Ordinal < first - 1 || block.Ordinal > last)
                continue;
            var end = -1;
            foreach (var branch in block.Predecessors)
                end = Math.Max(end, branch.Source.Ordinal);
            if (end >= block.Ordinal)
                return new FlowGoal(block.Ordinal, Math.Max(end, last));
        }

        return null;
    }

    /// <summary>The blocks from which one of the given ones can be got to, those themselves among them.</summary>
    public static HashSet<int> Before(ControlFlowGraph graph, IEnumerable<int> blocks)
    {
        var before = new HashSet<int>(blocks);
        var pending = new Stack<int>(before);
        while (pending.Count > 0)
        {
            foreach (var branch in graph.Blocks[pending.Pop()].Predecessors)
            {
                if (before.Add(branch.Source.Ordinal))
                    pending.Push(branch.Source.Ordinal);
            }
        }

        return before;
    }

    public static IEnumerable<IOperation> Operations(BasicBlock block)
    {
        foreach (var operation in block.Operations)
            yield return operation;
        if (block.BranchValue is { } value)
            yield return value;
    }
}
