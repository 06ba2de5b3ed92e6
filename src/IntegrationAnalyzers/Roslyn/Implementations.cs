using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.Roslyn;

/// <summary>What stands behind interfaces and abstract members, found by the names in base lists. Every answer is kept.</summary>
internal sealed class Implementations(SourceIndex source)
{
    private readonly Memo<IMethodSymbol, IMethodSymbol?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The body that a call of the method runs: its own, or that of the one type in this compilation which implements or overrides it;
    /// null where there are none or several.
    /// </summary>
    public IMethodSymbol? Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!method.IsAbstract)
            return method;
        return _known.TryGetValue(method, out var known)
            ? known
            : _known.GetOrAdd(method, FindImplementation(method, cancellationToken));
    }

    /// <summary>Classes of this compilation whose base list names the type, found by name first.</summary>
    public IEnumerable<INamedTypeSymbol> DerivedTypes(INamedTypeSymbol baseType, CancellationToken cancellationToken)
    {
        baseType = baseType.OriginalDefinition;
        foreach (var tree in source.TreesWith(baseType.Name))
        {
            foreach (var entry in TreeIndex.Of(tree).Types)
            {
                if (!entry.BaseNames.Contains(baseType.Name))
                    continue;

                cancellationToken.ThrowIfCancellationRequested();
                var node = tree.GetRoot(cancellationToken).FindNode(entry.Span);
                if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration &&
                    source.Model(tree).GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    yield return type;
                }
            }
        }
    }

    /// <summary>The bodies that a call of an abstract method may run, where there are several.</summary>
    public ImmutableArray<IMethodSymbol> AllOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        Candidates(method, cancellationToken).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).ToImmutableArray();

    private IMethodSymbol? FindImplementation(IMethodSymbol method, CancellationToken cancellationToken)
    {
        IMethodSymbol? only = null;
        foreach (var candidate in Candidates(method, cancellationToken))
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, only))
                continue;
            if (only is not null)
                return null;
            only = candidate;
        }

        return only;
    }

    private IEnumerable<IMethodSymbol> Candidates(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (var type in DerivedTypes(method.ContainingType, cancellationToken))
        {
            var candidate = method.ContainingType.TypeKind == TypeKind.Interface
                ? Implementing(type, method)
                : Overriding(type, method);
            if (candidate is not (null or { IsAbstract: true }))
                yield return candidate;
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
