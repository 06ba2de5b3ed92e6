using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Editing;

/// <summary>A namespace that new code needs and the file does not have in scope yet.</summary>
internal sealed class NewNamespace
{
    private readonly CompilationUnitSyntax _root;
    private readonly SemanticModel _model;
    private readonly string _name;
    private readonly INamespaceSymbol? _symbol;
    private readonly Lazy<bool> _clashes;

    /// <param name="root">The file as it is.</param>
    /// <param name="model">Its model.</param>
    /// <param name="name">The namespace in full.</param>
    public NewNamespace(CompilationUnitSyntax root, SemanticModel model, string name)
    {
        (_root, _model, _name) = (root, model, name);
        _symbol = name.Split('.').Aggregate<string, INamespaceSymbol?>(
            model.Compilation.GlobalNamespace, static (outer, part) => outer?.GetNamespaceMembers().FirstOrDefault(inner => inner.Name == part));
        _clashes = new Lazy<bool>(() => Simple(root).Any(Clashes));
    }

    /// <summary>Whether with a using of it a name that stands in the file would mean another type, or two.</summary>
    public bool ClashesWithFile => _clashes.Value;

    /// <summary>Whether the changed file calls extension methods of the namespace that it did not call before: those cannot be named without the using.</summary>
    public bool LendsExtensions(SyntaxNode changed)
    {
        if (_symbol is null)
            return false;
        var extensions = new HashSet<string>(
            _symbol.GetTypeMembers().Where(static t => t.MightContainExtensionMethods).SelectMany(static t => t.GetMembers()).OfType<IMethodSymbol>().Where(static m => m.IsExtensionMethod).Select(static m => m.Name),
            StringComparer.Ordinal);
        return extensions.Count > 0 && Count(changed) > Count(_root);

        int Count(SyntaxNode file) => file.DescendantNodes().OfType<SimpleNameSyntax>().Count(name => IsQualified(name) && extensions.Contains(name.Identifier.ValueText));
    }

    /// <summary>The changed file with the types of the namespace that are new in it named in full; a short name that means something without a using was meant so.</summary>
    public CompilationUnitSyntax NamedInFull(CompilationUnitSyntax changed)
    {
        var position = UsingDirectives.Position(_root);
        var before = new HashSet<string>(Simple(_root).Select(static n => n.Identifier.ValueText), StringComparer.Ordinal);
        var names = Simple(changed).Where(name => !before.Contains(name.Identifier.ValueText) && TypeOf(name) is not null && _model.LookupSymbols(position, name: name.Identifier.ValueText).IsEmpty).ToList();
        return names.Count == 0 ? changed : changed.ReplaceNodes(names, (_, name) => InFull(name));
    }

    private bool Clashes(SimpleNameSyntax name)
    {
        if (TypeOf(name) is not { } added || (name is IdentifierNameSyntax identifier && _model.GetAliasInfo(identifier) is not null))
            return false;
        var symbol = _model.GetSymbolInfo(name).Symbol;
        var meant = symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol)?.ContainingType;
        return symbol is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor } && meant is { ContainingType: null } &&
            !SymbolEqualityComparer.Default.Equals(meant.OriginalDefinition, added) && !WinsOverUsing(meant.ContainingNamespace, name);
    }

    /// <summary>Whether types of that namespace come before those of a using, as they belong to a namespace that the name stands in.</summary>
    private bool WinsOverUsing(INamespaceSymbol meant, SyntaxNode name)
    {
        if (meant.IsGlobalNamespace)
            return UsingDirectives.Inner(_root) is null;
        var at = string.Join(".", name.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static n => n.Name.ToString())) + ".";
        var own = meant.ToDisplayString() + ".";
        return at.StartsWith(own, StringComparison.Ordinal) && (UsingDirectives.Inner(_root) is not { } inner || own.StartsWith(inner.Name + ".", StringComparison.Ordinal));
    }

    /// <summary>The type of the namespace that the name might be.</summary>
    private INamedTypeSymbol? TypeOf(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        return Find(text) ?? (name.Parent is AttributeSyntax ? Find(text + "Attribute") : null);

        INamedTypeSymbol? Find(string called) => _symbol?.GetTypeMembers(called, name.Arity).FirstOrDefault(type => _model.Compilation.IsSymbolAccessibleWithin(type, _model.Compilation.Assembly));
    }

    private SyntaxNode InFull(SimpleNameSyntax name)
    {
        var outermost = _name.Split('.')[0];
        var isPlain = _model.LookupNamespacesAndTypes(_root.EndOfFileToken.SpanStart, name: outermost) is [INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true }];
        var prefix = (isPlain ? "" : "global::") + _name;
        var bare = name.WithoutTrivia();
        return (SyntaxFacts.IsInTypeOnlyContext(name)
            ? (ExpressionSyntax)SyntaxFactory.QualifiedName(SyntaxFactory.ParseName(prefix), bare)
            : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.ParseExpression(prefix), bare)).WithTriviaFrom(name);
    }

    /// <summary>The names that stand by themselves and may be types.</summary>
    private static IEnumerable<SimpleNameSyntax> Simple(SyntaxNode file) => file.DescendantNodes(static node => node is not UsingDirectiveSyntax)
        .OfType<SimpleNameSyntax>().Where(static name => !IsQualified(name) && name.Parent is not (NameColonSyntax or NameEqualsSyntax) &&
            !(name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set && set.Left == name));

    private static bool IsQualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name,
        QualifiedNameSyntax qualified => qualified.Right == name,
        AliasQualifiedNameSyntax or MemberBindingExpressionSyntax => true,
        _ => false,
    };
}
