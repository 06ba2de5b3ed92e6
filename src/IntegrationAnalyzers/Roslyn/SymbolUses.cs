using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>Where symbols are named: names are found in the texts first, and only these are bound. Every answer is kept.</summary>
internal sealed class SymbolUses(SourceIndex source)
{
    /// <summary>A symbol with more uses than this is not followed: its facts are unknown.</summary>
    public const int Most = 300;

    private readonly Memo<ISymbol, ImmutableArray<SymbolUse>?> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Every place of this compilation where the field, property, method, parameter or local is named, its declaration left out; null where
    /// they are too many to follow.
    /// </summary>
    public ImmutableArray<SymbolUse>? Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        symbol = symbol.OriginalDefinition;
        return _uses.TryGetValue(symbol, out var known) ? known : _uses.GetOrAdd(symbol, FindUses(symbol, NamesLike(symbol, cancellationToken), cancellationToken));
    }

    /// <summary>The same in some files alone, for whoever knows by names that the others hold none: the name of a member is often that of many.</summary>
    public ImmutableArray<SymbolUse>? In(ISymbol symbol, TypeNeighbours files, CancellationToken cancellationToken)
    {
        symbol = symbol.OriginalDefinition;
        return _uses.TryGetValue(symbol, out var known) ? known : FindUses(symbol, NamesLike(symbol, files.Have, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The names in the symbol's scope that read like it, its declaration left out, unbound: each may mean something else. For what <see cref="Of"/> cannot
    /// tell, since a name in code that does not compile is no use of one symbol.
    /// </summary>
    public IEnumerable<SymbolUse> NamesLike(ISymbol symbol, CancellationToken cancellationToken) => NamesLike(symbol, static _ => true, cancellationToken);

    private IEnumerable<SymbolUse> NamesLike(ISymbol symbol, Func<SyntaxTree, bool> files, CancellationToken cancellationToken)
    {
        foreach (var (tree, span) in Scope(symbol, cancellationToken))
        {
            if (!files(tree))
                continue;
            var text = tree.GetText(cancellationToken);
            var root = tree.GetRoot(cancellationToken);
            foreach (var position in TextWords.PositionsOf(symbol.Name, text, span))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (root.FindToken(position).Parent is SimpleNameSyntax name && name.Identifier.SpanStart == position)
                    yield return new SymbolUse(name, source.Model(tree));
            }
        }
    }

    private static ImmutableArray<SymbolUse>? FindUses(ISymbol symbol, IEnumerable<SymbolUse> names, CancellationToken cancellationToken)
    {
        var uses = ImmutableArray.CreateBuilder<SymbolUse>();
        foreach (var use in names)
        {
            // A method's name alone stands for all its overloads, and the compiler collects them anew; the call knows the one.
            SyntaxNode asked = symbol is IMethodSymbol && use.Invocation is { } call ? call : use.Name;
            var bound = use.Model.GetSymbolInfo(asked, cancellationToken).Symbol;
            if (bound is IMethodSymbol { ReducedFrom: { } reduced })
                bound = reduced;
            if (!SymbolEqualityComparer.Default.Equals(bound?.OriginalDefinition, symbol))
                continue;
            if (uses.Count == Most)
                return null;
            uses.Add(use);
        }

        return uses.ToImmutable();
    }

    private IEnumerable<(SyntaxTree Tree, TextSpan Span)> Scope(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
        {
            // A primary constructor's parameter is in scope in the whole type, hence the containing type for constructors.
            ISymbol? scope = symbol.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
                ? constructor.ContainingType
                : symbol.ContainingSymbol;
            while (scope is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
                scope = scope.ContainingSymbol;
            foreach (var reference in scope?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
                yield return (reference.SyntaxTree, reference.GetSyntax(cancellationToken).FullSpan);
            yield break;
        }

        if (symbol.DeclaredAccessibility == Accessibility.Private)
        {
            foreach (var reference in Outermost(symbol.ContainingType).DeclaringSyntaxReferences)
            {
                if (TreeIndex.Of(reference.SyntaxTree).Words.Contains(symbol.Name))
                    yield return (reference.SyntaxTree, reference.Span);
            }

            yield break;
        }

        foreach (var tree in source.TreesWith(symbol.Name))
            yield return (tree, new TextSpan(0, tree.Length));
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
