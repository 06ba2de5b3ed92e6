using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The source of one compilation, bound only where asked: bodies of methods, uses of symbols, the one implementation of an
/// interface method. Every answer is bounded and kept.
/// </summary>
internal sealed class SourceIndex
{
    private readonly Memo<SyntaxTree, SemanticModel> _models = new();
    private readonly Memo<IMethodSymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly SymbolUses _uses;
    private readonly Implementations _implementations;
    private readonly FileNodes?[] _recentNodes = new FileNodes?[8];
    private int _recent;
    private FlowGraphs? _graphs;

    public SourceIndex(Compilation compilation)
    {
        Compilation = compilation;
        _uses = new SymbolUses(this);
        _implementations = new Implementations(this);
    }

    public Compilation Compilation { get; }

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

    /// <summary>The nodes whose tokens hold the text, wherever it stands in the files.</summary>
    /// <param name="text">What is looked for.</param>
    /// <param name="word">A word of it, by which files are passed over.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public IEnumerable<SyntaxNode> NodesWith(string text, string word, CancellationToken cancellationToken)
    {
        foreach (var tree in TreesWith(word))
        {
            var whole = tree.GetText(cancellationToken).ToString();
            for (var at = whole.IndexOf(text, StringComparison.Ordinal); at >= 0; at = whole.IndexOf(text, at + 1, StringComparison.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tree.GetRoot(cancellationToken).FindToken(at).Parent is { } node)
                    yield return node;
            }
        }
    }

    /// <inheritdoc cref="SymbolUses.Of"/>
    public ImmutableArray<SymbolUse>? Uses(ISymbol symbol, CancellationToken cancellationToken) => _uses.Of(symbol, cancellationToken);

    /// <inheritdoc cref="SymbolUses.In"/>
    public ImmutableArray<SymbolUse>? UsesIn(ISymbol symbol, TypeNeighbours files, CancellationToken cancellationToken) => _uses.In(symbol, files, cancellationToken);

    /// <inheritdoc cref="SymbolUses.NamesLike(ISymbol, CancellationToken)"/>
    public IEnumerable<SymbolUse> NamesLike(ISymbol symbol, CancellationToken cancellationToken) => _uses.NamesLike(symbol, cancellationToken);

    /// <inheritdoc cref="Implementations.Of"/>
    public IMethodSymbol? Implementation(IMethodSymbol method, CancellationToken cancellationToken) => _implementations.Of(method, cancellationToken);

    /// <inheritdoc cref="Implementations.AllOf"/>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method, CancellationToken cancellationToken) => _implementations.AllOf(method, cancellationToken);

    /// <summary>The bound body that a call of the method runs; null where that is out of sight or one of several.</summary>
    public IOperation? BodyBehind(IMethodSymbol method, CancellationToken cancellationToken) =>
        Implementation(method, cancellationToken) is { } implementation ? Body(implementation, cancellationToken) : null;

    /// <inheritdoc cref="Implementations.DerivedTypes"/>
    public IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol baseType, CancellationToken cancellationToken) =>
        _implementations.DerivedTypes(baseType, cancellationToken);
}
