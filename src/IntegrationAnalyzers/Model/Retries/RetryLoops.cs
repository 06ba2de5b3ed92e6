using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The hand-written retries of a file, each once, however many calls it repeats.</summary>
internal sealed class RetryLoops(IntegrationModel model)
{
    private readonly Memo<SyntaxTree, ImmutableArray<RetryLoop>> _trees = new();

    public ImmutableArray<RetryLoop> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _trees.TryGetValue(tree, out var known) ? known : _trees.GetOrAdd(tree, Read(tree, cancellationToken));

    private ImmutableArray<RetryLoop> Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var loops = ImmutableArray.CreateBuilder<RetryLoop>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var retried in model.RetriedCalls.In(tree, cancellationToken))
        {
            var call = retried.Scope.Run is var (place, round) ? retried with { Place = place, Scope = round } : retried;
            var scope = call.Scope;
            if (scope.Kind is not (RetryKind.Loop or RetryKind.Recursion) || scope.Region.SyntaxTree != tree || !scope.Region.Span.Contains(call.Place.Span) || !seen.Add(scope.Boundary))
                continue;
            loops.Add(new RetryLoop(
                call,
                scope.Region,
                scope.Kind == RetryKind.Loop ? AttemptCounter.Of(scope.Region, call.Place, model.Source, cancellationToken) : null,
                LoopPauses.Of(call, model.Source, cancellationToken),
                LoopEnds.IsEndless(call, model.Source, cancellationToken)));
        }

        return loops.ToImmutable();
    }
}
