using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>Callers of a method that returns a body as it came: what they read it into may say itself how it went, as it may in the method.</summary>
internal static class BodyCallers
{
    /// <summary>Whether the body is used for nothing but to return it, and whoever calls the method looks at what it says.</summary>
    public static bool Look(IOperation call, ImmutableArray<SyntaxNode> uses, SourceIndex source, ResponseHelpers helpers, CancellationToken cancellationToken)
    {
        foreach (var use in uses)
        {
            if (use.Parent is not (ReturnStatementSyntax or ArrowExpressionClauseSyntax))
                return false;
        }

        if (call.EnclosingFunction() is not { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } function)
            return false;
        var isCalled = false;
        foreach (var site in CallSites.Of(function, source, cancellationToken))
        {
            isCalled = true;
            if (source.Graphs.Around(site.Syntax, cancellationToken) is not { } graph ||
                ResponseFlow.Of(graph, site.Syntax, helpers, cancellationToken, ResponseForm.Body) is not { SaysOutcome: true, Uses.IsEmpty: true })
            {
                return false;
            }
        }

        return isCalled;
    }
}
