using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.FanOuts;

/// <summary>
/// Reads calls that are started for every element at once: <c>Task.WhenAll(items.Select(call))</c>, tasks that a loop collects, <c>Parallel.ForEach</c> without a limit. One
/// that waits for its turn, and one over few elements, is none.
/// </summary>
internal sealed class FanOuts(SourceIndex source, MethodSummaries summaries, ResiliencePipelines pipelines)
{
    private const int MaxHelpers = 3;

    public FanOut? Read(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (TaskApis.TakesTasks(method))
            return OfTasks(invocation, cancellationToken);
        return FanOutApis.RunsInParallel(method) ? OfParallel(invocation, cancellationToken) : null;
    }

    private FanOut? OfTasks(IInvocationOperation whenAll, CancellationToken cancellationToken)
    {
        if (whenAll.Arguments is not [{ ArgumentKind: ArgumentKind.Explicit, Value: var tasks }])
            return null;

        var value = Sequence(tasks, cancellationToken);
        if (value is IInvocationOperation { TargetMethod.Name: "Select" } select && select.Receiver() is { } elements && select.Arguments.Length > 0)
            return Of(whenAll, elements, select.Arguments[select.Arguments.Length - 1].Value, cancellationToken);
        tasks = tasks.Unwrap();
        while (FanOutApis.Copied(tasks) is { } copied)
            tasks = copied.Unwrap();
        return tasks is ILocalReferenceOperation list ? OfCollected(whenAll, list, cancellationToken) : null;
    }

    /// <summary>What the calls <c>ToList()</c>, <c>ToArray()</c> and a variable stand for.</summary>
    private IOperation Sequence(IOperation value, CancellationToken cancellationToken)
    {
        for (var step = 0; step < 6; step++)
        {
            var origin = ValueOrigin.Of(value, source, cancellationToken);
            if (origin is ITranslatedQueryOperation query)
                origin = query.Operation.Unwrap();
            if (FanOutApis.Copied(origin) is not { } inner)
                return origin;
            value = inner;
        }

        return value;
    }

    /// <summary><c>foreach (…) tasks.Add(call)</c>, or in a <c>for</c>, where nothing in the loop waits.</summary>
    private FanOut? OfCollected(IInvocationOperation whenAll, ILocalReferenceOperation list, CancellationToken cancellationToken)
    {
        if (source.Uses(list.Local, cancellationToken) is not { } uses)
            return null;

        FanOut? found = null;
        foreach (var use in uses)
        {
            var operation = use.Operation(cancellationToken);
            switch (operation?.Parent)
            {
                case IPropertyReferenceOperation { Parent: IBinaryOperation { Parent: IForLoopOperation } }:
                    break;
                // Looked at or emptied on the way: batches, a limit of its own.
                case IPropertyReferenceOperation { Property.Name: "Count" or "Length" }:
                case IInvocationOperation { TargetMethod.Name: "Clear" or "Remove" or "RemoveAt" or "RemoveAll" }:
                    return null;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WhenAny" or "WaitAny" } }:
                    return null;
            }

            if (found is not null || Started(operation?.Parent) is not { } call || LoopOf(call, whenAll) is not { } loop)
                continue;
            if (Waits(loop.Body, cancellationToken))
                return null;
            if (loop is not IForLoopOperation counting || !FanOutSizes.IsFew(counting, source, cancellationToken))
                found = Reached(whenAll, (loop as IForEachLoopOperation)?.Collection, call, cancellationToken);
        }

        return found;
    }

