using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// What of a function is about the outcome of one call: the locals its result flows into, the handlers that catch its exceptions, and the
/// marks that those handlers leave in locals.
/// </summary>
internal sealed class CallOutcome
{
    private readonly ControlFlowGraph _graph;
    private readonly SyntaxNode _call;
    private readonly HashSet<ISymbol> _locals;
    private readonly HashSet<CaptureId> _captures;
    private readonly Dictionary<CaptureId, ILocalSymbol> _targets = new();
    private readonly Dictionary<ISymbol, IOperation?> _answers = new(SymbolEqualityComparer.Default);
    private HashSet<ISymbol>? _asked;

    private CallOutcome(ControlFlowGraph graph, SyntaxNode call, HashSet<ISymbol> locals, HashSet<CaptureId> captures, ImmutableArray<ControlFlowRegion> handlers, FlowValues after)
    {
        _graph = graph;
        _call = call;
        _locals = locals;
        _captures = captures;
        Handlers = handlers;
        StateAfterSuccess = after;
    }

    /// <summary>The catch clauses round the call, innermost first.</summary>
    public ImmutableArray<ControlFlowRegion> Handlers { get; }

    /// <summary>What is known where the call succeeded: no handler left its mark.</summary>
    public FlowValues StateAfterSuccess { get; }

