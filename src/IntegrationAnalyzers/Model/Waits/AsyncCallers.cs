using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// Whether somebody above a wait can await: the function is asynchronous already, a framework calls it that takes an asynchronous one as well (a controller's action, a
/// minimal API's handler, an event's handler), or such a function calls it, up to some calls away. Where nobody in sight can, all callers would have to change, or nobody may.
/// </summary>
internal static class AsyncCallers
{
    private const int MaxCalls = 4;
    private const int MaxUses = 30;

    public static bool CanAwait(IOperation wait, SourceIndex source, CancellationToken cancellationToken) => CanAwait(wait, source, MaxCalls, cancellationToken);

    private static bool CanAwait(IOperation operation, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        var function = operation.EnclosingFunction();
        for (; function is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }; function = function.ContainingSymbol as IMethodSymbol)
        {
            if (IsAsynchronous(function))
                return true;
        }

        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation && EndpointApis.IsMapped(parent))
                return true;
        }

        return function is not null &&
            (IsAsynchronous(function) || EndpointApis.IsAction(function) || HandlesEvent(function) || IsCalledByAsync(function, source, depth, cancellationToken));
    }

    private static bool IsCalledByAsync(IMethodSymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || function.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            return false;
        if (IsUsedByAsync(function, source, depth, cancellationToken))
            return true;
        foreach (var alias in Aliases.Of(function))
        {
            if (source.IsSource(alias) && IsUsedByAsync(alias, source, depth, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool IsUsedByAsync(ISymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (source.Uses(function, cancellationToken) is not { Length: > 0 and <= MaxUses } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { } call && !SymbolEqualityComparer.Default.Equals(call.EnclosingFunction(), function) &&
                CanAwait(call, source, depth - 1, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsynchronous(IMethodSymbol function) => function.IsAsync || TaskApis.IsTask(function.ReturnType);

    /// <summary><c>void Button_Click(object sender, RoutedEventArgs e)</c>: it may be <c>async void</c>.</summary>
    private static bool HandlesEvent(IMethodSymbol function) =>
        function is { ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Object }, { Type: { } second }] } && second.Name.EndsWith("EventArgs", StringComparison.Ordinal);
}
