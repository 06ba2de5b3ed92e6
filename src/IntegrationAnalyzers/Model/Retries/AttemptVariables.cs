using System;
using System.Collections.Generic;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>
/// Tells another attempt of the same call from the next call: what the loop steps through (a page, a host, a file, a chunk) must not be
/// part of what is sent.
/// </summary>
internal static class AttemptVariables
{
    private static readonly string[] AttemptWords = ["attempt", "retried", "tries", "try"];

    public static bool MakesAnotherCall(SyntaxNode loop, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        var stepped = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var node in loop.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case ForEachStatementSyntax each when each == loop:
                    Add(model.GetDeclaredSymbol(each, cancellationToken));
                    break;
                case ForEachVariableStatementSyntax each when each == loop:
                    foreach (var designation in each.Variable.DescendantNodes())
                    {
                        if (designation is SingleVariableDesignationSyntax single)
                            Add(model.GetDeclaredSymbol(single, cancellationToken));
                    }

                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                    Add(model.GetSymbolInfo(step.Operand, cancellationToken).Symbol);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                    Add(model.GetSymbolInfo(step.Operand, cancellationToken).Symbol);
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } step:
                    Add(model.GetSymbolInfo(step.Left, cancellationToken).Symbol);
                    break;
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax target } next when IsLocation(next.Right):
                    Add(model.GetSymbolInfo(target, cancellationToken).Symbol);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: { } value } next when IsLocation(value):
                    Add(model.GetDeclaredSymbol(next, cancellationToken));
                    break;

                // The next page, by what the last one said: page = await PageAsync(page.Cursor).
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax answer } assigned
                    when assigned.Right.Span.Contains(call.Span) && model.GetSymbolInfo(answer, cancellationToken).Symbol is ILocalSymbol kept && !loop.Span.Contains(kept.Locations[0].SourceSpan) && !TakesRequestBack(loop):
                    Add(kept);
                    break;
            }
        }

        return IsMadeOf(call, loop, stepped, model, cancellationToken);

        void Add(ISymbol? symbol)
        {
            if (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol && !IsAttempt(symbol.Name) && !CountedAttempts.Are(loop, call, symbol.Name, model, cancellationToken))
                stepped.Add(symbol);
        }
    }

    /// <summary>As for a loop, for a method that calls itself with other arguments than it was given.</summary>
    public static bool MakesAnotherCall(
        SyntaxNode function, SyntaxNode call, IReadOnlyList<IInvocationOperation> selfCalls, SemanticModel model, CancellationToken cancellationToken)
    {
        var stepped = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var self in selfCalls)
        {
            foreach (var argument in self.Arguments)
            {
                if (argument.Parameter is not { } parameter || IsAttempt(parameter.Name) || argument.ArgumentKind == ArgumentKind.DefaultValue)
                    continue;
                foreach (var own in ((IMethodSymbol)model.GetDeclaredSymbol(function, cancellationToken)!).Parameters)
                {
                    if (own.Name != parameter.Name || argument.Value.Unwrap() is IParameterReferenceOperation same && SymbolEqualityComparer.Default.Equals(same.Parameter, own))
                        continue;

                    // Send(order, withIds: false): not again, but in the other way that the method knows.
                    if (own.Type.SpecialType == SpecialType.System_Boolean && argument.Value.ConstantValue.HasValue)
                        return true;
                    stepped.Add(own);
                }
            }
        }

        return IsMadeOf(call, function, stepped, model, cancellationToken);
    }

    private static bool IsMadeOf(
        SyntaxNode call, SyntaxNode region, HashSet<ISymbol> stepped, SemanticModel model, CancellationToken cancellationToken)
    {
        if (stepped.Count == 0)
            return false;
        if (Mentions(call, stepped, model, cancellationToken))
            return true;
        Spread(region, stepped, model, cancellationToken);
        return Mentions(call, stepped, model, cancellationToken);
    }

    private static void Spread(SyntaxNode loop, HashSet<ISymbol> stepped, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var pass = 0; pass < 3; pass++)
        {
            var before = stepped.Count;
            foreach (var node in loop.DescendantNodes())
            {
                if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator && Mentions(value, stepped, model, cancellationToken) &&
                    model.GetDeclaredSymbol(declarator, cancellationToken) is { } declared && !IsAttempt(declared.Name))
                {
                    stepped.Add(declared);
                }
                else if (node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment &&
                    Mentions(assignment.Right, stepped, model, cancellationToken) &&
                    model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is ILocalSymbol assigned && !IsAttempt(assigned.Name))
                {
                    stepped.Add(assigned);
                }
                else if (Source(node) is { } from && Mentions(from, stepped, model, cancellationToken))
                {
                    foreach (var inner in node.DescendantNodes())
                    {
                        if (inner is SingleVariableDesignationSyntax designation && model.GetDeclaredSymbol(designation, cancellationToken) is { } named && !IsAttempt(named.Name))
                            stepped.Add(named);
                    }
                }
            }

            if (stepped.Count == before)
                return;
        }
    }

    /// <summary>What a node takes the locals from that it declares within an expression: <c>item.TryGetProperty("id", out var id)</c>, <c>item is { Id: var id }</c>, <c>var (id, name) = item</c>.</summary>
    private static SyntaxNode? Source(SyntaxNode node) => node switch
    {
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword, Expression: DeclarationExpressionSyntax, Parent.Parent: InvocationExpressionSyntax taker } => taker,
        IsPatternExpressionSyntax pattern => pattern.Expression,
        AssignmentExpressionSyntax { Left: DeclarationExpressionSyntax or TupleExpressionSyntax } deconstructed => deconstructed.Right,
        _ => null,
    };

    private static bool Mentions(SyntaxNode expression, HashSet<ISymbol> symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            if (node is not IdentifierNameSyntax name)
                continue;
            foreach (var symbol in symbols)
            {
                if (symbol.Name == name.Identifier.ValueText &&
                    SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where a redirect leads to: <c>response.Headers.Location</c>.</summary>
    private static bool IsLocation(ExpressionSyntax value)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Location", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" } })
                return true;
        }

        return false;
    }

    /// <summary>Whether the request is taken from the answer to be sent again: <c>response.RequestMessage</c>.</summary>
    private static bool TakesRequestBack(SyntaxNode loop)
    {
        foreach (var node in loop.DescendantNodes())
        {
            if (node is IdentifierNameSyntax { Identifier.ValueText: "RequestMessage" })
                return true;
        }

        return false;
    }

    /// <summary>Whether the name says that it counts attempts.</summary>
    public static bool IsAttempt(string name)
    {
        foreach (var word in AttemptWords)
        {
            if (name.ContainsIgnoreCase(word))
                return true;
        }

        return name.EndsWith("Count", StringComparison.Ordinal) && name.ContainsIgnoreCase("fail");
    }
}
