using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IntegrationAnalyzers.Model.Retries;

/// <summary>A value that becomes the idempotency key of a request which a wrapper sends.</summary>
/// <param name="Name">The header's or member's name.</param>
/// <param name="Value">What the caller hands over.</param>
internal readonly record struct HandedKey(string Name, IOperation Value);

/// <summary>
/// What callers hand to the wrappers of this compilation that put a parameter, as it came, on their request as its idempotency key. Read once a compilation, by
/// the wrappers: they are few.
/// </summary>
internal sealed class HandedKeys(SourceIndex source)
{
    private const int MaxHops = 3;

    private Dictionary<SyntaxTree, List<HandedKey>>? _handed;
    private object? _mayBeAny;

    /// <summary>By words alone: whether any file may name a key.</summary>
    public bool MayBeAny
    {
        get
        {
            _mayBeAny ??= source.Compilation.SyntaxTrees.Any(WeakKeys.MayHold);
            return (bool)_mayBeAny;
        }
    }

    /// <summary>Those that stand in the file.</summary>
    public IReadOnlyList<HandedKey> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!MayBeAny)
            return ImmutableArray<HandedKey>.Empty;
        var handed = Volatile.Read(ref _handed);
        if (handed is null)
        {
            handed = Read(cancellationToken);
            handed = Interlocked.CompareExchange(ref _handed, handed, null) ?? handed;
        }

        return handed.TryGetValue(tree, out var found) ? found : ImmutableArray<HandedKey>.Empty;
    }

    private Dictionary<SyntaxTree, List<HandedKey>> Read(CancellationToken cancellationToken)
    {
        var handed = new Dictionary<SyntaxTree, List<HandedKey>>();
        var seen = new HashSet<IParameterSymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in source.Compilation.SyntaxTrees)
        {
            if (!WeakKeys.MayHold(tree))
                continue;
            var semantics = source.Model(tree);
            foreach (var key in KeyValues.In(source.Nodes(tree, cancellationToken), semantics, cancellationToken))
            {
                if (key.Value is IdentifierNameSyntax && semantics.GetOperation(key.Value, cancellationToken) is { } value && WeakKeys.IsPutOnRequest(key, semantics, cancellationToken))
                    Follow(value, key.Name, 0, seen, handed, cancellationToken);
            }
        }

        return handed;
    }

    private void Follow(
        IOperation value, string name, int hops, HashSet<IParameterSymbol> seen, Dictionary<SyntaxTree, List<HandedKey>> handed, CancellationToken cancellationToken)
    {
        if (hops == MaxHops || value.Unwrap() is not IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter } || !seen.Add(parameter))
            return;
        foreach (var call in CallSites.Of(method, source, cancellationToken))
        {
            if (CallSites.Argument(call, parameter) is not { } argument)
                continue;
            Follow(argument, name, hops + 1, seen, handed, cancellationToken);
            if (!handed.TryGetValue(argument.Syntax.SyntaxTree, out var found))
                handed.Add(argument.Syntax.SyntaxTree, found = new List<HandedKey>());
            found.Add(new HandedKey(name, argument));
        }
    }
}
