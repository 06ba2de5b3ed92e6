using System.Globalization;
using System.Linq;
using IntegrationAnalyzers.Model.Retries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Rules.Retries;

/// <summary>Where the key is made: the statement before the retry, once an operation and not once an attempt.</summary>
internal sealed class KeyPlacement
{
    private const string Kind = "IdempotencyKeyOrdinal";

    private readonly StatementSyntax? _statement;
    private readonly ArrowExpressionClauseSyntax? _arrow;

    private KeyPlacement(SyntaxNode member, StatementSyntax? statement, ArrowExpressionClauseSyntax? arrow)
    {
        Member = member;
        _statement = statement;
        _arrow = arrow;
    }

    /// <summary>The member or compilation unit in which the name must be free.</summary>
    public SyntaxNode Member { get; }

    /// <summary>What the key stands before.</summary>
    public SyntaxNode Place => (SyntaxNode?)_statement ?? _arrow!;

    public static KeyPlacement? Of(RetriedWrite write) => Of(write.Scope, write.Place);

    /// <param name="scope">The retry.</param>
    /// <param name="place">What of it needs the key.</param>
    public static KeyPlacement? Of(RetryScope scope, SyntaxNode place)
    {
        var boundary = scope.Boundary;
        if (scope.Kind == RetryKind.Recursion || boundary.SyntaxTree != place.SyntaxTree || !(scope.First is null ? boundary : scope.Region).Span.Contains(place.Span))
            return null;

        SyntaxNode member = boundary.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? boundary.SyntaxTree.GetRoot();
        for (SyntaxNode? node = boundary; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } statement:
                    // A label takes its statement along: what stands between them would run again.
                    return new KeyPlacement(member, statement, null);
                case StatementSyntax { Parent: not LabeledStatementSyntax }:
                    return null;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow:
                    return new KeyPlacement(member, null, arrow);
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return null;
            }
        }

        return null;
    }

    public void Declare(DocumentEditor editor, string name, int ordinal, string value = "Guid.NewGuid().ToString()", string comment = "")
    {
        var key = SyntaxFactory.ParseStatement($"var {name} = {value};")
            .WithTrailingTrivia(Behind(comment).Add(SyntaxFactory.ElasticEndOfLine("\n")))
            .WithAdditionalAnnotations(Formatter.Annotation, new SyntaxAnnotation(Kind, ordinal.ToString(CultureInfo.InvariantCulture)));
        if (_arrow is not null)
        {
            editor.ReplaceNode(_arrow.Parent!, (current, _) => WithBody(current, key));
            return;
        }

        var statement = _statement!;
        editor.TrackNode(statement);
        var parent = statement.Parent is GlobalStatementSyntax global ? global.Parent! : statement.Parent!;
        editor.ReplaceNode(parent, (current, _) => Insert(current, current.GetCurrentNode(statement)!, key, ordinal));
    }

    private static SyntaxTriviaList Behind(string comment) =>
        comment.Length == 0 ? SyntaxTriviaList.Empty : SyntaxFactory.TriviaList(SyntaxFactory.Space, SyntaxFactory.Comment(comment));

    private static SyntaxNode Insert(SyntaxNode parent, StatementSyntax before, StatementSyntax key, int ordinal)
    {
        key = key.WithLeadingTrivia(before.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        return parent switch
        {
            BlockSyntax block => block.WithStatements(Insert(block.Statements, before, key, ordinal)),
            SwitchSectionSyntax section => section.WithStatements(Insert(section.Statements, before, key, ordinal)),
            CompilationUnitSyntax unit => unit.WithMembers(unit.Members.Insert(unit.Members.IndexOf((MemberDeclarationSyntax)before.Parent!), Global(unit, key))),
            _ => parent,
        };
    }

    /// <summary>The formatter would part top-level statements by a blank line: this one is written as it shall stand.</summary>
    private static GlobalStatementSyntax Global(CompilationUnitSyntax unit, StatementSyntax key)
    {
        var newLine = unit.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return SyntaxFactory.GlobalStatement(key.WithoutAnnotations(Formatter.Annotation).WithTrailingTrivia(key.GetTrailingTrivia().Where(static t => !t.IsKind(SyntaxKind.EndOfLineTrivia)).Append(newLine)));
    }

    /// <summary>Keys stand in the order of their calls, whichever was inserted first.</summary>
    private static SyntaxList<StatementSyntax> Insert(SyntaxList<StatementSyntax> statements, StatementSyntax before, StatementSyntax key, int ordinal)
    {
        var index = statements.IndexOf(before);
        while (index > 0 && Ordinal(statements[index - 1]) > ordinal)
            index--;
        return statements.Insert(index, key);
    }

    private static int Ordinal(StatementSyntax statement) =>
        statement.GetAnnotations(Kind).FirstOrDefault()?.Data is { } data ? int.Parse(data, CultureInfo.InvariantCulture) : 0;

    private static SyntaxNode WithBody(SyntaxNode function, StatementSyntax key)
    {
        // A second key finds the body that the first one made.
        if (function is MethodDeclarationSyntax { Body: { } made } done)
            return done.WithBody(Prepend(made, key));
        if (function is LocalFunctionStatementSyntax { Body: { } madeLocal } doneLocal)
            return doneLocal.WithBody(Prepend(madeLocal, key));

        switch (function)
        {
            case MethodDeclarationSyntax { ExpressionBody: { } arrow } method:
                return method.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithBody(Body(arrow, key, Returns(method.ReturnType, method.Modifiers), method.SemicolonToken)).WithAdditionalAnnotations(Formatter.Annotation);
            case LocalFunctionStatementSyntax { ExpressionBody: { } arrow } local:
                return local.WithExpressionBody(null).WithSemicolonToken(default)
                    .WithBody(Body(arrow, key, Returns(local.ReturnType, local.Modifiers), local.SemicolonToken)).WithAdditionalAnnotations(Formatter.Annotation);
            default:
                return function;
        }
    }

    private static BlockSyntax Prepend(BlockSyntax body, StatementSyntax key)
    {
        var ordinal = Ordinal(key);
        var index = 0;
        while (index < body.Statements.Count && Ordinal(body.Statements[index]) is > 0 and var other && other < ordinal)
            index++;
        return body.WithStatements(body.Statements.Insert(index, key));
    }

    private static BlockSyntax Body(ArrowExpressionClauseSyntax arrow, StatementSyntax key, bool returns, SyntaxToken semicolon)
    {
        var expression = arrow.Expression.WithoutTrailingTrivia();
        if (arrow.ArrowToken.TrailingTrivia.All(static t => t.IsKind(SyntaxKind.WhitespaceTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia)))
            expression = expression.WithLeadingTrivia(expression.GetLeadingTrivia().Where(static t => !t.IsKind(SyntaxKind.WhitespaceTrivia)));
        StatementSyntax statement = returns
            ? SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            : SyntaxFactory.ExpressionStatement(expression);
        return SyntaxFactory.Block(key, statement.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n")))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(semicolon.TrailingTrivia))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool Returns(TypeSyntax type, SyntaxTokenList modifiers)
    {
        if (type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
            return false;
        return !modifiers.Any(SyntaxKind.AsyncKeyword) || type.DescendantNodesAndSelf().Any(static n => n is GenericNameSyntax);
    }
}
