using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Whether members can become <c>required</c>: every creation of the type that can be seen, in its project and in those that refer to it, sets them in
/// its initializer or by a constructor that sets them all, which then has to say so.
/// </summary>
internal static class RequiredMembers
{
    private const string SetsRequired = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";

    public static bool AreKnown(FixRequest request) =>
        request.Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 } &&
        request.Model.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.RequiredMemberAttribute") is not null &&
        request.Model.Compilation.GetTypeByMetadataName("System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute") is not null;

    /// <summary>The constructors that have to be marked; null where a creation would break.</summary>
    public static ImmutableArray<ConstructorDeclarationSyntax>? Constructors(INamedTypeSymbol type, IReadOnlyCollection<string> members, FixRequest request)
    {
        var id = type.OriginalDefinition.GetDocumentationCommentId();
        if (id is null)
            return null;

        var marked = ImmutableArray.CreateBuilder<ConstructorDeclarationSyntax>();
        foreach (var compilation in Compilations(type, request))
        {
            var creations = ObjectCreations.Of(compilation, type.Name, id, request.CancellationToken);
            if (creations.IsConstructed)
                return null;
            foreach (var creation in creations.All)
            {
                if (Sets(creation.Initializer, members))
                    continue;
                var model = compilation.GetSemanticModel(creation.SyntaxTree);
                if (model.GetSymbolInfo(creation, request.CancellationToken).Symbol is not IMethodSymbol constructor)
                    return null;
                if (SetsAllBySaying(constructor))
                    continue;
                if (Setting(constructor, type, members, request) is not { } declaration)
                    return null;
                if (!marked.Contains(declaration))
                    marked.Add(declaration);
            }
        }

        return marked.ToImmutable();
    }

    private static bool Sets(InitializerExpressionSyntax? initializer, IReadOnlyCollection<string> members) =>
        members.All(member => ObjectInitializers.Find(initializer, member) is not null);

    private static bool SetsAllBySaying(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(static a => a.AttributeClass?.ToDisplayString() == SetsRequired);

    /// <summary>
    /// The constructor's own declaration, where it sets all that will be required. Not the one that the serializer makes objects with, which would no
    /// longer look, and not where constructors call one another: those would all have to say it.
    /// </summary>
    private static ConstructorDeclarationSyntax? Setting(IMethodSymbol constructor, INamedTypeSymbol type, IReadOnlyCollection<string> members, FixRequest request)
    {
        if (!SymbolEqualityComparer.Default.Equals(constructor.ContainingType, type) || constructor.Parameters.IsEmpty ||
            SymbolEqualityComparer.Default.Equals(PayloadMember.Constructor(type), constructor) ||
            request.Model.Compilation.GetTypeByMetadataName(SetsRequired) is null ||
            constructor.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != request.Root.SyntaxTree ||
            reference.GetSyntax(request.CancellationToken) is not ConstructorDeclarationSyntax { Initializer: null } declaration)
        {
            return null;
        }

        var others = type.InstanceConstructors
            .Select(c => c.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(request.CancellationToken))
            .OfType<ConstructorDeclarationSyntax>();
        if (others.Any(static c => c.Initializer is { RawKind: (int)SyntaxKind.ThisConstructorInitializer }) || HasRequired(type.BaseType) || IsDerivedFrom(type, request))
            return null;

        var set = ConstructorSets.Always(declaration);
        var required = type.GetMembers().Where(static m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }).Select(static m => m.Name);
        return members.Concat(required).All(set.Contains) ? declaration : null;
    }

    private static bool HasRequired(INamedTypeSymbol? type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers().Any(static m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }

    private static bool IsDerivedFrom(INamedTypeSymbol type, FixRequest request) =>
        IntegrationAnalyzers.Model.IntegrationModel.For(request.Model.Compilation).Source.DerivedTypes(type, request.CancellationToken).Any();

    /// <summary>The type's own compilation and those of the projects that may make it as well.</summary>
    private static IEnumerable<Compilation> Compilations(INamedTypeSymbol type, FixRequest request)
    {
        yield return request.Model.Compilation;
        var project = request.Document.Project;
        foreach (var id in project.Solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(project.Id))
        {
            if (project.Solution.GetProject(id) is { Language: LanguageNames.CSharp } other &&
                other.GetCompilationAsync(request.CancellationToken).ConfigureAwait(false).GetAwaiter().GetResult() is { } compilation)
            {
                yield return compilation;
            }
        }
    }
}
