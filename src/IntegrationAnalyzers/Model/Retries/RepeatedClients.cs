using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Joins the handlers that repeat requests, at their registration, with the writes that the clients behind them send.</summary>
internal sealed class RepeatedClients(IntegrationModel model)
{
    private readonly TypedSends _sends = new(model.Source, model.Registrations);

    /// <summary>The look before binding.</summary>
    public static bool MayBe(InvocationExpressionSyntax invocation) =>
        invocation.CalledText() is { } name && HttpResilienceApis.KindOf(name) != PipelineHandlerKind.None;

    /// <summary>What the handler added here repeats that must not be; null where it repeats nothing, leaves writes alone, or its clients only read.</summary>
    public RepeatedClient? At(InvocationExpressionSyntax invocation, SemanticModel semantics, WriteRules rules, CancellationToken cancellationToken)
    {
        if (semantics.GetOperation(invocation, cancellationToken) is not IInvocationOperation registration ||
            model.Pipelines.OfHandler(registration, cancellationToken) is not { } pipeline)
        {
            return null;
        }

        var isHedging = pipeline.Has(StrategyKind.Hedging) == Certainty.Yes;
        if (!isHedging && pipeline.Retries != Certainty.Yes)
            return null;

        foreach (var client in model.Registrations.Clients(cancellationToken))
        {
            if (Adds(client.Handlers, invocation) && Write(client, pipeline, isHedging, rules, cancellationToken) is { } write)
                return new RepeatedClient(registration, IsDefault(invocation, cancellationToken) ? null : client, write, isHedging);
        }

        // A default of a shared project repeats what it cannot see.
        return model.Project.IsLibrary && IsDefault(invocation, cancellationToken) && Repeats(pipeline, isHedging, rules) && !model.KeyHandlers.Any(new KeyMarks(rules.HeaderNames), cancellationToken)
            ? new RepeatedClient(registration, null, null, isHedging)
            : null;
    }

    private OutboundCall? Write(RegisteredClient client, ResiliencePipeline pipeline, bool isHedging, WriteRules rules, CancellationToken cancellationToken)
    {
        foreach (var call in model.Registrations.Calls(client, cancellationToken))
        {
            foreach (var sent in _sends.Of(call, client, cancellationToken))
            {
                if (rules.Verbs.Contains(sent.Verb) && Repeats(pipeline, isHedging, sent.Verb) &&
                    (model.RetriedWrites.Keyless.Is(sent, client, rules, cancellationToken) || IsLeftOut(sent, client, rules, cancellationToken)))
                {
                    return call;
                }
            }
        }

        return null;
    }

    /// <summary>Whether the write has a key for some callers of its wrapper, and one that gives none: <c>PostAsync(body, key: null)</c>.</summary>
    private bool IsLeftOut(ReachedCall sent, RegisteredClient client, WriteRules rules, CancellationToken cancellationToken)
    {
        foreach (var one in _sends.ByCallers(sent, client, cancellationToken))
        {
            if (MissingKeys.LeavesOne(one.Path[0]) && model.RetriedWrites.Keyless.Is(one, client, rules, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool Repeats(ResiliencePipeline pipeline, bool isHedging, WriteRules rules)
    {
        foreach (var verb in rules.Verbs)
        {
            if (Repeats(pipeline, isHedging, verb))
                return true;
        }

        return false;
    }

    /// <summary>Whether some retry of the handler makes a request of that verb again, whatever became of the first.</summary>
    public static bool Repeats(ResiliencePipeline pipeline, bool isHedging, HttpVerb verb)
    {
        if (isHedging)
            return true;
        if (pipeline.RetriesByMethod)
            return false;
        foreach (var retry in pipeline.AllRetries())
        {
            var looksAtMethod = retry.ExcludedVerbs.IsEmpty && retry.IsMethodAware != Certainty.No;
            if (!retry.ExcludedVerbs.Contains(verb) && !looksAtMethod && retry.Limit.Retries != 0 && retry.Handles.OnlyRefusals == Certainty.No)
                return true;
        }

        return false;
    }

    private bool IsDefault(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (StandsInDefaults(invocation))
            return true;
        foreach (var registration in model.Registrations.Defaults(cancellationToken))
        {
            if (Adds(registration.Steps, invocation))
                return true;
        }

        return false;
    }

    /// <summary>
    /// By its shape, <c>ConfigureHttpClientDefaults(http => { http.AddX(); })</c>: where something else in the delegate does not bind, the call that takes the delegate does not
    /// either, and no registration is known of it.
    /// </summary>
    private static bool StandsInDefaults(InvocationExpressionSyntax invocation)
    {
        ExpressionSyntax root = invocation;
        while (root is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax chained })
            root = chained.Expression;
        return root is IdentifierNameSyntax builder &&
            invocation.FirstAncestorOrSelf<LambdaExpressionSyntax>() is SimpleLambdaExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax taker } } lambda &&
            lambda.Parameter.Identifier.ValueText == builder.Identifier.ValueText && taker.CalledText() == RegistrationApis.ConfigureDefaults;
    }

    private static bool Adds(ImmutableArray<RegistrationStep> steps, InvocationExpressionSyntax invocation)
    {
        foreach (var step in steps)
        {
            if (step.Invocation.Syntax == invocation)
                return true;
        }

        return false;
    }
}
