using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Adds the usings that new code needs, in the file's own order and place.</summary>
internal static class UsingDirectives
{
    /// <summary>Whether names of the namespace bind without a new using: by the file, a global using, or the enclosing namespace.</summary>
    public static bool InScope(CompilationUnitSyntax root, SemanticModel model, string namespaceName)
    {
        var position = Position(root);
        foreach (var scope in model.GetImportScopes(position))
        {
            if (scope.Imports.Any(i => i.NamespaceOrType.ToDisplayString() == namespaceName))
                return true;
        }

        return model.GetEnclosingSymbol(position)?.ContainingNamespace is { } enclosing &&
            (enclosing.ToDisplayString() + ".").StartsWith(namespaceName + ".", StringComparison.Ordinal);
    }

    /// <summary>A place in the code of the file: where its names mean what they do.</summary>
    public static int Position(CompilationUnitSyntax root) => root.Members.Count > 0 ? Body(root.Members[0]) : root.EndOfFileToken.SpanStart;

    /// <summary>The namespace that holds the file's usings; null where they stand at its top.</summary>
    public static BaseNamespaceDeclarationSyntax? Inner(CompilationUnitSyntax root) =>
        root.Usings.Count == 0 && root.Members.FirstOrDefault() is BaseNamespaceDeclarationSyntax { Usings.Count: > 0 } inner ? inner : null;

    /// <summary>Adds the namespaces, each before the first using that sorts after it (System first where the file has it so).</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, IReadOnlyList<string> namespaces, string newLine)
    {
        foreach (var name in namespaces)
            root = Add(root, name, newLine);
        return root;
    }

    private static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name, string newLine)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));

        // A file that keeps its usings inside the namespace keeps doing so.
        if (Inner(root) is { } inner)
        {
            var indented = directive.WithLeadingTrivia(inner.Usings[0].GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
            return root.ReplaceNode(inner, inner.WithUsings(Insert(inner.Usings, indented, name)));
        }

        if (root.Usings.Count > 0)
            return root.WithUsings(Insert(root.Usings, directive, name));

        var head = root.GetFirstToken(includeZeroWidth: true);
        var (header, rest) = SplitHeader(head.LeadingTrivia);
        root = root.ReplaceToken(head, head.WithLeadingTrivia(rest.Insert(0, SyntaxFactory.EndOfLine(newLine))));
        return root.WithUsings(SyntaxFactory.SingletonList(directive.WithLeadingTrivia(header)));
    }

    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, UsingDirectiveSyntax directive, string name)
    {
        var places = new UsingPlaces(usings);
        var index = places.Before(Index(usings, name));
        if (index > 0)
            return usings.Insert(index, directive);

        // The file's header comment stays at the top.
        var (first, leading, indentation) = (usings[0], usings[0].GetLeadingTrivia(), directive.GetLeadingTrivia());
        var header = places.Header();
        var top = leading.Take(header).ToList();
        if (top.Count == 0 || !top[top.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
            top.AddRange(indentation);
        var moved = first.WithLeadingTrivia(header == leading.Count ? indentation : leading.Skip(header));
        return usings.Replace(first, moved).Insert(0, directive.WithLeadingTrivia(top));
    }

    private static int Index(SyntaxList<UsingDirectiveSyntax> usings, string name)
    {
        var last = 0;
        for (var i = 0; i < usings.Count; i++)
        {
            if (usings[i].Alias is not null || usings[i].StaticKeyword != default || usings[i].Name is not { } other)
                break;
            if (Compare(other.ToString(), name) <= 0)
                last = i + 1;
        }

        return last;
    }

    private static int Compare(string left, string right)
    {
        var leftIsSystem = left == "System" || left.StartsWith("System.", StringComparison.Ordinal);
        var rightIsSystem = right == "System" || right.StartsWith("System.", StringComparison.Ordinal);
        return leftIsSystem != rightIsSystem ? (leftIsSystem ? -1 : 1) : StringComparer.Ordinal.Compare(left, right);
    }

    /// <summary>A licence header ends at the first blank line after a comment; what follows belongs to the first declaration.</summary>
    private static (SyntaxTriviaList Header, SyntaxTriviaList Remainder) SplitHeader(SyntaxTriviaList trivia)
    {
        var end = 0;
        for (var i = 1; i < trivia.Count; i++)
        {
            if (trivia[i].IsKind(SyntaxKind.EndOfLineTrivia) && trivia[i - 1].IsKind(SyntaxKind.EndOfLineTrivia))
                end = i + 1;
        }

        return (SyntaxFactory.TriviaList(trivia.Take(end)), SyntaxFactory.TriviaList(trivia.Skip(end)));
    }

    private static int Body(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax { Members: [var first, ..] } => Body(first),
        TypeDeclarationSyntax type when !type.OpenBraceToken.IsKind(SyntaxKind.None) => type.OpenBraceToken.Span.End,
        _ => member.SpanStart,
    };
}
