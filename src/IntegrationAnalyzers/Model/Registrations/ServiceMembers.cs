using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// What a client sends that is asked for by an interface, where its class is registered by another interface, too: <c>AddHttpClient&lt;IPrices, Shop&gt;()</c> beside
/// <c>AddHttpClient&lt;IOrders, Shop&gt;()</c>. A method that only members of the other interface lead to runs on the other's client.
/// </summary>
internal sealed class ServiceMembers(SourceIndex source, ClientRegistrations registrations)
{
    private const int MaxHops = 4;

    /// <summary>Whether the registration's interface leads nowhere near the method, and another registration's does.</summary>
    public bool AreOthers(ClientRegistration registration, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (registration is not { ClientType: INamedTypeSymbol { TypeKind: TypeKind.Interface } service, ImplementationType: INamedTypeSymbol { TypeKind: TypeKind.Class } type })
            return false;
        var others = new List<INamedTypeSymbol>();
        foreach (var client in registrations.Clients(cancellationToken))
        {
            foreach (var other in client.Registrations)
            {
                if (other is { ClientType: INamedTypeSymbol { TypeKind: TypeKind.Interface } offered } && type.IsSame(other.ImplementationType) && !offered.IsSame(service))
                    others.Add(offered);
            }
        }

        return others.Count > 0 && AreOthers(method, type, service, others, new HashSet<ISymbol>(SymbolEqualityComparer.Default), 0, cancellationToken);
    }

    private bool AreOthers(
        IMethodSymbol method, INamedTypeSymbol type, INamedTypeSymbol service, List<INamedTypeSymbol> others, HashSet<ISymbol> visited, int hops, CancellationToken cancellationToken)
    {
        while (method.ContainingSymbol is IMethodSymbol outer)
            method = outer;
        if (!visited.Add(method))
            return true;
        if (hops > MaxHops || method is not { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsOverride: false } || !type.IsOrDerivesFrom(method.ContainingType) ||
            source.Uses(method, cancellationToken) is not { } uses)
        {
            return false;
        }

        var isReached = false;
        foreach (var implemented in type.AllInterfaces)
        {
            if (!Implements(method, implemented, type))
                continue;
            if (Offers(service, implemented) || !others.Exists(other => Offers(other, implemented)))
                return false;
            isReached = true;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation { Instance: IInstanceReferenceOperation } call || call.EnclosingFunction() is not { } caller ||
                !AreOthers(caller, type, service, others, visited, hops + 1, cancellationToken))
            {
                return false;
            }

            isReached = true;
        }

        return isReached;
    }

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol implemented, INamedTypeSymbol type)
    {
        foreach (var member in implemented.GetMembers())
        {
            if (member is IMethodSymbol && method.IsSame(type.FindImplementationForInterfaceMember(member)))
                return true;
        }

        return false;
    }

    private static bool Offers(INamedTypeSymbol service, INamedTypeSymbol asked) => service.IsSame(asked) || service.AllInterfaces.Contains(asked, SymbolEqualityComparer.Default);
}
