using System.Collections.Generic;
using System.Linq;
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
        return Parts(value, wait, source, cancellationToken) is { } parts ? parts.SelectMany(part => Of(part, wait, source, cancellationToken)) : [value];
    }

    /// <summary>What the value holds, or stands for; null where it is a start itself.</summary>
    private static IEnumerable<IOperation>? Parts(IOperation value, IOperation wait, SourceIndex source, CancellationToken cancellationToken) => value switch
    {
        _ when ElementValues.Listed(value) is { } listed => listed,
        { Syntax: CollectionExpressionSyntax } => value.ChildOperations,
        IObjectCreationOperation { Initializer.Initializers: var items } => items.Select(Added).OfType<IOperation>(),
        IInvocationOperation copy when FanOutApis.Copied(copy) is { } copied => [copied],
        ILocalReferenceOperation local when TaskApis.IsTask(local.Type) => TaskLocals.Started(local, wait, source, cancellationToken) is { } start ? [start] : [],
        ILocalReferenceOperation list => GivenTo(list, wait, source, cancellationToken),
        _ => null,
    };

    /// <summary><c>tasks.Add(task)</c>, also of an initializer.</summary>
    private static IOperation? Added(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added], Instance: not null } ? added.Value : null;

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
                case { } add when Added(add) is { } added:
                    given.Add(added);
                    break;
                case IPropertyReferenceOperation { Property.Name: "Count" or "Length" }:
                case IInvocationOperation { TargetMethod.Name: "ForEach", Arguments: [{ Value: var each }] } when Starts(each):
                    break;
                default:
                    return [];
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
