using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>The exceptions that this compilation makes itself. Null stands for one that tells nothing by its type: <c>throw new Exception(…)</c>.</summary>
internal static class ThrownTypes
{
    /// <summary>How far the helpers of a <c>try</c> are followed: a check of the response is one, what it calls to make its text a second.</summary>
    private const int MaxHops = 3;

    /// <summary>A <c>try</c> that runs more of this compilation than this is not about one call; what it throws is unknown.</summary>
    private const int MaxBodies = 60;

    /// <summary>What comes to the clauses of the statement out of its own code and all the helpers that it calls.</summary>
    public static ImmutableArray<INamedTypeSymbol>? Under(ITryOperation tried, SourceIndex source, CancellationToken cancellationToken) =>
        Bodies(tried, source, cancellationToken) is { } bodies ? In(bodies) : null;

    /// <summary>The body of the statement and those of all the helpers that it calls; null where they are too many.</summary>
    public static HashSet<IOperation>? Bodies(ITryOperation tried, SourceIndex source, CancellationToken cancellationToken)
    {
        var bodies = new HashSet<IOperation> { tried.Body };
        var pending = new Queue<(IOperation Body, int Hops)>();
        pending.Enqueue((tried.Body, 0));
        while (pending.Count > 0)
        {
            var (body, hops) = pending.Dequeue();
            foreach (var operation in body.Tree())
            {
                if (operation is not IInvocationOperation call || InnerClauses.TakeAll(call, body) ||
                    source.BodyBehind(call.TargetMethod, cancellationToken) is not { } called || !bodies.Add(called))
                {
                    continue;
                }

                if (bodies.Count > MaxBodies)
                    return null;
                if (hops + 1 < MaxHops)
                    pending.Enqueue((called, hops + 1));
            }
        }

        return bodies;
    }

    /// <summary>Whether a text that is no number or date comes out of the bodies as the runtime's exception for that.</summary>
    public static bool ReadValues(HashSet<IOperation> bodies) =>
        Calls(bodies).Any(static at => ParsingApis.ReadsValue(at.Call.TargetMethod) && !InnerClauses.TakeAll(at.Call, at.Body, FailureKinds.Payload));

    /// <summary>What comes out of the bodies where a text that they read is not what was agreed.</summary>
    public static IEnumerable<FailureType> ByReaders(HashSet<IOperation> bodies)
    {
        foreach (var (call, body) in Calls(bodies))
        {
            if (ParsingApis.ThrownBy(call.TargetMethod) is { } failure && !InnerClauses.TakeAll(call, body, failure.Kinds))
                yield return failure;
        }
    }

    /// <summary>What vendors' SDKs that the bodies wait for fail with; null where that is not known.</summary>
    public static HashSet<INamedTypeSymbol>? BySdks(HashSet<IOperation> bodies, Compilation compilation)
    {
        var thrown = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var (call, body) in Calls(bodies))
        {
            if (!SdkFailures.Sends(call.TargetMethod, compilation, out var exception) || InnerClauses.TakeAll(call, body))
                continue;
            if (exception is null)
                return null;
            thrown.Add(exception);
        }

        return thrown;
    }

    /// <summary>The exceptions made in the bodies themselves, which arrive like the calls' own.</summary>
    public static ImmutableArray<INamedTypeSymbol>? In(HashSet<IOperation> bodies)
    {
        var thrown = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var body in bodies)
        {
            foreach (var operation in body.Tree())
            {
                if (operation is not IThrowOperation { Exception: { } exception } || InnerClauses.TakeAll(operation, body))
                    continue;
                if (exception.Unwrap().Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } type || CatchFilters.IsTooGeneral(type))
                    return null;
                if (seen.Add(type))
                    thrown.Add(type);
            }
        }

        return thrown.ToImmutable();
    }

    private static IEnumerable<(IInvocationOperation Call, IOperation Body)> Calls(HashSet<IOperation> bodies)
    {
        foreach (var body in bodies)
        {
            foreach (var operation in body.Tree())
            {
                if (operation is IInvocationOperation call)
                    yield return (call, body);
            }
        }
    }
}
