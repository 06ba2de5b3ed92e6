using System;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Rules;

/// <summary>Which nodes of such a file are bound, told by their names.</summary>
internal static class NodesThat
{
    /// <summary>The invocations whose member bears such a name.</summary>
    public static Func<SyntaxNode, bool> Call(Func<string, bool> named) =>
        node => node is InvocationExpressionSyntax invocation && invocation.CalledText() is { } name && named(name);

    public static Func<SyntaxNode, bool> Or(this Func<SyntaxNode, bool> left, Func<SyntaxNode, bool> right) => node => left(node) || right(node);
}
