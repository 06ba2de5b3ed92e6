using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// The outbound calls of a file that are repeated, found once a file for all rules on retries: by the words of the file, then by the name of an
/// invocation and what stands round it, and bound only then.
/// </summary>
internal sealed class RetriedCalls(IntegrationModel model)
{
    private readonly Memo<SyntaxTree, ImmutableArray<RetriedCall>> _trees = new();
    private readonly DelegateCallers _callers = new(model);

    /// <summary>The file's retried calls, in the order of their places.</summary>
    public ImmutableArray<RetriedCall> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _trees.TryGetValue(tree, out var known) ? known
        : _trees.GetOrAdd(tree, Read(tree, cancellationToken));

    /// <summary>Whether, by its words alone, the file may repeat an outbound call, or a delegate that makes one.</summary>
    public bool MayHold(SyntaxTree tree) => model.CallNames.Any && (model.CallNames.IsNear(tree) || DelegateCallers.MayTakeDelegate(tree));

    private ImmutableArray<RetriedCall> Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!MayHold(tree))
            return ImmutableArray<RetriedCall>.Empty;

        var mayTakeDelegate = DelegateCallers.MayTakeDelegate(tree);
        var found = ImmutableArray.CreateBuilder<RetriedCall>();
        foreach (var node in model.Source.Nodes(tree, cancellationToken).Of(SyntaxKind.InvocationExpression))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (At((InvocationExpressionSyntax)node, mayTakeDelegate, cancellationToken) is { } call)
                found.Add(call);
        }

        found.Sort(static (a, b) => a.Place.Span.End.CompareTo(b.Place.Span.End));
        return found.ToImmutable();
    }

    private RetriedCall? At(InvocationExpressionSyntax invocation, bool mayTakeDelegate, CancellationToken cancellationToken)
    {
        var mayReach = model.RetriedWrites.MayBe(invocation);
        var isDelegate = !mayReach && mayTakeDelegate && DelegateCallers.IsParameterCalled(invocation);
        if (!mayReach && !isDelegate || !RepeatingSyntax.MayBeRetried(invocation) || model.Retries.Around(invocation, cancellationToken) is not { } scope ||
            model.Source.Model(invocation.SyntaxTree).GetOperation(invocation, cancellationToken) is not IInvocationOperation operation)
        {
            return null;
        }

        var reached = isDelegate ? _callers.Reached(operation, scope.Region, cancellationToken) : model.Summaries.Reach(operation, cancellationToken);
        return reached.IsEmpty ? null : new RetriedCall(invocation, reached, scope, isDelegate);
    }
}
