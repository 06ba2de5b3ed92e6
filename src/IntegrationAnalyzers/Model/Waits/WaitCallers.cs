using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>
/// Who stands above a wait, up to some calls away: somebody asynchronous, or a member that another assembly wants synchronous. What nobody in sight calls, or only code
/// that can be changed, has neither.
/// </summary>
internal static class WaitCallers
{
    private const int MaxCalls = 4;
    private const int MaxUses = 30;

    [Flags]
    private enum Above
    {
        Neither = 0,

        /// <summary>It can await, or a framework calls it that takes an asynchronous one as well: a controller's action, a minimal API's handler, an event's handler.</summary>
        Asynchronous = 1,

        /// <summary>It overrides or implements a member of another assembly that is synchronous: a plug-in's entry, a converter.</summary>
        Fixed = 2,
    }

    /// <summary>Whether a member that another assembly wants synchronous is above the wait, and nobody asynchronous: it has to wait somewhere.</summary>
    public static bool AreFixed(IOperation wait, SourceIndex source, CancellationToken cancellationToken) =>
        Of(wait, source, MaxCalls, cancellationToken) == Above.Fixed;

    private static Above Of(IOperation operation, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        var function = operation.EnclosingFunction();
        for (; function is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }; function = function.ContainingSymbol as IMethodSymbol)
        {
            if (IsAsynchronous(function))
                return Above.Asynchronous;
        }

        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation && EndpointApis.IsMapped(parent))
                return Above.Asynchronous;
        }

        if (function is null)
            return Above.Neither;
        if (IsAsynchronous(function) || EndpointApis.IsAction(function) || HandlesEvent(function))
            return Above.Asynchronous;
        return WaitPlace.IsFixedElsewhere(function, source) || MayImplementUnbound(function) ? Above.Fixed : OfCallers(function, source, depth, cancellationToken);
    }

    private static Above OfCallers(IMethodSymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        if (depth == 0 || function.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet))
            return Above.Neither;
        var member = function.AssociatedSymbol ?? function;
        var found = OfUses(member, function, source, depth, cancellationToken);
        foreach (var alias in Aliases.Of(member))
        {
            if (!found.HasFlag(Above.Asynchronous) && source.IsSource(alias))
                found |= OfUses(alias, function, source, depth, cancellationToken);
        }

        return found;
    }

    private static Above OfUses(ISymbol member, IMethodSymbol function, SourceIndex source, int depth, CancellationToken cancellationToken)
    {
        var found = Above.Neither;
        if (source.Uses(member, cancellationToken) is not { Length: > 0 and <= MaxUses } uses)
            return found;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is { } call && !SymbolEqualityComparer.Default.Equals(call.EnclosingFunction(), function))
                found |= Of(call, source, depth - 1, cancellationToken);
            if (found.HasFlag(Above.Asynchronous))
                return found;
        }

        return found;
    }

    /// <summary>What an interface says that does not bind is unknown; a public member may be what it asks for.</summary>
    private static bool MayImplementUnbound(IMethodSymbol function)
    {
        if (function.DeclaredAccessibility != Accessibility.Public || function.IsStatic)
            return false;
        foreach (var type in function.ContainingType.AllInterfaces)
        {
            if (type.TypeKind == TypeKind.Error)
                return true;
        }

        // The first in the list may be a class as well: its name tells.
        return function.ContainingType.BaseType is { TypeKind: TypeKind.Error, Name: ['I', >= 'A' and <= 'Z', ..] };
    }

    private static bool IsAsynchronous(IMethodSymbol function) => function.IsAsync || TaskApis.IsTask(function.ReturnType);

    /// <summary><c>void Button_Click(object sender, RoutedEventArgs e)</c>: it may be <c>async void</c>.</summary>
    private static bool HandlesEvent(IMethodSymbol function) =>
        function is { ReturnsVoid: true, Parameters: [{ Type.SpecialType: SpecialType.System_Object }, { Type: { } second }] } && second.Name.EndsWith("EventArgs", StringComparison.Ordinal);
}
