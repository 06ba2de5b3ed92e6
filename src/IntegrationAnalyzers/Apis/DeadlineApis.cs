using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Apis;

/// <summary>What gives a wait an end besides a client's own timeout: token sources, tasks that wait with a limit, resilience pipelines.</summary>
internal static class DeadlineApis
{
    public const string TokenSource = "System.Threading.CancellationTokenSource";

    public static bool IsToken(ITypeSymbol? type) => type.Is("System.Threading", "CancellationToken");

    public static bool IsTokenSource(ITypeSymbol? type) => type.IsOrDerivesFrom("System.Threading", "CancellationTokenSource");

    /// <summary>The class itself, not one derived from it, whose constructor might do anything.</summary>
    public static bool IsPlainTokenSource(ITypeSymbol? type) => type.Is("System.Threading", "CancellationTokenSource");

    /// <summary><c>token.Register(callback)</c>: the callback gives no task, and whoever cancels waits for its end.</summary>
    public static bool RunsOnCancellation(IMethodSymbol method) => method.Name is "Register" or "UnsafeRegister" && IsToken(method.ContainingType);

    public static bool IsLink(IMethodSymbol method) =>
        method.Name == "CreateLinkedTokenSource" && IsTokenSource(method.ContainingType);

    /// <summary>A duration: <c>TimeSpan</c>, milliseconds, or one that may be missing.</summary>
    public static bool IsDuration(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] })
            type = inner;
        return type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } || type.Is("System", "TimeSpan");
    }

    /// <summary>The parameter of <c>MapGet</c> and its like: the host runs what it is given for each request.</summary>
    public static bool IsEndpoint(IParameterSymbol parameter) => parameter.Type.Is("System", "Delegate");

    /// <summary><c>Parallel.ForEachAsync</c> and <c>ForAsync</c>, which hand their body a token that the caller's cancels, or the failure of another element.</summary>
    public static bool IsParallelLoop(IMethodSymbol method) => method.Name is "ForEachAsync" or "ForAsync" && method.ContainingType.Is("System.Threading.Tasks", "Parallel");

    /// <summary>Whether an executor of Polly's runs the delegate it is handed.</summary>
    public static bool IsPipelineExecutor(IMethodSymbol method) =>
        method.Name.StartsWith("Execute", StringComparison.Ordinal) && InPolly(method.ContainingType);

    public static bool InPolly(ITypeSymbol? type) => type?.ContainingNamespace.RootName() == "Polly";

    /// <summary>Whether the method adds a timeout to a pipeline (v8) or makes a timeout policy (v7).</summary>
    public static bool AddsTimeout(IMethodSymbol method) =>
        method.Name is "AddTimeout" or "Timeout" or "TimeoutAsync" && InPolly(method.ContainingType);

    /// <summary>Handlers whose pipeline decides how long a request may take.</summary>
    public static bool IsPipelineHandler(ITypeSymbol? type) =>
        type is { Name: "PolicyHttpMessageHandler" or "ResilienceHandler" };

    /// <summary>Whether the task's wait has an end: <c>WaitAsync(span)</c>, <c>Wait(ms)</c>.</summary>
    public static bool WaitsWithLimit(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name is not ("WaitAsync" or "Wait" or "WaitAll" or "WaitAny"))
            return false;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && IsDuration(argument.Parameter?.Type))
                return true;
        }

        return false;
    }

    /// <summary>Whether the call waits for the first of several tasks, one of which is a delay.</summary>
    public static bool RacesDelay(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.Name is not ("WhenAny" or "WaitAny"))
            return false;
        foreach (var operation in invocation.Tree())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Delay", ContainingType.Name: "Task" } })
                return true;
        }

        return false;
    }

    /// <summary>The token that gRPC hands a service carries its caller's deadline.</summary>
    public static bool MayCarryDeadline(IPropertySymbol tokenProperty) =>
        tokenProperty.ContainingType.Is("Grpc.Core", "ServerCallContext");
}
