using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Errors;

/// <summary>The name by which a clause calls what it caught, given to it where it has none.</summary>
internal static class CaughtException
{
    private static readonly string[] Names = ["ex", "exception", "error", "failure"];

    /// <summary>The clause's own name for the exception, or one that is free round it and in it; null where none is.</summary>
    public static string? NameIn(CatchClauseSyntax clause, SemanticModel model)
    {
        if (clause.Declaration is { Identifier: var identifier } && !identifier.IsKind(SyntaxKind.None))
            return identifier.Text;

        var taken = new HashSet<string>(
            clause.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText), StringComparer.Ordinal);
        foreach (var symbol in model.LookupSymbols(clause.Block.OpenBraceToken.Span.End))
        {
            if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
                taken.Add(symbol.Name);
        }

        // A clause round this one that has no name yet takes the first.
        var skipped = clause.Ancestors().OfType<CatchClauseSyntax>().Count(static outer => outer.Declaration?.Identifier.IsKind(SyntaxKind.None) != false);
        return Names.Where(name => !taken.Contains(name)).Skip(skipped).FirstOrDefault();
    }

    /// <summary>The clause with that name; <paramref name="general"/> is the type that a clause without one catches.</summary>
    public static CatchClauseSyntax Declare(CatchClauseSyntax clause, string name, string? general)
    {
        if (clause.Declaration is not { } declaration)
        {
            // What stood after the keyword (a comment, the end of the line) stands after the parenthesis.
            var end = clause.CatchKeyword.TrailingTrivia;
            return clause
                .WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space))
                .WithDeclaration(SyntaxFactory.CatchDeclaration(
                    SyntaxFactory.Token(SyntaxKind.OpenParenToken),
                    SyntaxFactory.ParseTypeName(general!).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Identifier(name),
                    SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.CloseParenToken, end)));
        }

        if (!declaration.Identifier.IsKind(SyntaxKind.None))
            return clause;
        return clause.WithDeclaration(declaration
            .WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space))
            .WithIdentifier(SyntaxFactory.Identifier(name).WithTrailingTrivia(declaration.Type.GetTrailingTrivia())));
    }

    /// <summary>The clause without the name, where nothing in it names the exception any more: the compiler would warn.</summary>
    public static CatchClauseSyntax WithoutUnusedName(CatchClauseSyntax clause)
    {
        if (clause.Declaration is not { Identifier: var name } declaration || name.IsKind(SyntaxKind.None) ||
            clause.Block.DescendantTokens().Any(IsName) || (clause.Filter?.DescendantTokens().Any(IsName) ?? false))
        {
            return clause;
        }

        return clause.WithDeclaration(declaration
            .WithType(declaration.Type.WithTrailingTrivia(name.TrailingTrivia))
            .WithIdentifier(SyntaxFactory.Token(SyntaxKind.None)));

        bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name.ValueText;
    }
}
