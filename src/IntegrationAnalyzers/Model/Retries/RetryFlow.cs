using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Asks a control flow graph two questions about a call: does its failure lead back to a place that makes it again, and does
/// its success not? Both together are a retry; success that goes round too is a worker, a page turner or a fan-out.
/// </summary>
internal sealed class RetryFlow
{
    /// <summary>A graph with more states to walk than this is unknown.</summary>
    private const int MaxStates = 2000;

    private readonly ControlFlowGraph _graph;
    private readonly BasicBlock _site;
    private readonly CallOutcome _outcome;
    private readonly SourceIndex _source;
    private readonly CancellationToken _cancellationToken;
    private bool? _throws;

    private RetryFlow(ControlFlowGraph graph, BasicBlock site, CallOutcome outcome, SourceIndex source, CancellationToken cancellationToken)
    {
        _graph = graph;
        _site = site;
        _outcome = outcome;
        _source = source;
        _cancellationToken = cancellationToken;
    }

    public static RetryFlow? Of(ControlFlowGraph graph, SyntaxNode call, SourceIndex source, CancellationToken cancellationToken) =>
        FlowBlocks.Find(graph, call) is { IsReachable: true } site
            ? new RetryFlow(graph, site, CallOutcome.Of(graph, site, call), source, cancellationToken)
            : null;

    /// <summary>
    /// Yes where a failure that may hide a processed request leads to the call again; No where only refusals (401, 403, 429) do;
    /// null where it is no retry.
    /// </summary>
    public bool? Repeats(FlowGoal goal)
    {
        if (!goal.Covers(_site.Ordinal))
            return null;

        // Behind the loop there may be a long way to go, and nothing on it leads back.
        var comesBack = FlowBlocks.Before(_graph, goal.Blocks ?? [_site.Ordinal]);

        // Success must leave.
        if (Walk(goal, comesBack, Start(_site, _outcome.StateAfterSuccess), new Rules(FollowFailure: false, FollowUnprocessed: false, NeedsFailure: false)) != false)
            return null;

        if (FailureReaches(goal, comesBack, followUnprocessed: false) == true)
            return true;
        return FailureReaches(goal, comesBack, followUnprocessed: true) == true ? false : null;
    }

    private bool? FailureReaches(FlowGoal goal, HashSet<int> comesBack, bool followUnprocessed)
    {
        var rules = new Rules(FollowFailure: true, followUnprocessed, NeedsFailure: true);
        var starts = new List<State>();
        foreach (var handler in _outcome.Handlers)
        {
            if (!goal.Covers(handler.FirstBlockOrdinal) || DatabaseFailures.Are(handler.ExceptionType) && !_outcome.IsFollowed(handler))
                continue;
            if (followUnprocessed || !(handler.ExceptionType is { } type && FailureTest.NamesUnprocessed(type.Name)))
                starts.Add(new State(_graph.Blocks[handler.FirstBlockOrdinal], FlowValues.Empty, HasFailed: true, IsStart: false));
        }

        if (starts.Count > 0 && Walk(goal, comesBack, starts, rules) == true)
            return true;
        return Walk(goal, comesBack, Start(_site, FlowValues.Empty), rules);
    }

    private static List<State> Start(BasicBlock block, FlowValues values) => [new State(block, values, HasFailed: false, IsStart: true)];

    /// <summary>Whether the walk reaches the goal; null where it grew too large.</summary>
    private bool? Walk(FlowGoal goal, HashSet<int> comesBack, List<State> starts, Rules rules)
    {
        var seen = new HashSet<State>(starts);
        var pending = new Stack<State>(starts);
        while (pending.Count > 0)
        {
            if (seen.Count > MaxStates)
                return null;
            _cancellationToken.ThrowIfCancellationRequested();
            var state = pending.Pop();
            if (!state.IsStart && goal.IsIn(state.Block) && (state.HasFailed || !rules.NeedsFailure))
                return true;
            var values = _outcome.Apply(state.Block, state.Values, state.IsStart);
            var isEnsured = state.IsEnsured || _outcome.Ensures(state.Block);
            foreach (var (target, hasFailed) in Successors(state with { IsEnsured = isEnsured }, values, rules))
            {
                var isNextRound = state.IsNextRound || goal.BeginsRound(state.Block, target);
                if (isNextRound && target == _site && (hasFailed || !rules.NeedsFailure))
                    return true;
                if (!comesBack.Contains(target.Ordinal))
                    continue;
                var next = new State(target, values, hasFailed, IsStart: false, isNextRound, isEnsured);
                if (seen.Add(next))
                    pending.Push(next);
            }
        }

        return false;
    }

    private IEnumerable<(BasicBlock Target, bool HasFailed)> Successors(State state, FlowValues values, Rules rules)
    {
        var block = state.Block;
        if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition)
        {
            if (block.FallThroughSuccessor?.Destination is { } next)
                yield return (next, state.HasFailed);
            yield break;
        }

        var known = values.Evaluate(condition);
        var test = known is null && _outcome.IsAbout(condition) ? FailureTest.Of(condition, _outcome, _source, _cancellationToken) : default;
        foreach (var outcome in new[] { true, false })
        {
            if (known is { } only && only != outcome)
                continue;
            var branch = outcome == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) ? block.ConditionalSuccessor : block.FallThroughSuccessor;
            if (branch?.Destination is not { } target)
                continue;

            var isFailure = test.FailsWhen == outcome;
            if (isFailure && !rules.FollowFailure && !state.HasFailed || isFailure && test.Unprocessed && !rules.FollowUnprocessed)
                continue;

            // What is waited for then is not there yet.
            yield return (target, state.HasFailed || isFailure && !(test.AsksAnswer && (state.IsEnsured || Throws())));
        }
    }

    /// <summary>Whether the call throws for every failure by itself.</summary>
    private bool Throws() => _throws ??= _source.Model(_outcome.Call.SyntaxTree).GetOperation(_outcome.Call, _cancellationToken) is IInvocationOperation call &&
        OutboundCalls.FindMember(call.TargetMethod) is { Status: StatusCheck.Throws } && !StatusApis.AllowsAnyStatus(call);

    private readonly record struct Rules(bool FollowFailure, bool FollowUnprocessed, bool NeedsFailure);

    private readonly record struct State(BasicBlock Block, FlowValues Values, bool HasFailed, bool IsStart, bool IsNextRound = false, bool IsEnsured = false);
}

/// <summary>Where another attempt begins: at the call after the head of its loop was entered from within, or at a block that makes it again.</summary>
internal sealed record FlowGoal(int First, int Last, HashSet<int>? Blocks = null)
{
    public bool Covers(int ordinal) => ordinal >= First && ordinal <= Last;

    public bool IsIn(BasicBlock block) => Blocks is not null && Blocks.Contains(block.Ordinal);

    public bool BeginsRound(BasicBlock from, BasicBlock to) => Blocks is null && to.Ordinal == First && from.Ordinal >= First;
}
