using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// Follows a content, a stream or a reader back to a call that ended at the headers: through variables, readers over readers, helpers that return a response,
/// and what callers hand in.
/// </summary>
internal sealed class BodyOrigins(IntegrationModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 4;

    /// <summary>The call by which the helper is entered whose code is looked at.</summary>
    private IInvocationOperation? _site;

    public OutboundCall? OfContent(IOperation content, int depth)
    {
        if (depth > MaxDepth)
            return null;
        var origin = ValueOrigin.Of(content, model.Source, cancellationToken);
        return BodyReads.ResponseOf(origin) is { } response ? OfResponse(response, depth + 1)
            : origin is IParameterReferenceOperation parameter ? OfCallers(parameter.Parameter, depth, OfContent)
            : Matched(origin) is not { } matched ? null
            : matched.Property is null ? OfContent(matched.Whole, depth + 1)
            : BodyReads.IsContent(matched.Whole.Type, matched.Property) ? OfResponse(matched.Whole, depth + 1)
            : null;
    }

    public OutboundCall? OfStream(IOperation stream, int depth)
    {
        if (depth > MaxDepth)
            return null;
        switch (ValueOrigin.Of(stream, model.Source, cancellationToken))
        {
            case IObjectCreationOperation { Arguments: [var inner, ..] } wrapper when ResponseBodies.IsReader(wrapper.Type):
                return OfStream(inner.Value, depth + 1);
            case IInvocationOperation invocation when BodyReads.Content(invocation) is { } content:
                return OfContent(content, depth + 1);
            case IInvocationOperation invocation:
                return OfCall(invocation, depth, OfStream);
            case IParameterReferenceOperation parameter:
                return OfCallers(parameter.Parameter, depth, OfStream);
            default:
                return null;
        }
    }

    private OutboundCall? OfResponse(IOperation response, int depth)
    {
        if (depth > MaxDepth)
            return null;
        return Assigned(ValueOrigin.Of(response, model.Source, cancellationToken)) switch
        {
            IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode", Instance: { } same } => OfResponse(same, depth + 1),
            IInvocationOperation invocation => OfCall(invocation, depth, OfResponse),
            IParameterReferenceOperation parameter => OfCallers(parameter.Parameter, depth, OfResponse),
            var origin when Matched(origin) is { Property: null, Whole: var whole } => OfResponse(whole, depth + 1),
            _ => null,
        };
    }

    /// <summary>What a pattern takes a local out of: <c>response is { Content: { } content }</c>.</summary>
    private (IOperation Whole, string? Property)? Matched(IOperation origin) =>
        origin is ILocalReferenceOperation local ? LocalSources.Matched(local, model.Source, cancellationToken) : null;

    /// <summary>What a local is given that begins as null or empty, before a <c>try</c> that sets it.</summary>
    private IOperation Assigned(IOperation origin) =>
        origin is ILocalReferenceOperation local && AssignedValues.OnlyBesidePlaceholder(local, model.Source, cancellationToken) is { } value
            ? ValueOrigin.Of(value, model.Source, cancellationToken)
            : origin;

    private OutboundCall? OfCall(IInvocationOperation invocation, int depth, Follow follow)
    {
        if (model.Calls.Read(invocation, cancellationToken) is { } call)
            return BodyReads.EndsAtHeaders(call.Member, invocation, Constant) ? call : null;
        if (!model.Source.IsSource(invocation.TargetMethod) || !model.CallNames.MayReach(invocation.TargetMethod.Name) ||
            model.Source.BodyBehind(invocation.TargetMethod, cancellationToken) is not { } body)
        {
            return null;
        }

        var outer = _site;
        foreach (var returned in body.Returned())
        {
            _site = invocation;
            var found = follow(returned, depth + 1);
            _site = outer;
            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>The constant, also one that the helper's caller hands in.</summary>
    private Optional<object?> Constant(IOperation value)
    {
        if (ValueOrigin.Constant(value, model.Source, cancellationToken) is { HasValue: true } known)
            return known;
        if (_site is { } site && ValueOrigin.Of(value, model.Source, cancellationToken) is IParameterReferenceOperation { Parameter: var parameter })
        {
            foreach (var argument in site.Arguments)
            {
                if (argument.Parameter?.Name == parameter.Name && argument.Parameter.Ordinal == parameter.Ordinal)
                    return ValueOrigin.Constant(argument.Value, model.Source, cancellationToken);
            }
        }

        return default;
    }

    /// <summary>What the callers in sight hand in for the parameter.</summary>
    private OutboundCall? OfCallers(IParameterSymbol parameter, int depth, Follow follow)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method ||
            model.Source.Uses(method, cancellationToken) is not { } uses)
        {
            return null;
        }

        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation site)
                continue;
            foreach (var argument in site.Arguments)
            {
                if (argument.Parameter?.Ordinal == parameter.Ordinal && follow(argument.Value, depth + 1) is { } found)
                    return found;
            }
        }

        return null;
    }

    private delegate OutboundCall? Follow(IOperation value, int depth);
}
