using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary><c>Convert.ToBase64String(Encoding.UTF8.GetBytes("user:password"))</c>: what basic authentication sends, written out.</summary>
internal static class BasicPair
{
    /// <summary>Where the password starts; null where the literal is none of this. Of a text put together it is the end, and the user may stand before it.</summary>
    public static int? PasswordAt(SyntaxNode literal, string value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (value.Length < 6 || value.IndexOf(' ') >= 0)
            return null;

        // $"{"user"}:{"password"}"
        if (literal.Parent is InterpolationSyntax { AlignmentClause: null, FormatClause: null, Parent: InterpolatedStringExpressionSyntax { Contents: [.., InterpolatedStringTextSyntax { TextToken.ValueText: ":" }, var last] } pair } && last == literal.Parent)
            return IsPassword(value) && IsEncoded(pair, model, cancellationToken) ? 0 : null;

        // string.Format("{0}:{1}", "user", "password")
        if (literal.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: "{0}:{1}" } }, _, var second], Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" } } format } } && second == literal.Parent)
            return IsPassword(value) && IsEncoded(format, model, cancellationToken) ? 0 : null;

        var colon = value.IndexOf(':');
        var whole = WholeOf(literal);
        if (colon < (StartsBefore(whole, literal) ? 0 : 1) || value.Length - colon < 7 || value[colon + 1] == '/')
            return null;
        return IsPassword(value.Substring(colon + 1)) && IsEncoded(whole, model, cancellationToken) ? colon + 1 : null;
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

    /// <summary>Whether the sum that the colon stands in, <c>user + ":" + password</c>, becomes base64 there.</summary>
    public static bool IsEncodedSum(SyntaxNode colon)
    {
        var whole = colon;
        while (whole.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            whole = whole.Parent;
        return IsEncoded(whole);
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

    private static bool IsPassword(string value) => CredentialJudge.IsCredential(SecretNameKind.Password, "password", value, "", out _);

    /// <summary>Whether it becomes base64 where it stands, or in the method of this project that it is given to.</summary>
    private static bool IsEncoded(SyntaxNode text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (IsEncoded(text))
            return true;
        if (text.Parent is not ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Arguments: var arguments, Parent: InvocationExpressionSyntax call } } argument ||
            model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { MethodKind: not MethodKind.ReducedExtension, DeclaringSyntaxReferences: [var declaration] } method ||
            arguments.IndexOf(argument) is var index && index >= method.Parameters.Length)
        {
            return false;
        }

        var parameter = method.Parameters[index].Name;
        foreach (var node in declaration.GetSyntax(cancellationToken).DescendantNodes())
        {
            if (node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter && IsEncoded(name))
                return true;
        }

        return false;
    }

    /// <summary>Whether the text becomes bytes, and something beside it makes base64 of them or speaks of basic authentication.</summary>
    private static bool IsEncoded(SyntaxNode text)
    {
        // Base64Encode("user:password"), "user:password".ToBase64()
        if ((text.Parent is MemberAccessExpressionSyntax called && called.Expression == text ? called.Parent : text.Parent is ArgumentSyntax ? text.Parent.Parent?.Parent : null) is InvocationExpressionSyntax helper && Makes64(helper))
            return true;
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

    private static bool Makes64(InvocationExpressionSyntax call)
    {
        var name = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : (call.Expression as IdentifierNameSyntax)?.Identifier.ValueText ?? "";
        return name.IndexOf("Base64", StringComparison.Ordinal) >= 0 && name.IndexOf("From", StringComparison.Ordinal) < 0 && name.IndexOf("Decode", StringComparison.Ordinal) < 0;
    }
}
