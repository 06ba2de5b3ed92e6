using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>
/// Joins base addresses to the requests under them: through the client that is made, the members that hold it, and registrations. <c>https://h/v1</c> and
/// <c>orders</c> make <c>https://h/orders</c>; so do <c>https://h/v1/</c> and <c>/orders</c>.
/// </summary>
internal sealed class LostPaths(SourceIndex source, OutboundCalls calls, OutboundClients clients, ClientRegistrations registrations)
{
    private static readonly char[] Ends = ['?', '#'];

    private readonly AddressHeads _heads = new(source);
    private readonly RequestHeads _requests = new(source, new AddressHeads(source));

    /// <summary>What is lost by the base address that is set; null where nothing is, or the code does not say.</summary>
    public LostPath? Read(ISimpleAssignmentOperation assignment, CancellationToken cancellationToken)
    {
        if (assignment.Target is not IPropertyReferenceOperation { Property: { Name: "BaseAddress" } property, Instance: { } client } ||
            !property.ContainingType.Is(SendingMembers.NetHttp, "HttpClient") || BaseOf(assignment.Value, cancellationToken) is not { } written)
        {
            return null;
        }

        var (text, path, isWhole) = written;
        var endsOpen = !path.EndsWith("/", StringComparison.Ordinal);
        var last = path.Substring(path.TrimEnd('/').LastIndexOf('/') + 1).TrimEnd('/');
        if (endsOpen && IsFile(last))
            return null;

        string? relative = null;
        string? firstRooted = null;
        var rooted = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var (address, head) in Addresses(assignment, client, cancellationToken))
        {
            if (head.Length == 0 || head[0] is '?' or '#' || IsAbsolute(head))
                continue;
            if (head[0] == '/')
            {
                if (isWhole ? !IsUnder(head, path) : head.Length > 1 && head.IndexOf(path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase) < 0)
                {
                    firstRooted ??= head;
                    if (!rooted.Any(other => other.Syntax == address.Syntax))
                        rooted.Add(address);
                }
            }
            else if (endsOpen && !(head + "/").StartsWith(last + "/", StringComparison.OrdinalIgnoreCase))
            {
                relative ??= head;
            }
        }

