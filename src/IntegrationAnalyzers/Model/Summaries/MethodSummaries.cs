using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Calls;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Summaries;

/// <summary>
/// What the methods of a compilation do, followed through wrappers, base and extension methods, local functions, lambdas and interface methods
/// with one implementation, or several that all send. A body is bound on demand, once, and only where its name may lead to an outbound call.
/// Answers do not depend on the order of questions, so concurrent rules agree.
/// </summary>
internal sealed class MethodSummaries(SourceIndex source, OutboundCalls calls, Lazy<CallNames> names)
{
    /// <summary>A place that leads to more call sites than this is followed no further.</summary>
    private const int MaxSites = 200;

    /// <summary>An interface that more types implement is a pattern of the program's own (a handler, a step), and tells nothing of what it runs.</summary>
    private const int MaxImplementations = 8;

    private readonly Memo<IMethodSymbol, MethodFacts> _facts = new(SymbolEqualityComparer.Default);
    private readonly Memo<SyntaxNode, ImmutableArray<ReachedCall>> _reached = new();
    private int _bodiesRead;

    /// <summary>How many bodies were read; tests hold that each is read once.</summary>
    public int BodiesRead => Volatile.Read(ref _bodiesRead);

    /// <summary>The calls that the invocation makes, itself or through up to <see cref="CallNames.MaxHops"/> methods of this compilation.</summary>
    public ImmutableArray<ReachedCall> Reach(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (calls.Read(invocation, cancellationToken) is { } direct)
            return ImmutableArray.Create(new ReachedCall(direct, direct.Verb.Verb, ImmutableArray<IInvocationOperation>.Empty));
        if (!MayReach(invocation.TargetMethod))
            return ImmutableArray<ReachedCall>.Empty;
        return _reached.TryGetValue(invocation.Syntax, out var known)
            ? known
            : _reached.GetOrAdd(invocation.Syntax, Follow(invocation, cancellationToken));
    }

    /// <summary>The calls that the method makes when something else runs it, as a delegate; paths begin inside it.</summary>
    public ImmutableArray<ReachedCall> ReachFrom(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!MayReach(method))
            return ImmutableArray<ReachedCall>.Empty;

