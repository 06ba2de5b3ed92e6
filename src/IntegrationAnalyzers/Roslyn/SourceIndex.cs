using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The source of one compilation, bound only where asked: bodies of methods, uses of symbols, the one implementation of an
/// interface method. Every answer is bounded and kept.
/// </summary>
internal sealed class SourceIndex(Compilation compilation)
{
    /// <summary>A symbol with more uses than this is not followed: its facts are unknown.</summary>
    public const int MaxUses = 300;

    private readonly Memo<SyntaxTree, SemanticModel> _models = new();
    private readonly Memo<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly Memo<ISymbol, ImmutableArray<SymbolUse>?> _uses = new(SymbolEqualityComparer.Default);
    private readonly Memo<IMethodSymbol, IMethodSymbol?> _implementations = new(SymbolEqualityComparer.Default);
    private readonly FileNodes?[] _recentNodes = new FileNodes?[8];
    private int _recent;
    private FlowGraphs? _graphs;

    public Compilation Compilation { get; } = compilation;

    /// <summary>The control flow graphs of its functions.</summary>
    public FlowGraphs Graphs => _graphs ?? Interlocked.CompareExchange(ref _graphs, new FlowGraphs(this), null) ?? _graphs;

    /// <summary>
    /// The tree's semantic model. The one place that asks the compilation for one: summaries need other files than the one
    /// under analysis; the compiler and IDE hand out the model they already have.
    /// </summary>
    public SemanticModel Model(SyntaxTree tree) =>
#pragma warning disable RS1030 // A callback's own model cannot bind another file.
        _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS1030

    /// <summary>
    /// Holds on to a model that the driver made and drops when it is done with the file: what other files ask of this one later is bound already.
    /// </summary>
    public void Hold(SemanticModel model) => _models.GetOrAdd(model.SyntaxTree, model);

    /// <summary>
    /// The bound body (block, expression, constructor with its initializer) of a method, accessor, local function or lambda declared
    /// in this compilation; null where there is none.
    /// </summary>
    public IOperation? Body(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.PartialImplementationPart ?? method;
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (_bodies.TryGetValue(method, out var known))
            return known;

        IOperation? body = null;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            if (!Compilation.ContainsSyntaxTree(reference.SyntaxTree))
                continue;

            var syntax = reference.GetSyntax(cancellationToken);
            body = Model(reference.SyntaxTree).GetOperation(syntax, cancellationToken);
            if (body is not null)
                break;
        }