    /// <summary>What is put into the collection: <c>tasks.Add(call)</c>, <c>tasks[i] = call</c>.</summary>
    private static IOperation? Started(IOperation? use) => use switch
    {
        IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } => added.Value,
        IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } place when assignment.Target == place => assignment.Value,
        _ => null,
    };

    private static ILoopOperation? LoopOf(IOperation call, IOperation whenAll)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IForEachLoopOperation or IForLoopOperation)
                return parent.Syntax.Span.Contains(whenAll.Syntax.Span) ? null : (ILoopOperation)parent;
            if (parent is IAnonymousFunctionOperation or ILoopOperation)
                return null;
        }

        return null;
    }

    private bool Waits(IOperation body, CancellationToken cancellationToken)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IAwaitOperation || (operation is IInvocationOperation call && Limits(call, cancellationToken)))
                return true;
        }

        return false;
    }

    private FanOut? OfParallel(IInvocationOperation parallel, CancellationToken cancellationToken)
    {
        IOperation? body = null;
        foreach (var argument in parallel.Arguments)
        {
            if (FanOutApis.IsOptions(argument.Parameter?.Type) &&
                (ValueOrigin.Of(argument.Value, source, cancellationToken) is not IObjectCreationOperation { Initializer: var options } || options is not null || argument.Value.Unwrap() is not IObjectCreationOperation))
            {
                return null;
            }

            if (argument.Parameter?.Name == "body")
                body = argument.Value;
        }

        if (body is null || parallel.Arguments.IsEmpty)
            return null;
        var elements = parallel.TargetMethod.Name == "ForEach" ? parallel.Arguments[0].Value : null;
        if (elements is null && parallel.Argument("toExclusive") is { } end && ValueOrigin.Constant(end, source, cancellationToken).HasValue)
            return null;
        return Of(parallel, elements, body, cancellationToken);
    }

    private FanOut? Of(IInvocationOperation start, IOperation? elements, IOperation body, CancellationToken cancellationToken)
    {
        body = body.Unwrap();
        if (body is IDelegateCreationOperation { Target: var target })
            body = target;
        if (body is not IMethodReferenceOperation reference)
            return body is IAnonymousFunctionOperation ? Reached(start, elements, body, cancellationToken) : null;
        return (elements is not null && FanOutSizes.IsFew(elements, source, cancellationToken)) ||
            (source.BodyBehind(reference.Method, cancellationToken) is { } turn && IsLimited(turn, cancellationToken))
            ? null
            : First(start, elements, summaries.ReachFrom(reference.Method, cancellationToken), cancellationToken);
    }

    private FanOut? Reached(IInvocationOperation start, IOperation? elements, IOperation work, CancellationToken cancellationToken)
    {
        if (elements is not null && FanOutSizes.IsFew(elements, source, cancellationToken))
            return null;
        if (IsLimited(work, cancellationToken))
            return null;
        return First(start, elements, summaries.ReachWithin(work, cancellationToken), cancellationToken);
    }

    /// <summary>The first call, where nothing on the way to any of them waits for its turn.</summary>
    private FanOut? First(IInvocationOperation start, IOperation? elements, ImmutableArray<ReachedCall> reached, CancellationToken cancellationToken)
    {
        foreach (var call in reached)
        {
            foreach (var site in call.Path)
            {
                if (source.BodyBehind(site.TargetMethod, cancellationToken) is { } body && IsLimited(body, cancellationToken))
                    return null;
            }

            if (IsLimited(call.Call.Operation.Root(), cancellationToken) && call.Call.Operation.Root().Syntax != start.Root().Syntax)
                return null;
        }

        // Connections that are limited by the client's handler are limited here, too.
        return reached.IsEmpty || source.TreesWith("MaxConnectionsPerServer").Any() ? null : new FanOut(start, elements, reached[0]);
    }

    private bool IsLimited(IOperation body, CancellationToken cancellationToken) => IsLimited(body, 0, cancellationToken);

    private bool IsLimited(IOperation body, int depth, CancellationToken cancellationToken)
    {
        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation call && (Limits(call, cancellationToken) || IsHandedToLimiter(call, depth, cancellationToken)))
                return true;
        }

        return false;
    }

    /// <summary>A helper that is handed what it is to run, and lets it wait for its turn: <c>Limited(() => SendAsync(order))</c>.</summary>
    private bool IsHandedToLimiter(IInvocationOperation call, int depth, CancellationToken cancellationToken) =>
        depth < MaxHelpers && source.IsSource(call.TargetMethod) && call.Arguments.Any(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) &&
        source.BodyBehind(call.TargetMethod, cancellationToken) is { } helper && IsLimited(helper, depth + 1, cancellationToken);

    /// <summary>Whether the call waits for its turn, or runs in a pipeline that may hold it back: one with a limiter, or with a layer that is not known.</summary>
    private bool Limits(IInvocationOperation call, CancellationToken cancellationToken) =>
        FanOutApis.Limits(call.TargetMethod) ||
        (DeadlineApis.IsPipelineExecutor(call.TargetMethod) && (call.Receiver() is not { } policy || pipelines.Of(policy, cancellationToken).Has(StrategyKind.RateLimiter) != Certainty.No));
}
