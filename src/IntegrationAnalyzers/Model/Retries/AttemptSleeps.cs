using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary><c>Thread.Sleep</c> in the asynchronous code of a hand-written retry.</summary>
internal static class AttemptSleeps
{
    public static IEnumerable<InvocationExpressionSyntax> In(RetryLoop loop, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var node in loop.Region.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } sleep && sleep.CalledText() == "Sleep" && IsAsync(FlowGraphs.FunctionOf(sleep)) &&
                source.Model(sleep.SyntaxTree).GetSymbolInfo(sleep, cancellationToken).Symbol is IMethodSymbol method && PauseNames.HoldsThread(method))
            {
                yield return sleep;
            }
        }
    }

    /// <summary>Whether the function may wait without holding its thread.</summary>
    public static bool IsAsync(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.AsyncKeyword),
        CompilationUnitSyntax => true,
        _ => false,
    };
}
