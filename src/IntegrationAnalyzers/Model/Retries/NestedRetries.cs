using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Resilience;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Finds retries inside retries where both stand in code: a pipeline executed in a loop or in another pipeline, a wrapper with a retry of its own called in one. Both must
/// repeat after a transport failure, and the inner one must let its last failure out.
/// </summary>
internal sealed class NestedRetries(IntegrationModel model)
{
    /// <summary>The look by syntax alone.</summary>
    public static bool MayExecute(InvocationExpressionSyntax invocation) =>
        invocation.CalledText() is { } name && name.StartsWith("Execute", System.StringComparison.Ordinal) && RepeatingSyntax.MayBeRetried(invocation);

    /// <summary>
    /// The retry outside of this one in the pipelines that have it, for the same failure; null where there is none, or where it repeats another one in any of them.
    /// That it is run alone as well makes the two together no better.
    /// </summary>
    public static StackedRetry? InOnePipeline(OutboundRetry retry)
    {
        StackedRetry? stacked = null;
        foreach (var use in retry.Uses)
        {
            RetryStrategy? outer = null;
            var isInside = false;
            var isAlone = true;
            foreach (var strategy in use.Pipeline.Strategies)
            {
                if (strategy.Kind == StrategyKind.Unknown)
                    return null;
                if (strategy is not RetryStrategy { Limit.Retries: not 0 } found)
                    continue;
                if (found.Origin == retry.Strategy.Origin)
                {
                    isInside = true;
                    break;
                }

                isAlone = false;
                outer ??= StackedRetries.Overlap(found, retry.Strategy) ? found : null;
            }

            if (!isInside || (outer is null && !isAlone) || use.Pipeline.RetriesByMethod)
                return null;
            if (outer is not null)
                stacked = new StackedRetry(default, outer.Origin.GetLocation(), StackedRetries.Attempts(outer.Limit, retry.Strategy.Limit));
        }

        return stacked;
    }

    /// <summary>Whether some pipeline has the retry and no other outside of it: there it is needed.</summary>
    public static bool RunsAlone(OutboundRetry retry)
    {
        foreach (var use in retry.Uses)
        {
            foreach (var strategy in use.Pipeline.Strategies)
            {
                if (strategy is not RetryStrategy { Limit.Retries: not 0 } found)
                    continue;
                if (found.Origin == retry.Strategy.Origin)
                    return true;
                break;
            }
        }

        return false;
    }

    /// <summary>The retry round a policy's or pipeline's execution that retries itself; null where there is none.</summary>
    public StackedRetry? AtExecution(InvocationExpressionSyntax invocation, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (model.Retries.Around(invocation, cancellationToken) is not { RepeatsWhatMayHaveHappened: true } outer || !RepeatsTransport(outer, invocation) ||
            semantics.GetOperation(invocation, cancellationToken) is not IInvocationOperation execution || !PollyApis.IsExecutor(execution.TargetMethod) ||
            execution.Receiver() is not { } policy || model.Pipelines.Of(policy, cancellationToken) is not { Retries: Certainty.Yes } inner || !RepeatsTransport(inner) ||
            model.Summaries.ReachWithin(execution, cancellationToken).IsEmpty)
        {
            return null;
        }

        return new StackedRetry(invocation.CalledToken(), outer.Location, StackedRetries.Attempts(outer.Limit, inner.Limit));
    }

