using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Limits on how long a task is waited for: <c>task.WaitAsync(span)</c>, <c>Task.WhenAny(task, Task.Delay(span))</c>.</summary>
internal static class TaskLimits
{
    /// <summary>Whether the wait on the call's task has a limit, at the call or where its task is kept.</summary>
    public static bool On(IOperation call, SourceIndex source, CancellationToken cancellationToken)
    {
        var value = call;
        while (true)
        {
            switch (value.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or IArrayInitializerOperation or IArrayCreationOperation:
                    value = value.Parent;
                    continue;
                case IArgumentOperation { Parent: IInvocationOperation taker }:
                    if (Limits(taker))
                        return true;
                    if (taker.Receiver() != value)
                        return false;
                    value = taker;
                    continue;
                case IInvocationOperation invocation when invocation.Instance == value:
                    if (Limits(invocation))
                        return true;
                    value = invocation;
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { Type.Name: "Task" or "ValueTask" } task } }:
                    if (source.Uses(task, cancellationToken) is not { } uses)
                        return false;
                    foreach (var use in uses)
                    {
                        if (use.Operation(cancellationToken) is { } reference && IsLimited(reference))
                            return true;
                    }

                    return false;
                default:
                    return false;
            }
        }
    }

    private static bool IsLimited(IOperation task)
    {
        var value = task;
        while (value.Parent is IConversionOperation or IArrayInitializerOperation or IArrayCreationOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IInvocationOperation invocation => Limits(invocation),
            IArgumentOperation { Parent: IInvocationOperation taker } => Limits(taker),
            _ => false,
        };
    }

    private static bool Limits(IInvocationOperation invocation) =>
        DeadlineApis.WaitsWithLimit(invocation) || DeadlineApis.RacesDelay(invocation) || ClientTypes.NamesTimeout(invocation.TargetMethod.Name);
}
