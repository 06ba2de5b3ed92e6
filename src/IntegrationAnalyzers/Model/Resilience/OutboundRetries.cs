using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Retries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Resilience;

/// <summary>
/// Joins the retries of Polly's with the outbound calls that they repeat. A retry is written in one place and used in others, so the places are
/// found first, once a compilation, and each retry is asked for its own; a retry of files or a database is none of ours.
/// </summary>
internal sealed class OutboundRetries(IntegrationModel model)
{
    private static readonly string[] PlaceWords =
    [
        .. PollyApis.Executors,
        "AddStandardResilienceHandler", "AddResilienceHandler", "AddPolicyHandler", "AddTransientHttpErrorPolicy", "AddPolicyHandlerFromRegistry",
        "PolicyHttpMessageHandler", "ResilienceHandler", "ResiliencePipelineBuilder", PollyApis.AddResiliencePipeline, "Wrap", "WrapAsync",
    ];

    private Dictionary<SyntaxNode, ImmutableArray<PipelineUse>>? _uses;

    /// <summary>The look at a name before anything is bound.</summary>
    public static bool MayBe(InvocationExpressionSyntax invocation) => invocation.CalledText() is { } name &&
        (name.StartsWith("Retry", StringComparison.Ordinal) || name.StartsWith("WaitAndRetry", StringComparison.Ordinal) || name is "AddRetry" or "AddStandardResilienceHandler");

    /// <summary>The retry that the invocation makes, where it stands round outbound calls; null where it does not, or makes none.</summary>
    public OutboundRetry? At(InvocationExpressionSyntax invocation, CancellationToken cancellationToken)
    {
        if (!MayBe(invocation) || model.Source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation operation)
            return null;

        var strategy = model.Pipelines.Strategy(operation, cancellationToken) as RetryStrategy;
        if (strategy is null && HttpResilienceApis.KindOf(operation.TargetMethod) == PipelineHandlerKind.Standard)
        {
            foreach (var retry in model.Pipelines.OfHandler(operation, cancellationToken)!.AllRetries())
                strategy = retry;
        }

        if (strategy is null)
            return null;
        var uses = Uses(cancellationToken).TryGetValue(strategy.Origin, out var found) ? found : ImmutableArray<PipelineUse>.Empty;
        return uses.IsEmpty && !PolicyApis.IsResponse(strategy.Result) ? null : new OutboundRetry(strategy, uses);
    }

    private Dictionary<SyntaxNode, ImmutableArray<PipelineUse>> Uses(CancellationToken cancellationToken) =>
        Volatile.Read(ref _uses) ?? Interlocked.CompareExchange(ref _uses, Find(cancellationToken), null) ?? _uses!;

    private Dictionary<SyntaxNode, ImmutableArray<PipelineUse>> Find(CancellationToken cancellationToken)
    {
        var trees = new HashSet<SyntaxTree>();
        foreach (var word in PlaceWords)
            trees.UnionWith(model.Source.TreesWith(word));
        var ordered = new List<SyntaxTree>(trees);
        ordered.Sort(static (a, b) => string.CompareOrdinal(a.FilePath, b.FilePath));

        var found = new Dictionary<SyntaxNode, ImmutableArray<PipelineUse>>();
        var places = new PipelinePlaces(model);
        foreach (var tree in ordered)
        {
            var nodes = model.Source.Nodes(tree, cancellationToken);
            foreach (var node in nodes.Of(SyntaxKind.InvocationExpression).Concat(nodes.Of(SyntaxKind.ObjectCreationExpression)).OrderBy(static n => n.SpanStart))
            {
                if (places.At(node, cancellationToken) is not { } use)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var retry in use.Pipeline.AllRetries())
                    found[retry.Origin] = found.TryGetValue(retry.Origin, out var others) ? others.Add(use) : ImmutableArray.Create(use);
            }
        }

        return found;
    }
}