    /// <summary>The retry inside the method that a retry calls; null where there is none.</summary>
    public StackedRetry? AtWrapper(InvocationExpressionSyntax invocation, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (model.Retries.Around(invocation, cancellationToken) is not { RepeatsWhatMayHaveHappened: true } outer || !RepeatsTransport(outer, invocation) ||
            semantics.GetOperation(invocation, cancellationToken) is not IInvocationOperation operation || !model.Source.IsSource(operation.TargetMethod))
        {
            return null;
        }

        foreach (var reached in model.Summaries.Reach(operation, cancellationToken))
        {
            if (!ArrivingFailures.MayArrive(reached, outer, model.Catches, cancellationToken))
                continue;
            for (var i = 1; i <= reached.Path.Length; i++)
            {
                var site = i == reached.Path.Length ? reached.Call.Operation : reached.Path[i];
                if (site.Syntax is not InvocationExpressionSyntax call || !RepeatingSyntax.MayBeRetried(call) ||
                    model.Retries.Around(call, cancellationToken) is not { RepeatsWhatMayHaveHappened: true } inner || inner.Boundary == outer.Boundary || !RepeatsTransport(inner, call))
                {
                    continue;
                }

                if (inner.Pipeline is not null || LetsLastFailureOut(inner, call))
                {
                    if (IsNamedBefore(invocation, outer.Region))
                        return null;
                    return new StackedRetry(
                        invocation.CalledToken(), inner.Location,
                        StackedRetries.Attempts(outer.Limit, inner.Limit), RepeatsOthers(invocation, outer.Region));
                }
            }
        }

        return null;
    }

    /// <summary>Whether the retry repeats calls of other names that may go out: a page of a program, of which this call is one step.</summary>
    private bool RepeatsOthers(InvocationExpressionSyntax invocation, SyntaxNode region)
    {
        foreach (var node in region.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax other && other.CalledText() is { } name && name != invocation.CalledText() && model.CallNames.MayReach(name) &&
                !other.Span.Contains(invocation.Span) && !invocation.Span.Contains(other.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the retry calls the same method before: that is one mistake, not two.</summary>
    private static bool IsNamedBefore(InvocationExpressionSyntax invocation, SyntaxNode region)
    {
        foreach (var node in region.DescendantNodes())
        {
            if (node.SpanStart >= invocation.SpanStart)
                return false;
            if (node is InvocationExpressionSyntax other && other.CalledText() == invocation.CalledText())
                return true;
        }

        return false;
    }

    private static bool RepeatsTransport(RetryScope scope, SyntaxNode call) =>
        scope.Pipeline is { } pipeline ? RepeatsTransport(pipeline) : scope.Kind == RetryKind.Loop && Handler(scope, call) is not null;

    private static bool RepeatsTransport(ResiliencePipeline pipeline)
    {
        foreach (var retry in pipeline.AllRetries())
        {
            if (retry.Limit.Retries != 0 && retry.Handles.Exception(FailureSample.Transport) == Certainty.Yes)
                return true;
        }

        return false;
    }

    /// <summary>The clause of the loop that takes a transport failure and goes on to the next attempt.</summary>
    private static CatchClauseSyntax? Handler(RetryScope loop, SyntaxNode call)
    {
        for (var node = call; node != loop.Region && node.Parent is { } parent; node = parent)
        {
            if (parent is not TryStatementSyntax attempt || attempt.Block != node)
                continue;
            foreach (var handler in attempt.Catches)
            {
                if (handler.Declaration is null or { Type: SimpleNameSyntax { Identifier.ValueText: "Exception" or "HttpRequestException" } or QualifiedNameSyntax { Right.Identifier.ValueText: "Exception" or "HttpRequestException" } })
                    return NamesStatus(handler.Filter) ? null : handler;
            }
        }

        return null;
    }

    private static bool NamesStatus(CatchFilterClauseSyntax? filter)
    {
        foreach (var node in filter?.DescendantNodes() ?? System.Linq.Enumerable.Empty<SyntaxNode>())
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: "StatusCode" or "HttpStatusCode" } or InvocationExpressionSyntax or IsPatternExpressionSyntax)
                return true;
        }

        return false;
    }

    /// <summary>By a filter that counts, or by throwing again.</summary>
    private static bool LetsLastFailureOut(RetryScope loop, SyntaxNode call)
    {
        if (Handler(loop, call) is not { } handler)
            return false;
        if (handler.Filter is not null)
            return true;
        foreach (var node in handler.Block.DescendantNodes())
        {
            if (node is ThrowStatementSyntax)
                return true;
        }

        return false;
    }
}
