using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>
/// The handlers and clients of this compilation that turn a failed status into an exception, for every response that passes. Where one stands in the source and
/// nothing says by which client a call goes, it may go by that one.
/// </summary>
internal sealed class CheckingHandlers(SourceIndex source, ClientRegistrations registrations)
{
    private Handlers? _handlers;
    private object? _throwsByOption;

    /// <summary>Whether every response of the call may be looked at before the caller gets it.</summary>
    public bool MayLook(OutboundCall call, CancellationToken cancellationToken)
    {
        if (call.Member.Namespace == SendingMembers.RestSharp)
            return RestSharpThrows(cancellationToken);
        if (call.Client?.Type is { } type && IsOwnClient(type, cancellationToken))
            return true;

        // A call without a message of its own has no place for a delegate.
        var known = Known(cancellationToken);
        var handlers = call.Request is null ? known.Throwing : known.All;
        if (handlers.Count == 0)
            return false;

        // The handler's own passing on of its request is what it looks at itself.
        if (call.Client is not { } client || call.Member.Type == "HttpMessageHandler")
            return false;
        var clients = registrations.Behind(client, cancellationToken);
        if (clients.IsEmpty)
            return true;
        foreach (var registered in clients)
        {
            if (registered.IsWhole(cancellationToken) != Certainty.Yes || Looks(registered, handlers))
                return true;
        }

        return false;
    }

    private static bool Looks(RegisteredClient client, HashSet<string> handlers)
    {
        foreach (var step in client.Steps)
        {
            if (step.Handler == HandlerKind.Message && (step.HandlerType is null || handlers.Contains(step.HandlerType.Name)))
                return true;
        }

        return false;
    }

    /// <summary>A class of ours below <c>HttpClient</c> may look at what it sends, unless it sends as its base does and through the framework's handlers.</summary>
    private bool IsOwnClient(ITypeSymbol type, CancellationToken cancellationToken)
    {
        var looks = false;
        for (ITypeSymbol? current = type; current is not null && source.IsSource(current); current = current.BaseType)
        {
            looks |= OwnClients.MayLook(current, cancellationToken);
            if (current.BaseType is { Name: "HttpClient" })
                return looks && current.TypeKind == TypeKind.Class;
            if (current.BaseType is { Name: "RestClient" } || !current.GetMembers("SendAsync").IsEmpty)
                return current.TypeKind == TypeKind.Class;
        }

        return false;
    }

    /// <summary>Where the option stands anywhere, any client may have it.</summary>
    private bool RestSharpThrows(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _throwsByOption) is { } known)
            return (bool)known;
        object found = ThrowingOptions.MayBeOn(StatusApis.ThrowsOnAnyError, source, cancellationToken);
        Interlocked.CompareExchange(ref _throwsByOption, found, null);
        return (bool)found;
    }

    private Handlers Known(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _handlers) is { } known)
            return known;

        var all = new HashSet<string>(StringComparer.Ordinal);
        var throwing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in StatusApis.HandlerWords)
        {
            foreach (var tree in source.TreesWith(word))
            {
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    if (type.BaseNames.Contains(word) && tree.GetRoot(cancellationToken).FindNode(type.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration &&
                        Throws(declaration) is var (throws, runs) && (throws || runs))
                    {
                        all.Add(declaration.Identifier.ValueText);
                        if (throws)
                            throwing.Add(declaration.Identifier.ValueText);
                    }
                }
            }
        }

        Interlocked.CompareExchange(ref _handlers, new Handlers(all, throwing), null);
        return _handlers!;
    }

    /// <summary>Whether it asks for the status, and throws itself or runs a delegate that came with the request, which may.</summary>
    private static (bool Throws, bool Runs) Throws(TypeDeclarationSyntax type)
    {
        var throws = false;
        var asks = false;
        var run = new HashSet<string>(StringComparer.Ordinal);
        var variables = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in type.DescendantNodes())
        {
            switch (node)
            {
                case ThrowStatementSyntax { Expression: not null } or ThrowExpressionSyntax:
                    throws = true;
                    break;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var called } }:
                    run.Add(called);
                    break;
                case SingleVariableDesignationSyntax { Identifier.ValueText: var bound }:
                    variables.Add(bound);
                    break;
                case VariableDeclaratorSyntax { Identifier.ValueText: var declared, Parent.Parent: LocalDeclarationStatementSyntax }:
                    variables.Add(declared);
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name }:
                    if (ValidationApis.IsValidatorName(name, ValidationApis.DefaultNames) || name.StartsWith("Handle", StringComparison.Ordinal))
                        throws = asks = true;
                    asks |= name == StatusApis.StatusCode || ResponseBodies.IsSuccessFlag(name);
                    break;
            }
        }

        return (throws && asks, asks && run.Overlaps(variables));
    }

    /// <param name="All">The names of those that look, or run what came with the request.</param>
    /// <param name="Throwing">Of these, those that throw by themselves.</param>
    private sealed record Handlers(HashSet<string> All, HashSet<string> Throwing);
}
