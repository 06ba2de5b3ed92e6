using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IntegrationAnalyzers.Apis;
using IntegrationAnalyzers.CodeFixes.Editing;
using IntegrationAnalyzers.Model;
using IntegrationAnalyzers.Model.Payloads;
using IntegrationAnalyzers.Rules.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace IntegrationAnalyzers.CodeFixes.Rules.Payloads;

/// <summary>
/// Marks all such members of the type: <c>required</c> where language and framework have it and nothing that makes the type breaks, an attribute on a
/// record's parameters and on older targets, Newtonsoft's own where that reads it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class IA5002PayloadAcceptsMissingFieldsFix() : IntegrationCodeFix(IA5002PayloadAcceptsMissingFields.Id, "Require the fields")
{
    private const string JsonRequired = "System.Text.Json.Serialization.JsonRequiredAttribute";

    private protected override FixPlan? Plan(FixRequest request)
    {
        if (request.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration ||
            request.Model.GetDeclaredSymbol(declaration, request.CancellationToken) is not INamedTypeSymbol type)
        {
            return null;
        }

        var readers = IntegrationModel.For(request.Model.Compilation).UpstreamTypes.Readers(type, request.CancellationToken);
        var missing = MissingFields.Of(type, readers, request.CancellationToken);
        if (missing.IsEmpty || missing.Any(m => m.Symbol.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != request.Root.SyntaxTree))
            return null;

        var nodes = missing.Select(m => m.Symbol.DeclaringSyntaxReferences[0].GetSyntax(request.CancellationToken)).ToImmutableArray();
        return readers switch
        {
            LenientReaders.TextJson => ForTextJson(type, missing, nodes, request),
            LenientReaders.Newtonsoft => ForNewtonsoft(type, nodes, request),
            _ => null,
        };
    }

    private static FixPlan? ForTextJson(INamedTypeSymbol type, ImmutableArray<PayloadMember> missing, ImmutableArray<SyntaxNode> nodes, FixRequest request)
    {
        var properties = missing.Where((_, i) => nodes[i] is PropertyDeclarationSyntax).ToList();
        var useKeyword = properties.Count > 0 && RequiredMembers.AreKnown(request);
        var constructors = ImmutableArray<ConstructorDeclarationSyntax>.Empty;
        if (useKeyword)
        {
            if (!properties.All(CanBeRequired) || RequiredMembers.Constructors(type, properties.Select(static p => p.Symbol.Name).ToList(), request) is not { } marked)
                return null;
            constructors = marked;
        }

        var usings = new HashSet<string>(StringComparer.Ordinal);
        var attribute = string.Empty;
        if (!useKeyword || nodes.Any(static n => n is ParameterSyntax))
        {
            if (Attribute(JsonRequired, usings, request) is not { } name)
                return null;
            attribute = name;
        }

        var setsRequired = constructors.IsEmpty ? null : Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute", usings, request);
        var newLine = LineEnding.Of(request.Root.SyntaxTree.GetText(request.CancellationToken));
        return new FixPlan(
            editor =>
            {
                foreach (var node in nodes)
                {
                    editor.ReplaceNode(node, (current, _) => current switch
                    {
                        ParameterSyntax parameter => RequiredEdits.WithAttribute(parameter, attribute),
                        PropertyDeclarationSyntax property when useKeyword => RequiredEdits.Required(property),
                        PropertyDeclarationSyntax property => RequiredEdits.WithAttribute(property, attribute, newLine),
                        _ => current,
                    });
                }

                foreach (var constructor in constructors)
                {
                    editor.ReplaceNode(constructor, (current, _) =>
                        current is ConstructorDeclarationSyntax other ? RequiredEdits.WithAttribute(other, setsRequired!, newLine) : current);
                }
            },
            usings.ToImmutableArray());
    }

    private static FixPlan? ForNewtonsoft(INamedTypeSymbol type, ImmutableArray<SyntaxNode> nodes, FixRequest request)
    {
        var usings = new HashSet<string>(StringComparer.Ordinal);
        if (Attribute(NewtonsoftApis.Namespace + ".JsonPropertyAttribute", usings, request) is not { } attribute ||
            request.Model.Compilation.GetTypeByMetadataName(NewtonsoftApis.Namespace + ".Required") is not { } required)
        {
            return null;
        }

        var names = new TypeNames(request.Model, request.Root, request.Node.SpanStart);
        // In a type that has a member of this name, the name means that.
        var isTaken = request.Model.LookupSymbols(nodes[0].SpanStart, name: required.Name).Any(static found => found is not INamespaceOrTypeSymbol);
        var isWritten = SentTypes.MayBeWritten(type, IntegrationModel.For(request.Model.Compilation).Source, request.CancellationToken);
        var value = (isTaken ? required.ToDisplayString() : names.Of(required)) + (isWritten ? ".AllowNull" : ".Always");
        usings.UnionWith(names.Usings);
        var whole = $"{attribute}(Required = {value})";
        var newLine = LineEnding.Of(request.Root.SyntaxTree.GetText(request.CancellationToken));
        return new FixPlan(
            editor =>
            {
                foreach (var node in nodes)
                {
                    var lists = node is ParameterSyntax parameter ? parameter.AttributeLists : ((PropertyDeclarationSyntax)node).AttributeLists;
                    if (RequiredEdits.Existing(lists) is { } existing)
                    {
                        editor.ReplaceNode(existing, (current, _) => RequiredEdits.WithRequired((AttributeSyntax)current, value));
                        continue;
                    }

                    editor.ReplaceNode(node, (current, _) => current switch
                    {
                        ParameterSyntax bare => RequiredEdits.WithAttribute(bare, whole),
                        PropertyDeclarationSyntax property => RequiredEdits.WithAttribute(property, whole, newLine),
                        _ => current,
                    });
                }
            },
            usings.ToImmutableArray());
    }

    /// <summary>The keyword asks for a setter that whoever sees the type sees.</summary>
    private static bool CanBeRequired(PayloadMember member) =>
        member.Symbol is IPropertySymbol { IsVirtual: false, DeclaredAccessibility: Accessibility.Public, SetMethod.DeclaredAccessibility: Accessibility.Public };

    /// <summary>The attribute's name without its suffix, as the place may write it; null where the framework lacks it.</summary>
    private static string? Attribute(string metadataName, HashSet<string> usings, FixRequest request)
    {
        if (request.Model.Compilation.GetTypeByMetadataName(metadataName) is not { } type)
            return null;
        var names = new TypeNames(request.Model, request.Root, request.Node.SpanStart);
        var name = names.Of(type);
        usings.UnionWith(names.Usings);
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - 9) : name;
    }
}
