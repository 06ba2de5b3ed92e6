using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The files in which a value of a type may be at hand, by names alone: those that name it, and those that name a type which hands it out. Elsewhere a
/// name like one of its members' is another's, and need not be bound to know it. A value that comes by two types out of sight of each other is not seen.
/// </summary>
internal sealed class TypeNeighbours
{
    private readonly HashSet<uint> _names;

    public TypeNeighbours(INamedTypeSymbol type, SourceIndex source, CancellationToken cancellationToken)
    {
        var names = new HashSet<string> { type.Name };
        foreach (var tree in source.TreesWith(type.Name))
        {
            var root = tree.GetRoot(cancellationToken);
            foreach (var position in TextWords.PositionsOf(type.Name, tree.GetText(cancellationToken), new TextSpan(0, tree.Length)))
            {
                var token = root.FindToken(position);
                if (token.ValueText == type.Name && token.Parent is { } named && IsHandedOut(named))
                    names.UnionWith(named.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(static declared => declared.Identifier.ValueText));
            }
        }

        _names = TextWords.Hashes(names);
    }

    public bool Have(SyntaxTree tree) => TreeIndex.Of(tree).Words.ContainsAny(_names);

    /// <summary>What a constructor is given, or a private member is, stays within the type.</summary>
    private static bool IsHandedOut(SyntaxNode named)
    {
        foreach (var around in named.AncestorsAndSelf())
        {
            switch (around)
            {
                case ConstructorDeclarationSyntax or ParameterListSyntax { Parent: ClassDeclarationSyntax or StructDeclarationSyntax }:
                    return false;
                case BaseTypeDeclarationSyntax:
                    return true;
                case MemberDeclarationSyntax { Parent: TypeDeclarationSyntax } member:
                    return !MemberEntry.IsPrivateIn(member);
            }
        }

        return false;
    }
}
