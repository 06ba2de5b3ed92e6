using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Tasks that are done when the method gives them back: what it calls it has waited for inside, and who asks for the result waits for nothing.</summary>
internal static class DoneTasks
{
    private const int MaxDepth = 3;

    /// <summary>Whether each task that the method may return is done: <c>Task.FromResult(reply)</c>, none at all, or one from such a method.</summary>
    public static bool AreGivenBy(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken) => AreGivenBy(method, 0, source, cancellationToken);

    private static bool AreGivenBy(IMethodSymbol method, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (depth == MaxDepth || source.Implementation(method, cancellationToken) is not { IsAsync: false } implementation || source.Body(implementation, cancellationToken) is not { } body)
            return false;
        var found = false;
        foreach (var returned in body.Returned())
        {
            if (!IsDone(returned.Unwrap(), depth, source, cancellationToken))
                return false;
            found = true;
        }

        return found;
    }

    private static bool IsDone(IOperation task, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        switch (task)
        {
            case IThrowOperation:
            case IObjectCreationOperation { Constructor.Parameters: [{ Type: var result }] } when TaskApis.IsTask(task.Type) && !TaskApis.IsTask(result):
            case IPropertyReferenceOperation { Property: { Name: "CompletedTask", IsStatic: true } }:
            case IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled", IsStatic: true, ContainingType: var type } } when TaskApis.IsTask(type):
                return true;
            case IConditionalOperation { WhenTrue: var one, WhenFalse: { } other }:
                return IsDone(one.Unwrap(), depth, source, cancellationToken) && IsDone(other.Unwrap(), depth, source, cancellationToken);
            case IInvocationOperation { TargetMethod: var method } when source.IsSource(method):
                return AreGivenBy(method, depth + 1, source, cancellationToken);
            case ILocalReferenceOperation local:
                var found = false;
                foreach (var given in AssignedValues.Of(local, source, cancellationToken))
                {
                    if (given.Unwrap() is not ILocalReferenceOperation && !IsDone(given.Unwrap(), depth, source, cancellationToken))
                        return false;
                    found |= given.Unwrap() is not ILocalReferenceOperation;
                }

                return found;
            default:
                return task.ConstantValue is { HasValue: true, Value: null } || task is IDefaultValueOperation;
        }
    }
}
