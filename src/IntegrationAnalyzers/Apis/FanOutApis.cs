using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What starts many pieces of work at once, and what keeps them few.</summary>
internal static class FanOutApis
{
    private static readonly HashSet<string> Waits = new(StringComparer.Ordinal)
    {
        "Wait", "WaitAsync", "WaitOne", "WaitOneAsync", "Acquire", "AcquireAsync", "AttemptAcquire", "EnterAsync", "LockAsync", "Lock", "Throttle", "ThrottleAsync",
    };

    /// <summary><c>Parallel.ForEach</c> and <c>Parallel.For</c>; their asynchronous kin is bounded by default.</summary>
    public static bool RunsInParallel(IMethodSymbol method) => method.Name is "ForEach" or "For" && method.ContainingType.Is("System.Threading.Tasks", "Parallel");

    /// <summary>The collection of which the call makes another with the same elements: <c>tasks.ToList()</c>.</summary>
    public static IOperation? Copied(IOperation call) =>
        call is IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" or "AsEnumerable" or "AsParallel" or "ToImmutableArray" } copy ? copy.Receiver() : null;

    public static bool IsOptions(ITypeSymbol? type) => type.Is("System.Threading.Tasks", "ParallelOptions");

    /// <summary>Whether the call waits for its turn.</summary>
    public static bool Limits(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (!Waits.Contains(method.Name) || type is null)
            return false;
        return !type.Is("System.Threading.Tasks", "Task") && type.Name is not ("Task" or "ValueTask");
    }
}
