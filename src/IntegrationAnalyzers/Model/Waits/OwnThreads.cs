using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Waits;

/// <summary>Functions that run on a thread made for them: who waits there takes no thread from the pool.</summary>
internal static class OwnThreads
{
    /// <summary>Whether the lambda, or the method that is named there, is what such a thread runs.</summary>
    public static bool Run(IOperation function) =>
        function.AsDelegate().Parent is IArgumentOperation argument && argument.Parent switch
        {
            IObjectCreationOperation { Type: { } type } => TaskApis.IsThread(type),
            IInvocationOperation start => TaskApis.StartsThread(start),
            _ => false,
        };
}
