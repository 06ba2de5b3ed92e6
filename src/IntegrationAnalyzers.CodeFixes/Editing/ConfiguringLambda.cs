using System.Linq;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>The block by which a registration sets its client up: <c>AddHttpClient&lt;Api&gt;(client => { client.BaseAddress = …; })</c>. One more setting belongs there.</summary>
internal static class ConfiguringLambda
{
    /// <summary>Its last statement, and what the client is called there; null where no such block runs to its end, or holds a directive.</summary>
    public static (StatementSyntax Last, string Client)? Of(InvocationExpressionSyntax registration, FixRequest request)
    {
        foreach (var argument in registration.ArgumentList.Arguments)
        {
            if (argument.Expression is LambdaExpressionSyntax { Block: { Statements: [.., var last], ContainsDirectives: false } block } lambda && RunsToItsEnd(block) && Client(lambda, request) is { } client)
                return (last, client);
        }

        return null;
    }

    private static bool RunsToItsEnd(BlockSyntax block) =>
        block.Statements.Last() is ExpressionStatementSyntax && !block.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(static node => node is ReturnStatementSyntax or GotoStatementSyntax);

    private static string? Client(LambdaExpressionSyntax lambda, FixRequest request)
    {
        var parameter = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => simple.Parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [.., var last] } => last,
            _ => null,
        };
        return parameter is not null && parameter.Identifier.ValueText != "_" && request.Model.GetDeclaredSymbol(parameter, request.CancellationToken) is { Type: { Name: "HttpClient" } type } &&
            type.ContainingNamespace.ToDisplayString() == SendingMembers.NetHttp
            ? parameter.Identifier.Text
            : null;
    }
}
