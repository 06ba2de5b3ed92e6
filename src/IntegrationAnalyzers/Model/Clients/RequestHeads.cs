using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// What the address of a request message begins with: by its constructor, its initializer or its property, where it is sent, in a helper that makes it and gives it back, or at the calls of
/// a method that takes it.
/// </summary>
internal sealed class RequestHeads(SourceIndex source, AddressHeads heads)
{
    /// <summary>How many methods a request is handed through.</summary>
    private const int MaxHops = 2;

    /// <inheritdoc cref="AddressHeads.Of(IOperation, IOperation, Func{IOperation, bool}, ITypeSymbol, CancellationToken)"/>
    /// <param name="request">The request at the call.</param>
    /// <param name="client">What the call is sent by.</param>
    /// <param name="isIts">Whether a value is the client that is asked about.</param>
    /// <param name="owner">The type that sets the client up, if one does.</param>
    public IEnumerable<(IOperation Address, string Head)> Of(IOperation request, IOperation? client, Func<IOperation, bool> isIts, ITypeSymbol? owner, CancellationToken cancellationToken) =>
        Of(request, client, isIts, owner, MaxHops, cancellationToken);

    private IEnumerable<(IOperation Address, string Head)> Of(IOperation request, IOperation? client, Func<IOperation, bool> isIts, ITypeSymbol? owner, int hops, CancellationToken cancellationToken)
    {
        switch (ValueOrigin.Of(request, source, cancellationToken))
        {
            case IObjectCreationOperation creation when AddressOf(creation, request, cancellationToken) is { } address:
                foreach (var found in heads.Of(address, client, isIts, owner, cancellationToken))
                    yield return found;
                break;
            case IInvocationOperation maker:
                foreach (var address in Made(maker, cancellationToken))
                {
                    foreach (var found in heads.Of(address, client, isIts, owner, cancellationToken))
                        yield return found;
                }

                break;
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } taken } when hops > 0:
                foreach (var (site, sender) in heads.Sites(method, client, isIts, owner, cancellationToken))
                {
                    if (CallSites.Argument(site, taken) is not { } given)
                        continue;
                    foreach (var found in Of(given, sender, isIts, owner, hops - 1, cancellationToken))
                        yield return found;
                }

                break;
        }
    }

    /// <summary>The addresses of the requests that a helper gives back: its own text, or what this call hands it for the path.</summary>
    private IEnumerable<IOperation> Made(IInvocationOperation maker, CancellationToken cancellationToken)
    {
        if (source.Implementation(maker.TargetMethod, cancellationToken) is not { } method || source.Body(method, cancellationToken) is not { } body)
            yield break;
        foreach (var returned in body.Returned())
        {
            if (ValueOrigin.Of(returned, source, cancellationToken) is not IObjectCreationOperation creation || AddressOf(creation, returned, cancellationToken) is not { } address)
                continue;
            address = heads.OfUri(address, cancellationToken);
            if (heads.Of(address, cancellationToken) is not null)
                yield return address;
            else if (heads.Parameter(address, cancellationToken) is { } path && SymbolEqualityComparer.Default.Equals(path.ContainingSymbol, method) && CallSites.Argument(maker, path) is { } given)
                yield return given;
        }
    }

    private IOperation? AddressOf(IObjectCreationOperation creation, IOperation held, CancellationToken cancellationToken)
    {
        if (creation.Type is not { Name: "HttpRequestMessage" })
            return null;
        if (creation.Argument("requestUri") is { } handed)
            return handed;
        foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "RequestUri" }, Value: var given })
                return given;
        }

        if (held.Unwrap() is not ILocalReferenceOperation { Local: var local })
            return null;
        IOperation? only = null;
        foreach (var use in source.Uses(local, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken)?.Parent is not IPropertyReferenceOperation { Property.Name: "RequestUri", Parent: ISimpleAssignmentOperation { Value: var given } assignment } set || assignment.Target != set)
                continue;
            if (only is not null)
                return null;
            only = given;
        }

        return only;
    }
}
