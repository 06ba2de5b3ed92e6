using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>The calls of a method in this compilation, those through an interface or base it is the one implementation of included.</summary>
internal static class CallSites
{
    /// <summary>A method called from more places is everybody's: one caller says nothing about it.</summary>
    private const int MaxSites = 100;

    public static IEnumerable<IInvocationOperation> Of(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        var sites = 0;
        foreach (var symbol in Names(method, source, cancellationToken))
        {
            if (source.Uses(symbol, cancellationToken) is not { } uses)
                yield break;
            foreach (var use in uses)
            {
                if (use.Operation(cancellationToken) is not IInvocationOperation call)
                    continue;
                if (++sites > MaxSites)
                    yield break;
                yield return call;
            }
        }
    }

    /// <summary>What a call gives for the parameter of the method it reaches, whichever of its declarations the call names.</summary>
    public static IOperation? Argument(IInvocationOperation call, IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return null;

        // A reduced extension call still lists its receiver as the first argument.
        var offset = call.TargetMethod.ReducedFrom is not null && call.Instance is not null ? -1 : 0;
        if (call.TargetMethod.Parameters.Length != method.Parameters.Length && call.TargetMethod.ReducedFrom is null)
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } target && target.Ordinal == parameter.Ordinal + offset)
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : argument.Value;
        }

        return null;
    }

    /// <summary>The parameter by which the implementation takes what a call of the method hands over for the given one.</summary>
    public static IParameterSymbol? Received(IMethodSymbol called, IParameterSymbol parameter, IMethodSymbol implementation)
    {
        implementation = (implementation.ReducedFrom ?? implementation).OriginalDefinition;
        var ordinal = parameter.Ordinal + (called.ReducedFrom is not null ? 1 : 0);
        return ordinal < implementation.Parameters.Length ? implementation.Parameters[ordinal] : null;
    }

    private static IEnumerable<IMethodSymbol> Names(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        yield return method;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (Reaches(overridden, method, source, cancellationToken))
                yield return overridden.OriginalDefinition;
        }

        if (method.MethodKind != MethodKind.Ordinary || method.IsStatic || method.DeclaredAccessibility == Accessibility.Private)
            yield break;
        foreach (var implemented in method.ContainingType.AllInterfaces)
        {
            foreach (var member in implemented.OriginalDefinition.GetMembers(method.Name))
            {
                if (member is IMethodSymbol declared && source.IsSource(declared) && Reaches(declared, method, source, cancellationToken))
                    yield return declared;
            }
        }
    }

    private static bool Reaches(IMethodSymbol declared, IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken) =>
        source.IsSource(declared) && SymbolEqualityComparer.Default.Equals(source.Implementation(declared, cancellationToken), method);
}
