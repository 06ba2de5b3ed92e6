using System;
using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Rules.Secrets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Secrets;

/// <summary>Takes a secret out of a string: the literal, or its part, is replaced by what reads the value at run time; a constant becomes a variable.</summary>
internal static class SecretMove
{
    /// <summary>Whether and how the place can be mended, without a look at the others of its secret.</summary>
    public static FixPlan? Alone(FixRequest request) => Plan(request, new SecretSetting(SecretNaming.At(request).Name, FromEnvironment: true));

    /// <param name="request">One place of the secret.</param>
    /// <param name="setting">What all its places read from now on.</param>
    /// <returns>Null where the place wants a constant, or the secret cannot be cut out.</returns>
    public static FixPlan? Plan(FixRequest request, SecretSetting setting)
    {
        if (request.Root.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp7 } options)
            return null;

        var constant = ComputedValue.ConstantOf(request.Node);
        if (constant is null ? ConstantUses.NeedsConstant(request.Node) : !ConstantUses.AllowRunTimeValue(request, constant))
            return null;
        if (IsInExpressionTree(request) || (request.Node is ExpressionSyntax secret && SettableDefault.HoldsAsPart(secret)))
            return null;

        if (request.Node is LiteralExpressionSyntax fallback && constant is null && ReadFallback.Plan(request, fallback) is { } failing)
            return failing;

        if (constant?.Initializer?.Value is LiteralExpressionSyntax only && only == request.Node && ReadFallback.Plan(request, constant) is { } removal)
            return removal;

        if (PlaceOf(request) is not { } place)
            return null;

