using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Where objects of a type are made by name.</summary>
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
    }
}
