using System.Collections.Generic;
using System.Collections.Immutable;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <content>Handlers of a client: what a registration puts round every request.</content>
internal sealed partial class PipelineReader
{
    private static readonly ImmutableArray<HttpVerb> UnsafeVerbs = ImmutableArray.Create(HttpVerb.Post, HttpVerb.Put, HttpVerb.Patch, HttpVerb.Delete);

    public ResiliencePipeline OfHandler(IInvocationOperation registration)
    {
        switch (HttpResilienceApis.KindOf(registration.TargetMethod))
        {
            case PipelineHandlerKind.Standard:
                return Standard(registration, Configured(registration));
            case PipelineHandlerKind.Hedging:
                return Hedging(registration, Configured(registration));
            case PipelineHandlerKind.Custom:
                return registration.Argument("configure") is { } configure ? OfConfigure(configure, 0) : ResiliencePipeline.Unknown(registration.Syntax);
            case PipelineHandlerKind.Policy:
                var given = registration.Argument("policy") ?? registration.Argument("policySelector") ?? registration.Argument("policyFactory");
                return given is null ? ResiliencePipeline.Unknown(registration.Syntax) : OfSelector(given);
            case PipelineHandlerKind.Transient:
                return registration.Argument("configurePolicy") is { } make ? OfSelector(make) : ResiliencePipeline.Unknown(registration.Syntax);
            case PipelineHandlerKind.Registry:
                return registration.Argument("policyKey") is { } key ? OfNamed(key, registration, 0)
                    : registration.Argument("policySelector") is { } select ? OfSelector(select)
                    : ResiliencePipeline.Unknown(registration.Syntax);
            default:
                return ResiliencePipeline.Unknown(registration.Syntax);
        }
    }

    /// <summary>A policy or pipeline, or a function that chooses one a request.</summary>
    public ResiliencePipeline OfSelector(IOperation given)
    {
        if (PolicyApis.IsPipeline(given.Unwrap().Type) || FunctionValue.Of(given, source, cancellationToken) is not { } selector)
            return Of(given, 0);

        var returned = new List<IOperation>();
        foreach (var value in selector.Body.Returned())
            returned.Add(value);
        returned.Reverse();
        if (returned.Count == 1)
            return Of(returned[0], 1);
        return OneOf(selector.Body, 1, IsByMethod(selector.Body), returned.ToArray());
    }

    /// <summary>Whether a lambda's parameter is the builder that already handles transient failures.</summary>
    private static bool IsTransientBuilder(IParameterSymbol parameter)
    {
        if (!PollyApis.IsPolicyBuilder(parameter.Type) || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda ||
            lambda.DeclaringSyntaxReferences is not [var reference])
        {
            return false;
        }

        return reference.GetSyntax().Parent?.Parent?.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax registration &&
            registration.CalledText() is { } name && HttpResilienceApis.KindOf(name) == PipelineHandlerKind.Transient;
    }

    /// <summary>What the registration and the calls chained to it, or made on the variable that keeps it, set.</summary>
    private OptionValues Configured(IInvocationOperation registration)
    {
        var options = new OptionValues(source, cancellationToken);
        Apply(registration, options);
        StandardOptions.Add(options, HttpResilienceApis.KindOf(registration.TargetMethod), source, cancellationToken);
        IOperation current = registration;
        while (true)
        {
            switch (current.Parent)
            {
                case IArgumentOperation or IConversionOperation:
                    current = current.Parent;
                    continue;
                case IInvocationOperation call when HttpResilienceApis.Configures(call.TargetMethod) || HttpResilienceApis.Selects(call.TargetMethod):
                    if (HttpResilienceApis.Configures(call.TargetMethod))
                        Apply(call, options);
                    current = call;
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var kept } }:
                    foreach (var use in source.Uses(kept, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
                    {
                        var used = use.Operation(cancellationToken);
                        while (used?.Parent is IArgumentOperation or IConversionOperation)
                            used = used.Parent;
                        if (used?.Parent is IInvocationOperation later && HttpResilienceApis.Configures(later.TargetMethod))
                            Apply(later, options);
                        else if (used?.Parent is IInvocationOperation { TargetMethod: var taker } && !HttpResilienceApis.Selects(taker))
                            options.Open();
                    }

                    return options;
                default:
                    return options;
            }
        }
    }

    private static void Apply(IInvocationOperation call, OptionValues options)
    {
        foreach (var argument in call.Arguments)
        {
            switch (argument.Parameter)
            {
                case { Name: "section" }:
                    options.Open();
                    break;
                case { Name: "configure" } when HttpResilienceApis.KindOf(call.TargetMethod) != PipelineHandlerKind.Hedging:
                    options.AddFunction(argument.Value);
                    break;
            }
        }
    }

    private ResiliencePipeline Standard(IInvocationOperation registration, OptionValues options) => new(ImmutableArray.Create(
        new ResilienceStrategy(StrategyKind.RateLimiter, registration.Syntax),
        Timeout(registration, options, HttpResilienceApis.TotalTimeout + ".", PolicyApis.DefaultTimeout),
        Retry(registration, options, "Retry.", isHttp: true, RetrySource.StandardHandler),
        new ResilienceStrategy(StrategyKind.CircuitBreaker, registration.Syntax),
        Timeout(registration, options, HttpResilienceApis.AttemptTimeout + ".", HttpResilienceApis.DefaultAttemptTimeout)));

    private ResiliencePipeline Hedging(IInvocationOperation registration, OptionValues options) => new(ImmutableArray.Create(
        Timeout(registration, options, HttpResilienceApis.TotalTimeout + ".", PolicyApis.DefaultTimeout),
        new ResilienceStrategy(StrategyKind.Hedging, registration.Syntax),
        new ResilienceStrategy(StrategyKind.RateLimiter, registration.Syntax),
        new ResilienceStrategy(StrategyKind.CircuitBreaker, registration.Syntax),
        Timeout(registration, options, "Endpoint.Timeout.", HttpResilienceApis.DefaultAttemptTimeout)));

    /// <summary><c>DisableForUnsafeHttpMethods()</c>, <c>DisableFor(HttpMethod.Post)</c>.</summary>
    private ImmutableArray<HttpVerb> ExcludedVerbs(OptionValues options, string path)
    {
        var verbs = ImmutableArray.CreateBuilder<HttpVerb>();
        foreach (var (member, call) in options.Calls)
        {
            if (member + (member.Length > 0 ? "." : "") != path)
                continue;
            if (call.TargetMethod.Name == "DisableForUnsafeHttpMethods")
                verbs.AddRange(UnsafeVerbs);
            if (call.TargetMethod.Name != "DisableFor" || call.Argument("methods") is not { } methods)
                continue;
            foreach (var method in ElementValues.Of(methods, source, cancellationToken) is { IsDefault: false } named ? named : ImmutableArray<IOperation>.Empty)
                verbs.Add(HttpVerbs.Parse(ValueOrigin.Of(method, source, cancellationToken).ReferencedSymbol()?.Name));
        }

        return verbs.ToImmutable();
    }
}
