using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>What becomes of a body that is empty: Newtonsoft makes null of it, System.Text.Json throws, and code may have answered it already.</summary>
internal static class BlankBodies
{
    public static bool Throw(DeserializingMember member) => member.Serializer == Serializer.SystemTextJson;

    /// <summary>Whether the function is left before the read where the text is blank, <c>if (string.IsNullOrWhiteSpace(body)) return new();</c>, or the blank text is replaced.</summary>
    public static bool AreRuledOut(PayloadRead read)
    {
        if (read.Member.Input != PayloadInput.Argument || read.Call.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var text } }, ..] } call)
            return false;
        for (SyntaxNode node = call; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            if (parent is not BlockSyntax block)
                continue;
            foreach (var statement in block.Statements)
            {
                if (statement.SpanStart >= node.SpanStart)
                    break;
                if (TestOf(statement, text) is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var asked } }] } test &&
                    asked == text && test.CalledText() is "IsNullOrWhiteSpace" or "IsNullOrEmpty")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The condition behind which the function is left, or the text becomes another: <c>text = string.IsNullOrEmpty(text) ? "{}" : text;</c>.</summary>
    private static ExpressionSyntax? TestOf(StatementSyntax statement, string text) => statement switch
    {
        IfStatementSyntax guard when guard.Statement.Exits() => guard.Condition,
        ExpressionStatementSyntax
        {
            Expression: AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: var replaced },
                Right: ConditionalExpressionSyntax { Condition: var condition, WhenTrue: LiteralExpressionSyntax { Token.ValueText: not ("" or "null") } },
            },
        } when replaced == text => condition,
        _ => null,
    };
}
