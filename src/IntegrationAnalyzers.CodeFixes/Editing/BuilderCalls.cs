using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Puts a call into a fluent chain in the layout that the chain has: on its line, or on one of its own.</summary>
internal static class BuilderCalls
{
    private static readonly string[] Parameters = ["client", "httpClient", "http", "c"];

    /// <summary>Whether a call can be put after the invocation without moving a directive.</summary>
    public static bool CanAdd(InvocationExpressionSyntax invocation)
    {
        var whole = (SyntaxNode?)invocation.FirstAncestorOrSelf<StatementSyntax>() ?? Outermost(invocation);
        return !whole.ContainsDirectives || !whole.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > whole.SpanStart);
    }

    /// <summary>A name for the delegate's client that means nothing else there.</summary>
    public static string Parameter(InvocationExpressionSyntax invocation, FixRequest request) =>
        Parameters.FirstOrDefault(name => request.Model.LookupSymbols(invocation.SpanStart, name: name).IsEmpty) ?? "_client";

    /// <summary><c>current.name(arguments)</c>, followed by what followed <paramref name="original"/>.</summary>
    public static InvocationExpressionSyntax Add(ExpressionSyntax original, ExpressionSyntax current, string call)
    {
        var trailing = current.GetTrailingTrivia();
        var next = original.Parent is MemberAccessExpressionSyntax access && access.Expression == original ? access.OperatorToken : default;
        var endsLine = trailing.Any(SyntaxKind.EndOfLineTrivia);
        var dot = SyntaxFactory.Token(default, SyntaxKind.DotToken, default);
        if (endsLine)
            dot = dot.WithLeadingTrivia(next.LeadingTrivia.LastOrDefault() is var indent && indent.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indent) : default);
        else if (LineOf(original) is { } line)
            (current, dot) = (current.WithTrailingTrivia(line.End), dot.WithLeadingTrivia(line.Indent));
        else
            current = current.WithoutTrailingTrivia();

        var added = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression("_." + call);
        var member = ((MemberAccessExpressionSyntax)added.Expression).WithExpression(current).WithOperatorToken(dot);
        return added.WithExpression(member).WithTrailingTrivia(endsLine
            ? SyntaxFactory.TriviaList(trailing.First(static t => t.IsKind(SyntaxKind.EndOfLineTrivia)))
            : trailing);
    }

    /// <summary>How a chain goes on whose last call stands on a line of its own; null where it does not.</summary>
    private static (SyntaxTrivia End, SyntaxTrivia Indent)? LineOf(ExpressionSyntax chain) =>
        chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } } && dot.LeadingTrivia is [.., var indent] && indent.IsKind(SyntaxKind.WhitespaceTrivia) &&
        dot.GetPreviousToken().TrailingTrivia is [.., var end] && end.IsKind(SyntaxKind.EndOfLineTrivia)
            ? (end, indent)
            : null;

    /// <summary>The last call of the chain that the invocation is part of.</summary>
    public static InvocationExpressionSyntax Outermost(InvocationExpressionSyntax invocation)
    {
        while (invocation.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } access && access.Expression == invocation && outer.Expression == access)
            invocation = outer;
        return invocation;
    }
}
