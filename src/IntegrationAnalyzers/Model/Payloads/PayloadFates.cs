using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Model.Errors;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What becomes of an object that was read: in the function that reads it, behind the lambda it is read in, and at the callers that it is handed to.</summary>
internal sealed class PayloadFates(SourceIndex source, string[] validatorNames, TeamApis team)
{
    private readonly CalleeEffects _effects = new(source.Graphs);
    private readonly Lazy<bool> _lacksMarkup = new(() => MarkupCode.IsMissing(source));

    /// <summary>What becomes of the call's result in its function; out of a lambda, of what the lambda is given to.</summary>
    public PayloadFacts Of(IInvocationOperation call, Held held, ITypeSymbol type, int hops, CancellationToken cancellationToken)
    {
        if (call.EnclosingFunction() is not { } function)
            return PayloadFacts.Unknown;

        var facts = PayloadFlow.OfReturned(call, held, function) ?? Followed(call, held, function, type, cancellationToken);
        if (!facts.Escapes || function.MethodKind != MethodKind.AnonymousFunction || hops == 0 || TakesLambda(call) is not { } outer ||
            !SymbolEqualityComparer.Default.Equals(outer.Type?.AwaitedType(), type))
        {
            return facts;
        }

        var beyond = Of(outer, Held.Payload, type, hops - 1, cancellationToken);
        return new PayloadFacts(facts.Unchecked.AddRange(beyond.Unchecked), facts.IsChecked || beyond.IsChecked, beyond.Escapes, beyond.ReachesEnd);
    }

    private PayloadFacts Followed(IInvocationOperation call, Held held, IMethodSymbol function, ITypeSymbol type, CancellationToken cancellationToken) =>
        source.Graphs.Around(call.Syntax, cancellationToken) is { } graph
            ? PayloadFlow.Of(graph, function, call.Syntax, held, new FlowScope(source, validatorNames, team, type, _effects, PayloadReads.MaxHops), cancellationToken)
            : PayloadFacts.Unknown;

    /// <summary>What the callers do with the result of the function the call is in, where it says nothing about null.</summary>
    public PayloadFacts OfCallers(IInvocationOperation call, ITypeSymbol type, int hops, CancellationToken cancellationToken)
    {
        if (hops == 0 || call.EnclosingFunction() is not { MethodKind: not MethodKind.AnonymousFunction } method ||
            method.ReturnType.AwaitedType() is not { NullableAnnotation: NullableAnnotation.None } declared ||
            !SymbolEqualityComparer.Default.Equals(declared, type))
        {
            return PayloadFacts.Unknown;
        }

        var isChecked = false;
        var uses = new List<PayloadUse>();
        foreach (var site in CallSites.Of(method, source, cancellationToken))
        {
            var facts = Of(site, Held.Payload, type, hops - 1, cancellationToken);
            if (facts.Escapes && facts.Unchecked.IsEmpty)
                facts = OfCallers(site, type, hops - 1, cancellationToken);
            isChecked |= facts.IsChecked;
            uses.AddRange(facts.Unchecked);
        }

        var ordered = uses
            .OrderBy(static u => u.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(static u => u.Syntax.SpanStart)
            .ToImmutableArray();
        return new PayloadFacts(ordered, isChecked, false, true);
    }

    /// <summary>Whether the function is called, and every caller looks at what it gives before using it.</summary>
    public bool AllCallersAsk(IInvocationOperation call, int hops, CancellationToken cancellationToken)
    {
        if (hops == 0 || call.EnclosingFunction() is not { MethodKind: not MethodKind.AnonymousFunction } method)
            return false;

        var anyAsks = false;
        foreach (var site in CallSites.Of(method, source, cancellationToken))
        {
            if (site.TargetMethod.ReturnType.AwaitedType() is not { IsValueType: false } type)
                continue;
            if (Of(site, Held.Payload, type, hops - 1, cancellationToken) is not { IsChecked: true, Unchecked.IsEmpty: true })
                return false;
            anyAsks = true;
        }

        return anyAsks;
    }

    /// <summary>Whether all who can call the function are in sight, and each looks at what it gives before using it: then its promise misleads nobody.</summary>
    public bool AllWhoCanCallAsk(IInvocationOperation call, ITypeSymbol type, int hops, CancellationToken cancellationToken) =>
        hops > 0 && call.EnclosingFunction() is { } function && !_lacksMarkup.Value &&
        TriedCallers.All(function, site => Of(site, Held.Payload, type, hops - 1, cancellationToken) is { IsChecked: true, Unchecked.IsEmpty: true }, inProgram: true, source, cancellationToken);

    /// <summary>The call that is given the lambda the operation is in.</summary>
    private static IInvocationOperation? TakesLambda(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not null and not IAnonymousFunctionOperation)
            current = current.Parent;
        for (current = current?.Parent; current is IDelegateCreationOperation or IConversionOperation or IArgumentOperation; current = current.Parent)
        {
            if (current is IArgumentOperation { Parent: IInvocationOperation invocation })
                return invocation;
        }

        return null;
    }
}
