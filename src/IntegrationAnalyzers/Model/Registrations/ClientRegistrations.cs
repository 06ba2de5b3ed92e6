using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Clients;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// The clients that this compilation registers with its container. Where they may stand is read per file and kept with the file; what they say is bound
/// once a compilation, when first asked.
/// </summary>
internal sealed class ClientRegistrations
{
    private readonly SourceIndex _source;
    private readonly OutboundCalls _calls;
    private readonly Lazy<CallNames> _names;
    private readonly CallDeadlines _deadlines;
    private readonly object _gate = new();
    private RegistrationIndex? _index;
    private HostDefaults? _host;
    private RegisteredCalls? _outbound;
    private HashSet<RegisteredClient>? _late;

    public ClientRegistrations(SourceIndex source, OutboundCalls calls, Lazy<CallNames> names)
    {
        _source = source;
        _calls = calls;
        _names = names;
        _deadlines = new CallDeadlines(source);
    }

    /// <summary>Every registration, in the order of the files.</summary>
    public ImmutableArray<ClientRegistration> All(CancellationToken cancellationToken) => Read(cancellationToken).All;

    /// <summary>The clients by what the factory knows them as: registrations of one name are one client.</summary>
    public ImmutableArray<RegisteredClient> Clients(CancellationToken cancellationToken) => Read(cancellationToken).Clients;

    /// <summary>What <c>ConfigureHttpClientDefaults</c> does for every client.</summary>
    public ImmutableArray<ClientRegistration> Defaults(CancellationToken cancellationToken) => Read(cancellationToken).Defaults;

    /// <summary>The registrations that the call makes: several where it stands in a helper with several callers.</summary>
    public ImmutableArray<ClientRegistration> At(SyntaxNode invocation, CancellationToken cancellationToken) =>
        Read(cancellationToken).BySite.TryGetValue(invocation, out var found) ? found : ImmutableArray<ClientRegistration>.Empty;

    /// <summary>Whether an invocation of this name may register a client: the look before binding.</summary>
    public static bool MayRegister(InvocationExpressionSyntax invocation) =>
        invocation.CalledText() is { } name && (RegistrationApis.Registering.Contains(name) || RegistrationApis.Containing.Contains(name));

    /// <summary>The client of that name; null where this compilation registers none.</summary>
    public RegisteredClient? Named(string name, CancellationToken cancellationToken) =>
        Read(cancellationToken).ByName.TryGetValue(name, out var client) ? client : null;

    /// <summary>The client that the registration belongs to; null for the defaults of all.</summary>
    public RegisteredClient? Of(ClientRegistration registration, CancellationToken cancellationToken) =>
        Read(cancellationToken).ClientOf.TryGetValue(registration, out var client) ? client : null;

    /// <summary>The clients that are registered for the type, or for an interface that it is the implementation of.</summary>
    public ImmutableArray<RegisteredClient> For(ITypeSymbol type, CancellationToken cancellationToken) =>
        Read(cancellationToken).ByType.TryGetValue(type.OriginalDefinition, out var clients) ? clients : ImmutableArray<RegisteredClient>.Empty;

    /// <summary>
    /// Whether this compilation shows all that is done to its clients: unknown where it hands the host to another project's or package's extension that may register
    /// clients or defaults for all.
    /// </summary>
    public Certainty IsWhole(CancellationToken cancellationToken) => Host().IsWhole(cancellationToken);

    /// <summary>The clients that the value may be, as far as it comes from the container or the factory; none where that is not seen.</summary>
    public ImmutableArray<RegisteredClient> Behind(IOperation client, CancellationToken cancellationToken) =>
        new ClientOrigins(this, _source, cancellationToken).Of(client);

    /// <summary>
    /// The clients that the call goes through on this path. A call in a base class goes through those of all classes that derive from it; the path says which of them it is.
    /// </summary>
    public ImmutableArray<RegisteredClient> Behind(ReachedCall reached, CancellationToken cancellationToken)
    {
        if (reached.Call.Client is not { } client)
            return ImmutableArray<RegisteredClient>.Empty;
        var clients = Behind(client, cancellationToken);
        if (clients.Length < 2 || reached.Path.IsEmpty)
            return clients;

        var own = ImmutableArray.CreateBuilder<RegisteredClient>();
        foreach (var candidate in clients)
        {
            if (IsOn(reached.Path, candidate, cancellationToken))
                own.Add(candidate);
        }

        return own.Count == 0 ? clients : own.ToImmutable();
    }

    /// <summary>Whether a class that the client is handed to stands on the path: a step is one of its methods, or stands in one.</summary>
    private bool IsOn(ImmutableArray<IInvocationOperation> path, RegisteredClient client, CancellationToken cancellationToken)
    {
        foreach (var registration in client.Registrations)
        {
            if (registration.ImplementationType is not { } type)
                continue;
            foreach (var step in path)
            {
                if (SymbolEqualityComparer.Default.Equals(_source.Implementation(step.TargetMethod, cancellationToken)?.ContainingType.OriginalDefinition, type.OriginalDefinition) ||
                    SymbolEqualityComparer.Default.Equals(step.Instance?.Type?.OriginalDefinition, type.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The outbound calls of this compilation that go through the client.</summary>
    public ImmutableArray<OutboundCall> Calls(RegisteredClient client, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _outbound) is not { } outbound)
        {
            lock (_gate)
                outbound = _outbound ??= RegisteredCalls.Read(this, _source, _calls, _names.Value, cancellationToken);
        }

        return outbound.Of(client);
    }

    /// <summary>Whether code that has got the client sets its timeout: then some of its users bound it themselves.</summary>
    public bool IsSetLate(RegisteredClient client, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _late) is not { } late)
        {
            lock (_gate)
                late = _late ??= LateTimeouts.Read(this, _source, cancellationToken);
        }

        return late.Contains(client);
    }

    /// <summary>Whether a later registration of its service takes its place.</summary>
    public bool IsReplaced(ClientRegistration registration, CancellationToken cancellationToken) =>
        ReplacedRegistrations.Holds(registration, _source.Model(registration.Invocation.Syntax.SyntaxTree), cancellationToken);

    /// <summary>Whether each call in sight on the client has an end of its own; no where one has none, or none is in sight.</summary>
    public Certainty CallsEnd(RegisteredClient client, CancellationToken cancellationToken)
    {
        var ends = new List<ClientCall>();
        foreach (var call in Calls(client, cancellationToken))
            ends.Add(new ClientCall(call.Operation, _deadlines.Of(call, cancellationToken)));
        return CallDeadlines.OfAll(ends);
    }

    private HostDefaults Host()
    {
        if (Volatile.Read(ref _host) is { } known)
            return known;
        Interlocked.CompareExchange(ref _host, new HostDefaults(_source), null);
        return _host!;
    }

    private RegistrationIndex Read(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _index) is { } known)
            return known;
        lock (_gate)
            return _index ??= RegistrationIndex.Of(ReadAll(cancellationToken), this, _source);
    }

    private ImmutableArray<ClientRegistration> ReadAll(CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<ClientRegistration>();
        var reader = new RegistrationReader(_source, cancellationToken);
        foreach (var tree in _source.Compilation.SyntaxTrees)
        {
            foreach (var site in RegistrationSites.Of(tree).Registering)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_source.Model(tree).GetOperation(site, cancellationToken) is IInvocationOperation invocation)
                    all.AddRange(reader.Read(invocation));
            }
        }

        return all.ToImmutable();
    }
}
