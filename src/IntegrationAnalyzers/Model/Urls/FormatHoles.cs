using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Urls;

/// <summary>One hole of <c>string.Format("near?lat={0:F2}", latitude)</c>.</summary>
/// <param name="Value">What is put there.</param>
/// <param name="Format">How it is written; null where nothing says so.</param>
/// <param name="Before">The text before it, with a sign for each hole further left.</param>
internal readonly record struct FormatHole(ExpressionSyntax Value, string? Format, string Before);

/// <summary>The holes of <c>string.Format</c>, whose text stands in the call or in a constant, with or without a culture before it.</summary>
internal static class FormatHoles
{
    /// <summary>The argument that is the text; null where the call is another, by its syntax.</summary>
    public static ExpressionSyntax? TextArgument(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format", Expression: PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" } } } &&
        call.ArgumentList.Arguments is { Count: > 1 } arguments && TextAt(call) is var at && at + 1 < arguments.Count && arguments[at] is { NameColon: null, Expression: var text }
            ? text
            : null;

    /// <summary>Whether the call says for which culture it writes.</summary>
    public static bool HasCulture(InvocationExpressionSyntax call) => TextAt(call) == 1;

    /// <summary>The text of the call where it stands there; null where the call is another, or the text stands elsewhere.</summary>
    public static string? TextOf(InvocationExpressionSyntax call) =>
        TextArgument(call) is LiteralExpressionSyntax text && text.IsKind(SyntaxKind.StringLiteralExpression) ? text.Token.ValueText : null;

    /// <summary>The text of the call, which may be a constant; null where the call is another, or nobody knows the text.</summary>
    public static string? TextOf(InvocationExpressionSyntax call, SemanticModel semantics, SourceIndex source, CancellationToken cancellationToken) =>
        TextOf(call) ?? (TextArgument(call) is { } text && semantics.GetOperation(text, cancellationToken) is { } operation
            ? ValueOrigin.ConstantText(operation, source, cancellationToken)
            : null);

    /// <summary>The holes of the text from the left; one of a width is left out, and so is all that follows what is no format.</summary>
    public static IEnumerable<FormatHole> Of(InvocationExpressionSyntax call, string text)
    {
        var arguments = call.ArgumentList.Arguments;
        var first = TextAt(call) + 1;
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
            if (int.TryParse(colon < 0 ? hole : hole.Substring(0, colon), out var index) && index >= 0 && index < arguments.Count - first && arguments[index + first] is { NameColon: null, Expression: var value })
                yield return new FormatHole(value, colon < 0 ? null : hole.Substring(colon + 1), before.ToString());
            before.Append(UrlPlace.Hole);
            i = end;
        }
    }

    private static int TextAt(InvocationExpressionSyntax call) => call.ArgumentList.Arguments is [{ Expression: var first }, ..] && IsCulture(first) ? 1 : 0;

    // By name: texts of URLs are not called so, and nothing is bound for the look.
    private static bool IsCulture(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => IsCulture(access.Name.Identifier.ValueText),
        IdentifierNameSyntax name => IsCulture(name.Identifier.ValueText),
        _ => false,
    };

    private static bool IsCulture(string name) => name.EndsWith("Culture", StringComparison.OrdinalIgnoreCase) || name.EndsWith("FormatProvider", StringComparison.OrdinalIgnoreCase);
}
