using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Tells a number that counts attempts, whatever it is called, from one that says what is sent next: it decides how long to wait or whether a failure was the last, and the call is only told it.
/// Whether a delegate that is told it makes another call of it is its giver's affair (<see cref="ToldAttempts"/>).
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
            var isTold = call.Span.Contains(name.Span);
            if (PicksItem(name) || isTold && !IsOnlyTold(name, call, model, cancellationToken))
                return false;
            decides |= isTold && TakesNumber(name, call, model, cancellationToken) || Decides(name, loop);
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
        if (name.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax list } argument || list.Parent != call || ToldAttempts.Counter(argument.Expression) != name ||
            model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return false;
        }

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

    /// <summary>Whether a delegate is told it, as a number.</summary>
    private static bool TakesNumber(SyntaxNode name, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } &&
        model.GetTypeInfo(name, cancellationToken).Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 };

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
