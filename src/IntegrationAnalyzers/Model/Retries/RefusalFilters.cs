using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>Handlers whose filters, however long, name no status but refusals: 401, 403, 429.</summary>
internal static class RefusalFilters
{
    /// <summary>Whether all handlers round the call that do not leave at once are such.</summary>
    public static bool Only(RetriedCall call)
    {
        var found = false;
        for (SyntaxNode? node = call.Place; node is not null && node != call.Scope.Region; node = node.Parent)
        {
            if (node.Parent is not TryStatementSyntax attempt || attempt.Block != node)
                continue;
            foreach (var handler in attempt.Catches)
            {
                if (handler.Block.Statements is [.., ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax])
                    continue;
                if (handler.Filter is not { FilterExpression: var filter } || !NamesRefusalsAlone(filter))
                    return false;
                found = true;
            }
        }

        return found;
    }

    private static bool NamesRefusalsAlone(ExpressionSyntax filter)
    {
        var found = false;
        foreach (var node in filter.DescendantNodesAndSelf())
        {
            if (node is not MemberAccessExpressionSyntax { Expression: var owner, Name.Identifier.ValueText: var status } ||
                owner is not (IdentifierNameSyntax { Identifier.ValueText: "HttpStatusCode" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HttpStatusCode" }))
            {
                continue;
            }

            if (status is not ("Unauthorized" or "Forbidden" or "TooManyRequests"))
                return false;
            found = true;
        }

        return found;
    }
}
