using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Whether the code round a wait could await instead.</summary>
internal static class WaitPlace
{
    private const int MaxCallers = 4;
    private const int MaxCalls = 12;

    /// <summary>What others call the same.</summary>
    private static readonly string[] WaitWarnings = ["VSTHRD002", "VSTHRD103", "VSTHRD104", "CA1849", "MA0042", "MA0045", "S4462", "AsyncFixer02", "RCS1261"];

    /// <summary>
    /// No where another assembly says that the function is synchronous: it overrides or implements such a member, or is a factory for a container;
    /// for what only such functions call; for a program's entry that is not async, above which nobody waits; for what has a thread of its own; and where somebody has switched another
    /// analyzer's warning of the same off, which says that the wait is meant.
    /// </summary>
    public static bool CanChange(IOperation wait, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var parent = wait.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ILocalFunctionOperation { Symbol.IsAsync: true } or IAnonymousFunctionOperation { Symbol.IsAsync: true }:
                    return true;
                case IAnonymousFunctionOperation lambda when IsRegistered(lambda) || OwnThreads.Run(lambda):
                    return false;
            }
        }

        if (Pragmas.Disable(wait.Syntax, WaitWarnings, cancellationToken))
            return false;

        var function = wait.EnclosingFunction();
        var isNested = function is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };
        while (function is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            function = function.ContainingSymbol as IMethodSymbol;
        if (function is null || function.IsAsync)
            return true;
        if (function.IsStatic && function.Name is "Main" or WellKnownMemberNames.TopLevelStatementsEntryPointMethodName)
            return isNested;
        return TaskApis.IsTask(function.ReturnType) || !IsFixedElsewhere(function, source) && !IsCalledByFixed(function, source, MaxCallers, cancellationToken);
    }

    /// <summary>Whether all who call the function are such, or are called by such alone: one of them has to wait.</summary>
    private static bool IsCalledByFixed(IMethodSymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || function.MethodKind is not (MethodKind.Ordinary or MethodKind.PropertyGet) || source.Uses(function.AssociatedSymbol ?? function, cancellationToken) is not { Length: > 0 and <= MaxCalls } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not { } operation || !IsFixed(operation, function, source, depth, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>Whether what names the function there has to wait: it starts a thread of its own for it, or calls it from one, or from a function that cannot await.</summary>
    private static bool IsFixed(IOperation use, IMethodSymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (use is IMethodReferenceOperation)
            return OwnThreads.Run(use);
        for (var parent = use.Parent; parent is not null; parent = parent.Parent)
        {
            // In any other lambda it may run anywhere.
            if (parent is IAnonymousFunctionOperation lambda)
                return OwnThreads.Run(lambda);
        }

        return use.EnclosingFunction() is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.Constructor, IsAsync: false } caller &&
            !SymbolEqualityComparer.Default.Equals(caller, function) && !TaskApis.IsTask(caller.ReturnType) &&
            (IsFixedElsewhere(caller, source) || IsCalledByFixed(caller, source, depth - 1, cancellationToken));
    }

    /// <summary>Whether the code runs when its method does, and is waited for: not a callback kept for later, nor a task that is only started.</summary>
    public static bool RunsHere(IOperation operation)
    {
        if (IsDropped(operation.Wrapped()))
            return false;
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not IAnonymousFunctionOperation lambda)
                continue;
            var runs = lambda.AsDelegate().Parent switch
            {
                IArgumentOperation { Parent: IInvocationOperation } or IVariableInitializerOperation => true,
                IArgumentOperation { Parent: IObjectCreationOperation { Type: var made } } => TaskApis.IsTask(made),
                _ => false,
            };
            if (!runs)
                return false;
        }

        return true;
    }

    /// <summary>A task that nobody keeps: <c>Start();</c>, <c>_ = Start();</c></summary>
    private static bool IsDropped(IOperation whole) =>
        TaskApis.IsTask(whole.Type) &&
        whole.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation };

    /// <summary>A factory for a container, or what a token runs when it is cancelled: both are delegates that give no task.</summary>
    private static bool IsRegistered(IAnonymousFunctionOperation lambda) =>
        lambda.AsDelegate().Parent is IArgumentOperation { Parent: IInvocationOperation taker } &&
        (ClientTypes.Registers(taker.TargetMethod) || DeadlineApis.RunsOnCancellation(taker.TargetMethod));

    /// <summary>Whether another assembly says that the function is synchronous: it overrides or implements a member that is none of ours, or that does not bind.</summary>
    public static bool IsFixedElsewhere(IMethodSymbol function, SourceIndex source)
    {
        var member = function.AssociatedSymbol ?? function;
        if (member.IsOverride && Overridden(member) is null)
            return true;
        for (var overridden = Overridden(member); overridden is not null; overridden = Overridden(overridden))
        {
            if (!source.IsSource(overridden) || HasForeignAlias(overridden, source))
                return true;
        }

        return HasForeignAlias(member, source);
    }

    /// <summary>Whether it implements or overrides what another assembly declares: <c>IDisposable.Dispose</c>, also by a virtual member of a base class of ours.</summary>
    private static bool HasForeignAlias(ISymbol member, SourceIndex source)
    {
        foreach (var alias in Aliases.Of(member))
        {
            if (!source.IsSource(alias))
                return true;
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