    public static CallOutcome Of(ControlFlowGraph graph, BasicBlock site, SyntaxNode call)
    {
        var handlers = ImmutableArray.CreateBuilder<ControlFlowRegion>();
        // A task that is awaited further down fails there.
        var failing = StartedTasks.AwaitOf(call) is { } awaited ? FlowBlocks.Find(graph, awaited) ?? site : site;
        // The root of a lambda's graph stands in a region of the graph round it, whose handlers are numbered by other blocks.
        for (var region = failing.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } all })
                continue;
            foreach (var nested in all.NestedRegions)
            {
                if (nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                    handlers.Add(nested);
            }
        }

        var locals = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var captures = new HashSet<CaptureId>();
        var outcome = new CallOutcome(graph, call, locals, captures, handlers.ToImmutable(), Marks(graph, handlers));
        outcome.Follow(graph);
        return outcome;
    }

    /// <summary>Whether, in the handler's <c>try</c>, anything is called behind the call that may fail after it.</summary>
    public bool IsFollowed(ControlFlowRegion handler)
    {
        foreach (var region in handler.EnclosingRegion?.NestedRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
        {
            for (var ordinal = region.FirstBlockOrdinal; region.Kind == ControlFlowRegionKind.Try && ordinal <= region.LastBlockOrdinal; ordinal++)
            {
                foreach (var operation in FlowBlocks.Operations(_graph.Blocks[ordinal]))
                {
                    foreach (var inner in operation.Tree())
                    {
                        if (inner is IInvocationOperation or IInvalidOperation && inner.Syntax.SpanStart >= _call.Span.End)
                            return true;
                    }
                }
            }
        }

        return false;
    }

    public SyntaxNode Call => _call;

    /// <summary>Whether the block has the call's response throw unless it is a success: whatever is asked of its status behind that, it is no failure.</summary>
    public bool Ensures(BasicBlock block)
    {
        if (!TreeIndex.Of(_call.SyntaxTree).Words.Contains(StatusApis.Ensure))
            return false;
        foreach (var operation in FlowBlocks.Operations(block))
        {
            foreach (var inner in operation.Tree())
            {
                if (inner is IInvocationOperation { TargetMethod.Name: StatusApis.Ensure, Instance: { } response, Syntax.Span.End: var end } && end > _call.Span.End && IsAbout(response))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the expression is about the call's result or exception.</summary>
    public bool IsAbout(IOperation expression)
    {
        foreach (var operation in expression.Tree())
        {
            if (operation is ILocalReferenceOperation local && _locals.Contains(local.Local) ||
                operation is IFlowCaptureReferenceOperation capture && _captures.Contains(capture.Id) ||
                operation is ICaughtExceptionOperation || operation.Syntax == _call)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it is the call itself. That another item of its answer follows (<c>await foreach</c>) is asked by what has the syntax of the call, too.</summary>
    public bool IsCall(IOperation operation) => operation.Unwrap() is { IsImplicit: false, Syntax: var syntax } && syntax == _call;

    /// <summary>What the local, which holds an answer derived from the call's result, says of it.</summary>
    public FailureTest TestIn(ISymbol local, SourceIndex source, CancellationToken cancellationToken) =>
        _answers.TryGetValue(local, out var answer) && answer is not null && answer.Unwrap() is not ILocalReferenceOperation
            ? FailureTest.Of(answer, this, source, cancellationToken)
            : default;

    /// <summary>What is known after the block, given what was known before it; at the site, only what follows the call counts.</summary>
    public FlowValues Apply(BasicBlock block, FlowValues values, bool fromSite)
    {
        foreach (var operation in block.Operations)
        {
            if (fromSite && operation.Syntax.SpanStart < _call.SpanStart)
                continue;
            var effect = operation is IExpressionStatementOperation statement ? statement.Operation : operation;
            if (effect is not IAssignmentOperation assignment || Target(assignment) is not { } local)
                continue;
            if (assignment is not ISimpleAssignmentOperation)
                values = values.With(local, FlowValue.Unknown);
            else if ((_asked ??= Asked(_graph)).Contains(local))
                values = values.With(local, FlowValues.Of(assignment.Value));
        }

        return values;
    }

    /// <summary>The locals that conditions ask for true, false or null: what others hold decides no way, and a walk that told them apart would not end.</summary>
    private static HashSet<ISymbol> Asked(ControlFlowGraph graph)
    {
        var asked = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition)
                continue;
            foreach (var operation in condition.Tree())
            {
                if (operation is ILocalReferenceOperation { Local: { Type: { IsValueType: false } or { SpecialType: SpecialType.System_Boolean } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } } local })
                    asked.Add(local);
            }
        }

        return asked;
    }

    /// <summary>A local that a handler sets to true or to something is, without the handler, false or null.</summary>
    private static FlowValues Marks(ControlFlowGraph graph, ImmutableArray<ControlFlowRegion>.Builder handlers)
    {
        var values = FlowValues.Empty;
        foreach (var handler in handlers)
        {
            for (var ordinal = handler.FirstBlockOrdinal; ordinal <= handler.LastBlockOrdinal; ordinal++)
            {
                foreach (var operation in graph.Blocks[ordinal].Operations)
                {
                    if ((operation as IExpressionStatementOperation)?.Operation is not ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } mark)
                        continue;
                    var opposite = FlowValues.Of(mark.Value) switch
                    {
                        FlowValue.True => FlowValue.False,
                        FlowValue.False => FlowValue.True,
                        FlowValue.NotNull => FlowValue.Null,
                        FlowValue.Null => FlowValue.NotNull,
                        _ => local.Local.Type.IsOrDerivesFrom("System", "Exception") ? FlowValue.Null : FlowValue.Unknown,
                    };
                    values = values.With(local.Local, opposite);
                }
            }
        }

        return values;
    }

    private void Follow(ControlFlowGraph graph)
    {
        for (var pass = 0; pass < 4; pass++)
        {
            var before = _locals.Count + _captures.Count;
            foreach (var block in graph.Blocks)
            {
                foreach (var operation in block.Operations)
                    Follow(operation is IExpressionStatementOperation statement ? statement.Operation : operation);
            }

            if (_locals.Count + _captures.Count == before)
                return;
        }
    }

    private void Follow(IOperation operation)
    {
        switch (operation)
        {
            case IAssignmentOperation assignment when Target(assignment) is { } target && IsAbout(assignment.Value):
                if (_locals.Add(target))
                    _answers[target] = assignment.Value;
                else if (_answers.TryGetValue(target, out var other) && other != assignment.Value)
                    _answers[target] = null;
                break;
            case IFlowCaptureOperation capture:
                if (capture.Value is ILocalReferenceOperation { Local: var captured })
                    _targets[capture.Id] = captured;
                if (IsAbout(capture.Value))
                    _captures.Add(capture.Id);
                break;
        }
    }

    /// <summary>The local that is given a value: a temporary stands for it where the value holds an initializer (<c>r = Send(new { … })</c>) or a choice, which part the statement.</summary>
    private ILocalSymbol? Target(IAssignmentOperation assignment) => assignment.Target switch
    {
        ILocalReferenceOperation { Local: var local } => local,
        IFlowCaptureReferenceOperation { Id: var id } when _targets.TryGetValue(id, out var captured) => captured,
        _ => null,
    };
}
