using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Payloads;

/// <summary>The types whose objects this code makes itself: what a client of ours reads from a server of ours is our own type.</summary>
internal sealed class MadeTypes(SourceIndex source)
{
    private readonly Memo<ISymbol, bool> _made = new(SymbolEqualityComparer.Default);

    public bool IsMade(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        _made.TryGetValue(type.OriginalDefinition, out var known) ? known : _made.GetOrAdd(type.OriginalDefinition, Find(type, cancellationToken));

    private bool Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var tree in source.TreesWith(type.Name))
        {
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                switch (node)
                {
                    case ObjectCreationExpressionSyntax named when TypeEntry.SimpleName(named.Type) == type.Name:
                        return true;
                    case ImplicitObjectCreationExpressionSyntax bare when source.Model(tree).GetTypeInfo(bare, cancellationToken).Type is { } made &&
                        SymbolEqualityComparer.Default.Equals(made.OriginalDefinition, type.OriginalDefinition):
                        return true;
                }
            }
        }

        return false;
    }
}
