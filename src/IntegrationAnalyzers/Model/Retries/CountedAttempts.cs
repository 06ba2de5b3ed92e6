using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Tells a number that counts attempts, whatever it is called, from one that says what is sent next: it decides how long to wait or whether a failure was the last, and the call is only told it.
/// </summary>
internal static class CountedAttempts
{
    /// <param name="loop">The loop that steps it.</param>
    /// <param name="call">The call that may be repeated.</param>
    /// <param name="counter">The number's name.</param>
    /// <param name="model">The model of the loop's file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static bool Are(SyntaxNode loop, SyntaxNode call, string counter, SemanticModel model, CancellationToken cancellationToken)
    {
        var decides = false;
        foreach (var node in loop.DescendantNodes())
        {
            if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != counter)
                continue;
            if (PicksItem(name) || call.Span.Contains(name.Span) && !IsOnlyTold(name, call, model, cancellationToken))
                return false;
            decides |= Decides(name, loop);
        }

        return decides;
    }

    /// <summary><c>hosts[i]</c>, <c>hosts.ElementAt(i)</c></summary>
    private static bool PicksItem(SyntaxNode name) =>
        name.FirstAncestorOrSelf<SyntaxNode>(static n => n is BracketedArgumentListSyntax or StatementSyntax) is BracketedArgumentListSyntax ||
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && call.CalledText() is "ElementAt" or "ElementAtOrDefault" or "Skip" or "GetValue";

    /// <summary>Whether it is an argument of its own, and no item is picked by it in the method that takes it.</summary>
    private static bool IsOnlyTold(IdentifierNameSyntax name, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (name.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax list } argument || list.Parent != call || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            return false;
        var index = list.Arguments.IndexOf(argument);
        if (method.DeclaringSyntaxReferences is not [var declared] || index >= method.Parameters.Length)
            return method.MethodKind == MethodKind.DelegateInvoke;
        foreach (var node in declared.GetSyntax(cancellationToken).DescendantNodes())
        {
            if (node is IdentifierNameSyntax use && use.Identifier.ValueText == method.Parameters[index].Name && PicksItem(use))
                return false;
        }

        return true;
    }

    /// <summary>In the argument of a pause, in the filter of a clause, or in a condition within one.</summary>
    private static bool Decides(SyntaxNode name, SyntaxNode loop)
    {
        for (var node = name; node.Parent is { } parent && parent != loop; node = parent)
        {
            switch (parent)
            {
                case CatchFilterClauseSyntax:
                case IfStatementSyntax test when test.Condition == node && test.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause && loop.Span.Contains(clause.Span):
                case InvocationExpressionSyntax pause when pause.CalledText() is { } called && PauseNames.IsPause(called):
                    return true;
                case StatementSyntax and not IfStatementSyntax:
                    return false;
            }
        }

        return false;
    }
}
