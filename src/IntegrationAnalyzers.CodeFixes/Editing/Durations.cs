using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Writes a duration as a <c>TimeSpan</c>.</summary>
internal static class Durations
{
    /// <summary><c>TimeSpan.FromSeconds(n)</c>; fully named where the file means something else by <c>TimeSpan</c>.</summary>
    public static ExpressionSyntax Seconds(int seconds, FixRequest request)
    {
        var isTaken = request.Model.LookupSymbols(request.Node.SpanStart, name: "TimeSpan").Any(static s => s.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true });
        return SyntaxFactory.ParseExpression((isTaken ? "global::System.TimeSpan" : "TimeSpan") + $".FromSeconds({seconds})");
    }

    /// <summary>The namespace that the duration needs in scope.</summary>
    public static ImmutableArray<string> Usings(ExpressionSyntax duration) =>
        duration.ToString()[0] == 'g' ? ImmutableArray<string>.Empty : ImmutableArray.Create("System");
}
