using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>A client that this code makes for itself, with what becomes of it.</summary>
/// <param name="Creation">The <c>new</c> or the factory call.</param>
/// <param name="Kind">Whose client it is.</param>
/// <param name="Type">Its type as the creation says it.</param>
/// <param name="TimeoutBound">Whether anything in the code bounds its wait on purpose.</param>
/// <param name="Timeouts">Where a timeout is set on it, to whatever value.</param>
/// <param name="Calls">The calls seen on it.</param>
/// <param name="Handler">The message handler it was made with, null for the default.</param>
/// <param name="IsFallback">Whether it only stands in where the caller handed none in.</param>
/// <param name="IsRegistered">Whether a container hands it out.</param>
/// <param name="IsHostOwned">Whether it calls the host that the page came from: Blazor's own client.</param>
/// <param name="Sibling">An earlier branch of the same choice that makes the same client: it stands for both.</param>
/// <param name="IsPerCall">Whether each call of the function that makes it makes a new one, uses it and leaves it behind.</param>
/// <param name="IsShared">Whether one lives as long as the process: a static member or a container's singleton has it.</param>
/// <param name="IsEndless">Whether its timeout is switched off wherever it is set, and nothing else bounds its calls.</param>
internal sealed record OutboundClient(
    IOperation Creation,
    ClientKind Kind,
    ITypeSymbol Type,
    Certainty TimeoutBound,
    ImmutableArray<IOperation> Timeouts,
    ImmutableArray<ClientCall> Calls,
    IOperation? Handler,
    bool IsFallback,
    bool IsRegistered,
    bool IsHostOwned,
    IOperation? Sibling,
    Certainty IsPerCall,
    bool IsShared,
    Certainty IsEndless);

/// <summary>A call on a client.</summary>
/// <param name="Operation">The invocation.</param>
/// <param name="HasDeadline">Whether the call itself has an end: by its token, its task, its pipeline or its request.</param>
internal readonly record struct ClientCall(IOperation Operation, Certainty HasDeadline);
