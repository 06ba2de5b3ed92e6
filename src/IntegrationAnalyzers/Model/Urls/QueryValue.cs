using System;
using System.Threading;
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

    /// <summary><c>option.Token</c>, <c>_settings.Value.PushoverToken</c>: a name that says too little, but of what holds settings. Not <c>Key</c>: many providers take that one in the query alone.</summary>
    public static bool IsSetting(ExpressionSyntax value)
    {
        if (IsRead(value))
            return true;
        if (value is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var holder } || NameWords.Split(member) is not [.., "token"] || SecretName.Judge(member) == SecretNameKind.None)
            return false;
        if (holder is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" or "CurrentValue" or "Current", Expression: var monitor })
            holder = monitor;
        return NameOf(holder) is { } name && HoldsSettings(name);
    }

    /// <summary><c>_token</c>: what an object keeps to be let in with; a parameter of that name may be what the request is about.</summary>
    public static bool IsKept(ExpressionSyntax value, SemanticModel semantics, CancellationToken cancellationToken)
    {
        var name = value is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var member } ? member : value as IdentifierNameSyntax;
        return name is not null && NameWords.Split(name.Identifier.ValueText) is ["token"] &&
            semantics.GetSymbolInfo(name, cancellationToken).Symbol is IFieldSymbol { IsConst: false, DeclaredAccessibility: Accessibility.Private, Type.SpecialType: SpecialType.System_String };
    }

    /// <summary><c>configuration["Partner:Token"]</c>, <c>configuration.GetValue&lt;string&gt;("Token")</c>.</summary>
    private static bool IsRead(ExpressionSyntax value)
    {
        var (holder, key) = value switch
        {
            ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }] } access => (access.Expression, name),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValue" } call, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }] } => (call.Expression, name),
            _ => (null, null),
        };
        return key is not null && Last(key.Token.ValueText).Equals("token", StringComparison.OrdinalIgnoreCase) &&
            (holder is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetSection" } } || (NameOf(holder!) is { } reader && HoldsSettings(reader)));
    }

    private static bool HoldsSettings(string name) =>
        NameWords.Split(name) is [.., "option" or "options" or "setting" or "settings" or "config" or "configuration" or "cfg" or "credential" or "credentials"];

    /// <summary><c>Tmdb:ApiKey</c> names what its last part says.</summary>
    private static string Last(string key) => key.Substring(key.LastIndexOfAny([':', '.']) + 1);
}
