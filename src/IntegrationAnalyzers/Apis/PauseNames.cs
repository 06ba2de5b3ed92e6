using System;
using System.Collections.Generic;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Apis;

/// <summary>Members that wait, or let somebody decide when to go on, by the words of their names: every team has a helper of its own.</summary>
internal static class PauseNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "delay", "sleep", "backoff", "pause", "throttle", "acquire", "jitter", "tick", "cooldown", "cool", "yield",

        // A person says when to go on.
        "prompt", "ask", "confirm", "dialog", "show",
    };

    /// <summary>Whether the word alone says so.</summary>
    public static bool IsPause(string word) => Words.Contains(word);

    /// <summary>Whether the whole name says so: <c>WaitForNextTickAsync</c>, <c>WaitOne</c>; <c>Wait()</c> and <c>WaitAsync()</c> wait for the call itself.</summary>
    public static bool WaitsForSomethingElse(string name) =>
        name.StartsWith("Wait", StringComparison.OrdinalIgnoreCase) && name is not ("Wait" or "WaitAsync" or "WaitAll" or "WaitAny") || name is "ReadLine" or "ReadKey" or "MessageBox" || name.ContainsIgnoreCase("backoff");

    /// <summary><c>Thread.Sleep</c>.</summary>
    public static bool HoldsThread(IMethodSymbol method) => method is { Name: "Sleep", IsStatic: true } && method.ContainingType.Is("System.Threading", "Thread");
}
