using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>A file to be broken, within its project.</summary>
internal sealed class FuzzTarget
{
    private const int WeightOfClients = 8;

    private readonly SyntaxTree _tree;
    private readonly CSharpCompilation _others;
    private readonly Mutator _mutator;

    private FuzzTarget(OpenProject project, SyntaxTree tree, int weight)
    {
        _tree = tree;
        _others = project.Compilation.RemoveSyntaxTrees(tree);
        _mutator = new Mutator(tree.GetRoot());
        Given = project.Given;
        File = project.Repository.Relative(tree.FilePath);
        Weight = weight;
    }

    public AnalyzerOptions Given { get; }

    public string File { get; }

    /// <summary>Its share of the project's mutants.</summary>
    public int Weight { get; }

    /// <summary>The project's own files; those that call somebody weigh most.</summary>
    public static ImmutableArray<FuzzTarget> In(OpenProject project)
    {
        var sources = project.Loaded.Files.ToHashSet();

        // Bound once here, the references are shared by all mutants.
        project.Compilation.GetSpecialType(SpecialType.System_Object);
        var names = IntegrationModel.For(project.Compilation).CallNames;
        return
        [
            .. project.Compilation.SyntaxTrees
                .Where(tree => sources.Contains(tree.FilePath))
                .Select(tree => new FuzzTarget(project, tree, names.IsClientTree(tree) ? WeightOfClients : 1)),
        ];
    }

    public string Text(int seed) => _mutator.Mutate(seed);

    /// <summary>The project with the broken text in the file's place; everything else is shared with the project's other mutants.</summary>
    public (CSharpCompilation Compilation, SyntaxTree Tree) Broken(int seed)
    {
        var tree = CSharpSyntaxTree.ParseText(Text(seed), (CSharpParseOptions)_tree.Options, _tree.FilePath);
        return (_others.AddSyntaxTrees(tree), tree);
    }
}
