using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>Every <c>new</c> of one compilation, by the type that it makes; kept as long as the compilation.</summary>
internal sealed class ObjectCreations
{
    private static readonly ConditionalWeakTable<Compilation, ObjectCreations> Known = new();

    private readonly ImmutableArray<(BaseObjectCreationExpressionSyntax Syntax, INamedTypeSymbol Type)> _creations;
    private readonly ImmutableArray<INamedTypeSymbol> _constructed;

    private ObjectCreations(Compilation compilation, CancellationToken cancellationToken)
    {
        var creations = ImmutableArray.CreateBuilder<(BaseObjectCreationExpressionSyntax, INamedTypeSymbol)>();
        var constructed = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (node)
                {
                    case BaseObjectCreationExpressionSyntax creation:
                        model ??= compilation.GetSemanticModel(tree);
                        if (model.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol made)
                            creations.Add((creation, made.OriginalDefinition));
                        break;
                    case GenericNameSyntax generic:
                        model ??= compilation.GetSemanticModel(tree);
                        AddConstructed(model.GetSymbolInfo(generic, cancellationToken).Symbol, constructed);
                        break;
                    case InvocationExpressionSyntax { Expression: not GenericNameSyntax } call:
                        model ??= compilation.GetSemanticModel(tree);
                        if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { IsGenericMethod: true } method)
                            AddConstructed(method, constructed);
                        break;
                }
            }
        }

        _creations = creations.ToImmutable();
        _constructed = constructed.ToImmutable();
    }

    public static ObjectCreations Of(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Known.TryGetValue(compilation, out var known))
            return known;
        var read = new ObjectCreations(compilation, cancellationToken);
        return Known.GetValue(compilation, _ => read);
    }

    /// <summary>The creations of the type and of what derives from it, by the identity that a type has in every compilation that sees it.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Making(string type) =>
        _creations.Where(c => IsOrDerives(c.Type, type)).Select(static c => c.Syntax);

    /// <summary>Whether the type, or one that derives from it, is put where a type parameter asks for a constructor without parameters.</summary>
    public bool IsConstructed(string type) => _constructed.Any(c => IsOrDerives(c, type));

    private static bool IsOrDerives(INamedTypeSymbol type, string wanted)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.OriginalDefinition.GetDocumentationCommentId() == wanted)
                return true;
        }

        return false;
    }

    private static void AddConstructed(ISymbol? generic, ImmutableArray<INamedTypeSymbol>.Builder constructed)
    {
        var (parameters, arguments) = generic switch
        {
            INamedTypeSymbol type => (type.TypeParameters, type.TypeArguments),
            IMethodSymbol method => (method.TypeParameters, method.TypeArguments),
            _ => (ImmutableArray<ITypeParameterSymbol>.Empty, ImmutableArray<ITypeSymbol>.Empty),
        };
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            if (parameters[i].HasConstructorConstraint && arguments[i] is INamedTypeSymbol argument)
                constructed.Add(argument.OriginalDefinition);
        }
    }
}