        var reached = ImmutableArray.CreateBuilder<ReachedCall>();
        var facts = Facts(method, cancellationToken);
        foreach (var call in facts.Calls)
            reached.Add(new ReachedCall(call, call.Verb.Verb, ImmutableArray<IInvocationOperation>.Empty));
        foreach (var callee in facts.Callees)
            reached.AddRange(Reach(callee, cancellationToken));
        return reached.ToImmutable();
    }

    /// <summary>The outbound calls anywhere in the operation: those it makes itself and those its callees make.</summary>
    public ImmutableArray<ReachedCall> ReachWithin(IOperation operation, CancellationToken cancellationToken)
    {
        if (!names.Value.Any)
            return ImmutableArray<ReachedCall>.Empty;

        var reached = ImmutableArray.CreateBuilder<ReachedCall>();
        foreach (var inner in operation.Tree())
        {
            if (inner is IInvocationOperation invocation)
                reached.AddRange(Reach(invocation, cancellationToken));
        }

        return reached.ToImmutable();
    }

    /// <summary>What the method's own body does.</summary>
    public MethodFacts Facts(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (source.Implementation(method, cancellationToken) is not { } implementation)
        {
            method = method.OriginalDefinition;
            return _facts.TryGetValue(method, out var together) ? together : _facts.GetOrAdd(method, FactsOfAll(method, cancellationToken));
        }

        return FactsOfOne(implementation, cancellationToken);
    }

    private MethodFacts FactsOfOne(IMethodSymbol implementation, CancellationToken cancellationToken)
    {
        implementation = (implementation.ReducedFrom ?? implementation).OriginalDefinition;
        return _facts.TryGetValue(implementation, out var known)
            ? known
            : _facts.GetOrAdd(implementation, ReadFacts(implementation, cancellationToken));
    }

    /// <summary>
    /// Several bodies stand behind the method, one a provider for instance: what each does, where all of them send. A decorator, which calls the method of another, counts for what is behind it.
    /// </summary>
    private MethodFacts FactsOfAll(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var implementations = Several(method, cancellationToken);
        var found = ImmutableArray.CreateBuilder<OutboundCall>();
        var callees = ImmutableArray.CreateBuilder<IInvocationOperation>();
        var senders = 0;
        foreach (var implementation in implementations)
        {
            var facts = FactsOfOne(implementation, cancellationToken);
            var isDecorator = facts.Callees.Any(callee => Is(callee, method));

            // Of several handlers of a generic interface, only one takes what is handled here.
            if (!isDecorator && ++senders > 1 && method.ContainingType.IsGenericType)
                return MethodFacts.None;
            if (!isDecorator && !Sends(facts, method, 0, cancellationToken))
                return MethodFacts.None;
            found.AddRange(facts.Calls);
            callees.AddRange(facts.Callees.Where(callee => !Is(callee, method)));
        }

        return found.Count == 0 && callees.Count == 0 ? MethodFacts.None : new MethodFacts(found.ToImmutable(), callees.ToImmutable());
    }

    private bool Sends(MethodFacts facts, IMethodSymbol method, int depth, CancellationToken cancellationToken)
    {
        if (!facts.Calls.IsEmpty)
            return true;
        if (depth >= CallNames.MaxHops)
            return false;
        foreach (var callee in facts.Callees)
        {
            if (Is(callee, method))
                continue;
            var bodies = source.Implementation(callee.TargetMethod, cancellationToken) is { } only ? ImmutableArray.Create(only) : Several(callee.TargetMethod, cancellationToken);
            if (!bodies.IsEmpty && bodies.All(body => Sends(FactsOfOne(body, cancellationToken), method, depth + bodies.Length, cancellationToken)))
                return true;
        }

        return false;
    }

    private ImmutableArray<IMethodSymbol> Several(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!method.IsAbstract || !MayReach(method))
            return ImmutableArray<IMethodSymbol>.Empty;
        var implementations = source.ImplementationsOf(method, cancellationToken);
        return implementations.Length is > 1 and <= MaxImplementations ? implementations : ImmutableArray<IMethodSymbol>.Empty;
    }

    private static bool Is(IInvocationOperation call, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method);

    private bool MayReach(IMethodSymbol method) =>
        source.IsSource(method) && !calls.IsTakenOut(method) && (method.MethodKind == MethodKind.LocalFunction || names.Value.MayReach(method.Name));

    private MethodFacts ReadFacts(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (source.Body(method, cancellationToken) is not { } body)
            return MethodFacts.None;

        Interlocked.Increment(ref _bodiesRead);
        var found = ImmutableArray.CreateBuilder<OutboundCall>();
        var callees = ImmutableArray.CreateBuilder<IInvocationOperation>();
        foreach (var operation in body.Tree())
        {
            if (operation is not IInvocationOperation invocation)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            if (calls.Read(invocation, cancellationToken) is { } call)
                found.Add(call);
            else if (MayReach(invocation.TargetMethod))
                callees.Add(invocation);
        }

        return found.Count == 0 && callees.Count == 0 ? MethodFacts.None : new MethodFacts(found.ToImmutable(), callees.ToImmutable());
    }

    private ImmutableArray<ReachedCall> Follow(IInvocationOperation start, CancellationToken cancellationToken)
    {
        var reached = ImmutableArray.CreateBuilder<ReachedCall>();
        var visited = new HashSet<SyntaxNode>();
        var pending = new Queue<ImmutableArray<IInvocationOperation>>();
        pending.Enqueue(ImmutableArray.Create(start));
        while (pending.Count > 0 && visited.Count < MaxSites)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = pending.Dequeue();
            var site = path[path.Length - 1];
            if (!visited.Add(site.Syntax))
                continue;

            var facts = Facts(site.TargetMethod, cancellationToken);
            foreach (var call in facts.Calls)
                reached.Add(new ReachedCall(call, VerbAlong(path, call.Verb, cancellationToken), path));
            if (path.Length < CallNames.MaxHops)
            {
                foreach (var callee in facts.Callees)
                    pending.Enqueue(path.Add(callee));
            }
        }

        return reached.ToImmutable();
    }

    private HttpVerb VerbAlong(ImmutableArray<IInvocationOperation> path, VerbFact verb, CancellationToken cancellationToken)
    {
        for (var i = path.Length - 1; i >= 0 && verb.From is not null; i--)
            verb = RequestVerb.Resolve(verb, path[i], source, 0, cancellationToken);
        return verb.Verb;
    }
}
