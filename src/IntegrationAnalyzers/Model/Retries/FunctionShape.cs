using System.Collections.Generic;
using System.Runtime.CompilerServices;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>What a function's syntax says of repeating itself: the names it calls and whether it jumps. Read once a function.</summary>
internal sealed class FunctionShape
{
    private static readonly ConditionalWeakTable<SyntaxNode, FunctionShape> Shapes = new();

    private readonly HashSet<string> _called = new();

    private FunctionShape(SyntaxNode function)
    {
        foreach (var node in function.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && invocation.CalledText() is { } name)
                _called.Add(name);
            else if (node.IsKind(SyntaxKind.GotoStatement))
                HasGoto = true;
        }
    }

    public bool HasGoto { get; }

    public bool Calls(string name) => _called.Contains(name);

    public static FunctionShape Of(SyntaxNode function) => Shapes.GetValue(function, static f => new FunctionShape(f));
}
