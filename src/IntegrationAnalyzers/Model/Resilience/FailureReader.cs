using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>Reads what a retry handles: v7's chain of <c>Handle</c> and <c>Or</c>, v8's <c>PredicateBuilder</c> or lambda.</summary>
internal sealed class FailureReader
{
    private const int MaxLinks = 30;

    private readonly SourceIndex _source;
    private readonly CancellationToken _cancellationToken;
    private readonly ImmutableArray<ITypeSymbol?> _samples;
    private readonly Func<IParameterSymbol, bool> _isTransientBuilder;

    /// <param name="isTransientBuilder">Whether a parameter is the builder that <c>AddTransientHttpErrorPolicy</c> hands out.</param>
    public FailureReader(SourceIndex source, Func<IParameterSymbol, bool> isTransientBuilder, CancellationToken cancellationToken)
    {
        _source = source;
        _isTransientBuilder = isTransientBuilder;
        _cancellationToken = cancellationToken;
        _samples = FailureSamples.In(source.Compilation);
    }

    /// <summary>The default of options that say nothing.</summary>
    public HandledFailures Default(bool isHttp) => Read(isHttp ? TransientFailures.Handles : TransientFailures.HandledByDefault) with { IsDefault = true };

    /// <summary>v8's <c>ShouldHandle</c>: a lambda, a method, or a <c>PredicateBuilder</c>.</summary>
    public HandledFailures OfPredicate(IOperation predicate)
    {
        if (FunctionValue.Of(predicate, _source, _cancellationToken) is { } function)
            return Read(outcome => new OutcomeTest(outcome, _source, _cancellationToken).Of(function, Outcome.Part.Arguments), asksUnsent: UnsentRequests.AreAllOf(function.Body)) with { Predicate = predicate.Syntax };
        return OfChain(predicate) with { Predicate = predicate.Syntax };
    }

    /// <summary>The chain that a v7 retry, or the value of a <c>PredicateBuilder</c>, ends.</summary>
    public HandledFailures OfChain(IOperation chain)
    {
        var links = new List<IInvocationOperation>();
        var current = ValueOrigin.Of(chain, _source, _cancellationToken);
        var isWhole = false;
        var isTransient = false;
        for (var i = 0; i < MaxLinks; i++)
        {
            if (current is IInvocationOperation link && (PollyApis.IsPredicate(link.TargetMethod) || PollyApis.IsTransientPredicate(link.TargetMethod)))
            {
                links.Add(link);
                if (link.Receiver() is not { } receiver)
                {
                    isWhole = true;
                    break;
                }

                current = ValueOrigin.Of(receiver, _source, _cancellationToken);
                continue;
            }

            if (current is IInvocationOperation { TargetMethod: var method } && _source.IsSource(method) && OnlyReturn(method) is { } returned)
            {
                current = ValueOrigin.Of(returned, _source, _cancellationToken);
                continue;
            }

            isWhole = current is IObjectCreationOperation;
            isTransient = current is IParameterReferenceOperation { Parameter: var parameter } && _isTransientBuilder(parameter);
            break;
        }

        var named = ImmutableArray.CreateBuilder<ITypeSymbol>();
        var types = ImmutableArray.CreateBuilder<ITypeSymbol>();
        var isPlain = isWhole;
        var asksUnsent = false;
        foreach (var link in links)
        {
            isPlain &= link.TargetMethod.Name is not ("HandleInner" or "OrInner") && !PollyApis.IsTransientPredicate(link.TargetMethod);
            if (link is not { TargetMethod: { Name: "Handle" or "Or", TypeArguments: [var type] } })
                continue;
            types.Add(type);
            if (Predicate(link) is not { } filter)
                named.Add(type);
            else
                asksUnsent |= FunctionValue.Of(filter, _source, _cancellationToken) is { Body: var body } && UnsentRequests.AreAllOf(body);
        }

        return Read(outcome => InChain(links, outcome, isWhole || isTransient, isTransient), named.ToImmutable(), asksUnsent) with
        {
            Links = links.ConvertAll(static link => link.Syntax).ToImmutableArray(),
            Types = isPlain ? types.ToImmutable() : default,
            Predicate = links.Count > 0 ? links[links.Count - 1].Syntax : chain.Syntax,
        };
    }

