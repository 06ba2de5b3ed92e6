using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Summaries;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>
/// Follows the failures of the outbound calls in a <c>try</c> back to it: what an inner clause takes, what a lambda does later, and what a task
/// keeps to itself does not arrive.
/// </summary>
internal sealed class TryFailureReader(Compilation compilation, MethodSummaries summaries)
{
    public TryFailures Read(ITryOperation tried, CancellationToken cancellationToken)
    {
        var calls = ImmutableArray.CreateBuilder<ReachedCall>();
        var bodies = new HashSet<IOperation>();
        var types = new List<FailureType>();
        var kinds = FailureKinds.None;
        var isBlocked = false;
        foreach (var operation in tried.Body.Tree())
        {
            var started = Started(operation, tried, cancellationToken);
            if ((started ?? operation) is not IInvocationOperation invocation)
                continue;

            foreach (var reached in summaries.Reach(invocation, cancellationToken))
            {
                var thrown = FailureTypes.ThrownBy(reached.Call.Member, compilation);
                var arriving = Arriving(reached, tried, started is null ? null : operation, Kinds(thrown));
                if (arriving == FailureKinds.None)
                    continue;

                kinds |= arriving;
                calls.Add(reached);
                Add(types, thrown, arriving);
                isBlocked |= Observed.IsBlockedOn(reached.Call.Operation);
                foreach (var hop in reached.Path)
                    isBlocked |= Observed.IsBlockedOn(hop);
                for (var hop = 1; hop < reached.Path.Length; hop++)
                    bodies.Add(BodyOf(reached.Path[hop]));
                if (!reached.Path.IsEmpty)
                    bodies.Add(BodyOf(reached.Call.Operation));
            }
        }

        if (calls.Count == 0)
            return TryFailures.None;
        bodies.Add(tried.Body);
        calls.Sort(static (left, right) => left.Path.Length - right.Path.Length);
        return new TryFailures(calls.ToImmutable(), kinds | Parsing(bodies, tried, types), types.ToImmutableArray(), isBlocked ? null : ThrownTypes.In(bodies)) { IsBlocked = isBlocked };
    }

    /// <summary>The call in front of the statement whose task is awaited here.</summary>
    private static IInvocationOperation? Started(IOperation operation, ITryOperation tried, CancellationToken cancellationToken) =>
        operation is IAwaitOperation { Syntax: AwaitExpressionSyntax awaited } && StartedTasks.CallOf(awaited) is { } call && call.SpanStart < tried.Syntax.SpanStart
            ? operation.SemanticModel?.GetOperation(call, cancellationToken) as IInvocationOperation
            : null;

    /// <summary>Of the failures of a call, those that no clause on the way takes.</summary>
    private static FailureKinds Arriving(ReachedCall reached, ITryOperation tried, IOperation? awaited, FailureKinds kinds)
    {
        for (var hop = reached.Path.Length; hop >= 0 && kinds != FailureKinds.None; hop--)
        {
            var site = hop == reached.Path.Length ? reached.Call.Operation : reached.Path[hop];
            if (hop > 0 && IsAsyncVoid(reached.Path[hop - 1]))
                return FailureKinds.None;
            kinds = hop == 0 ? Arriving(awaited ?? site, tried, null, kinds) : Arriving(site, null, reached.Path[hop - 1].TargetMethod, kinds);
        }

        return kinds;
    }

    private static FailureKinds Arriving(IOperation site, ITryOperation? tried, IMethodSymbol? callee, FailureKinds kinds)
    {
        if (site is IInvocationOperation call && Observed.IsTask(site.Type) && (Observed.IsDropped(call) || (tried is not null && !IsLambdaResult(call) && Observed.IsHandedOut(call))))
            return FailureKinds.None;

        // By syntax: a call that was read before may belong to another model's operations of the same code.
        for (IOperation current = site; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case ILocalFunctionOperation local when callee is not null && SymbolEqualityComparer.Default.Equals(local.Symbol, callee.OriginalDefinition):
                    return kinds;
                case ILocalFunctionOperation:
                case IAnonymousFunctionOperation lambda when !Observed.RunsInPlace(lambda):
                    return FailureKinds.None;
                case ITryOperation inner when inner.Syntax != tried?.Syntax && inner.Body == current:
                    kinds &= ~InnerClauses.Taken(inner);
                    break;
            }

            if (parent is ITryOperation && parent.Syntax == tried?.Syntax)
                break;
        }

        return kinds;
    }

    /// <summary>Bodies that are read into objects, here or in a wrapper on the way.</summary>
    private static FailureKinds Parsing(HashSet<IOperation> bodies, ITryOperation tried, List<FailureType> types)
    {
        var kinds = FailureKinds.None;
        foreach (var body in bodies)
        {
            foreach (var operation in body.Tree())
            {
                if (operation is IInvocationOperation call && ParsingApis.ThrownBy(call.TargetMethod) is { } failure &&
                    Arriving(call, body == tried.Body ? tried : null, body == tried.Body ? null : OwnerOf(call), failure.Kinds) != FailureKinds.None)
                {
                    kinds |= failure.Kinds;
                    Add(types, ImmutableArray.Create(failure), failure.Kinds);
                }
            }
        }

        return kinds;
    }

    /// <summary>The method or local function that the operation stands in: what stands beside a local function is not run with it.</summary>
    private static IOperation BodyOf(IOperation operation)
    {
        while (operation.Parent is { } parent && operation is not ILocalFunctionOperation)
            operation = parent;
        return operation;
    }

    private static IMethodSymbol? OwnerOf(IOperation operation) =>
        operation.EnclosingFunction() is { MethodKind: MethodKind.LocalFunction } local ? local : null;

    private static bool IsLambdaResult(IInvocationOperation site) =>
        site.EnclosingFunction() is { MethodKind: MethodKind.AnonymousFunction };

    private static bool IsAsyncVoid(IInvocationOperation invocation) => invocation.TargetMethod is { IsAsync: true, ReturnsVoid: true };

    private static FailureKinds Kinds(ImmutableArray<FailureType> types)
    {
        var kinds = FailureKinds.None;
        foreach (var type in types)
            kinds |= type.Kinds;
        return kinds;
    }

    private static void Add(List<FailureType> types, ImmutableArray<FailureType> thrown, FailureKinds arriving)
    {
        foreach (var type in thrown)
        {
            if ((type.Kinds & arriving) != 0 && !types.Contains(type))
                types.Add(type);
        }
    }
}
