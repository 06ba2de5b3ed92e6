using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What a local, field or property is declared with, wherever else it may be assigned.</summary>
internal static class DeclaredValues
{
    /// <summary>The initializer, or the expression that a property is; one for each declaration that has one.</summary>
    public static IEnumerable<IOperation> Of(ISymbol symbol, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (In(reference.GetSyntax(cancellationToken)) is { } value && source.Model(reference.SyntaxTree).GetOperation(value, cancellationToken) is { } operation)
                yield return operation;
        }
    }

    /// <summary>The same of one declaration, unbound.</summary>
    public static ExpressionSyntax? In(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
        _ => null,
    };
}
