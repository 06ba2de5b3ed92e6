using System;
using IntegrationAnalyzers.Apis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>
/// What is put behind a text that ends by naming a secret: <c>"…;Password=" + value</c>, <c>$"…&amp;api_key={value}"</c>, <c>"Bearer " + value</c>; what goes into a header that takes one, <c>Add("X-Api-Key", value)</c>; what
/// stands behind the colon where a pair becomes base64, <c>user + ":" + value</c>.
/// </summary>
internal readonly record struct NamedHole(ExpressionSyntax Value, SecretSinkKind Sink, string Name)
{
    private const string Authorization = "Authorization";

    /// <param name="root">The file.</param>
    /// <param name="position">Inside the text.</param>
    public static NamedHole? At(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (!token.Span.Contains(position) || token.Parent is not { } node)
            return null;
        if (token.ValueText.EndsWith(" ", StringComparison.Ordinal))
            return Next(node) is { } credential ? Named(credential, Authorization) : null;
        if (token.ValueText == ":")
            return Next(node) is { } password && BasicPair.IsEncodedSum(node) ? new NamedHole(password, SecretSinkKind.Password, "Basic password") : null;
        if (node is LiteralExpressionSyntax header && InHeader(header) is { } given)
            return Named(given, token.ValueText);
        if (NameAtEnd(token.ValueText) is not { Length: > 0 } name || Next(node) is not { } value)
            return null;

        return SecretName.Judge(name) switch
        {
            SecretNameKind.Password => new NamedHole(value, SecretSinkKind.Password, name),
            SecretNameKind.Weak when IsInQuery(token.ValueText, name) => new NamedHole(value, SecretSinkKind.Key, name),
            SecretNameKind.Secret or SecretNameKind.Key or SecretNameKind.Token => new NamedHole(value, SecretSinkKind.Key, name),
            _ => null,
        };
    }

    /// <summary>What is given a name of its own, or comes from a method: a literal there was read by the text beside it.</summary>
    private static NamedHole? Named(ExpressionSyntax value, string header) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax && (header.Equals(Authorization, StringComparison.OrdinalIgnoreCase) || SecretName.Judge(header) is SecretNameKind.Key or SecretNameKind.Token or SecretNameKind.Secret)
            ? new NamedHole(value, SecretSinkKind.Key, header)
            : null;

    /// <summary><c>Add("X-Api-Key", value)</c>, <c>Headers["X-Api-Key"] = value</c>.</summary>
    private static ExpressionSyntax? InHeader(LiteralExpressionSyntax name)
    {
        if (name.Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax list } argument)
            return null;
        return list.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAddWithoutValidation" or "AddHeader" or "AddDefaultHeader" or "AddOrUpdateHeader" or "WithHeader" or "Set" } called }
                when list.Arguments is [var first, var second] && first == argument && (called.Name.Identifier.ValueText.EndsWith("Header", StringComparison.Ordinal) || IsHeaders(called.Expression)) => second.Expression,
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax set } access when set.Left == access && IsHeaders(access.Expression) => set.Right,
            _ => null,
        };
    }

    private static bool IsHeaders(ExpressionSyntax collection) => NameCarrier.Named(collection, CarrierKind.Assignment) is { Name: var name } && name.EndsWith("headers", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>?token=</c> of a URL names who calls; a <c>key</c> there may be that of a row.</summary>
    private static bool IsInQuery(string text, string name)
    {
        var before = text.Length - name.Length - 2;
        return name.Equals("token", StringComparison.OrdinalIgnoreCase) && before >= 0 && (text[before] is '?' or '&');
    }

    private static string NameAtEnd(string text)
    {
        var end = text.Length - 1;
        if (end < 0 || text[end] != '=')
            return "";

        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or ' '))
            start--;
        return text.Substring(start, end - start).Trim();
    }

    private static ExpressionSyntax? Next(SyntaxNode node)
    {
        switch (node)
        {
            case InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax whole } text:
                var index = whole.Contents.IndexOf(text) + 1;
                return index < whole.Contents.Count && whole.Contents[index] is InterpolationSyntax hole ? hole.Expression : null;
            case LiteralExpressionSyntax { Parent: BinaryExpressionSyntax join } literal when join.IsKind(SyntaxKind.AddExpression):
                if (join.Left == literal)
                    return join.Right;
                return join.Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.AddExpression) && outer.Left == join ? outer.Right : null;
            default:
                return null;
        }
    }
}
