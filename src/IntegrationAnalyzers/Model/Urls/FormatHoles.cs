using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>One hole of <c>string.Format("near?lat={0:F2}", latitude)</c>.</summary>
/// <param name="Value">What is put there.</param>
/// <param name="Format">How it is written; null where nothing says so.</param>
/// <param name="Before">The text before it, with a sign for each hole further left.</param>
internal readonly record struct FormatHole(ExpressionSyntax Value, string? Format, string Before);

/// <summary>The holes of <c>string.Format</c> with a text that stands in the call and no culture before it.</summary>
internal static class FormatHoles
{
    /// <summary>The text of the call; null where the call is another, by its syntax.</summary>
    public static string? TextOf(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } } &&
        call.ArgumentList.Arguments is [{ NameColon: null, Expression: LiteralExpressionSyntax text }, _, ..] && text.IsKind(SyntaxKind.StringLiteralExpression)
            ? text.Token.ValueText
            : null;

    /// <summary>The holes from the left; one of a width is left out, and so is all that follows what is no format.</summary>
    public static IEnumerable<FormatHole> Of(InvocationExpressionSyntax call)
    {
        if (TextOf(call) is not { } text)
            yield break;

        var arguments = call.ArgumentList.Arguments;
        var before = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                before.Append(text[i++]);
                continue;
            }

            if (text[i] != '{')
            {
                before.Append(text[i]);
                continue;
            }

            var end = text.IndexOf('}', i);
            if (end < 0)
                yield break;
            var hole = text.Substring(i + 1, end - i - 1);
            var colon = hole.IndexOf(':');
            if (int.TryParse(colon < 0 ? hole : hole.Substring(0, colon), out var index) && index >= 0 && index + 1 < arguments.Count && arguments[index + 1] is { NameColon: null, Expression: var value })
                yield return new FormatHole(value, colon < 0 ? null : hole.Substring(colon + 1), before.ToString());
            before.Append(UrlPlace.Hole);
            i = end;
        }
    }
}
