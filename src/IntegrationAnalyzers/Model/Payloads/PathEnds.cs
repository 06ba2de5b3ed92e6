using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>Calls from which a path does not come back, or only where what they are told holds: by their attributes, or by what their body begins with.</summary>
internal static class PathEnds
{
    /// <summary>Whether no call of the method comes back.</summary>
    public static bool NeverReturns(IMethodSymbol method, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValidationApis.NeverReturns(method))
            return true;
        if (method.IsAsync || !source.IsSource(method) || method.IsVirtual)
            return false;
        return Declaration(method, cancellationToken) switch
        {
            BaseMethodDeclarationSyntax declared => Throws(declared.Body, declared.ExpressionBody),
            LocalFunctionStatementSyntax local => Throws(local.Body, local.ExpressionBody),
            _ => false,
        };
    }

    /// <summary>For which value of the Boolean parameter alone a call comes back; null where nothing is known.</summary>
    public static bool? ReturnsOnlyWhere(IParameterSymbol parameter, SourceIndex source, CancellationToken cancellationToken)
    {
        if (ValidationApis.ReturnsOnlyWhere(parameter) is { } said)
            return said;
        if (parameter.ContainingSymbol is not IMethodSymbol { IsAsync: false, IsVirtual: false } method || !source.IsSource(method) ||
            Declaration(method, cancellationToken) is not BaseMethodDeclarationSyntax { Body.Statements: var statements })
        {
            return null;
        }

        foreach (var statement in statements)
        {
            if (statement is not IfStatementSyntax { Condition: var condition, Statement: var then } || !IsThrow(then))
                return null;
            switch (condition.Plain())
            {
                case IdentifierNameSyntax named when named.Identifier.ValueText == parameter.Name:
                    return false;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: IdentifierNameSyntax denied } when denied.Identifier.ValueText == parameter.Name:
                    return true;
            }
        }

        return null;
    }

    /// <summary>As written: every method that a payload's path comes by is asked, and binding each of them would be dear.</summary>
    private static SyntaxNode? Declaration(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.PartialImplementationPart ?? method;
        return (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences is [var declared] ? declared.GetSyntax(cancellationToken) : null;
    }

    private static bool Throws(BlockSyntax? block, ArrowExpressionClauseSyntax? arrow) =>
        arrow is { Expression: ThrowExpressionSyntax } ||
        (block is { Statements: [.., ThrowStatementSyntax] } && !block.DescendantNodes().Any(static node => node is ReturnStatementSyntax or GotoStatementSyntax or YieldStatementSyntax));

    private static bool IsThrow(StatementSyntax statement) => statement is ThrowStatementSyntax or BlockSyntax { Statements: [.., ThrowStatementSyntax] };
}
