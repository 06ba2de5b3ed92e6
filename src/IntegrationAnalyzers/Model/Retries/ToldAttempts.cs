using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Model.Responses;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// What a delegate does with the number of the attempt that the helper which repeats it tells it: one that only logs it makes the same call again, another may ask the next host or page.
/// </summary>
internal static class ToldAttempts
{
    /// <summary>The places of the delegate's parameters that are told what the loop steps.</summary>
    /// <param name="run">Where the helper runs the delegate: <c>f(i)</c>, <c>f?.Invoke(i)</c>.</param>
    /// <param name="loop">What repeats that.</param>
    public static ImmutableArray<int> In(SyntaxNode run, SyntaxNode loop)
    {
        var told = ImmutableArray<int>.Empty;
        var call = run is ConditionalAccessExpressionSyntax { WhenNotNull: var invoked } ? invoked : run;
        for (var i = 0; call is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } && i < arguments.Count; i++)
        {
            if (Counter(arguments[i].Expression) is { } counter && IsStepped(counter.Identifier.ValueText, loop))
                told = told.Add(i);
        }

        return told;
    }

    /// <summary>The counter that the argument is, or is one more or less than: <c>i</c>, <c>i + 1</c>, <c>++i</c>.</summary>
    public static IdentifierNameSyntax? Counter(ExpressionSyntax argument) => argument switch
    {
        IdentifierNameSyntax name => name,
        ParenthesizedExpressionSyntax { Expression: var inner } => Counter(inner),
        BinaryExpressionSyntax { Left: IdentifierNameSyntax name, Right: LiteralExpressionSyntax } => name,
        PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } => name,
        PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax name } => name,
        _ => null,
    };

    /// <summary>Whether the handed delegate may make another call of what it is told; yes where it is not to be seen.</summary>
    public static bool MakeAnotherCall(IOperation handed, ImmutableArray<int> told, SourceIndex source, CancellationToken cancellationToken)
    {
        if (told.IsEmpty)
            return false;
        if (FunctionValue.Of(handed, source, cancellationToken) is not { } function)
            return true;

        var numbers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var place in told)
        {
            if (place < function.Parameters.Length && !AttemptVariables.IsAttempt(function.Parameters[place].Name))
                numbers.Add(function.Parameters[place]);
        }

        foreach (var operation in function.Body.Tree())
        {
            if (operation is IParameterReferenceOperation { Parameter: var used } && numbers.Contains(used) && !IsLogged(operation.Syntax, function.Syntax))
                return true;
        }

        return false;
    }

    private static bool IsStepped(string name, SyntaxNode loop) =>
        AttemptCounter.IsStepped(loop, name) || loop is ForEachStatementSyntax { Identifier.ValueText: var each } && each == name;

    private static bool IsLogged(SyntaxNode use, SyntaxNode function)
    {
        for (var node = use.Parent; node is not null && node != function && node is not StatementSyntax; node = node.Parent)
        {
            if (node is InvocationExpressionSyntax call && LoggedValue.IsLog(call))
                return true;
        }

        return false;
    }
}
