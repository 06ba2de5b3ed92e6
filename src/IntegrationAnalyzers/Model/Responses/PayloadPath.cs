using System;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Responses;

/// <summary>The way through a payload: <c>choices[0].message.content</c>.</summary>
internal static class PayloadPath
{
    /// <summary>
    /// Whether a part that could say by its name how the request went is passed through on the way to what does not: the message of a chat holds
    /// a content, that of a failure is a text. A way that bears a missing part (<c>?.</c>) is not looked at: its end may be tested.
    /// </summary>
    public static bool IsOnTheWay(string name, SyntaxNode place) =>
        (name.Equals("message", StringComparison.OrdinalIgnoreCase) || name.Equals("messages", StringComparison.OrdinalIgnoreCase)) &&
        Next(place) is { } next && !StatusApis.SaysOutcome(next);

    /// <summary>The part that is taken out of this one in the same expression.</summary>
    private static string? Next(SyntaxNode place)
    {
        while (place.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } or ParenthesizedExpressionSyntax)
            place = place.Parent;
        switch (place.Parent)
        {
            case ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax index }] } element when element.Expression == place:
                return index.IsKind(SyntaxKind.StringLiteralExpression) ? index.Token.ValueText : Next(element);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == place && call.Expression == access:
                return DocumentApis.NamesLookup(access.Name.Identifier.ValueText) && call.ArgumentList.Arguments is [{ Expression: LiteralExpressionSyntax key }, ..] &&
                    key.IsKind(SyntaxKind.StringLiteralExpression)
                        ? key.Token.ValueText
                        : null;
            case MemberAccessExpressionSyntax access when access.Expression == place:
                // How long a text is, or whether there is one, is asked of the text itself.
                return access.Name.Identifier.ValueText is "Length" or "Count" or "HasValue" or "Value" or "ValueKind" ? null : access.Name.Identifier.ValueText;
            default:
                return null;
        }
    }
}
