using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether a handler in the chain that a client is made with ends requests itself.</summary>
internal static class HandlerDeadlines
{
    private const int MaxHandlers = 12;

    public static Certainty Of(IOperation? handler, SourceIndex source, CancellationToken cancellationToken)
    {
        if (handler is null)
            return Certainty.No;
        if (AnsweringHandlers.Are(handler, source, cancellationToken))
            return Certainty.Yes;

        var found = Certainty.No;
        var pending = new Queue<IOperation>();
        pending.Enqueue(handler);
        for (var i = 0; i < MaxHandlers && pending.Count > 0; i++)
        {
            var origin = ValueOrigin.Of(pending.Dequeue(), source, cancellationToken);
            switch (origin)
            {
                case IObjectCreationOperation creation:
                    if (DeadlineApis.IsPipelineHandler(creation.Type))
                        found = found.Or(OfPipeline(creation, source, cancellationToken));
                    else if (EndsRequests(creation.Type, source, cancellationToken))
                        return Certainty.Yes;

                    foreach (var argument in creation.Arguments)
                        Enqueue(argument.Value, pending);
                    foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                    {
                        if (item is ISimpleAssignmentOperation assignment)
                            Enqueue(assignment.Value, pending);
                    }

                    break;
                case IInvocationOperation invocation when invocation.TargetMethod.Name is "CreateHandler" && invocation.TargetMethod.ContainingType.Name.Contains("Test"):
                    return Certainty.Yes; // A server in memory.
                case IInvocationOperation invocation when source.IsSource(invocation.TargetMethod) &&
                    source.BodyBehind(invocation.TargetMethod, cancellationToken) is { } body:
                    foreach (var operation in body.Tree())
                    {
                        if (operation is IReturnOperation { ReturnedValue: { } returned })
                            pending.Enqueue(returned);
                    }

                    break;
            }

            if (found == Certainty.Yes)
                return found;
        }

        return found;
    }

    /// <summary>Whether handlers of the type end requests, however they are made; unknown for another library's.</summary>
    public static Certainty Of(ITypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        if (EndsRequests(type, source, cancellationToken))
            return Certainty.Yes;
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.ContainingNamespace.Is(SendingMembers.NetHttp))
                return Certainty.No;
            if (!source.IsSource(current))
                return Certainty.Unknown;
        }

        return Certainty.Unknown;
    }

    private static void Enqueue(IOperation value, Queue<IOperation> pending)
    {
        if (value.Unwrap().Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler"))
            pending.Enqueue(value);
    }

    private static Certainty OfPipeline(IObjectCreationOperation creation, SourceIndex source, CancellationToken cancellationToken) =>
        creation.Arguments is [var pipeline, ..] ? PipelineTimeouts.Of(pipeline.Value, source, cancellationToken) : Certainty.Unknown;

    /// <summary>A handler of ours with a token source that cancels after a while.</summary>
    private static bool EndsRequests(ITypeSymbol? type, SourceIndex source, CancellationToken cancellationToken)
    {
        for (; type is not null && source.IsSource(type); type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method || source.Body(method, cancellationToken) is not { } body)
                    continue;
                foreach (var operation in body.Tree())
                {
                    switch (operation)
                    {
                        case IInvocationOperation { TargetMethod.Name: "CancelAfter" }:
                        case IObjectCreationOperation { Arguments: [{ Parameter.Type: var duration }, ..] } made
                            when DeadlineApis.IsTokenSource(made.Type) && DeadlineApis.IsDuration(duration):
                        case IInvocationOperation call when DeadlineApis.WaitsWithLimit(call):
                            return true;
                    }
                }
            }
        }

        return false;
    }
}
