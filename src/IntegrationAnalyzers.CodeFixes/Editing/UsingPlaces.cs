using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// Where among usings one may stand that is to hold for all that follows: not in a branch of an <c>#if</c> that ends before the code does, or other target frameworks would not have it.
/// </summary>
internal sealed class UsingPlaces
{
    /// <summary>The branches that each using stands in, outermost first, by where they begin.</summary>
    private readonly List<List<int>> _branches = [];

    private readonly List<int> _behind;

    private readonly SyntaxList<UsingDirectiveSyntax> _usings;

    public UsingPlaces(SyntaxList<UsingDirectiveSyntax> usings)
    {
        _usings = usings;
        List<int> open = [];
        foreach (var directive in usings)
            _branches.Add(open = After(directive.GetLeadingTrivia(), open));
        _behind = After(usings.Last().GetLastToken().GetNextToken(includeZeroWidth: true).LeadingTrivia, open);
    }

    /// <summary>The nearest place at the wanted one or before it: how many usings stand in front.</summary>
    public int Before(int wanted)
    {
        while (wanted > 0 && !IsOpen(_branches[wanted - 1]))
            wanted--;
        return wanted;
    }

    /// <summary>How much of what stands before the first using stays at the top of the file: all of it, or what comes before a branch that ends.</summary>
    public int Header()
    {
        var leading = _usings[0].GetLeadingTrivia();
        if (IsOpen(_branches[0]))
            return leading.Count;
        for (var i = 0; i < leading.Count; i++)
        {
            if (!IsOpen(After(leading.Take(i + 1), [])))
                return i;
        }

        return leading.Count;
    }

    /// <summary>Whether the branches go on behind the last using.</summary>
    private bool IsOpen(List<int> branches) => branches.Count <= _behind.Count && branches.SequenceEqual(_behind.Take(branches.Count));

    private static List<int> After(IEnumerable<SyntaxTrivia> trivia, List<int> open)
    {
        var branches = open.ToList();
        foreach (var part in trivia)
        {
            if (branches.Count > 0 && part.Kind() is SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia or SyntaxKind.EndIfDirectiveTrivia)
                branches.RemoveAt(branches.Count - 1);
            if (part.Kind() is SyntaxKind.IfDirectiveTrivia or SyntaxKind.ElifDirectiveTrivia or SyntaxKind.ElseDirectiveTrivia)
                branches.Add(part.SpanStart);
        }

        return branches;
    }
}
