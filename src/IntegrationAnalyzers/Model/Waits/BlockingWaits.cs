using System;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Finds the places that hold a thread until an outbound call, also one behind methods of this compilation, is answered.</summary>
internal sealed class BlockingWaits(SourceIndex source, OutboundCalls calls, MethodSummaries summaries, Lazy<CallNames> names)
{
    private readonly BufferedBodies _buffered = new(source, calls);

    /// <summary>The look before binding: the member's name, and what makes the task.</summary>
    public bool MayBe(MemberAccessExpressionSyntax access)
    {
        if (!TaskApis.NamesWait(access.Name.Identifier.ValueText) || !names.Value.Any || WaitSyntax.Of(access) is not { } wait ||
            WaitSyntax.Source(wait.Task) is not { } made)
        {
            return false;
        }

        var name = made.Identifier.ValueText;
        if (made.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax)
            return names.Value.MayReach(name) || BodyReads.HasName(name) || TaskApis.NamesWork(name) || names.Value.IsClientTree(access.SyntaxTree);
        return name.Length > 0 && (char.IsLower(name[0]) || name[0] == '_');
    }

    public BlockingWait? Read(MemberAccessExpressionSyntax access, SemanticModel model, CancellationToken cancellationToken)
    {
        if (WaitSyntax.Of(access) is not { } wait ||
            model.GetOperation(wait.Whole, cancellationToken) is not { } whole ||
            Task(whole) is not { } task)
        {
            return null;
        }

        var waited = Waited(task, whole, cancellationToken);
        if (waited is null || !WaitPlace.CanChange(whole, source, cancellationToken))
            return null;
        var isOffered = OfferedHalves.Have(whole, source, cancellationToken);
        return new BlockingWait(
            wait.Whole,
            access.Name,
            wait.Task,
            waited.Value.Name,
            waited.Value.Via,
            whole.EnclosingFunction(),
            isOffered,
            isOffered || _buffered.IsRead(task, whole, cancellationToken) || WaitCallers.AreFixed(whole, source, cancellationToken));
    }

    /// <summary>The task that the operation waits for, as long as it takes; null where it is no such wait.</summary>
    public static IOperation? Task(IOperation whole)
    {
        switch (whole)
        {
            case IPropertyReferenceOperation { Instance: { } task, Property.Name: TaskApis.Result } when TaskApis.IsTask(task.Type):
                return task;
            case IInvocationOperation { TargetMethod.Name: TaskApis.Wait, Instance: { } task } wait
                when TaskApis.IsTask(task.Type) && !DeadlineApis.WaitsWithLimit(wait):
                return task;
            case IInvocationOperation { TargetMethod: { Name: TaskApis.WaitAll } all } wait when TaskApis.TakesTasks(all) && !DeadlineApis.WaitsWithLimit(wait):
                return wait;
            case IInvocationOperation { TargetMethod.Name: TaskApis.GetResult, Instance: IInvocationOperation { TargetMethod.Name: TaskApis.GetAwaiter, Instance: { } task } awaiter }
                when TaskApis.IsAwaiter(awaiter.Type):
                return task;
            default:
                return null;
        }
    }

    private (string Name, string? Via)? Waited(IOperation task, IOperation wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (task)
            {
                case IConversionOperation conversion:
                    task = conversion.Operand;
                    break;
                case IParenthesizedOperation inner:
                    task = inner.Operand;
                    break;
                case IPropertyReferenceOperation { Property.Name: GrpcApis.ResponseTask, Instance: { } call }:
                    task = call;
                    break;
                case ILocalReferenceOperation local:
                    if (TaskLocals.Started(local, wait, source, cancellationToken) is not { } started)
                        return null;
                    task = started;
                    break;
                case IInvocationOperation handedOn when TaskApis.HandsOn(handedOn.TargetMethod.Name) && handedOn.Receiver() is { } same:
                    task = same;
                    break;
                case IInvocationOperation invocation:
                    return TaskApis.TakesTasks(invocation.TargetMethod) ? OfAny(invocation, wait, cancellationToken) : OfCall(invocation, cancellationToken);
                default:
                    return null;
            }
        }
    }

    private (string Name, string? Via)? OfCall(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (calls.Read(invocation, cancellationToken) is not null)
            return (method.Name, null);
        if (BodyReads.Content(invocation) is { } content)
            return BodyReads.ResponseOf(ValueOrigin.Of(content, source, cancellationToken)) is not null ? (method.Name, null) : null;

        if (TaskApis.TakesWork(method))
            return ReachedIn(invocation, cancellationToken) is { } inside ? (inside, null) : null;
        return source.IsSource(method) && TaskApis.IsTask(method.ReturnType) && Awaited(summaries.Reach(invocation, cancellationToken)) is { } reached &&
            !DoneTasks.AreGivenBy(method, source, cancellationToken)
            ? (method.Name, reached.Call.Name)
            : null;
    }

    /// <summary>The first of the tasks that are waited for together which waits for an outbound call.</summary>
    private (string Name, string? Via)? OfAny(IInvocationOperation together, IOperation wait, CancellationToken cancellationToken)
    {
        foreach (var argument in together.Arguments)
        {
            foreach (var started in GatheredTasks.Of(argument.Value, wait, source, cancellationToken))
            {
                if (started is IInvocationOperation call && OfCall(call, cancellationToken) is { } waited)
                    return waited;
                if (NameOf(Awaited(summaries.ReachWithin(started, cancellationToken))) is { } name)
                    return (name, null);
            }
        }

        return null;
    }

    private static string? NameOf(ReachedCall? reached) => reached is not { } call ? null : call.Path.IsEmpty ? call.Call.Name : call.Path[0].TargetMethod.Name;

    private string? ReachedIn(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (NameOf(Awaited(summaries.ReachWithin(argument.Value, cancellationToken))) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>The first call on the way to which nothing is only started, or only stored for later.</summary>
    private static ReachedCall? Awaited(ImmutableArray<ReachedCall> reached)
    {
        foreach (var call in reached)
        {
            var runs = WaitPlace.RunsHere(call.Call.Operation);
            for (var i = 1; i < call.Path.Length && runs; i++)
                runs = WaitPlace.RunsHere(call.Path[i]);
            if (runs)
                return call;
        }

        return null;
    }
}
