using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

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