        if (relative is null && rooted.Count == 0)
            return null;
        return new LostPath(text, assignment.Value, endsOpen && relative is not null, relative ?? firstRooted!, rooted.ToImmutable());
    }

    /// <summary>The addresses of the requests under the base address, and what each begins with; none where another address may be set on the client.</summary>
    private IEnumerable<(IOperation Address, string Head)> Addresses(ISimpleAssignmentOperation assignment, IOperation client, CancellationToken cancellationToken)
    {
        var (under, isIts) = CallsUnder(assignment, client, cancellationToken);
        if (under.IsEmpty)
            yield break;
        var owner = assignment.SemanticModel?.GetEnclosingSymbol(assignment.Syntax.SpanStart, cancellationToken)?.ContainingType;
        foreach (var call in under)
        {
            if (call.Member.Namespace is not (SendingMembers.NetHttp or SendingMembers.NetHttpJson))
                continue;
            IEnumerable<(IOperation Address, string Head)> heads = call.Url is { } address ? _heads.Of(address, call.Client, isIts, owner, cancellationToken)
                : call.Request is { } request ? _requests.Of(request, call.Client, isIts, owner, cancellationToken)
                : [];
            foreach (var found in heads)
                yield return found;
        }
    }

    /// <summary>The requests under the base address, and how other values are known as their client.</summary>
    private (ImmutableArray<OutboundCall> Calls, Func<IOperation, bool> IsIts) CallsUnder(ISimpleAssignmentOperation assignment, IOperation client, CancellationToken cancellationToken)
    {
        if (Registered(assignment, out var isOnly, cancellationToken) is { } registered)
        {
            return (
                isOnly ? registrations.Calls(registered, cancellationToken) : ImmutableArray<OutboundCall>.Empty,
                value => registrations.Behind(value, cancellationToken).Contains(registered));
        }

        var found = client.Unwrap() switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when assignment.Parent?.Parent is IObjectCreationOperation { Type: { } type } creation =>
                clients.Behind(creation, type, cancellationToken),
            { Type: { } type } value when value.ReferencedSymbol() is { } holder && IsFollowed(holder) => clients.Behind(holder, type, cancellationToken),
            _ => null,
        };
        if (found is null || found.BaseAddresses.Any(other => other.Syntax != assignment.Syntax))
            return (ImmutableArray<OutboundCall>.Empty, static _ => false);

        var result = ImmutableArray.CreateBuilder<OutboundCall>();
        foreach (var one in found.Calls)
        {
            if (one.Operation is IInvocationOperation invocation && calls.Read(invocation, cancellationToken) is { } call)
                result.Add(call);
        }

        return (result.ToImmutable(), found.Holds);
    }

    /// <summary>The registered client whose registration or own constructor this is; null where it is none's.</summary>
    private RegisteredClient? Registered(ISimpleAssignmentOperation assignment, out bool isOnly, CancellationToken cancellationToken)
    {
        isOnly = true;
        foreach (var client in registrations.Clients(cancellationToken))
        {
            var isIts = false;
            var addresses = 0;
            foreach (var setting in client.BaseAddresses(cancellationToken))
            {
                addresses++;
                isIts |= setting.Assignment.Syntax == assignment.Syntax;
            }

            isOnly = addresses == 1;
            if (isIts)
                return client;
        }

        return null;
    }

    /// <summary>A parameter of a method may be any caller's client; one of a constructor is what the object keeps.</summary>
    private bool IsFollowed(ISymbol holder) => holder switch
    {
        ILocalSymbol => true,
        IParameterSymbol parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor },
        _ => source.IsSource(holder),
    };

    /// <summary>
    /// The base address as written and its path. Where a value stands in it (<c>$"{host}/v1"</c>) the path is what the code says of its end: <c>isWhole</c> is false then, because
    /// the value may have a path, too.
    /// </summary>
    private (string Text, string Path, bool IsWhole)? BaseOf(IOperation value, CancellationToken cancellationToken)
    {
        var address = _heads.OfUri(value, cancellationToken);
        if (ValueOrigin.ConstantText(address, source, cancellationToken) is { } text)
            return PathOf(text) is { } path ? (text, path, true) : null;
        if (Tail(address, cancellationToken) is not { } tail || tail.IndexOf("//", StringComparison.Ordinal) >= 0 || tail.IndexOf('/') is not (>= 0 and var slash))
            return null;

        // What stands before the first slash belongs to the host or to the value's own last part.
        var known = tail.Substring(slash);
        return known.Trim('/').Length > 0 && known.IndexOfAny(Ends) < 0 ? ("…" + tail, known, false) : null;
    }

    /// <summary>The text behind the last value in it, where the value itself is no text of this code's.</summary>
    private string? Tail(IOperation address, CancellationToken cancellationToken) => ValueOrigin.Of(address, source, cancellationToken) switch
    {
        IInterpolatedStringOperation { Parts: { Length: > 1 } parts } when parts[parts.Length - 1] is IInterpolatedStringTextOperation { Text: ILiteralOperation { ConstantValue.Value: string last } } => last,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand: var right } => ValueOrigin.ConstantText(right, source, cancellationToken),
        _ => null,
    };

    private static bool IsUnder(string head, string path) =>
        head.StartsWith(path.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase) || string.Equals(head, path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? PathOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.AbsolutePath.Length > 1
            ? uri.AbsolutePath
            : null;

    private static bool IsAbsolute(string text) => text.StartsWith("//", StringComparison.Ordinal) || text.IndexOf("://", StringComparison.Ordinal) >= 0;

    /// <summary><c>index.php</c> is replaced on purpose; <c>v1.0</c> is a version.</summary>
    private static bool IsFile(string segment)
    {
        var dot = segment.LastIndexOf('.');
        if (dot < 0 || segment.Length - dot is < 3 or > 6)
            return false;
        for (var i = dot + 1; i < segment.Length; i++)
        {
            if (!char.IsLetter(segment[i]))
                return false;
        }

        return true;
    }
}
