using System;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Errors;

/// <summary>What all who call the method of a <c>try</c> do with what it gives, where all of them are seen.</summary>
internal static class TriedCallers
{
    /// <param name="tried">The statement whose method it is.</param>
    /// <param name="do">What each call is asked for.</param>
    /// <param name="inProgram">Whether a method that others of the project call counts too, where nobody else can: by the interface that it implements, and in a program. An action of a controller is called from outside.</param>
    /// <param name="source">The project.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static bool All(ITryOperation tried, Func<IInvocationOperation, bool> @do, bool inProgram, SourceIndex source, CancellationToken cancellationToken) =>
        tried.EnclosingFunction() is { } function && All(function, @do, inProgram, source, cancellationToken);

    /// <inheritdoc cref="All(ITryOperation, Func{IInvocationOperation, bool}, bool, SourceIndex, CancellationToken)"/>
    public static bool All(IMethodSymbol function, Func<IInvocationOperation, bool> @do, bool inProgram, SourceIndex source, CancellationToken cancellationToken)
    {
        if (function.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return false;
        if (function.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable)
            return Count(function, @do, source, cancellationToken) > 0;
        if (!inProgram || EndpointApis.IsAction(function) || source.Compilation.Options.OutputKind is not (OutputKind.ConsoleApplication or OutputKind.WindowsApplication))
            return false;

        var calls = 0;
        foreach (var name in Aliases.WithSelf(function.OriginalDefinition))
        {
            // What a library promises, the library calls.
            if (!source.IsSource(name) || Count(name, @do, source, cancellationToken) is not { } doing)
                return false;
            calls += doing;
        }

        return calls > 0;
    }

    /// <summary>How many calls there are; null where one of them does not, or they are not all seen.</summary>
    private static int? Count(ISymbol function, Func<IInvocationOperation, bool> @do, SourceIndex source, CancellationToken cancellationToken)
    {
        if (source.Uses(function, cancellationToken) is not { } uses)
            return null;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IInvocationOperation call || !@do(call))
                return null;
        }

        return uses.Length;
    }
}
