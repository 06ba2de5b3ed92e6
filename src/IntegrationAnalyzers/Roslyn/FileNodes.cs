using System;
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
    private const int KindCount = 21;

    // Lists that grow once and not for every file.
    [ThreadStatic]
    private static List<SyntaxNode>[]? _lists;

    private readonly ImmutableArray<SyntaxNode>[] _byKind = new ImmutableArray<SyntaxNode>[KindCount];

    private FileNodes(SyntaxNode root)
    {
        var lists = _lists;
        if (lists is null)
        {
            lists = new List<SyntaxNode>[KindCount];
            for (var i = 0; i < lists.Length; i++)
                lists[i] = new List<SyntaxNode>();
        }

        _lists = null;
        new NodeWalk(node =>
        {
            var index = IndexOf((SyntaxKind)node.RawKind);
            if (index >= 0)
                lists[index].Add(node);
        }).Below(root);

        for (var i = 0; i < lists.Length; i++)
        {
            _byKind[i] = lists[i].ToImmutableArray();
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

    /// <summary>All nodes of the kind, which is one of those that the walk keeps.</summary>
    public ImmutableArray<SyntaxNode> Of(SyntaxKind kind) =>
        IndexOf(kind) is var index and >= 0 ? _byKind[index] : throw new ArgumentOutOfRangeException(nameof(kind), kind, "No walk keeps nodes of this kind: name it in IndexOf.");

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

    /// <summary>What the walk keeps.</summary>
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
        SyntaxKind.ElementAccessExpression => 10,
        SyntaxKind.SwitchStatement => 11,
        SyntaxKind.SwitchExpression => 12,
        SyntaxKind.ReturnStatement => 13,
        SyntaxKind.ArrowExpressionClause => 14,
        SyntaxKind.SimpleLambdaExpression => 15,
        SyntaxKind.InterpolatedStringExpression => 16,
        SyntaxKind.AddExpression => 17,
        SyntaxKind.Attribute => 18,
        SyntaxKind.ParenthesizedLambdaExpression => 19,
        SyntaxKind.LocalFunctionStatement => 20,
        _ => -1,
    };
}
