using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// Moves a literal's value out of source. A constant becomes what can be computed at run time, so nothing is planned where a compile-time constant
/// is needed: an attribute's argument, a <c>case</c> label, a parameter's default, another constant.
/// </summary>
internal static class LiteralMove
{
    /// <param name="request">The diagnostic to mend.</param>
    /// <param name="literal">The string literal, or the interpolated string whose first text holds the value.</param>
    /// <param name="read">What reads the value from now on; a member that does ends without a slash.</param>
    /// <param name="prefixLength">How many characters at the start of the text move, where the rest stays; all of an interpolated string never moves.</param>
    public static FixPlan? Plan(FixRequest request, ExpressionSyntax literal, ConfigurationRead read, int prefixLength = 0)
    {
        if (literal is LiteralExpressionSyntax plain && !plain.IsKind(SyntaxKind.StringLiteralExpression))
            return null;
        if (NeedsConstant(literal) || SettableDefault.HoldsAsPart(literal) || (literal is InterpolatedStringExpressionSyntax && SettableDefault.Of(literal) is not null))
            return null;

        if (ComputedValue.ConstantOf(literal) is { } constant && !(constant.Initializer?.Value is LiteralExpressionSyntax && ConstantUses.AllowRunTimeValue(request, constant)))
            return null;

        if (literal is InterpolatedStringExpressionSyntax interpolated)
        {
            var isText = request.Model.GetTypeInfo(interpolated, request.CancellationToken).ConvertedType?.SpecialType == SpecialType.System_String;
            return Replacement(interpolated, read.Expression, prefixLength, isText) is { } moved
                ? new FixPlan(editor => editor.ReplaceNode(interpolated, (current, _) => moved.WithTriviaFrom(current)), read.Usings)
                : null;
        }

        var value = Replacement((LiteralExpressionSyntax)literal, read.Expression, prefixLength);
        var declaration = ComputedValue.DeclarationOf(request, literal);

        // What is declared is replaced together with its value: the literal is inside the node that is replaced.
        return new FixPlan(
            editor =>
            {
                editor.ReplaceNode(literal, (current, _) => value.WithTriviaFrom(current).WithAdditionalAnnotations(Formatter.Annotation));
                if (declaration is not null)
                    editor.ReplaceNode(declaration, static (current, _) => ComputedValue.Of(current));
            },
            read.Usings);
    }

    private static bool NeedsConstant(ExpressionSyntax literal)
    {
        foreach (var node in literal.Ancestors())
        {
            switch (node)
            {
                case AttributeSyntax or ParameterSyntax or CaseSwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    public static bool InInitializerOfMember(ExpressionSyntax literal) =>
        literal.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is { } initializer &&
        (initializer.Parent is PropertyDeclarationSyntax || initializer.Parent?.Parent?.Parent is FieldDeclarationSyntax) &&
        literal.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;

    /// <summary>The text read from outside, or its start with the rest behind it.</summary>
    private static ExpressionSyntax Replacement(LiteralExpressionSyntax literal, ExpressionSyntax read, int prefixLength)
    {
        if (prefixLength == 0)
            return Parenthesized(read, literal);
        var (source, value) = (literal.Token.Text, literal.Token.ValueText.Substring(prefixLength));
        var rest = source == "\"" + literal.Token.ValueText + "\"" ? SyntaxFactory.Literal("\"" + source.Substring(prefixLength + 1), value) : SyntaxFactory.Literal(value);
        var sum = SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, Before(read, value), SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, rest))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return StartsSum(literal) ? sum : Parenthesized(sum, literal);
    }

    /// <summary>What a sum starts with may be one itself, without parentheses.</summary>
    private static bool StartsSum(ExpressionSyntax literal) => literal.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } outer && outer.Left == literal;

    /// <summary>The read in parentheses; a path follows it, and whoever sets the value may end it with the path's slash or without.</summary>
    private static ExpressionSyntax Before(ExpressionSyntax read, string rest)
    {
        if (read is IdentifierNameSyntax)
            return read;

        return rest.StartsWith("/", System.StringComparison.Ordinal) ? WithoutSlash(read) : SyntaxFactory.ParenthesizedExpression(read);
    }

    /// <summary>The value without the slash it may end with.</summary>
    public static ExpressionSyntax WithoutSlash(ExpressionSyntax read) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParenthesizedExpression(read), SyntaxFactory.IdentifierName("TrimEnd")),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(
                SyntaxFactory.LiteralExpression(SyntaxKind.CharacterLiteralExpression, SyntaxFactory.Literal('/'))))));

    /// <summary>The interpolated string with its start read from outside; the rest of its first text stays.</summary>
    private static ExpressionSyntax? Replacement(InterpolatedStringExpressionSyntax interpolated, ExpressionSyntax read, int prefixLength, bool isText)
    {
        if (interpolated.Contents is not [InterpolatedStringTextSyntax first, ..] || prefixLength <= 0 ||
            prefixLength > first.TextToken.Text.Length || first.TextToken.Text.Length != first.TextToken.ValueText.Length)
        {
            return null;
        }

        var remainder = first.TextToken.Text.Substring(prefixLength);
        var contents = interpolated.Contents.RemoveAt(0);
        if (remainder.Length > 0)
        {
            contents = contents.Insert(0, SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(
                SyntaxTriviaList.Empty, SyntaxKind.InterpolatedStringTextToken, remainder, remainder, SyntaxTriviaList.Empty)));
        }

        // Before the string it reads better than inside; a FormattableString has to stay one.
        if (!isText)
            return interpolated.WithContents(contents.Insert(0, SyntaxFactory.Interpolation(Before(read, remainder))));
        var sum = SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, Before(read, remainder), interpolated.WithContents(contents).WithoutTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        return StartsSum(interpolated) ? sum : Parenthesized(sum, interpolated);
    }

    private static ExpressionSyntax Parenthesized(ExpressionSyntax read, ExpressionSyntax place) => place.Parent switch
    {
        _ when read is IdentifierNameSyntax => read,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice when choice.Right == place => read,
        ArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ParenthesizedExpressionSyntax => read,
        AssignmentExpressionSyntax assignment when assignment.Right == place => read,
        _ => SyntaxFactory.ParenthesizedExpression(read),
    };
}
