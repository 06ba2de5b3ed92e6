using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Where objects of a type are made: by name, or by <c>new(…)</c> in a file that names it.</summary>
internal static class Creations
{
    public static IEnumerable<IObjectCreationOperation> Of(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        foreach (var use in source.Uses(type, cancellationToken) ?? ImmutableArray<SymbolUse>.Empty)
        {
            for (SyntaxNode? node = use.Name.Parent; node is not null and not StatementSyntax; node = node.Parent)
            {
                if (node is not ObjectCreationExpressionSyntax creation)
                    continue;
                if (creation.Type.Span.Contains(use.Name.Span) && use.Model.GetOperation(creation, cancellationToken) is IObjectCreationOperation made)
                    yield return made;
                break;
            }
        }

        foreach (var tree in source.TreesWith(type.Name))
        {
            foreach (var node in source.Nodes(tree, cancellationToken).Of(SyntaxKind.ImplicitObjectCreationExpression))
            {
                if (source.Model(tree).GetOperation(node, cancellationToken) is IObjectCreationOperation { Type: { } made } creation && SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, type.OriginalDefinition))
                    yield return creation;
            }
        }
    }
}
