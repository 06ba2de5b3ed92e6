using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model;

/// <summary>Our own endpoints: a controller's actions, a minimal API's handlers, be they lambdas, local functions or methods that are named where they are mapped.</summary>
internal static class Endpoints
{
    /// <summary>Whether what the operation returns is an endpoint's answer.</summary>
    public static bool Hold(IOperation operation, SourceIndex source, CancellationToken cancellationToken)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return EndpointApis.IsMapped(lambda);
                case ILocalFunctionOperation local:
                    return IsHandler(local.Symbol, source, cancellationToken);
            }
        }

        return operation.EnclosingFunction() is { } method && (EndpointApis.IsAction(method) || IsHandler(method, source, cancellationToken));
    }

    /// <summary>Whether the method is named where a handler is mapped: as an argument, so it is no call of it.</summary>
    private static bool IsHandler(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
            return false;
        foreach (var use in source.NamesLike(method, cancellationToken))
        {
            SyntaxNode group = use.Name.Parent is MemberAccessExpressionSyntax member && member.Name == use.Name ? member : use.Name;
            if (group.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ||
                use.Model.GetOperation(call, cancellationToken) is not IInvocationOperation mapping || !EndpointApis.IsMap(mapping))
            {
                continue;
            }

            var bound = use.Model.GetSymbolInfo(use.Name, cancellationToken);
            if (SymbolEqualityComparer.Default.Equals(bound.Symbol ?? (bound.CandidateSymbols is [var only] ? only : null), method))
                return true;
        }

        return false;
    }
}