        return _bodies.GetOrAdd(method, body);
    }

    /// <summary>The file's nodes by kind; those of the last few files are held on to, since all rules ask for a file before the next.</summary>
    public FileNodes Nodes(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var nodes = FileNodes.Of(tree, cancellationToken);
        if (Array.IndexOf(_recentNodes, nodes) < 0)
            Volatile.Write(ref _recentNodes[(uint)Interlocked.Increment(ref _recent) % _recentNodes.Length], nodes);
        return nodes;
    }

    public bool IsSource(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>The files in which the word stands.</summary>
    public IEnumerable<SyntaxTree> TreesWith(string word)
    {
        var hash = TextWords.Hash(word);
        foreach (var tree in Compilation.SyntaxTrees)
        {
            if (TreeIndex.Of(tree).Words.Contains(hash))
                yield return tree;
        }
    }

    /// <summary>
    /// Every place of this compilation where the field, property, method, parameter or local is named, its declaration left out; null where
    /// they are too many to follow.
    /// </summary>
    public ImmutableArray<SymbolUse>? Uses(ISymbol symbol, CancellationToken cancellationToken)
    {
        symbol = symbol.OriginalDefinition;
        return _uses.TryGetValue(symbol, out var known) ? known : _uses.GetOrAdd(symbol, FindUses(symbol, NamesLike(symbol, cancellationToken), cancellationToken));
    }

    /// <summary>The same in some files alone, for whoever knows by names that the others hold none: the name of a member is often that of many.</summary>
    public ImmutableArray<SymbolUse>? UsesIn(ISymbol symbol, TypeNeighbours files, CancellationToken cancellationToken)
    {
        symbol = symbol.OriginalDefinition;
        return _uses.TryGetValue(symbol, out var known) ? known : FindUses(symbol, NamesLike(symbol, files.Have, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The body that a call of the method runs: its own, or that of the one type in this compilation which implements or overrides it;
    /// null where there are none or several.
    /// </summary>
    public IMethodSymbol? Implementation(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!method.IsAbstract)
            return method;
        return _implementations.TryGetValue(method, out var known)
            ? known
            : _implementations.GetOrAdd(method, FindImplementation(method, cancellationToken));
    }

    /// <summary>
    /// The names in the symbol's scope that read like it, its declaration left out, unbound: each may mean something else. For what <see cref="Uses"/> cannot
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
                    yield return new SymbolUse(name, Model(tree));
            }
        }
    }

    private static ImmutableArray<SymbolUse>? FindUses(ISymbol symbol, IEnumerable<SymbolUse> names, CancellationToken cancellationToken)
    {
        var uses = ImmutableArray.CreateBuilder<SymbolUse>();
        foreach (var use in names)
        {
            var bound = use.Model.GetSymbolInfo(use.Name, cancellationToken).Symbol;
            if (bound is IMethodSymbol { ReducedFrom: { } reduced })
                bound = reduced;
            if (!SymbolEqualityComparer.Default.Equals(bound?.OriginalDefinition, symbol))
                continue;
            if (uses.Count == MaxUses)
                return null;
            uses.Add(use);
        }

        return uses.ToImmutable();
    }

    private IEnumerable<(SyntaxTree Tree, Microsoft.CodeAnalysis.Text.TextSpan Span)> Scope(ISymbol symbol, CancellationToken cancellationToken)
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

        foreach (var tree in TreesWith(symbol.Name))
            yield return (tree, new Microsoft.CodeAnalysis.Text.TextSpan(0, tree.Length));
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }

    private IMethodSymbol? FindImplementation(IMethodSymbol method, CancellationToken cancellationToken)
    {
        IMethodSymbol? only = null;
        foreach (var type in DerivedTypes(method.ContainingType, cancellationToken))
        {
            var candidate = method.ContainingType.TypeKind == TypeKind.Interface
                ? Implementing(type, method)
                : Overriding(type, method);
            if (candidate is null || candidate.IsAbstract || SymbolEqualityComparer.Default.Equals(candidate, only))
                continue;
            if (only is not null)
                return null;
            only = candidate;
        }

        return only;
    }

    /// <summary>Classes of this compilation whose base list names the type, found by name first.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol baseType, CancellationToken cancellationToken)
    {
        baseType = baseType.OriginalDefinition;
        foreach (var tree in TreesWith(baseType.Name))
        {
            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (!entry.BaseNames.Contains(baseType.Name))
                    continue;

                cancellationToken.ThrowIfCancellationRequested();
                var node = tree.GetRoot(cancellationToken).FindNode(entry.Span);
                if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration &&
                    Model(tree).GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    yield return type;
                }
            }
        }
    }

    private static IMethodSymbol? Implementing(INamedTypeSymbol type, IMethodSymbol interfaceMethod)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, interfaceMethod.ContainingType))
                continue;
            foreach (var member in implemented.GetMembers(interfaceMethod.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, interfaceMethod))
                    return (type.FindImplementationForInterfaceMember(member) as IMethodSymbol)?.OriginalDefinition;
            }
        }

        return null;
    }

    private static IMethodSymbol? Overriding(INamedTypeSymbol type, IMethodSymbol method)
    {
        foreach (var member in type.GetMembers(method.Name))
        {
            for (var overridden = (member as IMethodSymbol)?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                    return (IMethodSymbol)member;
            }
        }

        return null;
    }
}
