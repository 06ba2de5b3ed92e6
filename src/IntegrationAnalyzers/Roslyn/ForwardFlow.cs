using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What is known at a point of the program by a walk of its control flow.</summary>
internal interface IFlowState<T>
{
    /// <summary>What is known where two paths meet. It only grows, else a loop would be walked for ever.</summary>
    T Join(T other);

    bool SameAs(T other);
}

/// <summary>
/// Walks one function's control flow graph forwards, a block again as long as something new is known at its entry. What an operation does to the state, and
/// what goes along which branch, is the walk's own.
/// </summary>
internal abstract class ForwardFlow<TState>(ControlFlowGraph graph, TState initial, CancellationToken cancellationToken)
    where TState : IFlowState<TState>
{
    private readonly (bool IsReached, TState State)[] _atEntry = new (bool, TState)[graph.Blocks.Length];
    private readonly Queue<BasicBlock> _pending = new();
    private readonly Dictionary<CaptureId, IOperation> _captures = new();

    protected ControlFlowGraph Graph { get; } = graph;

    protected CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>What is known right now.</summary>
    protected TState State { get; set; } = initial;

    /// <summary>What the operation, one of a block's own, does to the state.</summary>
    protected abstract void Evaluate(IOperation operation);

    /// <summary>What the block's branches do to the state, and where it flows.</summary>
    protected abstract void Leave(BasicBlock block);

    /// <summary>The function ends here.</summary>
    protected abstract void End();

    protected void Walk()
    {
        Flow(State, Graph.Blocks[0]);
        while (_pending.Count > 0)
        {
            CancellationToken.ThrowIfCancellationRequested();
            var block = _pending.Dequeue();
            State = _atEntry[block.Ordinal].State;
            foreach (var operation in block.Operations)
                Evaluate(operation);
            Leave(block);
            if (block.Kind == BasicBlockKind.Exit)
                End();
        }
    }

    protected void Flow(TState state, BasicBlock? target)
    {
        if (target is null)
            return;
        var (isReached, before) = _atEntry[target.Ordinal];
        var joined = isReached ? before.Join(state) : state;
        if (isReached && before.SameAs(joined))
            return;
        _atEntry[target.Ordinal] = (true, joined);
        _pending.Enqueue(target);
    }

    /// <summary>
    /// Goes the one way that there is where the block branches on a constant: <c>x?.Any() ?? false</c> comes apart into such a branch, and a null
    /// never passes there.
    /// </summary>
    protected bool FlowsByConstant(BasicBlock block)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue!.ConstantValue is not { HasValue: true, Value: bool constant })
            return false;
        var isTaken = constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
        Flow(State, (isTaken ? block.ConditionalSuccessor : block.FallThroughSuccessor)?.Destination);
        return true;
    }

    /// <summary>Remembers what the compiler's temporary stands for.</summary>
    protected void Capture(IFlowCaptureOperation capture) => _captures[capture.Id] = capture.Value;

    /// <summary>What an assignment writes to: where that is a temporary, what it stands for.</summary>
    protected IOperation Written(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && _captures.TryGetValue(capture.Id, out var captured) ? captured : target;
}
