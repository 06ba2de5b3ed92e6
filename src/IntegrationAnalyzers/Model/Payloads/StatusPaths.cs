using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Tells whether a place is reached only after a status was seen to be a failure.</summary>
internal static class StatusPaths
{
    private const string Code = "StatusCode";

    /// <summary>Asked of the text first: most functions say nothing of a status, and a graph is dear.</summary>
    public static bool OnlyAfterFailure(SyntaxNode place, FlowGraphs graphs, CancellationToken cancellationToken) =>
        FlowGraphs.FunctionOf(place) is { } function && NamesStatus(function) && graphs.Of(function, cancellationToken) is { } graph && OnlyAfterFailure(graph, place);

    private static bool NamesStatus(SyntaxNode function)
    {
        var file = TreeIndex.Of(function.SyntaxTree);
        if (Stands(Code))
            return true;
        foreach (var flag in ResponseBodies.SuccessFlags)
        {
            if (Stands(flag))
                return true;
        }

        return false;

        bool Stands(string word) => file.Words.Contains(word) && TextWords.PositionsOf(word, file.Text, function.Span).Count > 0;
    }

    private static bool OnlyAfterFailure(ControlFlowGraph graph, SyntaxNode place)
    {
        var reached = new bool[graph.Blocks.Length];
        var pending = new Queue<BasicBlock>();
        Add(graph.Blocks[0]);
        var failures = false;
        while (pending.Count > 0)
        {
            var block = pending.Dequeue();
            var (taken, otherwise) = (true, true);
            if (block.ConditionKind != ControlFlowConditionKind.None && FailsWhen(block.BranchValue!) is { } failsWhen)
            {
                failures = true;
                var takenFails = (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == failsWhen;
                (taken, otherwise) = (!takenFails, takenFails);
            }

            // Handlers of exceptions are reached from anywhere in their try; their own question is another one.
            if (taken)
                Add(block.ConditionalSuccessor?.Destination);
            if (otherwise)
                Add(block.FallThroughSuccessor?.Destination);
        }

        if (!failures)
            return false;
        foreach (var block in graph.Blocks)
        {
            if (!reached[block.Ordinal] && block.IsReachable && Contains(block, place))
                return !InHandler(block);
        }

        return false;

        void Add(BasicBlock? block)
        {
            if (block is null || reached[block.Ordinal])
                return;
            reached[block.Ordinal] = true;
            pending.Enqueue(block);
        }
    }

    /// <summary>The outcome of the condition that means failure; null where it is not about a status.</summary>
    private static bool? FailsWhen(IOperation condition)
    {
        condition = condition.Unwrap();
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !FailsWhen(not.Operand);
            case IPropertyReferenceOperation property when ResponseBodies.IsSuccessFlag(property.Property.Name):
                return false;
            case IBinaryOperation binary:
                return OfComparison(binary);
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern:
                return OfCode(BinaryOperatorKind.Equals, pattern.Value, constant);
            default:
                return null;
        }
    }

    private static bool? OfComparison(IBinaryOperation binary)
    {
        if (binary.RightOperand.ConstantValue is { HasValue: true, Value: bool expected } && FailsWhen(binary.LeftOperand) is { } inner)
        {
            return binary.OperatorKind switch
            {
                BinaryOperatorKind.Equals => inner == expected,
                BinaryOperatorKind.NotEquals => inner != expected,
                _ => null,
            };
        }

        return OfCode(binary.OperatorKind, binary.LeftOperand, binary.RightOperand);
    }

    private static bool? OfCode(BinaryOperatorKind comparison, IOperation value, IOperation constant)
    {
        if (value.Unwrap() is not IPropertyReferenceOperation { Property.Name: Code } || !constant.Unwrap().ConstantValue.HasValue &&
            !constant.ConstantValue.HasValue)
        {
            return null;
        }

        var text = constant.ConstantValue.HasValue ? constant.ConstantValue.Value : constant.Unwrap().ConstantValue.Value;
        if (text is not int code)
            return null;
        var isSuccess = code is >= 200 and < 300;
        return comparison switch
        {
            BinaryOperatorKind.Equals when isSuccess => false,
            BinaryOperatorKind.NotEquals when isSuccess => true,
            BinaryOperatorKind.Equals when code >= 400 => true,
            BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan when code >= 299 => true,
            BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual when code is >= 299 and <= 400 => false,
            _ => null,
        };
    }

    private static bool Contains(BasicBlock block, SyntaxNode place)
    {
        foreach (var operation in block.Operations)
        {
            if (Holds(operation, place))
                return true;
        }

        return block.BranchValue is { } value && Holds(value, place);
    }

    private static bool Holds(IOperation within, SyntaxNode place)
    {
        foreach (var operation in within.Tree())
        {
            if (operation.Syntax == place && operation is IInvocationOperation or IObjectCreationOperation or ISimpleAssignmentOperation)
                return true;
        }

        return false;
    }

    private static bool InHandler(BasicBlock block)
    {
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                return true;
        }

        return false;
    }
}
