using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Registrations;

/// <summary>
/// What one typed client really sends of the calls that a base class makes for it: what another client that derives from it sends does not go through this one's handlers, nor
/// what another interface's members send of a class that is registered by several.
/// </summary>
internal sealed class TypedSends(SourceIndex source, ClientRegistrations registrations)
{
    private const int MaxHops = 3;

    private readonly ServiceMembers _members = new(source, registrations);

    /// <summary>
    /// The call with its verb, where the client may come to send it; where the callers of its method say the verb, once for each of those that may.
    /// </summary>
    public IEnumerable<ReachedCall> Of(OutboundCall call, RegisteredClient client, CancellationToken cancellationToken)
    {
        if (call.Verb.From is not { ContainingSymbol: IMethodSymbol method })
        {
            if (!MayRun(client, call.Operation, cancellationToken))
                yield break;
            yield return new ReachedCall(call, call.Verb.Verb, ImmutableArray<IInvocationOperation>.Empty);
            yield break;
        }

        foreach (var use in source.Uses(method, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is IInvocationOperation site && MayRun(client, site, cancellationToken))
                yield return new ReachedCall(call, RequestVerb.Resolve(call.Verb, site, source, 0, cancellationToken).Verb, ImmutableArray.Create(site));
        }
    }

    /// <summary>The same call, once for each caller of its method that the client may come to run: what one of them hands over, another leaves out.</summary>
    public IEnumerable<ReachedCall> ByCallers(ReachedCall sent, RegisteredClient client, CancellationToken cancellationToken)
    {
        if (!sent.Path.IsEmpty || sent.Call.Operation.EnclosingFunction() is not { MethodKind: MethodKind.Ordinary } method)
            yield break;
        foreach (var use in source.Uses(method, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is IInvocationOperation site && MayRun(client, site, cancellationToken))
                yield return sent with { Path = ImmutableArray.Create(site) };
        }
    }

    /// <summary>Whether the client may come to run the place, as far as the class hierarchy and the interface say.</summary>
    private bool MayRun(RegisteredClient client, IOperation place, CancellationToken cancellationToken)
    {
        if (place.EnclosingFunction() is not { } method)
            return true;
        foreach (var registration in client.Registrations)
        {
            if (registration.ImplementationType is not INamedTypeSymbol type || !IsSiblings(place, method, type) && !_members.AreOthers(registration, method, cancellationToken) && MayRun(type, method, new HashSet<ISymbol>(SymbolEqualityComparer.Default), 0, cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Another class calls on itself what it has from a base class that the client has too.</summary>
    private static bool IsSiblings(IOperation place, IMethodSymbol method, INamedTypeSymbol client) =>
        place is IInvocationOperation { Instance: IInstanceReferenceOperation, TargetMethod: var called } && IsBaseOf(called.ContainingType, client) &&
        !IsOrDerivesFrom(client, method.ContainingType);

    private bool MayRun(INamedTypeSymbol client, IMethodSymbol method, HashSet<ISymbol> visited, int hops, CancellationToken cancellationToken)
    {
        while (method.ContainingSymbol is IMethodSymbol outer)
            method = outer;
        if (!visited.Add(method.OriginalDefinition))
            return false;
        if (hops > MaxHops || !IsBaseOf(method.ContainingType, client) || method.MethodKind != MethodKind.Ordinary)
            return true;

        var isUsed = false;
        foreach (var name in Aliases.WithSelf(method))
        {
            foreach (var use in source.Uses(name, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
            {
                isUsed = true;
                if (use.Operation(cancellationToken) is not IInvocationOperation call || call.EnclosingFunction() is not { } caller)
                    return true;
                if (call.Instance is IInstanceReferenceOperation
                    ? IsOrDerivesFrom(client, caller.ContainingType) && MayRun(client, caller, visited, hops + 1, cancellationToken)
                    : call.Instance?.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } receiver || IsOrDerivesFrom(client, receiver))
                {
                    return true;
                }
            }
        }

        return !isUsed && method.DeclaredAccessibility == Accessibility.Public && source.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
    }

    private static bool IsBaseOf(INamedTypeSymbol? type, INamedTypeSymbol client) =>
        type is not null && client.BaseType is { } @base && IsOrDerivesFrom(@base, type);

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, ancestor.OriginalDefinition))
                return true;
        }

        return false;
    }
}
