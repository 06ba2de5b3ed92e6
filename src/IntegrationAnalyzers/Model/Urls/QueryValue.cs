using IntegrationAnalyzers.Model.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>The value that code puts into a URL, and what it calls it.</summary>
internal static class QueryValue
{
    /// <summary>Without what escapes or converts it.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax forgiven when forgiven.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = forgiven.Operand;
                    break;
                case BinaryExpressionSyntax { Right: LiteralExpressionSyntax } orEmpty when orEmpty.IsKind(SyntaxKind.CoalesceExpression):
                    expression = orEmpty.Left;
                    break;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EscapeDataString" or "EscapeUriString" or "UrlEncode" or "Encode" or "UrlPathEncode" },
                    ArgumentList.Arguments: [{ Expression: var escaped }, ..],
                }:
                    expression = escaped;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim" or "ToString" } member, ArgumentList.Arguments.Count: 0 }:
                    expression = member.Expression;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The name of a variable, member or setting; null for a literal and for what has no name (<c>x ?? throw …</c>).</summary>
    public static string? NameOf(ExpressionSyntax value) => value switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var holder } => NameOf(holder),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        AwaitExpressionSyntax awaited => NameOf(awaited.Expression),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } => Last(key.Token.ValueText),
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }, ..] } when key.IsKind(SyntaxKind.StringLiteralExpression) => Last(key.Token.ValueText),
        InvocationExpressionSyntax call => NameOf(call.Expression),
        _ => null,
    };

    /// <summary><c>option.Token</c>, <c>_settings.Value.Token</c>: a bare name, but of what holds settings. Not <c>Key</c>: many providers take that one in the query alone.</summary>
    public static bool IsSetting(ExpressionSyntax value)
    {
        if (value is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Token", Expression: var holder })
            return false;
        if (holder is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue" or "Current", Expression: var monitor })
            holder = monitor;
        return NameOf(holder) is { } name && NameWords.Split(name) is [.., "option" or "options" or "setting" or "settings" or "config" or "configuration" or "credential" or "credentials"];
    }

    /// <summary><c>Tmdb:ApiKey</c> names what its last part says.</summary>
    private static string Last(string key) => key.Substring(key.LastIndexOfAny([':', '.']) + 1);
}
