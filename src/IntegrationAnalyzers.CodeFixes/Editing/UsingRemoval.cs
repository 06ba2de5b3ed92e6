using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// Turns a variable that disposes its value into one that does not: <c>using var x</c> into <c>var x</c>, and the block of a <c>using</c> statement into the statements of
/// the block round it, or, where names or other disposals would clash, into a plain block.
/// </summary>
internal static class UsingRemoval
{
    /// <summary>The edit, or null where the variable's value does not stand in a declaration of its own.</summary>
    public static System.Action<DocumentEditor>? Plan(VariableDeclaratorSyntax variable)
    {
        if (variable.Parent is not VariableDeclarationSyntax { Variables.Count: 1 } declaration)
            return null;
        switch (declaration.Parent)
        {
            case LocalDeclarationStatementSyntax local when local.UsingKeyword.IsKind(SyntaxKind.None):
                return static _ => { };
            case LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: 0 } local:
                return editor => editor.ReplaceNode(local, static (current, _) => WithoutUsing((LocalDeclarationStatementSyntax)current));
            case UsingStatementSyntax { AwaitKeyword.RawKind: 0 } statement when !statement.CloseParenToken.TrailingTrivia.Concat(statement.CloseParenToken.LeadingTrivia).Any(TriviaKinds.IsMoreThanSpace):
                return OfStatement(statement);
            default:
                return null;
        }
    }

    private static System.Action<DocumentEditor>? OfStatement(UsingStatementSyntax statement)
    {
        if (statement.Parent is BlockSyntax parent && MayFlatten(statement, parent))
        {
            return editor =>
            {
                editor.TrackNode(statement);
                editor.ReplaceNode(parent, (current, _) => Flatten((BlockSyntax)current, statement));
            };
        }

        return statement.Statement is BlockSyntax
            ? editor => editor.ReplaceNode(statement, static (current, _) => ToBlock((UsingStatementSyntax)current))
            : null;
    }

    private static LocalDeclarationStatementSyntax WithoutUsing(LocalDeclarationStatementSyntax local)
    {
        var leading = local.UsingKeyword.LeadingTrivia.AddRange(local.UsingKeyword.TrailingTrivia.Where(TriviaKinds.IsMoreThanSpace));
        return local.WithUsingKeyword(default).WithLeadingTrivia(leading);
    }

    private static bool MayFlatten(UsingStatementSyntax statement, BlockSyntax parent)
    {
        if (statement.Statement is not BlockSyntax body)
            return statement.Statement is UsingStatementSyntax inner && Column(inner) == Column(statement);
        if (body.ContainsDirectives || body.OpenBraceToken.TrailingTrivia.Concat(body.CloseBraceToken.LeadingTrivia).Concat(body.CloseBraceToken.TrailingTrivia).Any(TriviaKinds.IsMoreThanSpace))
            return false;
        if (parent.Statements.Last() != statement && body.Statements.Any(static s => s is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
            return false;

        // A name declared in the block must not be declared anywhere else in the member.
        var member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? (SyntaxNode)parent;
        var inside = new HashSet<string>(Declared(statement).Select(static n => n.Name));
        return !Declared(member).Any(d => !statement.Span.Contains(d.Position) && inside.Contains(d.Name));
    }

    private static IEnumerable<(string Name, int Position)> Declared(SyntaxNode node)
    {
        foreach (var inner in node.DescendantNodes())
        {
            var token = inner switch
            {
                VariableDeclaratorSyntax variable => variable.Identifier,
                SingleVariableDesignationSyntax designation => designation.Identifier,
                ForEachStatementSyntax each => each.Identifier,
                ParameterSyntax parameter => parameter.Identifier,
                LocalFunctionStatementSyntax local => local.Identifier,
                CatchDeclarationSyntax caught => caught.Identifier,
                _ => default,
            };
            if (!token.IsKind(SyntaxKind.None))
                yield return (token.ValueText, token.SpanStart);
        }
    }

    private static BlockSyntax Flatten(BlockSyntax parent, UsingStatementSyntax original)
    {
        var statement = parent.GetCurrentNode(original)!;
        var index = parent.Statements.IndexOf(statement);
        var declared = Declaration(statement).WithLeadingTrivia(statement.GetLeadingTrivia())
            .WithTrailingTrivia(statement.CloseParenToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? statement.CloseParenToken.TrailingTrivia : SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed));
        var statements = statement.Statement is BlockSyntax body ? Outdented(body, statement) : [statement.Statement];
        if (statements.Count > 0)
            statements[statements.Count - 1] = statements[statements.Count - 1].WithTrailingTrivia(statement.GetTrailingTrivia());
        return parent.WithStatements(parent.Statements.RemoveAt(index).InsertRange(index, new[] { declared }.Concat(statements)));
    }

    private static BlockSyntax ToBlock(UsingStatementSyntax statement)
    {
        var body = (BlockSyntax)statement.Statement;
        var declared = Declaration(statement);
        var lead = body.Statements.FirstOrDefault()?.GetLeadingTrivia().LastOrDefault() ?? default;
        declared = declared.WithLeadingTrivia(lead.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(lead) : default)
            .WithTrailingTrivia(body.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? SyntaxFactory.TriviaList(SyntaxFactory.ElasticLineFeed) : SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return body.WithStatements(body.Statements.Insert(0, declared))
            .WithOpenBraceToken(body.OpenBraceToken.WithLeadingTrivia(statement.GetLeadingTrivia()));
    }

    private static LocalDeclarationStatementSyntax Declaration(UsingStatementSyntax statement) =>
        SyntaxFactory.LocalDeclarationStatement(statement.Declaration!.WithoutTrivia());

    /// <summary>The block's statements, moved out by as much as the block is in; the inside of strings stays.</summary>
    private static List<StatementSyntax> Outdented(BlockSyntax body, UsingStatementSyntax statement)
    {
        var outer = Indentation(statement);
        var result = new List<StatementSyntax>();
        foreach (var inner in body.Statements)
        {
            var own = Indentation(inner);
            if (own.Length <= outer.Length || !own.StartsWith(outer, System.StringComparison.Ordinal))
            {
                result.Add(inner.WithAdditionalAnnotations(Formatter.Annotation));
                continue;
            }

            var surplus = own.Substring(outer.Length);
            result.Add(inner.ReplaceTrivia(
                inner.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia) && IsAtLineStart(t) && t.ToString().StartsWith(own, System.StringComparison.Ordinal)),
                (trivia, _) => SyntaxFactory.Whitespace(trivia.ToString().Remove(outer.Length, surplus.Length))));
        }

        return result;
    }

    private static bool IsAtLineStart(SyntaxTrivia trivia)
    {
        var list = trivia.Token.LeadingTrivia;
        var index = list.IndexOf(trivia);
        if (index < 0)
            return false;
        if (index > 0)
            return list[index - 1].IsKind(SyntaxKind.EndOfLineTrivia);
        var previous = trivia.Token.GetPreviousToken();
        return previous.IsKind(SyntaxKind.None) || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
    }

    private static string Indentation(SyntaxNode node)
    {
        var last = node.GetLeadingTrivia().LastOrDefault();
        return last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : string.Empty;
    }

    private static int Column(SyntaxNode node) => node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Character;
}
