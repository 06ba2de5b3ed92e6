using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Walks one function's control flow graph and follows a value that may be null: from where it is made (or comes in) to the uses
/// that a null reaches. A condition that excludes null ends it on that branch, as the compiler's own null analysis does; unlike that,
/// it works without annotations and is not silenced by <c>!</c>.
/// </summary>
internal sealed partial class PayloadFlow
{
    /// <summary>A larger function is left alone.</summary>
    private const int MaxBlocks = 2000;

    private readonly ControlFlowGraph _graph;
    private readonly IMethodSymbol _function;
    private readonly FlowScope _scope;
    private readonly SyntaxNode? _start;
    private readonly Held _startsAs;
    private readonly CancellationToken _cancellationToken;
    private readonly PayloadHolders?[] _atEntry;
    private readonly Dictionary<CaptureId, IOperation> _captures = new();
    private readonly Dictionary<SyntaxNode, PayloadUseKind> _unchecked = new();
    private PayloadHolders _state;
    private bool _isChecked;
    private bool _escapes;
    private bool _reachesEnd;

    private PayloadFlow(
        ControlFlowGraph graph, IMethodSymbol function, FlowScope scope, SyntaxNode? start, Held startsAs, CancellationToken cancellationToken)
    {
        _graph = graph;
        _function = function;
        _scope = scope;
        _start = start;
        _startsAs = startsAs;
        _cancellationToken = cancellationToken;
        _atEntry = new PayloadHolders?[graph.Blocks.Length];
    }

    /// <summary>What becomes of the value that the expression makes.</summary>
    public static PayloadFacts Of(ControlFlowGraph graph, IMethodSymbol function, SyntaxNode start, Held startsAs, FlowScope scope, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? PayloadFacts.Unknown
            : new PayloadFlow(graph, function, scope, start, startsAs, cancellationToken).Run(PayloadHolders.None);

    /// <summary>What becomes of the value that a parameter brings.</summary>
    public static PayloadFacts Of(ControlFlowGraph graph, IMethodSymbol function, IParameterSymbol parameter, FlowScope scope, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? PayloadFacts.Unknown
            : new PayloadFlow(graph, function, scope, null, Held.Nothing, cancellationToken).Run(PayloadHolders.None.With(parameter, Held.Payload));

    private PayloadFacts Run(PayloadHolders initial)
    {
        var pending = new Queue<BasicBlock>();
        Flow(initial, _graph.Blocks[0], pending);
        while (pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var block = pending.Dequeue();
            _state = _atEntry[block.Ordinal]!.Value;
            if (block.Kind == BasicBlockKind.Exit)
                _reachesEnd |= _state.Any;
            foreach (var operation in block.Operations)
                Visit(operation);
            Leave(block, pending);
        }

        var uses = _unchecked
            .OrderBy(static pair => pair.Key.SpanStart)
            .Select(static pair => new PayloadUse(pair.Value, pair.Key))
            .ToImmutableArray();
        return new PayloadFacts(uses, _isChecked, _escapes, _reachesEnd);
    }

    private void Leave(BasicBlock block, Queue<BasicBlock> pending)
    {
        var value = block.BranchValue is { } branchValue ? Visit(branchValue) : Held.Nothing;
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return && value != Held.Nothing)
            Return(block.BranchValue!, value);

        // Whatever happens inside a try may go on in its handlers.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Try && region.EnclosingRegion is { } whole)
            {
                foreach (var handler in whole.NestedRegions)
                {
                    if (handler != region)
                        Flow(_state, _graph.Blocks[handler.FirstBlockOrdinal], pending);
                }
            }
        }

        // x?.Any() ?? false comes apart into a branch on the constant: a null never passes there.
        if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue!.ConstantValue is { HasValue: true, Value: bool constant })
        {
            var taken = constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            Flow(_state, (taken ? block.ConditionalSuccessor : block.FallThroughSuccessor)?.Destination, pending);
            return;
        }

        var whenTaken = _state;
        var otherwise = _state;
        if (block.ConditionKind != ControlFlowConditionKind.None && _state.Any && Check(block.BranchValue!) is { Any: true } check)
        {
            _isChecked = true;
            var takenOnTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            if (takenOnTrue ? check.WhenTrue : check.WhenFalse)
                whenTaken = PayloadHolders.None;
            if (takenOnTrue ? check.WhenFalse : check.WhenTrue)
                otherwise = PayloadHolders.None;
        }

        Flow(whenTaken, block.ConditionalSuccessor?.Destination, pending);
        Flow(otherwise, block.FallThroughSuccessor?.Destination, pending);
    }

    private void Flow(PayloadHolders state, BasicBlock? target, Queue<BasicBlock> pending)
    {
        if (target is null)
            return;
        var joined = _atEntry[target.Ordinal] is { } known ? known.Join(state) : state;
        if (_atEntry[target.Ordinal] is { } before && before.SameAs(joined))
            return;
        _atEntry[target.Ordinal] = joined;
        pending.Enqueue(target);
    }

    /// <summary>The condition as the graph has it; where that says nothing, as it is written (<c>?.</c> is taken apart in the graph).</summary>
    private NotNull Check(IOperation condition)
    {
        var lowered = new NullChecks(HeldBy, _scope, _ => null).Of(condition);
        if (lowered.Any || _scope.Source.Model(condition.Syntax.SyntaxTree).GetOperation(condition.Syntax, _cancellationToken) is not { } written)
            return lowered;
        var checks = new NullChecks(HeldBy, _scope, local => _scope.OnlyValue(local, _cancellationToken));
        return condition is IIsNullOperation ? new NotNull(false, checks.IsRootedIn(written)) : checks.Of(written);
    }

    /// <summary>In what form the operation carries the payload right now, without looking at it as a use.</summary>
    private Held HeldBy(IOperation operation)
    {
        operation = operation.Unwrap();
        return operation switch
        {
            IFlowCaptureReferenceOperation capture => _state[capture.Id],
            ILocalReferenceOperation local => _state[local.Local],
            IParameterReferenceOperation parameter => _state[parameter.Parameter],
            ISimpleAssignmentOperation assignment => HeldBy(assignment.Target),
            IPropertyReferenceOperation { Instance: { } instance } property when ResponseBodies.IsPayloadProperty(property.Property) =>
                HeldBy(instance) == Held.Envelope ? Held.Payload : Held.Nothing,
            IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member => _state[member.Member],
            _ when operation.Syntax == _start && operation is IInvocationOperation => _startsAs,
            _ => Held.Nothing,
        };
    }

    private void Use(PayloadUseKind kind, SyntaxNode syntax)
    {
        if (!_unchecked.ContainsKey(syntax))
            _unchecked.Add(syntax, kind);
    }

    /// <summary>Somebody looked: from here on it is theirs.</summary>
    private void Checked()
    {
        _isChecked = true;
        _state = PayloadHolders.None;
    }
}
