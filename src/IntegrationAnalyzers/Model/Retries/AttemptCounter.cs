using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>The variable by which a loop counts its attempts: it has <paramref name="First"/> in the first and one more in each that follows.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="First">What it is in the first attempt.</param>
internal sealed record AttemptCounter(string Name, int First)
{
    /// <summary>The counter as the attempt's code sees it; null where the code does not count one up in step with the attempts.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="call">The call it repeats: a counter that is raised before it is another number there.</param>
    public static AttemptCounter? Of(SyntaxNode loop, SyntaxNode call, SourceIndex source, CancellationToken cancellationToken)
    {
        if (loop is ForStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } first } variable], Incrementors: [var step] })
        {
            return Raised(step) == variable.Identifier.ValueText && CountOfChanges(loop, variable.Identifier.ValueText) == 1
                ? Start(variable.Identifier.ValueText, first)
                : null;
        }

        if (loop is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax { Incrementors.Count: 0 }))
            return null;
        foreach (var node in loop.DescendantNodes())
        {
            if (Raised(node) is not { } name || node.SpanStart < call.Span.End || node.Parent is not ExpressionStatementSyntax || CountOfChanges(loop, name) != 1 ||
                source.Model(loop.SyntaxTree).GetSymbolInfo(Operand(node)!, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var declared] } ||
                declared.Span.Start > loop.SpanStart || declared.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } initial } declarator ||
                declarator.FirstAncestorOrSelf<BlockSyntax>() is not { } block || CountOfChanges(block, name) != 1)
            {
                continue;
            }

            return Start(name, initial);
        }

        return null;

        AttemptCounter? Start(string name, ExpressionSyntax value) =>
            source.Model(loop.SyntaxTree).GetConstantValue(value, cancellationToken) is { HasValue: true, Value: int start and (0 or 1) } ? new AttemptCounter(name, start) : null;
    }

    /// <summary>Whether the loop changes the variable by a step: <c>n++</c>, <c>--left</c>, <c>n += 1</c>.</summary>
    public static bool IsStepped(SyntaxNode loop, string name)
    {
        foreach (var node in loop.DescendantNodes())
        {
            var stepped = node switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression, Left: IdentifierNameSyntax left } => left,
                PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression, Operand: IdentifierNameSyntax operand } => operand,
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax operand } => operand,
                _ => null,
            };
            if (stepped?.Identifier.ValueText == name)
                return true;
        }

        return false;
    }

    /// <summary>The variable that the node raises by one.</summary>
    private static string? Raised(SyntaxNode node) => Operand(node)?.Identifier.ValueText;

    private static IdentifierNameSyntax? Operand(SyntaxNode node) => node switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression, Operand: IdentifierNameSyntax name } => name,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression, Operand: IdentifierNameSyntax name } => name,
        _ => null,
    };

    private static int CountOfChanges(SyntaxNode region, string name)
    {
        var count = 0;
        foreach (var node in region.DescendantNodes())
        {
            var changed = node switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left,
                PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } => operand,
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression, Operand: IdentifierNameSyntax operand } => operand,
                ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax given } => given,
                _ => null,
            };
            if (changed?.Identifier.ValueText == name)
                count++;
        }

        return count;
    }
}
