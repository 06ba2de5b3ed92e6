using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Registrations;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Finds retries inside retries: two handlers of one client, and a handler behind a call that code repeats. Both must answer the same failure, as far as is known.</summary>
internal sealed class StackedRetries(IntegrationModel model)
{
    private readonly System.Lazy<bool> _anyHandler = new(() => System.Linq.Enumerable.Any(RegistrationApis.HandlerNames, name => System.Linq.Enumerable.Any(model.Source.TreesWith(name))));

    /// <summary>Whether any file names a member that adds a handler.</summary>
    public bool AnyHandler => _anyHandler.Value;

    /// <summary>The retrying handler outside of the one that the registration adds; null where there is none.</summary>
    public StackedRetry? AtHandler(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        foreach (var client in model.Registrations.Clients(cancellationToken))
        {
            var retries = new List<(SyntaxNode Place, RetryStrategy Retry)>();
            var isInside = false;
            foreach (var step in client.Handlers)
            {
                if (step.IsConditional || OnlyRetry(step, cancellationToken) is not { } retry)
                    continue;
                var place = step.Invocation.Syntax;
                if (retries.Count > 0 && (retries.Exists(other => other.Place == place) || AreOverloads(retries[0].Place, place) || !Overlap(retries[0].Retry, retry)))
                    continue;
                isInside |= place == invocation && retries.Count > 0;
                retries.Add((place, retry));
            }

            if (isInside)
                return new StackedRetry(invocation.CalledToken(), retries[0].Place.GetLocation(), Attempts(retries));
        }

        return null;
    }

    /// <summary>The retry in code round a call whose client has a retrying handler; null where there is none.</summary>
    public StackedRetry? AtCall(InvocationExpressionSyntax invocation, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (model.Retries.Around(invocation, cancellationToken) is not { RepeatsWhatMayHaveHappened: true } scope ||
            semantics.GetOperation(invocation, cancellationToken) is not IInvocationOperation operation)
        {
            return null;
        }

        foreach (var reached in model.Summaries.Reach(operation, cancellationToken))
        {
            if (!ArrivingFailures.MayArrive(reached, scope, model.Catches, cancellationToken))
                continue;
            foreach (var registered in model.Registrations.Behind(reached, cancellationToken))
            {
                foreach (var step in registered.Handlers)
                {
                    if (!step.IsConditional && OnlyRetry(step, cancellationToken) is { } retry && !MaySpare(retry, reached.Verb) && Overlap(scope, retry))
                        return new StackedRetry(invocation.CalledToken(), step.Invocation.Syntax.GetLocation(), Attempts(scope.Limit, retry.Limit));
                }
            }
        }

        return null;
    }

    /// <summary>Whether code repeats a call on the client, in whichever file: one more retry would multiply its attempts.</summary>
    public bool IsRepeatedInCode(RegisteredClient client, CancellationToken cancellationToken)
    {
        foreach (var tree in model.Source.Compilation.SyntaxTrees)
        {
            foreach (var call in model.RetriedCalls.In(tree, cancellationToken))
            {
                foreach (var reached in call.Reached)
                {
                    if (model.Registrations.Behind(reached, cancellationToken).Contains(client))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>Two overloads that register one client: a host calls the one or the other.</summary>
    private static bool AreOverloads(SyntaxNode first, SyntaxNode second) =>
        first.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } one && second.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } other &&
        one != other && one.Parent == other.Parent && one.Identifier.ValueText == other.Identifier.ValueText;

    private RetryStrategy? OnlyRetry(RegistrationStep step, CancellationToken cancellationToken)
    {
        if (model.Pipelines.OfHandler(step.Invocation, cancellationToken) is not { } pipeline || pipeline.Retries != Certainty.Yes || pipeline.RetriesByMethod)
            return null;
        foreach (var strategy in pipeline.Strategies)
        {
            if (strategy is RetryStrategy { Limit.Retries: not 0 } retry)
                return retry;
        }

        return null;
    }

    /// <summary>Whether the handler may leave requests of that verb alone: it was told so, or looks at the method by itself.</summary>
    private static bool MaySpare(RetryStrategy retry, HttpVerb verb) =>
        retry.ExcludedVerbs.IsEmpty ? retry.IsMethodAware == Certainty.Yes : verb == HttpVerb.Unknown || retry.ExcludedVerbs.Contains(verb);

    /// <summary>A hand-written loop repeats a transport failure; a pipeline says what it repeats.</summary>
    private static bool Overlap(RetryScope scope, RetryStrategy retry)
    {
        if (scope.Pipeline is not { } pipeline)
            return scope.Kind == RetryKind.Loop && retry.Handles.Exception(FailureSample.Transport) == Certainty.Yes;
        foreach (var outer in pipeline.AllRetries())
        {
            if (Overlap(outer, retry))
                return true;
        }

        return false;
    }

    public static bool Overlap(RetryStrategy outer, RetryStrategy inner)
    {
        foreach (var status in HandledFailures.KnownStatuses)
        {
            if (outer.Handles.Status(status) == Certainty.Yes && inner.Handles.Status(status) == Certainty.Yes)
                return true;
        }

        return outer.Handles.Exception(FailureSample.Transport) == Certainty.Yes && inner.Handles.Exception(FailureSample.Transport) == Certainty.Yes;
    }

    /// <summary>How many attempts all of them make together.</summary>
    private static int? Attempts(List<(SyntaxNode Place, RetryStrategy Retry)> retries)
    {
        RetryLimit limit = new(0);
        foreach (var (_, retry) in retries)
        {
            if (Attempts(limit, retry.Limit) is not { } attempts)
                return null;
            limit = new RetryLimit(attempts - 1);
        }

        return limit.Retries + 1;
    }

    public static int? Attempts(RetryLimit outer, RetryLimit inner) =>
        outer.Retries is { } first and < 1000 && inner.Retries is { } second and < 1000 ? (first + 1) * (second + 1) : null;
}
