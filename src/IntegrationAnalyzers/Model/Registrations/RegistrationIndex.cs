using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>All registrations of a compilation, and the clients that they make, by what they are asked for.</summary>
internal sealed class RegistrationIndex
{
    public ImmutableArray<ClientRegistration> All { get; private set; }

    public ImmutableArray<ClientRegistration> Defaults { get; private set; }

    public ImmutableArray<RegisteredClient> Clients { get; private set; }

    public Dictionary<SyntaxNode, ImmutableArray<ClientRegistration>> BySite { get; } = new();

    public Dictionary<string, RegisteredClient> ByName { get; } = new(StringComparer.Ordinal);

    public Dictionary<ClientRegistration, RegisteredClient> ClientOf { get; } = new(ReferenceComparer.Instance);

    public Dictionary<ITypeSymbol, ImmutableArray<RegisteredClient>> ByType { get; } = new(SymbolEqualityComparer.Default);

    public static RegistrationIndex Of(ImmutableArray<ClientRegistration> all, ClientRegistrations owner, SourceIndex source)
    {
        var result = new RegistrationIndex { All = all };
        var groups = new Dictionary<object, List<ClientRegistration>>();
        var order = new List<object>();
        var defaults = ImmutableArray.CreateBuilder<ClientRegistration>();
        foreach (var registration in all)
        {
            var site = registration.Invocation.Syntax;
            result.BySite[site] = result.BySite.TryGetValue(site, out var others) ? others.Add(registration) : ImmutableArray.Create(registration);
            if (registration.Kind == RegistrationKind.Defaults)
            {
                defaults.Add(registration);
                continue;
            }

            // A library that makes the name up makes it from the type.
            var key = registration.Kind == RegistrationKind.Plain ? registration
                : registration.Name ?? (registration.Kind == RegistrationKind.Refit && registration.ClientType is { } type ? "Refit, " + type.ToDisplayString() : (object)registration);
            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = new List<ClientRegistration>());
                order.Add(key);
            }

            group.Add(registration);
        }

        result.Defaults = defaults.ToImmutable();
        var clients = ImmutableArray.CreateBuilder<RegisteredClient>();
        foreach (var key in order)
            clients.Add(result.Add(new RegisteredClient(groups[key].ToImmutableArray(), result.Defaults, owner, source)));
        result.Clients = clients.ToImmutable();
        return result;
    }

    private RegisteredClient Add(RegisteredClient client)
    {
        foreach (var registration in client.Registrations)
        {
            ClientOf[registration] = client;
            if (registration.Kind == RegistrationKind.Plain)
                continue;
            if (registration.Name is { } name)
                ByName[name] = client;
            AddType(registration.ClientType, client);
            AddType(registration.ImplementationType, client);
        }

        return client;
    }

    private void AddType(ITypeSymbol? type, RegisteredClient client)
    {
        if (type is null)
            return;
        type = type.OriginalDefinition;
        var known = ByType.TryGetValue(type, out var others) ? others : ImmutableArray<RegisteredClient>.Empty;
        if (!known.Contains(client))
            ByType[type] = known.Add(client);
    }

    /// <summary>Records compare by value; here each is itself.</summary>
    private sealed class ReferenceComparer : IEqualityComparer<ClientRegistration>
    {
        public static readonly ReferenceComparer Instance = new();

        public bool Equals(ClientRegistration? x, ClientRegistration? y) => ReferenceEquals(x, y);

        public int GetHashCode(ClientRegistration obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
