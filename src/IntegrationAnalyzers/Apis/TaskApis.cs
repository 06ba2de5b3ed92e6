using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>Tasks: what holds a thread until one is done, and what hands one on.</summary>
internal static class TaskApis
{
    public const string Namespace = "System.Threading.Tasks";

    public const string Result = "Result";
    public const string Wait = "Wait";
    public const string WaitAll = "WaitAll";
    public const string WhenAll = "WhenAll";
    public const string GetResult = "GetResult";
    public const string GetAwaiter = "GetAwaiter";

    /// <summary>Whether a member of that name may hold the thread.</summary>
    public static bool NamesWait(string name) => name is Result or Wait or WaitAll or GetResult;

    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.Is(Namespace);

    /// <summary>A task, or what it becomes on the way to its result: configured, or asked for its awaiter.</summary>
    public static bool IsTaskOrAwaiter(ITypeSymbol? type) => IsTask(type) || IsAwaiter(type) || IsConfigured(type);

    /// <summary>What <c>ConfigureAwait</c> gives: it is awaited, and cannot be configured again.</summary>
    public static bool IsConfigured(ITypeSymbol? type) => type is { Name: "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    /// <summary>What <c>GetAwaiter()</c> gives: of a task, a configured one, or a call that is awaited like one.</summary>
    public static bool IsAwaiter(ITypeSymbol? type) =>
        type?.Name.EndsWith("Awaiter", System.StringComparison.Ordinal) == true && type.ContainingNamespace.Is("System.Runtime.CompilerServices");

    /// <summary>A member whose result is done no sooner than the task it is called on.</summary>
    public static bool HandsOn(string name) => name is "ConfigureAwait" or "ContinueWith" or "Unwrap" or "AsTask" or "WaitAsync";

    /// <summary>A member that starts a delegate, or makes one task of several: what is waited for stands in its arguments.</summary>
    public static bool TakesWork(IMethodSymbol method) =>
        (method.Name is "Run" or WhenAll && IsTask(method.ContainingType)) ||
        (method.Name == "StartNew" && method.ContainingType.Name == "TaskFactory" && method.ContainingType.ContainingNamespace.Is(Namespace));

    /// <summary>Whether the method waits for all tasks that it is handed, or makes one task of them.</summary>
    public static bool TakesTasks(IMethodSymbol method) => method.Name is WaitAll or WhenAll && IsTask(method.ContainingType);

    public static bool IsThread(ITypeSymbol type) => type.Is("System.Threading", "Thread");

    /// <summary><c>Task.Factory.StartNew(…, TaskCreationOptions.LongRunning)</c></summary>
    public static bool StartsThread(IInvocationOperation start)
    {
        const int LongRunning = 2;
        if (start.TargetMethod.Name != "StartNew" || start.TargetMethod.ContainingType.Name != "TaskFactory")
            return false;
        foreach (var argument in start.Arguments)
        {
            if (argument.Parameter?.Type.Name == "TaskCreationOptions" && argument.Value.ConstantValue is { HasValue: true, Value: int options } && (options & LongRunning) != 0)
                return true;
        }

        return false;
    }

    public static bool NamesWork(string name) => name is "Run" or WhenAll or WaitAll or "StartNew";
}