        var settingRead = ConfigurationRead.At(request.Model, place, setting.Name, setting.FromEnvironment);
        var read = settingRead.Expression.WithAdditionalAnnotations(Formatter.Annotation);
        var edit = request.Node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => OfLiteral(request, literal, read),
            InterpolatedStringTextSyntax text => OfInterpolation(request, text, read, options.LanguageVersion),
            _ => null,
        };
        if (edit is null)
            return null;

        var declaration = ComputedValue.DeclarationOf(request, request.Node);
        return new FixPlan(
            editor =>
            {
                edit(editor);
                if (declaration is not null)
                    editor.ReplaceNode(declaration, static (current, _) => ComputedValue.Of(current));
            },
            settingRead.Usings);
    }

    private static Action<DocumentEditor>? OfLiteral(FixRequest request, LiteralExpressionSyntax literal, ExpressionSyntax read)
    {
        if (MovedText(request) is not { } moved)
            return null;

        if (moved.Length == literal.Token.ValueText.Length)
        {
            var replacement = NeedsParentheses(literal) ? SyntaxFactory.ParenthesizedExpression(read) : read;
            return editor => editor.ReplaceNode(literal, replacement.WithTriviaFrom(literal));
        }

        if (Split(literal.Token.Text, moved) is not var (before, after))
            return null;

        ExpressionSyntax joined = SyntaxFactory.ParenthesizedExpression(read);
        if (before is not null)
            joined = Join(SyntaxFactory.ParseExpression(before), joined);
        if (after is not null)
            joined = Join(joined, SyntaxFactory.ParseExpression(after));
        if (NeedsParentheses(literal))
            joined = SyntaxFactory.ParenthesizedExpression(joined);
        return editor => editor.ReplaceNode(literal, joined.WithTriviaFrom(literal));
    }

    private static Action<DocumentEditor>? OfInterpolation(FixRequest request, InterpolatedStringTextSyntax text, ExpressionSyntax read, LanguageVersion version)
    {
        var own = text.TextToken.Text;
        if (text.Parent is not InterpolatedStringExpressionSyntax whole || own != text.TextToken.ValueText || Part(request, own) is not var (start, length) ||
            whole.StringStartToken.Text.Count(static c => c == '$') > 1 ||
            (version < LanguageVersion.CSharp11 && whole.StringStartToken.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken)))
        {
            return null;
        }

        var hole = SyntaxFactory.Interpolation(SyntaxFactory.ParenthesizedExpression(read));
        return editor =>
        {
            if (start + length < own.Length)
                editor.InsertAfter(text, Text(own.Substring(start + length)));
            if (start > 0)
            {
                editor.InsertAfter(text, hole);
                editor.ReplaceNode(text, Text(own.Substring(0, start)));
            }
            else
            {
                editor.ReplaceNode(text, hole);
            }
        };
    }

    /// <summary>What leaves the source at the place: the secret, or the whole text where that is one setting; null where neither can be told.</summary>
    public static string? MovedText(FixRequest request)
    {
        var value = request.Node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringTextSyntax text => text.TextToken.ValueText,
            _ => "",
        };
        if (Part(request, value) is not var (start, length))
            return null;
        return request.Node is LiteralExpressionSyntax && MovesWhole(request, value) ? value : value.Substring(start, length);
    }

    /// <summary>The expression that a read at the place becomes a part of.</summary>
    public static ExpressionSyntax? PlaceOf(FixRequest request) => request.Node as ExpressionSyntax ?? request.Node.Parent as ExpressionSyntax;

    private static InterpolatedStringTextSyntax Text(string text) =>
        SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, text, text, default));

    private static (int Start, int Length)? Part(FixRequest request, string value)
    {
        var properties = request.Diagnostic.Properties;
        return properties.TryGetValue(SecretProperties.Start, out var start) && properties.TryGetValue(SecretProperties.Length, out var length) &&
            int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from) &&
            int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && from + count <= value.Length
            ? (from, count)
            : null;
    }

    /// <summary>Connection strings and URLs with a user in them are one setting: they move as a whole.</summary>
    private static bool MovesWhole(FixRequest request, string value)
    {
        var format = request.Diagnostic.Properties[SecretProperties.Format] ?? "";
        return format.IndexOf("URL", StringComparison.Ordinal) >= 0 || format.IndexOf("URI", StringComparison.Ordinal) >= 0 ||
            format.IndexOf("onnection string", StringComparison.Ordinal) >= 0 || format.IndexOf("AccessKey", StringComparison.Ordinal) >= 0 ||
            format.IndexOf("Private key", StringComparison.Ordinal) >= 0 || IsConnectionString(value);
    }

    public static bool IsConnectionString(string value) => value.IndexOf(';') > 0 && value.IndexOf('=') > 0 && value.IndexOf('=') < value.IndexOf(';');

    /// <summary>The literal's own source before and behind the secret, as literals; null where an escape hides the secret.</summary>
    private static (string? Before, string? After)? Split(string source, string secret)
    {
        var open = source.IndexOf('"') + 1;
        var at = source.IndexOf(secret, open, StringComparison.Ordinal);
        if (at < 0 || source.IndexOf(secret, at + 1, StringComparison.Ordinal) >= 0 || source.StartsWith("\"\"\"", StringComparison.Ordinal))
            return null;

        var end = at + secret.Length;
        var head = source.Substring(0, open);
        return (at == open ? null : source.Substring(0, at) + "\"", end == source.Length - 1 ? null : head + source.Substring(end));
    }

    private static ExpressionSyntax Join(ExpressionSyntax left, ExpressionSyntax right) =>
        SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, left, right).WithAdditionalAnnotations(Formatter.Annotation);

    private static bool NeedsParentheses(SyntaxNode expression) => !IsLastChoice(expression) && expression.Parent is not (
        EqualsValueClauseSyntax or ArgumentSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or InitializerExpressionSyntax or
        AnonymousObjectMemberDeclaratorSyntax or SwitchExpressionArmSyntax or ParenthesizedExpressionSyntax or YieldStatementSyntax or ExpressionElementSyntax or LambdaExpressionSyntax);

    /// <summary><c>a ?? b ?? throw …</c> needs no parentheses.</summary>
    private static bool IsLastChoice(SyntaxNode expression) => expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice && choice.Right == expression;

    /// <summary>An expression tree may not throw.</summary>
    private static bool IsInExpressionTree(FixRequest request) => request.Node.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda =>
        request.Model.GetTypeInfo(lambda, request.CancellationToken).ConvertedType is { Name: "Expression" });
}
