using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Adds a member to an object initializer in the layout that it has: on one line, one a line, with or without a last comma.</summary>
internal static class ObjectInitializers
{
    /// <summary>Whether a member can be added without moving a directive.</summary>
    public static bool CanAdd(BaseObjectCreationExpressionSyntax creation) =>
        creation.Initializer is not { } initializer ||
        (initializer.IsKind(SyntaxKind.ObjectInitializerExpression) && !initializer.ContainsDirectives);

    /// <summary>The assignment of the initializer to the member of that name.</summary>
    public static AssignmentExpressionSyntax? Find(InitializerExpressionSyntax? initializer, string member) =>
        initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member);

    /// <summary>The creation with <c>member = value</c> as the last member of its initializer.</summary>
    public static BaseObjectCreationExpressionSyntax Add(BaseObjectCreationExpressionSyntax creation, string member, ExpressionSyntax value)
    {
        var assignment = Assignment(member, value);
        return creation.Initializer is { } initializer
            ? creation.WithInitializer(Add(initializer, assignment))
            : WithNew(creation, assignment);
    }

    /// <summary>The initializer with one more member at its end.</summary>
    public static InitializerExpressionSyntax Add(InitializerExpressionSyntax initializer, ExpressionSyntax member)
    {
        if (initializer.Expressions.Count == 0)
            return ToEmpty(initializer, member);

        var expressions = initializer.Expressions;
        var last = expressions[expressions.Count - 1];
        var items = expressions.GetWithSeparators();
        var hasLastComma = expressions.SeparatorCount == expressions.Count;
        var lead = Indentation(last);
        if (hasLastComma)
        {
            var comma = expressions.GetSeparator(expressions.Count - 1);
            var spaced = EndsLine(comma.TrailingTrivia) ? comma : comma.WithTrailingTrivia(SyntaxFactory.Space);
            items = items.Replace(comma, spaced)
                .Add(member.WithLeadingTrivia(lead))
                .Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(LineEndOnly(comma.TrailingTrivia)));
        }
        else
        {
            // What follows the last member (a comment, the line's end) now follows its comma.
            var trailing = last.GetTrailingTrivia();
            var ends = EndsLine(trailing);
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(ends ? trailing : SyntaxFactory.TriviaList(SyntaxFactory.Space));
            items = items.Replace(last, last.WithTrailingTrivia())
                .Add(comma)
                .Add(member.WithLeadingTrivia(ends ? lead : default).WithTrailingTrivia(ends ? LineEndOnly(trailing) : trailing));
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(items));
    }

    /// <summary><c>member = value</c>, spaced.</summary>
    public static AssignmentExpressionSyntax Assignment(string member, ExpressionSyntax value) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            SyntaxFactory.IdentifierName(member).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
            value);

    /// <summary><c>{ member }</c> on one line.</summary>
    public static InitializerExpressionSyntax OneLine(ExpressionSyntax member) =>
        SyntaxFactory.InitializerExpression(
            SyntaxKind.ObjectInitializerExpression,
            SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)),
            SyntaxFactory.Token(SyntaxKind.CloseBraceToken));

    private static BaseObjectCreationExpressionSyntax WithNew(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax member)
    {
        var trailing = creation.GetTrailingTrivia();
        var initializer = OneLine(member).WithTrailingTrivia(trailing);

        // "new Client()" becomes "new Client { … }"; target-typed, or with arguments or a comment in the brackets, they stay.
        if (creation is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } brackets } named && brackets.OpenParenToken.TrailingTrivia.Count == 0 &&
            brackets.CloseParenToken.LeadingTrivia.Count == 0 && brackets.OpenParenToken.LeadingTrivia.Count == 0 && named.Type.GetTrailingTrivia().Count == 0)
        {
            return named.WithArgumentList(null).WithType(named.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(initializer);
        }

        var last = creation.GetLastToken();
        return creation.ReplaceToken(last, last.WithTrailingTrivia(SyntaxFactory.Space)).WithInitializer(initializer);
    }

    private static InitializerExpressionSyntax ToEmpty(InitializerExpressionSyntax initializer, ExpressionSyntax member)
    {
        var open = initializer.OpenBraceToken;
        var close = initializer.CloseBraceToken;
        if (!EndsLine(open.TrailingTrivia))
        {
            return initializer
                .WithOpenBraceToken(open.WithTrailingTrivia(SyntaxFactory.Space))
                .WithExpressions(SyntaxFactory.SingletonSeparatedList(member.WithTrailingTrivia(SyntaxFactory.Space)))
                .WithCloseBraceToken(close.WithLeadingTrivia());
        }

        var indentation = close.LeadingTrivia.LastOrDefault(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        return initializer.WithExpressions(SyntaxFactory.SingletonSeparatedList(
            member.WithLeadingTrivia(SyntaxFactory.Whitespace(Editing.Indentation.Deeper(indentation, initializer.SyntaxTree.GetText()))).WithTrailingTrivia(LineEndOnly(open.TrailingTrivia))));
    }

    /// <summary>The white space before a member that begins its line.</summary>
    private static SyntaxTriviaList Indentation(ExpressionSyntax member)
    {
        var last = member.GetLeadingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(last) : SyntaxFactory.TriviaList();
    }

    private static bool EndsLine(SyntaxTriviaList trivia) => trivia.Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));

    private static SyntaxTriviaList LineEndOnly(SyntaxTriviaList trivia) =>
        EndsLine(trivia)
            ? SyntaxFactory.TriviaList(trivia.First(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
            : SyntaxFactory.TriviaList(SyntaxFactory.Space);
}
