using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Functions that run on a thread made for them: who waits there takes no thread from the pool.</summary>
internal static class OwnThreads
{
    private const int MaxUses = 8;

    /// <summary>Whether the lambda is what such a thread runs.</summary>
    public static bool Runs(IAnonymousFunctionOperation lambda) => IsStarted(lambda);

    /// <summary>Whether the method is only ever named to start such a thread.</summary>
    public static bool Runs(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        if (method.DeclaredAccessibility is not (Accessibility.Private or Accessibility.NotApplicable) || source.Uses(method, cancellationToken) is not { Length: > 0 and <= MaxUses } uses)
            return false;
        foreach (var use in uses)
        {
            if (use.Operation(cancellationToken) is not IMethodReferenceOperation reference || !IsStarted(reference))
                return false;
        }

        return true;
    }

    private static bool IsStarted(IOperation function) =>
        function.AsDelegate().Parent is IArgumentOperation argument && argument.Parent switch
        {
            IObjectCreationOperation { Type: { } type } => TaskApis.IsThread(type),
            IInvocationOperation start => TaskApis.StartsThread(start),
            _ => false,
        };
}
