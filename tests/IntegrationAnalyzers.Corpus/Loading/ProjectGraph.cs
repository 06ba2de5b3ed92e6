using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>Which project of the folder references which; references onto oneself or in a circle are left out.</summary>
internal sealed class ProjectGraph
{
    private readonly IReadOnlyList<ProjectFile> _projects;
    private readonly Dictionary<string, ProjectFile> _byPath;
    private readonly Dictionary<string, ProjectFile> _byFolder;
    private readonly Dictionary<ProjectFile, ProjectId> _ids;
    private readonly Dictionary<ProjectFile, List<ProjectFile>> _references = [];
    private readonly List<ProjectFile> _order = [];

    public ProjectGraph(IReadOnlyList<ProjectFile> projects)
    {
        _projects = projects;
        _byPath = projects.ToDictionary(static p => p.FilePath, StringComparer.OrdinalIgnoreCase);
        _byFolder = projects.ToDictionary(static p => p.Folder, StringComparer.OrdinalIgnoreCase);
        _ids = projects.ToDictionary(static p => p, static p => ProjectId.CreateNewId(p.AssemblyName));
        foreach (var project in _projects)
            Visit(project, []);
    }

    public ProjectId IdOf(ProjectFile project) => _ids[project];

    public IReadOnlyList<ProjectFile> InDependencyOrder() => _order;

    /// <summary>All it references, through others too: the SDK hands references on.</summary>
    public IEnumerable<ProjectId> ReferencesOf(ProjectFile project) => Closure(project).Where(p => p != project).Select(IdOf);

    /// <summary>The packages, frameworks and SDKs that it or a project it references names.</summary>
    public IEnumerable<string> LibrariesOf(ProjectFile project)
    {
        foreach (var file in Closure(project))
        {
            yield return file.Sdk;
            foreach (var library in file.Items("PackageReference").Concat(file.Items("FrameworkReference")).SelectMany(static item => item.Include))
                yield return library;
            foreach (var version in file.Versions())
                yield return version;
        }
    }

    private void Visit(ProjectFile project, HashSet<ProjectFile> open)
    {
        if (_references.ContainsKey(project) || !open.Add(project))
            return;

        var references = new List<ProjectFile>();
        foreach (var reference in project.Items("ProjectReference").SelectMany(item => item.Include.Select(path => Find(item.Folder, path))))
        {
            if (reference is null || open.Contains(reference))
                continue;
            Visit(reference, open);
            references.Add(reference);
        }

        open.Remove(project);
        _references[project] = references;
        _order.Add(project);
    }

    private ProjectFile? Find(string folder, string path)
    {
        var full = SourceFiles.Combine(folder, path);
        if (full is null)
            return null;
        return _byPath.GetValueOrDefault(full) ?? _byFolder.GetValueOrDefault(System.IO.Path.GetDirectoryName(full) ?? "");
    }

    private HashSet<ProjectFile> Closure(ProjectFile project)
    {
        var seen = new HashSet<ProjectFile>();
        var open = new Stack<ProjectFile>([project]);
        while (open.TryPop(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var reference in _references[next])
                    open.Push(reference);
            }
        }

        return seen;
    }
}
