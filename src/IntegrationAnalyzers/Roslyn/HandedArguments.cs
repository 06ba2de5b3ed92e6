using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a parameter is given in this compilation: by the callers of its method, or by those who make or derive from the class of its constructor.</summary>
internal static class HandedArguments
{
    public static IEnumerable<IOperation> Of(IParameterSymbol parameter, SourceIndex source, CancellationToken cancellationToken)
    {
        switch (parameter.ContainingSymbol)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }:
                foreach (var handed in BaseCalls.Arguments(parameter, type, source, cancellationToken))
                    yield return handed;
                foreach (var creation in Creations.Of(type, source, cancellationToken))
                {
                    if (creation.Argument(parameter.Name) is { } argument)
                        yield return argument;
                }

                break;
            case IMethodSymbol method:
                foreach (var call in CallSites.Of(method, source, cancellationToken))
                {
                    if (CallSites.Argument(call, parameter) is { } argument)
                        yield return argument;
                }

                break;
        }
    }

    /// <summary>What the one call of a method that nobody else can call gives for its parameter; null where there are several, or the method may be called from out of sight.</summary>
    public static IOperation? Only(IParameterSymbol parameter, SourceIndex source, CancellationToken cancellationToken) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsVirtual: false, IsOverride: false } method &&
        (method.MethodKind == MethodKind.LocalFunction || method.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal) &&
        source.Uses(method.OriginalDefinition, cancellationToken) is { Length: 1 } uses && uses[0].Operation(cancellationToken) is IInvocationOperation call
            ? CallSites.Argument(call, parameter)
            : null;
}
