using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Whether the connections of a client are replaced after a time, so that it sees changes of DNS.</summary>
internal static class ConnectionLifetimes
{
    private const int MaxHandlers = 6;

    /// <summary>No where the client's own handler keeps them for ever; unknown where the handler comes from elsewhere.</summary>
    public static Certainty Of(OutboundClient client, SourceIndex source, CancellationToken cancellationToken)
    {
        // A class of its own may hand its base any handler.
        if (client.Creation is not IObjectCreationOperation || !client.Type.Is(SendingMembers.NetHttp, "HttpClient"))
            return Certainty.Unknown;
        return client.Handler is { } handler ? OfHandler(handler, 0, source, cancellationToken) : Certainty.No;
    }

    private static Certainty OfHandler(IOperation handler, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (depth > MaxHandlers || ValueOrigin.Of(handler, source, cancellationToken) is not IObjectCreationOperation creation)
            return Certainty.Unknown;

        switch (creation.Type)
        {
            case { Name: "HttpClientHandler" } type when type.Is(SendingMembers.NetHttp, "HttpClientHandler"):
                return Certainty.No;
            case { Name: "SocketsHttpHandler" } type when type.Is(SendingMembers.NetHttp, "SocketsHttpHandler"):
                return IsSetIn(creation) || IsSetOn(handler, source, cancellationToken) ? Certainty.Yes : Certainty.No;
        }

        // A handler round another: by its constructor, or as its InnerHandler.
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Unwrap().Type.IsOrDerivesFrom(SendingMembers.NetHttp, "HttpMessageHandler"))
                return OfHandler(argument.Value, depth + 1, source, cancellationToken);
        }

        foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "InnerHandler" } } inner)
                return OfHandler(inner.Value, depth + 1, source, cancellationToken);
        }

        return Certainty.Unknown;
    }

    private static bool IsSetIn(IObjectCreationOperation creation)
    {
        foreach (var item in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (item is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: HandlerTypes.PooledLifetime } })
                return true;
        }

        return false;
    }

    /// <summary>By a later statement, or in a method that gets the handler.</summary>
    private static bool IsSetOn(IOperation handler, SourceIndex source, CancellationToken cancellationToken)
    {
        if (handler.Unwrap().ReferencedSymbol() is not { } holder)
            return false;
        if (source.Uses(holder, cancellationToken) is not { } uses)
            return true;
        foreach (var use in uses)
        {
            switch (use.Operation(cancellationToken)?.Parent)
            {
                case IPropertyReferenceOperation { Property.Name: HandlerTypes.PooledLifetime }:
                case IArgumentOperation { Parent: IInvocationOperation }:
                    return true;
            }
        }

        return false;
    }
}
