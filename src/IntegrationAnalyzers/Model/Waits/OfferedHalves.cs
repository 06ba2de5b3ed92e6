using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// What a library offers for callers who cannot await, beside the same for those who can: <c>Send</c> beside <c>SendAsync</c>, <c>RestClient.Get</c> beside
/// <c>AsyncRestClient.Get</c>, and the helpers that only such members call.
/// </summary>
internal static class OfferedHalves
{
    private const int MaxCallers = 2;
    private const int MaxCalls = 12;

    public static bool Have(IOperation wait, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule))
            return false;
        var function = wait.EnclosingFunction();
        for (; function is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }; function = function.ContainingSymbol as IMethodSymbol)
        {
            if (function.IsAsync)
                return false;
        }

        return function is not null && Is(function.OriginalDefinition, MaxCallers, source, cancellationToken);
    }

    private static bool Is(IMethodSymbol function, int depth, SourceIndex source, CancellationToken cancellationToken)
    {
        if (function is not { MethodKind: MethodKind.Ordinary, IsAsync: false })
            return false;
        if (function.IsVisibleOutside())
            return HasOther(function, source);
        if (depth == 0 || Aliases.Has(function) || source.Uses(function, cancellationToken) is not { Length: > 0 and <= MaxCalls } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || Caller(operation) is not { } caller || !Is(caller.OriginalDefinition, depth - 1, source, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>The method that the call stands in, also in lambdas that it hands to what runs them: <c>policy.Get(() => Send())</c>.</summary>
    private static IMethodSymbol? Caller(IOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && (lambda.Symbol.IsAsync || lambda.AsDelegate().Parent is not IArgumentOperation { Parent: IInvocationOperation }))
                return null;
        }

        var function = call.EnclosingFunction();
        while (function is { MethodKind: MethodKind.AnonymousFunction })
            function = function.ContainingSymbol as IMethodSymbol;
        return function;
    }

    private static bool HasOther(IMethodSymbol function, SourceIndex source)
    {
        for (INamedTypeSymbol? type = function.ContainingType; type is not null; type = type.BaseType)
        {
            if (GivesTask(type, function.Name + "Async"))
                return true;
        }

        var own = function.ContainingType;
        foreach (var name in new[] { "Async" + own.Name, own.Name + "Async" })
        {
            foreach (var other in own.ContainingNamespace.GetTypeMembers(name, own.Arity))
            {
                if (source.IsSource(other) && (GivesTask(other, function.Name) || GivesTask(other, function.Name + "Async")))
                    return true;
            }
        }

        return false;
    }

    private static bool GivesTask(INamedTypeSymbol type, string method)
    {
        foreach (var member in type.GetMembers(method))
        {
            if (member is IMethodSymbol other && TaskApis.IsTask(other.ReturnType) && other.IsVisibleOutside())
                return true;
        }

        return false;
    }
}
