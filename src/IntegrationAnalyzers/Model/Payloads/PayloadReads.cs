using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>
/// Reads payload reads: by the member's name first, then by its type; then where its text comes from, and only for what may come over the wire
/// what becomes of the object.
/// </summary>
internal sealed class PayloadReads
{
    /// <summary>How many methods deep a payload is followed, towards its maker and towards its users.</summary>
    public const int MaxHops = 3;

    private readonly SourceIndex _source;
    private readonly Lazy<PayloadNames> _names;
    private readonly PayloadOrigins _origins;
    private readonly PayloadFates _fates;
    private readonly ClosedTypes _closed;
    private readonly RequestValidators _sent;
    private readonly Memo<(SyntaxNode, int), PayloadRead?> _read = new();
    private readonly Memo<(IMethodSymbol, int), PayloadRead?> _wrapped = new();

    public PayloadReads(SourceIndex source, Lazy<PayloadNames> names, string[] validatorNames, TeamApis team)
    {
        _source = source;
        _names = names;
        _origins = new PayloadOrigins(source);
        _fates = new PayloadFates(source, validatorNames, team);
        _sent = new RequestValidators(source, validatorNames);
        Settings = new SerializerSettingsReader(source);
        Names = new CaseSensitiveNames(source);
        _closed = new ClosedTypes(source, _origins);
    }

    /// <summary>What the reads' serializers make of names and nulls.</summary>
    public SerializerSettingsReader Settings { get; }

    /// <summary>The members that a serializer which minds the case does not find.</summary>
    public CaseSensitiveNames Names { get; }

    /// <summary>The types that the read makes from text that came over the wire, an open one closed as its callers do.</summary>
    public IReadOnlyList<ITypeSymbol> Types(PayloadRead read, CancellationToken cancellationToken) => _closed.Of(read, cancellationToken);

