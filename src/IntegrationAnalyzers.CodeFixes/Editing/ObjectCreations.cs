using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using IntegrationAnalyzers.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>
/// The places of one compilation that make a type or what derives from it. Files that name none of these types are bound at their <c>new()</c> alone,
/// which does not say what it makes.
/// </summary>
internal sealed class ObjectCreations
{
    private static readonly ConditionalWeakTable<Compilation, BareCreations> Bare = new();

    private ObjectCreations(ImmutableArray<BaseObjectCreationExpressionSyntax> all, bool isConstructed)
    {
        All = all;
        IsConstructed = isConstructed;
    }

    public ImmutableArray<BaseObjectCreationExpressionSyntax> All { get; }

    /// <summary>Whether one of the types is put where a type parameter asks for a constructor without parameters.</summary>
    public bool IsConstructed { get; }

    /// <param name="compilation">The type's own, or one that refers to it.</param>
    /// <param name="name">The type's simple name.</param>
    /// <param name="id">Its identity in every compilation that sees it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static ObjectCreations Of(Compilation compilation, string name, string id, CancellationToken cancellationToken)
    {
        if (!Bare.TryGetValue(compilation, out var bare))
            bare = Bare.GetValue(compilation, c => new BareCreations(c, cancellationToken));

        var all = bare.Creations.Where(c => IsOrDerives(c.Type, id)).Select(static c => c.Syntax).ToImmutableArray().ToBuilder();
        var isConstructed = false;
        var names = Names(compilation, name);
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!TreeIndex.Of(tree).Words.ContainsAny(names))
                continue;
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (node)
                {
                    case ObjectCreationExpressionSyntax creation when model.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol made && IsOrDerives(made, id):
                        all.Add(creation);
                        break;
                    case GenericNameSyntax:
                    case InvocationExpressionSyntax { Expression: not GenericNameSyntax }:
                        isConstructed = isConstructed || Constructs(model.GetSymbolInfo(node, cancellationToken).Symbol, id);
                        break;
                }
            }
        }

        return new ObjectCreations(all.ToImmutable(), isConstructed);
    }

    /// <summary>The words without which a file names none of the types: the name, those that stand for it, and those of what derives from it.</summary>
    private static HashSet<uint> Names(Compilation compilation, string name)
    {
        var names = new HashSet<string> { name };
        for (var known = 0; known < names.Count;)
        {
            known = names.Count;
            foreach (var tree in compilation.SyntaxTrees)
            {
                foreach (var type in TreeIndex.Of(tree).Types)
                {
                    if (type.BaseNames.Any(names.Contains))
                        names.Add(type.Name);
                }
            }
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree.GetRoot() is not CompilationUnitSyntax unit)
                continue;
            foreach (var alias in unit.Usings)
            {
                if (alias.Alias is { Name.Identifier.ValueText: var other } && alias.ToString().Contains(name))
                    names.Add(other);
            }
        }

        return new HashSet<uint>(names.Select(TextWords.Hash));
    }

    private static bool IsOrDerives(INamedTypeSymbol type, string wanted)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.OriginalDefinition.GetDocumentationCommentId() == wanted)
                return true;
        }

        return false;
    }

    private static bool Constructs(ISymbol? generic, string id)
    {
        var (parameters, arguments) = generic switch
        {
            INamedTypeSymbol type => (type.TypeParameters, type.TypeArguments),
            IMethodSymbol method => (method.TypeParameters, method.TypeArguments),
            _ => (ImmutableArray<ITypeParameterSymbol>.Empty, ImmutableArray<ITypeSymbol>.Empty),
        };
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            if (parameters[i].HasConstructorConstraint && arguments[i] is INamedTypeSymbol argument && IsOrDerives(argument, id))
                return true;
        }

        return false;
    }

    /// <summary>Every <c>new()</c> that leaves its type to the place; kept as long as the compilation.</summary>
    private sealed class BareCreations
    {
        public BareCreations(Compilation compilation, CancellationToken cancellationToken)
        {
            var creations = ImmutableArray.CreateBuilder<(BaseObjectCreationExpressionSyntax, INamedTypeSymbol)>();
            foreach (var tree in compilation.SyntaxTrees)
            {
                SemanticModel? model = null;
                foreach (var creation in tree.GetRoot(cancellationToken).DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>())
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    model ??= compilation.GetSemanticModel(tree);
                    if (model.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol made)
                        creations.Add((creation, made));
                }
            }

            Creations = creations.ToImmutable();
        }

        public ImmutableArray<(BaseObjectCreationExpressionSyntax Syntax, INamedTypeSymbol Type)> Creations { get; }
    }
}
