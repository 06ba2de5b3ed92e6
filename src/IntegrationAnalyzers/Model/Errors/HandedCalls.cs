using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>The failures that come to the clauses of a helper whose callers hand it their outbound calls: <c>Safe(() =&gt; client.GetAsync(…))</c>.</summary>
internal sealed class HandedCalls(IntegrationModel model)
{
    private readonly DelegateCallers _callers = new(model);

    /// <summary>The look by syntax alone.</summary>
    public static bool MayBe(TryStatementSyntax tried)
    {
        foreach (var node in tried.Block.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && DelegateCallers.IsParameterCalled(invocation))
                return true;
        }

        return false;
    }

    /// <summary>The failures of the calls that the <c>try</c> makes itself (<see cref="IntegrationModel.Catches"/>); where there is none, those of the calls that callers hand to its function.</summary>
    public TryFailures FailuresOf(ITryOperation tried, CancellationToken cancellationToken) =>
        model.Catches.FailuresOf(tried, cancellationToken) is { Calls.IsEmpty: false } own ? own : Handed(tried, cancellationToken);

    /// <summary>What all callers hand over can fail with; nothing where one of them hands over something else, or takes the failure before the helper could.</summary>
    private TryFailures Handed(ITryOperation tried, CancellationToken cancellationToken)
    {
        foreach (var operation in tried.Body.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance?.Unwrap() is IParameterReferenceOperation { Parameter: var parameter } &&
                !(Observed.IsTask(call.Type) && (Observed.IsHandedOut(call) || Observed.IsDropped(call))) && !IsTakenInside(call, tried) &&
                _callers.ReachedByAll(parameter, cancellationToken) is { IsEmpty: false } reached)
            {
                return Failures(reached);
            }
        }

        return TryFailures.None;
    }

    private TryFailures Failures(ImmutableArray<ReachedCall> calls)
    {
        var kinds = FailureKinds.None;
        var types = new List<FailureType>();
        foreach (var reached in calls)
        {
            if (IsTakenOnTheWay(reached))
                return TryFailures.None;
            foreach (var type in FailureTypes.ThrownBy(reached.Call.Member, model.Compilation))
            {
                kinds |= type.Kinds;
                if (!types.Contains(type))
                    types.Add(type);
            }
        }

        return kinds == FailureKinds.None ? TryFailures.None : new TryFailures(calls, kinds, types.ToImmutableArray(), Thrown: null);
    }

    private static bool IsTakenInside(IInvocationOperation call, ITryOperation tried)
    {
        for (var parent = call.Parent; parent is not null && parent.Syntax != tried.Syntax; parent = parent.Parent)
        {
            if (parent is ITryOperation { Catches.Length: > 0 } or IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>A clause in the function of the call, or of a wrapper on the way, may have taken the failure.</summary>
    private static bool IsTakenOnTheWay(ReachedCall reached)
    {
        foreach (var hop in reached.Path)
        {
            if (IsTried(hop))
                return true;
        }

        return IsTried(reached.Call.Operation);
    }

    private static bool IsTried(IOperation site)
    {
        for (var parent = site.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ITryOperation { Catches.Length: > 0 })
                return true;
        }

        return false;
    }
}
