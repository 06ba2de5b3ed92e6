using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Functions that run on a thread made for them: who waits there takes no thread from the pool.</summary>
internal static class OwnThreads
{
    /// <summary>Whether the lambda is what such a thread runs.</summary>
    public static bool Runs(IAnonymousFunctionOperation lambda) => IsStarted(lambda);

    /// <summary>Whether the method is named there to start such a thread.</summary>
    public static bool Start(IMethodReferenceOperation method) => IsStarted(method);

    private static bool IsStarted(IOperation function) =>
        function.AsDelegate().Parent is IArgumentOperation argument && argument.Parent switch
        {
            IObjectCreationOperation { Type: { } type } => TaskApis.IsThread(type),
            IInvocationOperation start => TaskApis.StartsThread(start),
            _ => false,
        };
}
