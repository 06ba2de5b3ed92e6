using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The handlers of this compilation that add an idempotency key to what they pass on, and the calls that they stand in front of.</summary>
internal sealed class KeyHandlers(IntegrationModel model)
{
    private readonly TypedSends _sends = new(model.Source, model.Registrations);

    // Asked for each retried write and each client: the files are searched once a compilation.
    private ImmutableArray<SyntaxNode> _declarations;

    // Those that add a well-known key.
    private ImmutableArray<ITypeSymbol> _adding;

    /// <summary>Whether there is one.</summary>
    public bool Any(KeyMarks marks, CancellationToken cancellationToken) => !All(marks, cancellationToken).IsEmpty;

    /// <summary>Whether one stands in front of the call; unknown where the code does not show where the call's client comes from, or what is added to it.</summary>
    public Certainty Before(ReachedCall reached, KeyMarks marks, CancellationToken cancellationToken)
    {
        if (!Any(marks, cancellationToken))
            return Certainty.No;

        var clients = model.Registrations.Behind(reached, cancellationToken);
        if (clients.IsEmpty)
            return BeforeHandler(reached, marks, cancellationToken);

        var found = Certainty.No;
        foreach (var registered in clients)
            found = found.Or(Among(registered, marks, cancellationToken));
        return found;
    }

    /// <summary>Whether the handler's type adds a key.</summary>
    public bool Adds(ITypeSymbol handler, KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var adding in All(marks, cancellationToken))
        {
            if (handler.IsOrDerivesFrom(adding))
                return true;
        }

        return false;
    }

    /// <summary>Whether one is among the client's handlers.</summary>
    public Certainty On(RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken) =>
        Any(marks, cancellationToken) ? Among(client, marks, cancellationToken) : Certainty.No;

    /// <summary>A handler sends for the clients that it is registered with: no where one of those sends writes and has none that adds a key.</summary>
    private Certainty BeforeHandler(ReachedCall reached, KeyMarks marks, CancellationToken cancellationToken)
    {
        // Stripe's services have a client of their own, unless they are given ours.
        if (reached.Call.Member.Namespace == VendorSdkApis.Stripe && !model.Source.TreesWith(VendorSdkApis.StripeOwnClient).Any())
            return Certainty.No;
        if (reached.Call.Client is { } client && IsBare(client, cancellationToken))
            return Certainty.No;
        if (reached.Call is not { Member.Type: "HttpMessageHandler", Operation: var passedOn } || passedOn.EnclosingFunction()?.ContainingType is not { } handler)
            return Certainty.Unknown;
        foreach (var registered in model.Registrations.Clients(cancellationToken))
        {
            if (Has(registered, handler) && Among(registered, marks, cancellationToken) == Certainty.No && SendsWrites(registered, marks, cancellationToken))
                return Certainty.No;
        }

        return Certainty.Unknown;
    }

    /// <summary>Whether the client is made here without a handler, or with the framework's alone: nothing stands in front of it.</summary>
    private bool IsBare(IOperation client, CancellationToken cancellationToken) =>
        ValueOrigin.Of(client, model.Source, cancellationToken) is IObjectCreationOperation { Type: { Name: "HttpClient" } type } made && type.ContainingNamespace.ToDisplayString() == SendingMembers.NetHttp &&
        (made.Argument("handler") is not { } handler ||
            ValueOrigin.Of(handler, model.Source, cancellationToken) is IObjectCreationOperation { Type.Name: "HttpClientHandler" or "SocketsHttpHandler" });

    private static bool Has(RegisteredClient client, INamedTypeSymbol handler)
    {
        foreach (var step in client.Steps)
        {
            if (step.Handler == HandlerKind.Message && !step.IsConditional && SymbolEqualityComparer.Default.Equals(step.HandlerType, handler))
                return true;
        }

        return false;
    }

    private bool SendsWrites(RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken)
    {
        foreach (var call in model.Registrations.Calls(client, cancellationToken))
        {
            foreach (var sent in _sends.Of(call, client, cancellationToken))
            {
                if (sent.Verb is HttpVerb.Post or HttpVerb.Patch && model.RetriedWrites.Keyless.Is(sent, client, marks, cancellationToken))
                    return true;
            }
        }

        return false;
    }

    private Certainty Among(RegisteredClient client, KeyMarks marks, CancellationToken cancellationToken)
    {
        var found = Certainty.No;
        foreach (var registration in client.Registrations)
        {
            if (registration.IsOpen || registration.Kind == RegistrationKind.Plain)
                return Certainty.Unknown;
        }

        foreach (var step in client.Steps)
        {
            var isMessageHandler = step.Kind == RegistrationStepKind.PrimaryHandler || step.Handler == HandlerKind.Message;
            if (step.Kind == RegistrationStepKind.Unknown || step.Handler == HandlerKind.Message && step.HandlerType is null)
                found = found.Or(Certainty.Unknown);
            else if (isMessageHandler && step.HandlerType is { } type && Adds(type, marks, cancellationToken))
                return Certainty.Yes;
        }

        return found;
    }

    private ImmutableArray<ITypeSymbol> All(KeyMarks marks, CancellationToken cancellationToken)
    {
        if (!marks.IsDefault)
            return Read(marks, cancellationToken);
        if (_adding.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _adding, Read(marks, cancellationToken));
        return _adding;
    }

    private ImmutableArray<ITypeSymbol> Read(KeyMarks marks, CancellationToken cancellationToken)
    {
        if (_declarations.IsDefault)
            ImmutableInterlocked.InterlockedInitialize(ref _declarations, FindDeclarations(cancellationToken));
        var adding = ImmutableArray.CreateBuilder<ITypeSymbol>();
        foreach (var declaration in _declarations)
        {
            if (marks.Header(declaration) && model.Source.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is ITypeSymbol type)
                adding.Add(type);
        }

        return adding.ToImmutable();
    }

    private ImmutableArray<SyntaxNode> FindDeclarations(CancellationToken cancellationToken)
    {
        var declarations = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var tree in model.Source.TreesWith("DelegatingHandler"))
        {
            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (entry.BaseNames.Contains("DelegatingHandler"))
                    declarations.Add(tree.GetRoot(cancellationToken).FindNode(entry.Span));
            }
        }

        return declarations.ToImmutable();
    }
}
