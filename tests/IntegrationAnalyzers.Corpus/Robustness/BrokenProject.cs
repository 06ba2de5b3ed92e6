using System;
using System.Collections.Immutable;
using System.Linq;
using IntegrationAnalyzers.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Robustness;

/// <summary>One broken file: which, and how.</summary>
internal readonly record struct BrokenFile(int Index, int Seed);

/// <summary>A project of which several files are broken at once: one analysis of the whole tries them all.</summary>
internal sealed class BrokenProject
{
    /// <summary>One file that calls somebody in two is broken, and one other in eight: the rest has to make sense, or there is nothing to follow.</summary>
    private const int ClientsOneIn = 2;

    private const int OthersOneIn = 8;

    private readonly ImmutableArray<(SyntaxTree Tree, bool CallsSomebody, Lazy<Mutator> Mutator)> _files;

    public BrokenProject(OpenProject project)
    {
        var sources = project.Loaded.Files.ToHashSet();
        var names = IntegrationModel.For(project.Compilation).CallNames;
        Project = project;
        _files =
        [
            .. project.Compilation.SyntaxTrees
                .Where(tree => sources.Contains(tree.FilePath))
                .Select(tree => (tree, names.IsClientTree(tree), new Lazy<Mutator>(() => new Mutator(tree.GetRoot())))),
        ];
        CallsSomebody = _files.Any(static file => file.CallsSomebody);
    }

    public OpenProject Project { get; }

    public AnalyzerOptions Given => Project.Given;

    public string Name => $"{Project.Repository.Name}/{Project.Loaded.Name}";

    public bool CallsSomebody { get; }

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>The files that a seed breaks; always the same, and at least one.</summary>
    public ImmutableArray<BrokenFile> Chosen(int seed)
    {
        var random = new Random(seed);
        var chosen = ImmutableArray.CreateBuilder<BrokenFile>();
        for (var i = 0; i < _files.Length; i++)
        {
            if (random.Next(_files[i].CallsSomebody ? ClientsOneIn : OthersOneIn) == 0)
                chosen.Add(new BrokenFile(i, unchecked((seed * 31) + i)));
        }

        if (chosen.Count == 0)
            chosen.Add(new BrokenFile(random.Next(_files.Length), seed));
        return chosen.ToImmutable();
    }

    /// <summary>The project with the broken texts in their files' places; nothing else is parsed again.</summary>
    public CSharpCompilation Broken(ImmutableArray<BrokenFile> chosen)
    {
        var compilation = Project.Compilation;
        foreach (var file in chosen)
        {
            var tree = _files[file.Index].Tree;
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Text(file), (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        return compilation;
    }

    public string Text(BrokenFile file) => _files[file.Index].Mutator.Value.Mutate(file.Seed);

    public string Path(BrokenFile file) => _files[file.Index].Tree.FilePath;

    /// <summary>The file and seed as <c>--mutant</c> takes them.</summary>
    public string Named(BrokenFile file) => $"{Project.Repository.Relative(Path(file))}#{file.Seed}";
}