    private Certainty InChain(List<IInvocationOperation> links, Outcome outcome, bool isWhole, bool isTransient)
    {
        var handled = isTransient ? TransientFailures.HandlesInPolicies(outcome, withExceptions: true) : isWhole ? Certainty.No : Certainty.Unknown;
        foreach (var link in links)
        {
            var one = OfLink(link, outcome);
            if (one == Certainty.Yes)
                return one;
            if (one == Certainty.Unknown)
                handled = handled == Certainty.Yes ? handled : Certainty.Unknown;
        }

        return handled;
    }

    private Certainty OfLink(IInvocationOperation link, Outcome outcome)
    {
        var method = link.TargetMethod;
        if (PollyApis.IsTransientPredicate(method))
            return TransientFailures.HandlesInPolicies(outcome, withExceptions: method.Name != "OrTransientHttpStatusCode");

        var predicate = Predicate(link);
        if (method.Name is "HandleResult" or "OrResult")
        {
            if (outcome.Status is null)
                return Certainty.No;
            if (predicate is null)
                return Certainty.Unknown;
            return FunctionValue.Of(predicate, _source, _cancellationToken) is { } test
                ? new OutcomeTest(outcome, _source, _cancellationToken).Of(test, outcome.Result)
                : Certainty.Unknown;
        }

        if (outcome.Exception is not { } thrown)
            return Certainty.No;
        if (method.Name is "HandleInner" or "OrInner" || method.TypeArguments is not [var handled])
            return Certainty.Unknown;
        if (!thrown.IsOrDerivesFrom(handled))
            return Certainty.No;
        if (predicate is null)
            return Certainty.Yes;
        return FunctionValue.Of(predicate, _source, _cancellationToken) is { } filter
            ? new OutcomeTest(outcome, _source, _cancellationToken).Of(filter, Outcome.Part.Exception)
            : Certainty.Unknown;
    }

    private static IOperation? Predicate(IInvocationOperation link)
    {
        foreach (var argument in link.Arguments)
        {
            if (argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
                return argument.Value;
        }

        return null;
    }

    private IOperation? OnlyReturn(IMethodSymbol method) => _source.BodyBehind(method, _cancellationToken)?.OnlyReturned();

    private HandledFailures Read(Func<Outcome, Certainty> test, ImmutableArray<ITypeSymbol> named = default, bool asksUnsent = false)
    {
        var statuses = ImmutableArray.CreateBuilder<Certainty>(HandledFailures.KnownStatuses.Length);
        foreach (var status in HandledFailures.KnownStatuses)
            statuses.Add(test(new Outcome(status, null)));
        var exceptions = ImmutableArray.CreateBuilder<Certainty>(HandledFailures.Samples);
        foreach (var sample in _samples)
            exceptions.Add(sample is null ? Certainty.Unknown : test(new Outcome(null, sample)));
        var read = new HandledFailures(statuses.MoveToImmutable(), exceptions.MoveToImmutable())
        {
            Named = named.IsDefault ? ImmutableArray<ITypeSymbol>.Empty : named,
        };
        return read with { OnlyRefusals = OnlyRefusals(read, asksUnsent) };
    }

    private static Certainty OnlyRefusals(HandledFailures read, bool asksUnsent)
    {
        var sawRefusal = asksUnsent;
        var isOpen = false;
        for (var i = 0; i < HandledFailures.KnownStatuses.Length; i++)
        {
            var isRefusal = HandledFailures.KnownStatuses[i] is 401 or 403 or 429 or 503;
            if (read.Statuses[i] == Certainty.Yes && !isRefusal)
                return Certainty.No;
            sawRefusal |= read.Statuses[i] == Certainty.Yes;
            isOpen |= read.Statuses[i] == Certainty.Unknown;
        }

        foreach (var handled in read.Exceptions)
        {
            if (handled == Certainty.Yes)
                return Certainty.No;
        }

        foreach (var type in read.Named)
        {
            if (!FailureTest.NamesUnprocessed(type.Name))
                return Certainty.No;
            sawRefusal = true;
        }

        return !sawRefusal ? Certainty.No : isOpen ? Certainty.Unknown : Certainty.Yes;
    }
}
