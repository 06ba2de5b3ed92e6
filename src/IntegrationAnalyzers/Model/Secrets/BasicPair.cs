using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary><c>Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password"))</c>: what basic authentication sends, written out.</summary>
internal static class BasicPair
{
    /// <summary>Where the password starts; 0 where the literal is none of this. Of a text put together it is the end, and the user may stand before it.</summary>
    public static int PasswordAt(SyntaxNode literal, string value)
    {
        var colon = value.IndexOf(':');
        var whole = WholeOf(literal);
        if (colon < (StartsBefore(whole, literal) ? 0 : 1) || value.Length - colon < 7 || value.IndexOf(' ') >= 0 || value[colon + 1] == '/' || !IsEncoded(whole))
            return 0;
        return CredentialJudge.IsCredential(SecretNameKind.Password, "password", value.Substring(colon + 1), "", out _) ? colon + 1 : 0;
    }

    /// <summary>Whether the text is <c>user:password</c> in base64 already, as the header takes it.</summary>
    public static bool IsEncodedPair(string value)
    {
        if (value.Length is < 12 or > 200 || value.Length % 4 != 0)
            return false;
        foreach (var c in value)
        {
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/' or '='))
                return false;
        }

        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(value);
        }
        catch (FormatException)
        {
            return false;
        }

        var colon = Array.IndexOf(bytes, (byte)':');
        return colon > 0 && colon < bytes.Length - 3 && Array.TrueForAll(bytes, static b => b is > 32 and < 127);
    }

    /// <summary>The text that ends with the literal: <c>$"{user}:password"</c>, <c>user + ":password"</c>.</summary>
    private static SyntaxNode WholeOf(SyntaxNode literal)
    {
        var whole = literal is InterpolatedStringTextSyntax ? literal.Parent! : literal;
        while (whole.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && sum.Right == whole)
            whole = sum;
        return whole;
    }

    private static bool StartsBefore(SyntaxNode whole, SyntaxNode literal) => whole is InterpolatedStringExpressionSyntax text ? text.Contents[0] != literal : whole != literal;

    /// <summary>Whether the text becomes bytes, and something beside it makes base64 of them or speaks of basic authentication.</summary>
    private static bool IsEncoded(SyntaxNode text)
    {
        if (text.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" } } bytes })
            return false;
        if (bytes.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax encoding } && Makes64(encoding))
            return true;
        if (bytes.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var local } } || bytes.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
            return false;

        foreach (var node in (member is GlobalStatementSyntax ? member.Parent! : member).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax { Identifier.ValueText: var used } }, ..] } call && used == local && Makes64(call))
                return true;
        }

        return false;
    }

    private static bool Makes64(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name.IndexOf("Base64", StringComparison.Ordinal) >= 0;
}
