using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Follows a text, stream, document or response back to where it came from: through locals, helpers that return it, callers that pass it,
/// members that keep it, and what reads, decodes or parses it.
/// </summary>
/// <param name="source">The code.</param>
/// <param name="followsParts">Whether a part of a payload (a member, an element, what a query makes of it) counts like the whole.</param>
/// <param name="followsWebhooks">Whether the body of a webhook, which we were sent, counts like that of a response.</param>
internal sealed partial class PayloadOrigins(SourceIndex source, bool followsParts = false, bool followsWebhooks = false)
{
    /// <summary>How many callers up a parameter is followed.</summary>
    private const int MaxCallers = 3;

    /// <summary>How many helpers and members down a text is followed: base classes of clients stack their overloads.</summary>
    private const int MaxHelpers = 5;

    /// <summary>How many values one question may look at.</summary>
    private const int MaxValues = 300;

    /// <summary>Where the value came from, as far as its own function says.</summary>
    public PayloadOrigin Of(IOperation value, CancellationToken cancellationToken) =>
        Of(value, MaxHelpers, new Budget(MaxValues), cancellationToken);

    /// <summary>What the callers say about a parameter: yes as soon as one passes text that came over the wire.</summary>
    public Certainty Resolve(PayloadOrigin origin, CancellationToken cancellationToken) =>
        Resolve(origin, MaxCallers, new Budget(MaxValues), cancellationToken);

    private Certainty Resolve(PayloadOrigin origin, int callers, Budget budget, CancellationToken cancellationToken)
    {
        if (origin.From is not { } parameter)
            return origin.Upstream;
        if (callers == 0 || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method)
            return Certainty.Unknown;

        foreach (var call in CallSites.Of(method, source, cancellationToken))
        {
            if (CallSites.Argument(call, parameter) is { } argument &&
                Resolve(Of(argument, MaxHelpers, budget, cancellationToken), callers - 1, budget, cancellationToken) == Certainty.Yes)
            {
                return Certainty.Yes;
            }
        }

        return Certainty.Unknown;
    }

    private PayloadOrigin Of(IOperation value, int hops, Budget budget, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!budget.Spend())
            return PayloadOrigin.Unknown;

        value = value.Unwrap();
        if (ResponseBodies.IsResponse(value.Type?.AwaitedType()))
            return value is IObjectCreationOperation ? PayloadOrigin.No : PayloadOrigin.Yes;
        if (followsWebhooks && WebhookApis.IsBody(value))
            return PayloadOrigin.Yes;

