using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Whether one call has an end of its own: a token with a deadline, a limit on its task, a timeout on its request, or code round it
/// (a pipeline, an own wrapper, all the callers of its method) that ends it.
/// </summary>
internal sealed class CallDeadlines(SourceIndex source)
{
    private const int MaxDepth = 3;

    public TokenDeadlines Tokens { get; } = new(source);

    /// <summary>No where one call has no deadline, or there is none; yes where all have one.</summary>
    public static Certainty OfAll(IEnumerable<ClientCall> calls)
    {
        Certainty? all = null;
        foreach (var call in calls)
        {
            if (call.HasDeadline == Certainty.No)
                return Certainty.No;
            all = all is null or Certainty.Yes ? call.HasDeadline : all;
        }

        return all ?? Certainty.No;
    }

    public Certainty Of(OutboundCall call, CancellationToken cancellationToken)
    {
        var unknown = false;
        if (call.Token is { } token)
        {
            var deadline = Tokens.Of(token, cancellationToken);
            if (deadline == Certainty.Yes)
                return deadline;
            unknown = deadline == Certainty.Unknown;
        }

        var request = RequestTimeouts.Of(call, source, cancellationToken);
        if (request == Certainty.Yes)
            return request;

        var around = Around(call.Operation, 0, cancellationToken);
        if (around == Certainty.Yes)
            return around;
        return unknown || request == Certainty.Unknown || around == Certainty.Unknown ? Certainty.Unknown : Certainty.No;
    }

    /// <summary>Whether what stands round a wait, on its task or round its function, ends it.</summary>
    public Certainty Around(IOperation wait, CancellationToken cancellationToken) => Around(wait, 0, cancellationToken);

    /// <summary>What stands round the call: on its task, round its lambda, and round every call of its method.</summary>
    private Certainty Around(IOperation call, int depth, CancellationToken cancellationToken)
    {
        if (TaskLimits.On(call, source, cancellationToken))
            return Certainty.Yes;

        var unknown = false;
        IOperation current = call;
        for (var parent = call.Parent; parent is not null; current = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    var inside = OfDelegate(lambda, depth, cancellationToken);
                    if (inside == Certainty.Yes)
                        return inside;
                    unknown |= inside == Certainty.Unknown;
                    break;
                case ILocalFunctionOperation local when depth < MaxDepth:
                    return OfCallers(local.Symbol, depth, cancellationToken);
            }
        }

        if (depth < MaxDepth && call.EnclosingFunction() is { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method)
        {
            var callers = OfCallers(method, depth, cancellationToken);
            if (callers == Certainty.Yes)
                return callers;
            unknown |= callers == Certainty.Unknown;
        }

        return unknown ? Certainty.Unknown : Certainty.No;
    }

    /// <summary>Every caller in sight gives the method an end; one that does not is enough for no.</summary>
    private Certainty OfCallers(IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        Certainty? all = null;
        foreach (var target in Aliases.WithSelf(method))
        {
            if (source.Uses(target, cancellationToken) is not { } uses)
                return Certainty.No;
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is not { } operation)
                    continue;
                var one = operation is IInvocationOperation ? Around(operation, depth + 1, cancellationToken)
                    : operation is IMethodReferenceOperation ? OfDelegate(operation, depth + 1, cancellationToken)
                    : Certainty.No;
                if (one == Certainty.No)
                    return Certainty.No;
                all = all is null or Certainty.Yes ? one : all;
            }
        }

        return all ?? Certainty.No;
    }

    /// <summary>Who runs the delegate: a pipeline, a method named for its timeout, or one of ours that hands it on to such.</summary>
    private Certainty OfDelegate(IOperation function, int depth, CancellationToken cancellationToken)
    {
        if (function.AsDelegate().Parent is not IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation runner })
            return Certainty.No;

        var method = runner.TargetMethod;
        if (DeadlineApis.IsPipelineExecutor(method))
            return runner.Receiver() is { } pipeline ? PipelineTimeouts.Of(pipeline, source, cancellationToken) : Certainty.Unknown;
        if (ClientTypes.NamesTimeout(method.Name))
            return Certainty.Yes;
        if (TaskLimits.On(runner, source, cancellationToken))
            return Certainty.Yes;
        if (depth >= MaxDepth || !source.IsSource(method) || source.Implementation(method, cancellationToken) is not { } implementation ||
            implementation.Parameters.Length <= parameter.Ordinal ||
            source.Uses(implementation.Parameters[parameter.Ordinal], cancellationToken) is not { } uses)
        {
            return Certainty.No;
        }

        Certainty? all = null;
        foreach (var use in uses)
        {
            var operation = use.Operation(cancellationToken);
            var one = operation switch
            {
                null => (Certainty?)null,
                IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } run => Around(run, depth + 1, cancellationToken),
                { Parent: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } run } => Around(run, depth + 1, cancellationToken),
                { Parent: IArgumentOperation } => OfDelegate(operation, depth + 1, cancellationToken),
                _ => null,
            };
            if (one is { } found)
                all = all is null or Certainty.Yes ? found : all;
        }

        return all ?? Certainty.No;
    }
}
