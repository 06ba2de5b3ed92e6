using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>One folder given on the command line, as a solution.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Folder">Its full path.</param>
/// <param name="Solution">The projects, linked with each other.</param>
/// <param name="Projects">In the order they depend on each other.</param>
internal sealed record Repository(string Name, string Folder, Solution Solution, ImmutableArray<LoadedProject> Projects)
{
    /// <summary>A file's path below the folder.</summary>
    public string Relative(string path) => Path.GetRelativePath(Folder, path).Replace('\\', '/');

    public int Files => Projects.SelectMany(static p => p.Files).Distinct().Count();

    public int Lines { get; } = Projects.Sum(static p => p.Lines);

    public double KiloLines => Lines / 1000.0;
}

/// <summary>One compilation of the folder.</summary>
internal sealed record LoadedProject(ProjectId Id, string Name, ImmutableArray<string> Files, ImmutableArray<string> ConfigurationFiles, int Lines);
