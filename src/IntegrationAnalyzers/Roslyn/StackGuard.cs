using System.Runtime.CompilerServices;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// Generated code has concatenations and fluent chains of thousands of parts, each nested in the next. Whoever follows them by recursion asks here first: an overflow of the stack ends
/// the compiler, an exception only the question. It is caught where handlers are called (<c>RuleContext</c>), and what was asked about stays quiet.
/// </summary>
internal static class StackGuard
{
    /// <summary>Throws <see cref="System.InsufficientExecutionStackException"/> while there is still stack to do so.</summary>
    public static void Check() => RuntimeHelpers.EnsureSufficientExecutionStack();
}
