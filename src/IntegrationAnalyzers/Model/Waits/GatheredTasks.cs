using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>The tasks that are waited for together: those named in the call, and those of an array or list that a local holds.</summary>
internal static class GatheredTasks
{
    /// <summary>
    /// What starts them, as far as that is in sight: calls, and queries whose delegates call. Nothing of a list that is handed to other code, or of a task that may be done by the time of
    /// the wait.
    /// </summary>
    /// <param name="wait">The call that waits.</param>
    public static IEnumerable<IOperation> Of(IOperation value, IOperation wait, SourceIndex source, CancellationToken cancellationToken)
    {
        value = value.Unwrap();
        switch (value)
        {
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                foreach (var element in elements)
                {
                    foreach (var started in Of(element, wait, source, cancellationToken))
                        yield return started;
                }

                break;
            case { Syntax: CollectionExpressionSyntax }:
            case { IsImplicit: true, Type.Name: "ReadOnlySpan" }: // The arguments themselves, for params ReadOnlySpan<Task>.
                foreach (var element in value.ChildOperations)
                {
                    foreach (var started in Of(element, wait, source, cancellationToken))
                        yield return started;
                }

                break;
            case IObjectCreationOperation { Initializer.Initializers: var items }:
                foreach (var item in items)
                {
                    if (item is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] })
                    {
                        foreach (var started in Of(added.Value, wait, source, cancellationToken))
                            yield return started;
                    }
                }

                break;
            case IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsEnumerable" } copy when copy.Receiver() is { } copied:
                foreach (var started in Of(copied, wait, source, cancellationToken))
                    yield return started;
                break;
            case ILocalReferenceOperation local when TaskApis.IsTask(local.Type):
                if (TaskLocals.Started(local, wait, source, cancellationToken) is { } start)
                    yield return start;
                break;
            case ILocalReferenceOperation list:
                foreach (var given in GivenTo(list, wait, source, cancellationToken))
                {
                    foreach (var started in Of(given, wait, source, cancellationToken))
                        yield return started;
                }

                break;
            default:
                yield return value;
                break;
        }
    }

    /// <summary>What the local is made of, and what is added to it before the wait.</summary>
    private static List<IOperation> GivenTo(ILocalReferenceOperation list, IOperation wait, SourceIndex source, CancellationToken cancellationToken)
    {
        var given = new List<IOperation>();
        if (source.Uses(list.Local, cancellationToken) is not { } uses || ValueOrigin.Of(list, source, cancellationToken) is not { } made || made is ILocalReferenceOperation)
            return given;
        given.Add(made);
        foreach (var use in uses)
        {
            if (use.Name.SpanStart > wait.Syntax.SpanStart)
                continue;
            switch (use.Operation(cancellationToken)?.Wrapped().Parent)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } call when call.Instance is not null:
                    given.Add(added.Value);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Count" or "Length" }:
                case IInvocationOperation { TargetMethod.Name: "ForEach", Arguments: [{ Value: var each }] } when Starts(each):
                    break;
                default:
                    return new List<IOperation>();
            }
        }

        return given;
    }

    /// <summary><c>tasks.ForEach(t => t.Start())</c>: what was made by <c>new Task(…)</c> runs from there on.</summary>
    private static bool Starts(IOperation each)
    {
        foreach (var operation in each.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Start", ContainingType: var type } })
                return TaskApis.IsTask(type);
        }

        return false;
    }
}
