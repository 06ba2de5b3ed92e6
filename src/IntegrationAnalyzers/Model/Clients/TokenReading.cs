using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Clients;

/// <summary>One question about a token, followed through variables, members and methods to where its source is made.</summary>
internal sealed class TokenReading(SourceIndex source, CancellationToken cancellationToken)
{
    private const int MaxDepth = 6;

    // What is being read counts for nothing: recursion adds no deadline to a token and takes none from it.
    private readonly Dictionary<ISymbol, Certainty> _known = new(SymbolEqualityComparer.Default);

    public Certainty Of(IOperation token, int depth)
    {
        if (depth > MaxDepth)
            return Certainty.Unknown;

        token = token.Unwrap();
        switch (token)
        {
            case IDefaultValueOperation or ILiteralOperation:
                return Certainty.No;
            case IPropertyReferenceOperation { Property.Name: "Token", Instance: { } owner } when DeadlineApis.IsTokenSource(owner.Type):
                return OfSource(owner, depth + 1);
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable }:
                return Of(nullable, depth + 1);
            case ILocalReferenceOperation local:
                return OfAssigned(local.Local, depth, ofSource: false);
            case IParameterReferenceOperation parameter:
                return OfParameter(parameter.Parameter, depth);
            case IFieldReferenceOperation { Field: var field } when source.IsSource(field):
                return OfAssigned(field, depth, ofSource: false);
            case IPropertyReferenceOperation { Property: var property }:
                return source.IsSource(property) ? OfProperty(property, depth, ofSource: false)
                    : DeadlineApis.MayCarryDeadline(property) ? Certainty.Unknown : Certainty.No;
            case IInvocationOperation invocation:
                return source.IsSource(invocation.TargetMethod) ? OfReturned(invocation.TargetMethod, depth, ofSource: false) : Certainty.Unknown;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return Of(choice.WhenTrue, depth + 1).Or(Of(otherwise, depth + 1));
            case ICoalesceOperation choice:
                return Of(choice.Value, depth + 1).Or(Of(choice.WhenNull, depth + 1));
            case IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Property.Name: "Token" }, Operation: var owner }:
                return OfSource(owner, depth + 1);
            case IConditionalAccessOperation { WhenNotNull: var member }:
                return Of(member, depth + 1);
            default:
                return Certainty.Unknown;
        }
    }

    /// <summary>Whether the source of tokens cancels by itself.</summary>
    private Certainty OfSource(IOperation owner, int depth)
    {
        if (depth > MaxDepth)
            return Certainty.Unknown;

        owner = owner.Unwrap();
        switch (owner)
        {
            case IObjectCreationOperation creation:
                foreach (var argument in creation.Arguments)
                {
                    if (argument.ArgumentKind != ArgumentKind.DefaultValue && DeadlineApis.IsDuration(argument.Parameter?.Type))
                        return Certainty.Yes;
                }

                return DeadlineApis.IsPlainTokenSource(creation.Type) ? Certainty.No : Certainty.Unknown;
            case IInvocationOperation link when DeadlineApis.IsLink(link.TargetMethod):
                return OfLinked(link, depth);
            case IInvocationOperation made:
                return source.IsSource(made.TargetMethod) ? OfReturned(made.TargetMethod, depth, ofSource: true) : Certainty.Unknown;
            case ILocalReferenceOperation local:
                return OfAssigned(local.Local, depth, ofSource: true);
            case IFieldReferenceOperation { Field: var field } when source.IsSource(field):
                return OfAssigned(field, depth, ofSource: true);
            case IPropertyReferenceOperation { Property: var property } when source.IsSource(property):
                return OfProperty(property, depth, ofSource: true);
            case IParameterReferenceOperation { Parameter: var parameter }:
                return CancelTimers.On(parameter, source, cancellationToken).Or(OfParameter(parameter, depth));
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OfSource(choice.WhenTrue, depth + 1).Or(OfSource(otherwise, depth + 1));
            case ICoalesceOperation choice:
                return OfSource(choice.Value, depth + 1).Or(OfSource(choice.WhenNull, depth + 1));
            case ILiteralOperation or IDefaultValueOperation:
                return Certainty.No;
            default:
                return Certainty.Unknown;
        }
    }

    private Certainty OfLinked(IInvocationOperation link, int depth)
    {
        var found = Certainty.No;
        foreach (var argument in link.Arguments)
        {
            if (argument.Value.Unwrap() is IArrayCreationOperation { Initializer: { } array })
            {
                foreach (var element in array.ElementValues)
                    found = found.Or(Of(element, depth + 1));
            }
            else
            {
                found = found.Or(Of(argument.Value, depth + 1));
            }
        }

        return found;
    }

    private Certainty Either(IOperation value, int depth, bool ofSource) => ofSource ? OfSource(value, depth) : Of(value, depth);

    /// <summary>A variable or member is as good as the best it is ever given.</summary>
    private Certainty OfAssigned(ISymbol symbol, int depth, bool ofSource)
    {
        if (_known.TryGetValue(symbol, out var known))
            return known;
        _known[symbol] = Certainty.No;
        return _known[symbol] = ReadAssigned(symbol, depth, ofSource);
    }

    private Certainty ReadAssigned(ISymbol symbol, int depth, bool ofSource)
    {
        var found = ofSource ? CancelTimers.On(symbol, source, cancellationToken) : Certainty.No;
        foreach (var declared in DeclaredValues.Of(symbol, source, cancellationToken))
            found = found.Or(Either(declared, depth + 1, ofSource));
        if (source.Uses(symbol, cancellationToken) is not { } uses)
            return Certainty.Unknown;
        foreach (var use in uses)
        {
            if (found == Certainty.Yes)
                break;
            if (use.Assigned(cancellationToken) is { } assigned)
                found = found.Or(Either(assigned, depth + 1, ofSource));
        }

        return found;
    }

    private Certainty OfProperty(IPropertySymbol property, int depth, bool ofSource)
    {
        if (property.GetMethod is { } getter && source.Body(getter, cancellationToken) is not null)
            return OfReturned(getter, depth, ofSource);
        return OfAssigned(property, depth, ofSource);
    }

    private Certainty OfReturned(IMethodSymbol method, int depth, bool ofSource)
    {
        if (_known.TryGetValue(method.OriginalDefinition, out var known))
            return known;
        _known[method.OriginalDefinition] = Certainty.No;
        return _known[method.OriginalDefinition] = ReadReturned(method, depth, ofSource);
    }

    private Certainty ReadReturned(IMethodSymbol method, int depth, bool ofSource)
    {
        if (source.BodyBehind(method, cancellationToken) is not { } body)
        {
            return Certainty.Unknown;
        }

        var found = Certainty.No;
        foreach (var returned in body.Returned())
            found = found.Or(Either(returned, depth + 1, ofSource));

        return found;
    }

    /// <summary>What the callers in sight hand in: all must have a deadline.</summary>
    private Certainty OfParameter(IParameterSymbol parameter, int depth)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return Certainty.No;
        if (_known.TryGetValue(parameter, out var known))
            return known;
        _known[parameter] = Certainty.Yes;
        return _known[parameter] = new ReceivedTokens(this, source, cancellationToken).Of(parameter, method, depth);
    }
}
