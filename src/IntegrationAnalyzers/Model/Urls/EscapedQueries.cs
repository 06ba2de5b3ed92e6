using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>Queries that are put together first and escaped as a whole in a later statement.</summary>
internal static class EscapedQueries
{
    /// <summary><c>query = WebUtility.UrlEncode(query);</c> behind the text that is put together here.</summary>
    public static bool Is(ExpressionSyntax whole)
    {
        var name = whole.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var declared } } => declared,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var assigned } } => assigned,
            _ => null,
        };
        if (name is null || whole.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
            return false;
        foreach (var statement in block.Statements)
        {
            if (statement.SpanStart > whole.Span.End &&
                statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target, Right: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax escaped }] } call } } &&
                target.Identifier.ValueText == name && escaped.Identifier.ValueText == name && call.CalledText() is { } called && EscapingApis.IsNamedForIt(called))
            {
                return true;
            }
        }

        return false;
    }
}
