using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// Walks one function's control flow from where a response comes in, and tells which uses of its body reach the function's end although nothing on
/// the way, before or behind the use, looked at the status. A response that goes out of sight counts as looked at.
/// </summary>
internal sealed partial class ResponseFlow
{
    private const int MaxBlocks = 400;

    private readonly ControlFlowGraph _graph;
    private readonly SyntaxNode? _start;
    private readonly ResponseForm _startsAs;
    private readonly bool _isCallee;
    private readonly ResponseHelpers _helpers;
    private readonly CancellationToken _cancellationToken;
    private readonly ResponseState?[] _atEntry;
    private readonly Dictionary<CaptureId, IOperation> _captures = new();
    private readonly HashSet<SyntaxNode> _uses = new();
    private ResponseState _state = ResponseState.None;
    private ResponseForm _returned;
    private bool _isLookedAt;
    private bool _isLeft;
    private bool _hasTest;

    private ResponseFlow(ControlFlowGraph graph, SyntaxNode? start, ResponseForm startsAs, bool isCallee, ResponseHelpers helpers, CancellationToken cancellationToken)
    {
        _graph = graph;
        _start = start;
        _startsAs = startsAs;
        _isCallee = isCallee;
        _helpers = helpers;
        _cancellationToken = cancellationToken;
        _atEntry = new ResponseState?[graph.Blocks.Length];
    }

    /// <summary>What becomes of the response that the invocation gives; null where the function is too large.</summary>
    public static ResponseFacts? Of(ControlFlowGraph graph, SyntaxNode start, ResponseHelpers helpers, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? null
            : new ResponseFlow(graph, start, ResponseForm.Response, isCallee: false, helpers, cancellationToken).Run(ResponseState.None);

    /// <summary>What a function does with what it is handed: a body that it returns is its caller's to use.</summary>
    public static ResponseFacts? Of(ControlFlowGraph graph, IParameterSymbol parameter, ResponseForm form, ResponseHelpers helpers, CancellationToken cancellationToken) =>
        graph.Blocks.Length > MaxBlocks
            ? null
            : new ResponseFlow(graph, null, form, isCallee: true, helpers, cancellationToken).Run(ResponseState.Open.With(parameter, form));

    private ResponseFacts Run(ResponseState initial)
    {
        var pending = new Queue<BasicBlock>();
        Flow(initial, _graph.Blocks[0], pending);
        while (pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var block = pending.Dequeue();
            _state = _atEntry[block.Ordinal]!;
            foreach (var operation in block.Operations)
                Visit(operation);
            Leave(block, pending);
            if (block.Kind == BasicBlockKind.Exit)
                End();
        }

        return new ResponseFacts(_uses.OrderBy(static node => node.SpanStart).ToImmutableArray(), _isLookedAt, _returned, _isLeft, _hasTest);
    }

    /// <summary>Nothing comes any more that could look.</summary>
    private void End()
    {
        if (!_state.IsOpen)
            return;
        if (_state.Use is { } use)
            _uses.Add(use);
        else
            _isLeft = true;
    }

    private void Leave(BasicBlock block, Queue<BasicBlock> pending)
    {
        if (block.ConditionKind != ControlFlowConditionKind.None && OneCode(block) is { } branches)
        {
            Flow(branches.WhenTaken, block.ConditionalSuccessor?.Destination, pending);
            Flow(branches.Otherwise, block.FallThroughSuccessor?.Destination, pending);
            return;
        }

        if (block.BranchValue is { } value)
        {
            var form = Visit(value);
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
                Return(value, form);
        }

        if (block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow)
            return;

        // x ?? false comes apart into a branch on the constant.
        if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue!.ConstantValue is { HasValue: true, Value: bool constant })
        {
            var taken = constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
            Flow(_state, (taken ? block.ConditionalSuccessor : block.FallThroughSuccessor)?.Destination, pending);
            return;
        }

        // A response that is null is none.
        var whenNull = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is IIsNullOperation { Operand: var operand } && FormOf(operand) == ResponseForm.Response
            ? block.ConditionKind == ControlFlowConditionKind.WhenTrue
            : (bool?)null;
        Flow(whenNull == true ? ResponseState.None : _state, block.ConditionalSuccessor?.Destination, pending);
        Flow(whenNull == false ? ResponseState.None : _state, block.FallThroughSuccessor?.Destination, pending);
    }

    /// <summary>Where the condition tells one failure from the rest: that one has been looked at, the rest not, unless it is the second of its kind.</summary>
    private (ResponseState WhenTaken, ResponseState Otherwise)? OneCode(BasicBlock block)
    {
        if (StatusTest.Of(block.BranchValue!) is not { } test || FormOf(test.Response) != ResponseForm.Response)
            return null;

        _hasTest = true;
        var rest = _state.Code == 0 || _state.Code == test.Code ? _state with { Code = test.Code } : ResponseState.None;
        if (!rest.IsOpen)
            _isLookedAt = true;
        return (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == test.EqualWhen ? (ResponseState.None, rest) : (rest, ResponseState.None);
    }

    private void Flow(ResponseState state, BasicBlock? target, Queue<BasicBlock> pending)
    {
        if (target is null)
            return;
        var joined = _atEntry[target.Ordinal] is { } known ? known.Join(state) : state;
        if (_atEntry[target.Ordinal] is { } before && before.SameAs(joined))
            return;
        _atEntry[target.Ordinal] = joined;
        pending.Enqueue(target);
    }

    /// <summary>In what form the operation carries the response right now, without looking at it as a use.</summary>
    private ResponseForm FormOf(IOperation operation)
    {
        operation = operation.Unwrap();
        return operation switch
        {
            IFlowCaptureReferenceOperation capture => _state[capture.Id],
            ILocalReferenceOperation local => _state[local.Local],
            IParameterReferenceOperation parameter => _state[parameter.Parameter],
            IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when Apis.StatusApis.IsTask(task.Type) => FormOf(task),
            IInvocationOperation { Instance: { } task } call when Apis.StatusApis.HandsOnTask(call.TargetMethod) => FormOf(task),
            IInvocationOperation when operation.Syntax == _start => _startsAs,
            _ => ResponseForm.Nothing,
        };
    }

    private void Return(IOperation value, ResponseForm form)
    {
        if (form == ResponseForm.Nothing)
            return;
        if (form == ResponseForm.Body && !_isCallee)
        {
            Use(value.Syntax);
            return;
        }

        if (form > _returned)
            _returned = form;

        // The callers have it now.
        _state = ResponseState.None;
    }

    private void Use(SyntaxNode syntax)
    {
        if (_state is { IsOpen: true, Use: null })
            _state = _state with { Use = syntax };
    }

    /// <summary>Somebody looked, or may have: from here on it is theirs.</summary>
    private void LookedAt()
    {
        if (_state.IsOpen)
            _isLookedAt = true;
        _state = ResponseState.None;
    }
}