    /// <summary>The read that is a library's member itself; null for a method here that hands one on.</summary>
    public PayloadRead? ReadDirectly(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        DeserializingMembers.MayBe(invocation.TargetMethod) && DeserializingMembers.Find(invocation.TargetMethod) is not null ? Read(invocation, cancellationToken) : null;

    /// <summary>Whether the file names what may make an object from a text; what sends and reads in one is told by <see cref="CallNames"/>.</summary>
    public bool MayRead(SyntaxTree file) => _names.Value.MayReturn(TreeIndex.Of(file).Words);

    /// <summary>Whether a member of this name may make an object from a text.</summary>
    public bool MayRead(string name) => DeserializingMembers.HasName(name) || _names.Value.MayReturn(name);

    /// <summary>The cheap look, by name.</summary>
    public bool MayRead(IInvocationOperation invocation) =>
        DeserializingMembers.MayBe(invocation.TargetMethod) || (_source.IsSource(invocation.TargetMethod) && MayWrap(invocation.TargetMethod));

    /// <summary>The read, or null where the invocation makes no object from a body as far as is known.</summary>
    public PayloadRead? Read(IInvocationOperation invocation, CancellationToken cancellationToken) => Read(invocation, MaxHops, cancellationToken);

    private PayloadRead? Read(IInvocationOperation invocation, int hops, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        if (DeserializingMembers.MayBe(method))
        {
            if (_read.TryGetValue((invocation.Syntax, hops), out var known))
                return known;
            if (DeserializingMembers.Find(method) is { } member)
            {
                var text = Text(invocation, member);
                return _read.GetOrAdd((invocation.Syntax, hops), Build(invocation, member, DirectOrigin(text, member, cancellationToken), text, hops, cancellationToken));
            }
        }

        if (!_source.IsSource(method) || !MayWrap(method))
            return null;
        if (_read.TryGetValue((invocation.Syntax, hops), out var wrapper))
            return wrapper;
        if (hops == 0 || Wrapped(method, hops - 1, cancellationToken) is not { } inner)
            return null;

        var origin = inner.Origin;
        IOperation? input = null;
        if (origin.From is { } parameter)
        {
            input = CallSites.Argument(invocation, parameter);
            origin = input is null ? PayloadOrigin.Unknown : _origins.Of(input, cancellationToken);
        }

        return _read.GetOrAdd((invocation.Syntax, hops), Build(invocation, inner.Member with { IsEnvelope = false }, origin, input, hops, cancellationToken));
    }

    private bool MayWrap(IMethodSymbol method)
    {
        var result = method.OriginalDefinition.ReturnType.AwaitedType();
        return result is { IsValueType: false, SpecialType: SpecialType.None } && result.Name is not "Task" && _names.Value.MayReturn(method.Name);
    }

    /// <summary>The read whose result the method hands on as it is, saying that it may be null or saying nothing of a type of its caller's.</summary>
    private PayloadRead? Wrapped(IMethodSymbol method, int hops, CancellationToken cancellationToken)
    {
        if (_source.Implementation(method, cancellationToken) is not { } implementation)
            return null;
        implementation = (implementation.ReducedFrom ?? implementation).OriginalDefinition;
        return _wrapped.TryGetValue((implementation, hops), out var known)
            ? known
            : _wrapped.GetOrAdd((implementation, hops), ReadWrapped(implementation, hops, cancellationToken));
    }

    private PayloadRead? ReadWrapped(IMethodSymbol method, int hops, CancellationToken cancellationToken)
    {
        var declared = method.ReturnType.AwaitedType();
        if (!IsOpen(declared) && declared.NullableAnnotation != NullableAnnotation.Annotated)
            return null;
        if (_source.Body(method, cancellationToken) is not { } body)
            return null;

        foreach (var operation in body.Tree())
        {
            if (operation is IInvocationOperation invocation && Read(invocation, hops, cancellationToken) is { Uses: { Escapes: true, Unchecked.IsEmpty: true }, IsErrorBody: false } read &&
                SymbolEqualityComparer.Default.Equals(read.PayloadType, declared))
            {
                return read;
            }
        }

        return null;
    }

    private static IOperation? Text(IInvocationOperation invocation, DeserializingMember member)
    {
        var text = member.Input switch
        {
            PayloadInput.Receiver => invocation.Receiver(),
            PayloadInput.Argument when invocation.Arguments.Length > 0 => invocation.Arguments[0].Value,
            _ => null,
        };
        return text is IConditionalAccessInstanceOperation instance ? instance.ConditionalReceiver() : text;
    }

    private PayloadOrigin DirectOrigin(IOperation? text, DeserializingMember member, CancellationToken cancellationToken) =>
        member.Input == PayloadInput.Sends ? PayloadOrigin.Yes
        : text is null ? PayloadOrigin.Unknown
        : _origins.Of(text, cancellationToken);

    private PayloadRead? Build(IInvocationOperation call, DeserializingMember member, PayloadOrigin origin, IOperation? text, int hops, CancellationToken cancellationToken)
    {
        var type = PayloadTypes.Of(call, member);
        var options = call.ArgumentOfType("JsonSerializerOptions") ?? call.ArgumentOfType("JsonSerializerSettings") ?? call.ArgumentOfType("JsonTypeInfo");
        var upstream = _origins.Resolve(origin, cancellationToken);
        var read = new PayloadRead(call, member, type, origin, upstream, options, false, false, PayloadFacts.Unknown, PayloadFacts.Unknown);
        if (type is null || PayloadTypes.IsNeverNull(type) || PayloadTypes.IsFilledContainer(text) || (upstream != Certainty.Yes && origin.From is null) ||
            FlowGraphs.FunctionOf(call.Syntax) is null)
        {
            return read;
        }

        read = read with
        {
            IsErrorBody = PayloadTypes.IsErrorBody(type) || StatusPaths.OnlyAfterFailure(call.Syntax, _source.Graphs, cancellationToken),
            IsSelfChecked = ValidationApis.ChecksItself(type, member.Serializer) || PayloadTypes.ChecksItself(options, _source, cancellationToken) ||
                _sent.Look(member.Input == PayloadInput.Sends ? call : text ?? call, cancellationToken),
        };
        var uses = _fates.Of(call, member.IsEnvelope ? Held.Envelope : Held.Payload, type, hops, cancellationToken);

        // A parser of whatever text it is given promises what its caller makes of it; so does a reader whose callers all take it for what it is.
        var isReturned = uses.Unchecked is [{ Kind: PayloadUseKind.Returned }, ..];
        if (IsOpen(type) ? origin.From is not null || (isReturned && _fates.AllCallersAsk(call, hops, cancellationToken)) : isReturned && _fates.AllWhoCanCallAsk(call, type, hops, cancellationToken))
            uses = WithoutReturns(uses);

        // A generic reader of ours that says nothing of null is the one place to mend, not each of the methods that hand on what it gives.
        if (_source.IsSource(call.TargetMethod) && call.TargetMethod.OriginalDefinition.ReturnType.AwaitedType() is { NullableAnnotation: not NullableAnnotation.Annotated } promised && IsOpen(promised))
            uses = WithoutReturns(uses);
        read = read with { Uses = uses };
        return uses.Escapes && uses.Unchecked.IsEmpty && !IsOpen(type) && upstream == Certainty.Yes
            ? read with { CallerUses = _fates.OfCallers(call, type, hops, cancellationToken) }
            : read;
    }

    /// <summary>What is returned as never null is the callers' matter; nothing is that was checked first.</summary>
    private static PayloadFacts WithoutReturns(PayloadFacts uses)
    {
        var here = uses.Unchecked.RemoveAll(static u => u.Kind == PayloadUseKind.Returned);
        return uses with { Unchecked = here, Escapes = uses.Escapes || here.Length < uses.Unchecked.Length };
    }

    private static bool IsOpen(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => IsOpen(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsOpen),
        _ => false,
    };
}
