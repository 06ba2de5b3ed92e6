using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IntegrationAnalyzers.Tests.Catalog;

/// <summary><c>Roslyn ← Apis ← Model ← Rules</c>: a layer knows itself and what stands before it, and only Apis knows names of libraries.</summary>
public class LayeringTests
{
    private static readonly ImmutableArray<string> Layers = ImmutableArray.Create("Roslyn", "Apis", "Model", "Rules");

    private static readonly Regex MetadataName = new(
        @"^(System|Microsoft|RestSharp|Flurl|Refit|Polly|Grpc|Newtonsoft|Stripe|Azure|Amazon|Google|FluentValidation)(\.[A-Z]\w*)+(`\d)?$");

    private static readonly Lazy<CSharpCompilation> Source = new(Compile);

    [Fact]
    public void Files_StandInTheFolderOfTheirNamespace() =>
        Assert.Empty(Source.Value.SyntaxTrees.Where(static tree => !HasNamespaceOfItsFolder(tree)).Select(static tree => tree.FilePath));

    [Fact]
    public void Layers_KnowOnlyWhatStandsBeforeThem()
    {
        var broken = new List<string>();
        foreach (var tree in Source.Value.SyntaxTrees)
        {
            var own = LayerOf(tree);
            var model = Source.Value.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                var of = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (of is not null && LayerOf(of) > own)
                    broken.Add($"{tree.FilePath}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {of.Name}");
            }
        }

        Assert.Empty(broken);
    }

    [Fact]
    public void MetadataNames_StandInApisAlone() =>
        Assert.Empty(
            from tree in Source.Value.SyntaxTrees
            where LayerOf(tree) != Layers.IndexOf("Apis")
            from token in tree.GetRoot().DescendantTokens()
            where token.IsKind(SyntaxKind.StringLiteralToken) && MetadataName.IsMatch(token.ValueText)
            select $"{tree.FilePath}({token.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {token.ValueText}");

    private static bool HasNamespaceOfItsFolder(SyntaxTree tree)
    {
        var folder = Path.GetDirectoryName(tree.FilePath)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');
        var declared = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(static ns => ns.Name.ToString()).ToList();

        // A polyfill has to stand in the namespace where the compiler looks for it.
        return LayerOf(tree) >= 0 && (declared.TrueForAll(name => name == folder) || Path.GetFileName(tree.FilePath).Contains("Polyfill", StringComparison.Ordinal));
    }

    private static int LayerOf(SyntaxTree tree) => Layers.IndexOf(tree.FilePath[(Repository.Analyzers.Length + 1)..].Split('/')[0]);

    private static int LayerOf(INamedTypeSymbol type)
    {
        var tree = type.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree;
        return tree is null ? -1 : LayerOf(tree);
    }

    private static CSharpCompilation Compile()
    {
        var trees = Repository.Files(Repository.Analyzers, "*.cs")
            .Select(static path => CSharpSyntaxTree.ParseText(Repository.Read(path)!, new CSharpParseOptions(LanguageVersion.CSharp13), path));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileNameWithoutExtension(path) != "IntegrationAnalyzers")
            .Select(static path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create("IntegrationAnalyzers", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }
}
