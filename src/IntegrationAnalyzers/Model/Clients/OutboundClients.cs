using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>Reads the clients that code makes for itself, each place once.</summary>
internal sealed class OutboundClients(SourceIndex source, OutboundCalls calls)
{
    private readonly Memo<SyntaxNode, OutboundClient?> _read = new();
    private readonly CallDeadlines _deadlines = new(source);
    private int _injectedBound = -1;

    /// <summary>The client, or null where the operation makes none, or only wraps one that is made elsewhere.</summary>
    public OutboundClient? Read(IOperation operation, CancellationToken cancellationToken)
    {
        if (Made(operation) is not { } kind || operation.Type is not { } type)
            return null;
        return _read.TryGetValue(operation.Syntax, out var known)
            ? known
            : _read.GetOrAdd(operation.Syntax, Build(operation, kind, type, cancellationToken));
    }

    /// <summary>The calls on what the symbol holds, and where base addresses are set on it.</summary>
    public ClientFlow Behind(ISymbol holder, ITypeSymbol type, CancellationToken cancellationToken)
    {
        var flow = new ClientFlow(type, source, calls, _deadlines, cancellationToken);
        flow.RunFrom(holder);
        return flow;
    }

    /// <summary>The calls on the client that is made here, and where base addresses are set on it later.</summary>
    public ClientFlow Behind(IOperation creation, ITypeSymbol type, CancellationToken cancellationToken)
    {
        var flow = new ClientFlow(type, source, calls, _deadlines, cancellationToken);
        flow.Run(creation);
        return flow;
    }

    private static ClientKind? Made(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => ClientTypes.Made(creation),
        IInvocationOperation invocation => ClientTypes.Made(invocation),
        _ => null,
    };

    private OutboundClient? Build(IOperation operation, ClientKind kind, ITypeSymbol type, CancellationToken cancellationToken)
    {
        var creation = operation as IObjectCreationOperation;
        if (creation is not null && ClientTypes.TakesClient(creation))
            return null;
        if (kind == ClientKind.WebRequest && IsOtherProtocol(operation))
            return null;

        var handler = creation?.Argument("handler");
        var isHostOwned = creation is not null && (IsHostOwned(creation) || IsComposedForBrowser(creation));
        var sibling = Sibling(operation, kind);
        var own = creation is null ? (Bound: Certainty.No, Setting: null) : ClientSettings.OwnTimeout(creation, source, cancellationToken);

        var flow = new ClientFlow(type, source, calls, _deadlines, cancellationToken);
        flow.Run(operation);
        if (own.Setting is { } setting)
            flow.Timeouts.Insert(0, setting);

        var timeouts = EndlessTimeouts.Behind(operation, flow.Timeouts);
        var isSet = own.Bound == Certainty.Yes || timeouts.Count > 0;
        var isOff = isSet && EndlessTimeouts.AreAll(timeouts, source, cancellationToken);
        var others = isSet && !isOff
            ? Certainty.Yes
            : kind == ClientKind.HttpClient && flow.IsIdle ? Certainty.Unknown
            : Bound(flow, isOff ? Certainty.No : own.Bound, HandlerDeadlines.Of(handler, source, cancellationToken), cancellationToken);
        var bound = isSet ? Certainty.Yes : others;
        var isEndless = !isOff || others == Certainty.Yes ? Certainty.No
            : others == Certainty.Unknown || !EndlessTimeouts.LeaveCallsOpen(flow.Calls) ? Certainty.Unknown
            : Certainty.Yes;
        return new OutboundClient(
            operation, kind, type, bound, timeouts.ToImmutableArray(), flow.Calls.ToImmutable(), handler,
            flow.IsFallback, flow.IsRegistered, isHostOwned, sibling, PerCallClients.Of(operation, kind, flow, source, cancellationToken),
            flow.IsShared, isEndless);
    }

    private Certainty Bound(ClientFlow flow, Certainty own, Certainty handler, CancellationToken cancellationToken)
    {
        if (handler == Certainty.Yes)
            return Certainty.Yes;
        if (own == Certainty.Unknown || handler == Certainty.Unknown || flow.Escapes || flow.IsHandedOutUnseen)
            return Certainty.Unknown;
        if (flow.IsRegistered && InjectedBound(cancellationToken) != Certainty.No)
            return Certainty.Unknown;

        return CallDeadlines.OfAll(flow.Calls);
    }

    /// <summary>Whether some code sets the timeout of a client that it was handed: then one from a container may be bounded there.</summary>
    private Certainty InjectedBound(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _injectedBound) is var known and >= 0)
            return (Certainty)known;

        var found = Certainty.No;
        foreach (var client in TimeoutSets.Holders(source, static words => words.Contains("HttpClient"), cancellationToken))
        {
            if (ClientTypes.IsClient(client.Type) && !ClientFallbacks.IsConfigured(client) && ClientFallbacks.IsInjected(client, source, cancellationToken))
            {
                found = Certainty.Unknown;
                break;
            }
        }

        Volatile.Write(ref _injectedBound, (int)found);
        return found;
    }

    /// <summary>Blazor's client calls the server that the page came from.</summary>
    internal static bool IsHostOwned(IOperation address)
    {
        foreach (var operation in address.Tree())
        {
            if (operation is IPropertyReferenceOperation { Property: { Name: "BaseAddress", ContainingType.Name: "IWebAssemblyHostEnvironment" } or { Name: "BaseUri", ContainingType.Name: "NavigationManager" } })
                return true;
        }

        return false;
    }

    /// <summary>A client registered where the host of a WebAssembly page is built: it holds no thread, and one user waits.</summary>
    private static bool IsComposedForBrowser(IObjectCreationOperation creation)
    {
        if (!TreeIndex.Of(creation.Syntax.SyntaxTree).Words.Contains(HandlerTypes.BrowserHost))
            return false;
        for (var parent = creation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary><c>(FtpWebRequest)WebRequest.Create(…)</c></summary>
    private static bool IsOtherProtocol(IOperation creation)
    {
        for (var parent = creation.Parent; parent is IConversionOperation or IParenthesizedOperation; parent = parent.Parent)
        {
            if (parent.Type is { Name: "FtpWebRequest" or "FileWebRequest" })
                return true;
        }

        return false;
    }

    /// <summary>In <c>c ? new A(x) : new A(y)</c> the first client without a timeout stands for both.</summary>
    private IOperation? Sibling(IOperation creation, ClientKind kind)
    {
        IOperation? choice = null;
        IOperation value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation
            or ISwitchExpressionArmOperation or ISwitchExpressionOperation)
        {
            value = value.Parent;
            if (value is IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation)
                choice = value;
        }

        if (choice is null)
            return null;
        foreach (var operation in choice.Tree())
        {
            if (operation.Syntax == creation.Syntax)
                return null;
            if (Made(operation) == kind && IsBranchOf(operation, choice) &&
                operation is IObjectCreationOperation other && ClientSettings.OwnTimeout(other, source, CancellationToken.None).Bound == Certainty.No)
            {
                return operation;
            }
        }

        return null;
    }

    private static bool IsBranchOf(IOperation operation, IOperation choice)
    {
        var value = operation;
        while (value != choice)
        {
            value = value.Parent;
            if (value is not (IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation
                or ISwitchExpressionArmOperation or ISwitchExpressionOperation))
            {
                return false;
            }
        }

        return true;
    }
}
