using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>
/// The nodes of one file that anybody looks at, by kind and in the order of the text. One walk finds them for all rules; a callback of the driver's for each
/// node and rule would cost more than the walk, and would be paid in every file.
/// </summary>
internal sealed class FileNodes
{
    private const int CommonKinds = 10;

    // Lists that grow once and not for every file.
    [ThreadStatic]
    private static List<SyntaxNode>[]? _lists;

    private readonly SyntaxNode _root;
    private readonly ImmutableArray<SyntaxNode>[] _common = new ImmutableArray<SyntaxNode>[CommonKinds];
    private readonly ConcurrentDictionary<SyntaxKind, ImmutableArray<SyntaxNode>> _others = new();

    private FileNodes(SyntaxNode root)
    {
        _root = root;
        var lists = _lists;
        if (lists is null)
        {
            lists = new List<SyntaxNode>[CommonKinds];
            for (var i = 0; i < lists.Length; i++)
                lists[i] = new List<SyntaxNode>();
        }

        _lists = null;
        foreach (var node in root.DescendantNodes())
        {
            var index = IndexOf((SyntaxKind)node.RawKind);
            if (index >= 0)
                lists[index].Add(node);
        }

        for (var i = 0; i < lists.Length; i++)
        {
            _common[i] = lists[i].ToImmutableArray();
            lists[i].Clear();
        }

        _lists = lists;
    }

    /// <summary>
    /// The file's nodes. They are let go when memory is short: they hold the syntax tree's own nodes, which the compiler makes and drops as needed.
    /// </summary>
    public static FileNodes Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var index = TreeIndex.Of(tree);
        var holder = index.Kept<WeakReference<FileNodes>>();
        if (holder is not null && holder.TryGetTarget(out var known))
            return known;

        var read = new FileNodes(tree.GetRoot(cancellationToken));
        (holder ?? index.Keep(new WeakReference<FileNodes>(read))).SetTarget(read);
        return read;
    }

    /// <summary>All nodes of the kind.</summary>
    public ImmutableArray<SyntaxNode> Of(SyntaxKind kind)
    {
        var index = IndexOf(kind);
        return index >= 0 ? _common[index] : _others.GetOrAdd(kind, Read);
    }

    /// <summary>The nodes of the kind that stand in the span.</summary>
    public IEnumerable<SyntaxNode> Of(SyntaxKind kind, TextSpan span)
    {
        var nodes = Of(kind);
        int low = 0, high = nodes.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (nodes[middle].SpanStart < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < nodes.Length && nodes[low].SpanStart < span.End; low++)
            yield return nodes[low];
    }

    /// <summary>What the walk keeps. Another kind gets a walk of its own.</summary>
    private static int IndexOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.InvocationExpression => 0,
        SyntaxKind.ObjectCreationExpression => 1,
        SyntaxKind.ImplicitObjectCreationExpression => 2,
        SyntaxKind.CatchClause => 3,
        SyntaxKind.SimpleAssignmentExpression => 4,
        SyntaxKind.CastExpression => 5,
        SyntaxKind.SimpleMemberAccessExpression => 6,
        SyntaxKind.GenericName => 7,
        SyntaxKind.ComplexElementInitializerExpression => 8,
        SyntaxKind.AnonymousObjectMemberDeclarator => 9,
        _ => -1,
    };

    private ImmutableArray<SyntaxNode> Read(SyntaxKind kind)
    {
        var found = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var node in _root.DescendantNodes())
        {
            if (node.RawKind == (int)kind)
                found.Add(node);
        }

        return found.ToImmutable();
    }
}