        switch (value)
        {
            case ILocalReferenceOperation local:
                return OfLocal(local, hops, budget, cancellationToken);
            case IParameterReferenceOperation parameter when followsParts && WalkedBy(parameter.Parameter, cancellationToken) is { } walked:
                return Of(walked, hops, budget, cancellationToken);
            case IParameterReferenceOperation parameter:
                return new PayloadOrigin(Certainty.Unknown, parameter.Parameter);
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, hops, budget, cancellationToken);
            case IConditionalAccessInstanceOperation instance:
                return instance.ConditionalReceiver() is { } receiver ? Of(receiver, hops, budget, cancellationToken) : PayloadOrigin.Unknown;
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, hops, budget, cancellationToken);
            case IConditionalOperation { WhenTrue: var one, WhenFalse: { } other } when IsEmpty(one) != IsEmpty(other):
                return Of(IsEmpty(one) ? other : one, hops, budget, cancellationToken);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Join(
                    Of(conditional.WhenTrue, hops, budget, cancellationToken),
                    Of(whenFalse, hops, budget, cancellationToken));
            case IInvocationOperation { TargetMethod.Name: "GetResult" or "GetAwaiter", Instance: { } task }:
                return Of(task, hops, budget, cancellationToken);
            case IInvocationOperation invocation:
                return OfInvocation(invocation, hops, budget, cancellationToken);
            case IObjectCreationOperation { Arguments: [var first, ..] } creation when ResponseBodies.IsReader(creation.Type):
                return Of(first.Value, hops, budget, cancellationToken);
            case IPropertyReferenceOperation { Instance: { } response } about when followsParts && ResponseBodies.IsResponse(response.Type) && !ResponseBodies.IsBody(about.Property):
                return PayloadOrigin.No;
            case IPropertyReferenceOperation { Instance: { } instance } property
                when property.Property is { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } || ResponseBodies.IsContent(property.Type) ||
                    ResponseBodies.IsResponse(instance.Type) || ResponseBodies.IsDocument(instance.Type):
                return ResponseBodies.IsContent(property.Type) && !ResponseBodies.IsResponse(instance.Type)
                    ? PayloadOrigin.No
                    : Of(instance, hops, budget, cancellationToken);
            case IOperation when followsParts && WholeOf(value) is { } whole:
                return OfPart(value, whole, hops, budget, cancellationToken);
            case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member when hops > 0 && source.IsSource(member.Member):
                return OfMember(member.Member, hops - 1, budget, cancellationToken);
            default:
                return PayloadOrigin.Unknown;
        }
    }

    private PayloadOrigin OfInvocation(IInvocationOperation invocation, int hops, Budget budget, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        var receiver = invocation.Receiver();
        if (ResponseBodies.ConvertsArgument(method) && invocation.Arguments.Length > 0)
            return Of(invocation.Arguments[0].Value, hops, budget, cancellationToken);
        if (DeserializingMembers.Find(method) is { } member)
        {
            return member.Input switch
            {
                PayloadInput.Sends => PayloadOrigin.Yes,
                PayloadInput.Receiver when receiver is not null => Of(receiver, hops, budget, cancellationToken),
                PayloadInput.Argument when invocation.Arguments.Length > 0 => Of(invocation.Arguments[0].Value, hops, budget, cancellationToken),
                _ => PayloadOrigin.Unknown,
            };
        }

        if (OutboundCalls.FindMember(method) is { Result: CallResult.Body or CallResult.Payload or CallResult.Response })
            return PayloadOrigin.Yes;
        if (source.IsSource(method))
        {
            var returned = hops > 0 ? OfReturned(invocation, hops - 1, budget, cancellationToken) : PayloadOrigin.Unknown;
            return followsParts && returned == PayloadOrigin.Unknown && MadeOf(invocation, cancellationToken) is { } delegated
                ? Of(delegated, hops, budget, cancellationToken)
                : returned;
        }

        if (followsParts && MadeOf(invocation, cancellationToken) is { } material)
            return Of(material, hops, budget, cancellationToken);

        // content.ReadAsStringAsync(), reader.ReadToEnd(), text.Trim(), element.GetRawText(), response.GetResponseStream()
        return receiver is not null && IsCarrier(receiver.Type) ? Of(receiver, hops, budget, cancellationToken) : PayloadOrigin.Unknown;
    }

    private static bool IsCarrier(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } || ResponseBodies.IsContent(type) || ResponseBodies.IsResponse(type) ||
        ResponseBodies.IsReader(type) || ResponseBodies.IsDocument(type) || ResponseBodies.IsResponse(type?.AwaitedType());

    /// <summary>What the called method of this compilation returns, with the call's own arguments put in.</summary>
    private PayloadOrigin OfReturned(IInvocationOperation invocation, int hops, Budget budget, CancellationToken cancellationToken)
    {
        if (source.Implementation(invocation.TargetMethod, cancellationToken) is not { } method || source.Body(method, cancellationToken) is not { } body)
            return PayloadOrigin.Unknown;

        PayloadOrigin? joined = null;
        foreach (var returned in body.Returned())
        {
            if (IsEmpty(returned))
                continue;
            var origin = Of(returned, hops, budget, cancellationToken);
            if (origin.From is { } parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method))
            {
                origin = CallSites.Argument(invocation, parameter) is { } argument
                    ? Of(argument, hops, budget, cancellationToken)
                    : PayloadOrigin.Unknown;
            }

            joined = joined is { } other ? Join(other, origin) : origin;
        }

        return joined ?? PayloadOrigin.Unknown;
    }

    private PayloadOrigin OfLocal(ILocalReferenceOperation reference, int hops, Budget budget, CancellationToken cancellationToken)
    {
        if (!budget.Enter(reference.Local))
            return PayloadOrigin.Unknown;
        if (followsParts && LocalSources.Of(reference, source, cancellationToken) is { } declared)
            return Left(Of(declared, hops, budget, cancellationToken));
        if (LocalSources.Matched(reference, source, cancellationToken) is { } matched && (matched.Property is null || BodyReads.IsContent(matched.Whole.Type, matched.Property)))
            return Left(Of(matched.Whole, hops, budget, cancellationToken));

        PayloadOrigin? joined = null;
        foreach (var value in AssignedValues.Of(reference, source, cancellationToken))
        {
            if (IsEmpty(value) || value.Syntax.Span.Contains(reference.Syntax.Span))
                continue;
            var origin = Of(value, hops, budget, cancellationToken);

            // document = Parse(part) where the part was taken out of the document: as it was before.
            var isItself = budget.CameBack(reference.Local) && origin == PayloadOrigin.Unknown;
            if (!isItself)
                joined = joined is { } other ? Join(other, origin) : origin;
        }

        return Left(joined ?? PayloadOrigin.Unknown);

        PayloadOrigin Left(PayloadOrigin origin)
        {
            budget.Leave(reference.Local);
            return origin;
        }
    }

    /// <summary>A member that keeps the text: what is assigned to it anywhere.</summary>
    private PayloadOrigin OfMember(ISymbol member, int hops, Budget budget, CancellationToken cancellationToken)
    {
        if (source.Uses(member, cancellationToken) is not { } uses)
            return PayloadOrigin.Unknown;

        PayloadOrigin? joined = null;
        foreach (var use in uses)
        {
            // Bound only where it is written to.
            var given = use.Assignment is { } assignment ? use.Model.ValueOf(assignment.Right, cancellationToken) : use.IsDeconstructed ? use.Assigned(cancellationToken) : null;
            if (given is not { } value || IsEmpty(value))
                continue;

            var origin = new PayloadOrigin(Resolve(Of(value, hops, budget, cancellationToken), 1, budget, cancellationToken));
            joined = joined is { } other ? Join(other, origin) : origin;
        }

        return joined ?? PayloadOrigin.Unknown;
    }

    private static bool IsEmpty(IOperation value)
    {
        value = value.Unwrap();
        return value.ConstantValue.HasValue || value is IDefaultValueOperation or IThrowOperation or IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } };
    }

    private static PayloadOrigin Join(PayloadOrigin left, PayloadOrigin right)
    {
        if (EqualityComparer<PayloadOrigin>.Default.Equals(left, right))
            return left;
        return PayloadOrigin.Unknown;
    }

    /// <summary>What one question may cost, however the helpers branch.</summary>
    private sealed class Budget(int values)
    {
        /// <summary>The locals that are being followed; true for those that were come back to.</summary>
        private readonly Dictionary<ILocalSymbol, bool> _followed = new(SymbolEqualityComparer.Default);

        private int _left = values;

        public bool Spend() => _left-- > 0;

        /// <summary>Whether nobody is following the local yet.</summary>
        public bool Enter(ILocalSymbol local)
        {
            var isNew = !_followed.ContainsKey(local);
            _followed[local] = !isNew;
            return isNew;
        }

        public void Leave(ILocalSymbol local) => _followed.Remove(local);

        /// <summary>Whether what was followed since the last question led to the local again.</summary>
        public bool CameBack(ILocalSymbol local)
        {
            var cameBack = _followed[local];
            _followed[local] = false;
            return cameBack;
        }
    }
}
