using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Reads settings of a kept client that run after requests: in a method that sends through it, itself or through what it calls or is called by, and that can
/// run many times; of a static client, in a constructor of instances; behind a request of the same method.
/// </summary>
internal sealed class LateSettings(SourceIndex source, OutboundCalls calls)
{
    private const int MaxHops = 2;

    private readonly KeptClients _kept = new(source);

    /// <summary>The properties that throw once a request was sent.</summary>
    public static bool IsSettledBySending(string property) => property is "Timeout" or "BaseAddress" or "MaxResponseContentBufferSize";

    /// <summary>The setting, or null where it is none, or may run before every request.</summary>
    public LateSetting? Read(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property, Instance: { } client } || !IsSettledBySending(property.Name) ||
            !property.ContainingType.Is(SendingMembers.NetHttp, "HttpClient") || _kept.Holder(client, cancellationToken) is not { } holder)
        {
            return null;
        }

        if (assignment.EnclosingFunction() is not { } method || method.MethodKind is MethodKind.AnonymousFunction or MethodKind.StaticConstructor ||
            _kept.Uses(client, holder, cancellationToken) is not { } uses)
        {
            return null;
        }

        var senders = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var makers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || operation.EnclosingFunction() is not { } function)
                continue;
            function = Member(function);
            if (operation.Parent is IAssignmentOperation made && made.Target == operation)
                makers.Add(function);
            else if (Sends(operation, cancellationToken) || IsSentByAlias(operation, cancellationToken))
                senders.Add(function);
        }

        if (senders.Count == 0 || makers.Contains(method))
            return null;
        if (method.MethodKind != MethodKind.Constructor && SentBefore.Is(assignment, uses, Sends, cancellationToken))
            return new LateSetting(assignment, property, holder);
        if (StateGuards.Before(assignment, source, cancellationToken) || IsSetOnceARequest(method, holder, cancellationToken))
            return null;

        var isLate = method.MethodKind == MethodKind.Constructor
            ? holder.IsStatic
            : RunsAmongRequests(method, senders, makers, 0, cancellationToken) && Repetition.Of(assignment, source, cancellationToken) == Certainty.Yes;
        return isLate ? new LateSetting(assignment, property, holder) : null;
    }

    /// <summary>An action that nobody else calls, of a controller that holds its client for as long as it lives: for one request.</summary>
    private bool IsSetOnceARequest(IMethodSymbol method, ISymbol holder, CancellationToken cancellationToken) =>
        !holder.IsStatic && EndpointApis.IsAction(method) && source.Uses(method, cancellationToken) is { IsEmpty: true } && !SharedClients.InContainer(source, cancellationToken);

    /// <summary><c>var client = _client; await client.GetAsync(…)</c></summary>
    private bool IsSentByAlias(IOperation client, CancellationToken cancellationToken)
    {
        if (client.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var alias } })
            return false;
        foreach (var use in source.Uses(alias, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            if (use.Operation(cancellationToken) is { } operation && Sends(operation, cancellationToken))
                return true;
        }

        return false;
    }

    private bool Sends(IOperation client, CancellationToken cancellationToken)
    {
        var value = client;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        var invocation = value.Parent as IInvocationOperation ?? (value.Parent as IArgumentOperation)?.Parent as IInvocationOperation;
        return invocation is not null && invocation.Receiver() == (value.Parent is IArgumentOperation argument ? argument.Value : value) &&
            calls.Read(invocation, cancellationToken) is not null;
    }

    /// <summary>Whether the method sends, calls what sends, or is called by what does; one that makes the client anew is another matter.</summary>
    private bool RunsAmongRequests(IMethodSymbol method, HashSet<ISymbol> senders, HashSet<ISymbol> makers, int hops, CancellationToken cancellationToken)
    {
        if (Calls(method, senders, 0, cancellationToken))
            return true;
        if (hops == MaxHops || source.Uses(method, cancellationToken) is not { } uses)
            return false;

        var found = false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || call.EnclosingFunction() is not { } caller)
                continue;
            caller = Member(caller);
            if (makers.Contains(caller) || StateGuards.Before(call, source, cancellationToken))
                return false;
            found |= caller.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor) && RunsAmongRequests(caller, senders, makers, hops + 1, cancellationToken);
        }

        return found;
    }

    private bool Calls(IMethodSymbol method, HashSet<ISymbol> senders, int hops, CancellationToken cancellationToken)
    {
        if (senders.Contains(method))
            return true;
        if (hops == MaxHops || source.Body(method, cancellationToken) is not { } body)
            return false;
        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod: var target } && source.IsSource(target) &&
                SymbolEqualityComparer.Default.Equals(target.ContainingType, method.ContainingType) && Calls(target.OriginalDefinition, senders, hops + 1, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The member that a local function or lambda stands in.</summary>
    private static IMethodSymbol Member(IMethodSymbol function)
    {
        while (function is { MethodKind: MethodKind.AnonymousFunction, ContainingSymbol: IMethodSymbol outer })
            function = outer;
        return function.OriginalDefinition;
    }
}
