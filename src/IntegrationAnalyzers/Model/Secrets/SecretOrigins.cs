using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.Model.Vocabularies;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Model.Secrets;

/// <summary>A literal or byte array that reaches a place which takes a secret.</summary>
/// <param name="Expression">The literal, or the array.</param>
/// <param name="Sink">What the place takes.</param>
/// <param name="Label">What the place is called.</param>
internal sealed record SecretOrigin(ExpressionSyntax Expression, SecretSinkKind Sink, string Label);

/// <summary>
/// All values of a compilation that reach a place which takes a secret, by the file they stand in. Places are few, so they are followed for the whole
/// compilation at once: a value stands mostly in another file than its use.
/// </summary>
internal sealed class SecretOrigins(SourceIndex source, TeamApis team)
{
    private readonly Once<Dictionary<SyntaxTree, ImmutableArray<SecretOrigin>>> _byTree = new();

    /// <summary>The credentials of the files that were read for them: the rule on them asks, and that on a pair's other half.</summary>
    public Memo<SyntaxTree, ImmutableArray<SecretCandidate>> Credentials { get; } = new();

    /// <summary>The providers' tokens that are joined of constants.</summary>
    public JoinedTokens Joined { get; } = new(source);

    public ImmutableArray<SecretOrigin> In(SyntaxTree tree, CancellationToken cancellationToken) =>
        _byTree.Get(Read, cancellationToken).TryGetValue(tree, out var origins) ? origins : ImmutableArray<SecretOrigin>.Empty;

    private Dictionary<SyntaxTree, ImmutableArray<SecretOrigin>> Read(CancellationToken cancellationToken)
    {
        var found = new Dictionary<SyntaxTree, ImmutableArray<SecretOrigin>.Builder>();
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            var scan = SecretScan.Of(tree, cancellationToken);
            if (scan.Sinks.Length + scan.Holes.Length == 0)
                continue;

            foreach (var (value, sink, label) in Places(tree, scan, cancellationToken))
            {
                foreach (var origin in new SecretFlow(source, team, cancellationToken).Origins(value, source.Model(value.SyntaxTree)))
                {
                    if (!found.TryGetValue(origin.SyntaxTree, out var list))
                        found[origin.SyntaxTree] = list = ImmutableArray.CreateBuilder<SecretOrigin>();
                    list.Add(new SecretOrigin(origin, sink, label));
                }
            }
        }

        var byTree = new Dictionary<SyntaxTree, ImmutableArray<SecretOrigin>>();
        foreach (var pair in found)
        {
            pair.Value.Sort(Compare);
            byTree.Add(pair.Key, pair.Value.ToImmutable());
        }

        return byTree;
    }

    /// <summary>By place, then by what takes it: a value that reaches several places must say the same of itself whatever the order of the files.</summary>
    private static int Compare(SecretOrigin one, SecretOrigin other) =>
        one.Expression.SpanStart != other.Expression.SpanStart ? one.Expression.SpanStart.CompareTo(other.Expression.SpanStart)
        : one.Sink != other.Sink ? one.Sink.CompareTo(other.Sink)
        : string.CompareOrdinal(one.Label, other.Label);

    private IEnumerable<(ExpressionSyntax Value, SecretSinkKind Sink, string Label)> Places(SyntaxTree tree, SecretScan scan, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        foreach (var position in scan.Sinks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = root.FindToken(position);
            if (token.SpanStart != position || token.Parent is not SimpleNameSyntax name)
                continue;
            foreach (var place in SinkUses.Of(name, source.Model(tree), cancellationToken))
                yield return place;
        }

        foreach (var position in scan.Holes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (NamedHole.At(root, position) is { } hole)
                yield return (hole.Value, hole.Sink, hole.Name);
        }
    }
}
