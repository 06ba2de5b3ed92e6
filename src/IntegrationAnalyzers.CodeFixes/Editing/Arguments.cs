using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Puts an argument into a list and keeps the layout and the comments of those that are there.</summary>
internal static class Arguments
{
    public static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, ArgumentSyntax added)
    {
        var nodes = list.Arguments.ToList();
        var commas = list.Arguments.GetSeparators().ToList();
        added = added.WithoutTrivia();
        if (index < nodes.Count)
        {
            // The line break and the comment before an argument belong to its place in the list.
            added = added.WithLeadingTrivia(nodes[index].GetLeadingTrivia());
            nodes[index] = nodes[index].WithLeadingTrivia();
        }
        else if (nodes.Count > 0)
        {
            added = added.WithTrailingTrivia(nodes[nodes.Count - 1].GetTrailingTrivia());
            nodes[nodes.Count - 1] = nodes[nodes.Count - 1].WithTrailingTrivia();
        }

        // One argument a line stays one argument a line.
        var behind = SyntaxFactory.TriviaList(SyntaxFactory.Space);
        if (index == nodes.Count && commas.Count > 0 && commas.All(static c => c.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)))
        {
            behind = SyntaxFactory.TriviaList(commas[commas.Count - 1].TrailingTrivia.Last(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)));
            added = added.WithLeadingTrivia(list.Arguments.Last().GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.WhitespaceTrivia)));
        }

        nodes.Insert(index, added);
        if (nodes.Count > 1)
            commas.Insert(index == nodes.Count - 1 ? index - 1 : index, SyntaxFactory.Token(SyntaxFactory.TriviaList(), SyntaxKind.CommaToken, behind));
        return list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(nodes, commas));
    }
}
