using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Loading;

/// <summary>Makes one project of each project folder; a folder without any project file is one project.</summary>
internal sealed class RepositoryLoader(ReferenceSet references)
{
    public Repository Load(string folder)
    {
        var projectFiles = FindProjects(folder);
        var graph = new ProjectGraph(projectFiles);
        var projectFolders = projectFiles.Select(static p => p.Folder).ToHashSet(StringComparer.Ordinal);
        var solution = new AdhocWorkspace().CurrentSolution;
        var projects = ImmutableArray.CreateBuilder<LoadedProject>();

        foreach (var project in graph.InDependencyOrder())
            Add(project.AssemblyName, SourceFiles.Of(project, projectFolders), project);
        if (projectFiles.Count == 0)
            Add(Path.GetFileName(folder), [.. SourceFiles.Below(folder, projectFolders)], project: null);

        return new Repository(Path.GetFileName(folder), folder, solution, projects.ToImmutable());

        void Add(string name, IReadOnlyList<string> files, ProjectFile? project)
        {
            if (files.Count == 0)
                return;

            var id = project is null ? ProjectId.CreateNewId(name) : graph.IdOf(project);
            var texts = files.Select(SourceFiles.Read).ToList();
            var documents = files.Zip(texts, (path, text) => DocumentOf(id, path, text)).ToList();
            if (project is not null)
            {
                var generated = SourceText.From(SdkEmulation.GeneratedSource(project), Encoding.UTF8);
                documents.Add(DocumentOf(id, Path.Combine(project.Folder, "obj", name + ".GlobalUsings.g.cs"), generated));
            }

            var known = project is null ? [] : graph.ReferencesOf(project).Where(r => solution.ContainsProject(r)).ToList();
            solution = solution.AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                filePath: project?.FilePath,
                compilationOptions: CompilationOptionsOf(project),
                parseOptions: ParseOptionsOf(project),
                documents: documents,
                projectReferences: known.Select(static r => new ProjectReference(r)),
                metadataReferences: references.For(project is null ? null : [.. graph.LibrariesOf(project), .. SourceFiles.Namespaces(texts)])));
            solution = WithOutputKind(solution, id);
            projects.Add(new LoadedProject(id, name, [.. files], [.. ConfigurationFiles.Below(project?.Folder ?? folder, projectFolders)], texts.Sum(static text => text.Lines.Count)));
        }
    }

    private static List<ProjectFile> FindProjects(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var projects = Directory.EnumerateFiles(folder, "*.csproj", options)
            .Order(StringComparer.Ordinal)
            .Select(path => ProjectFile.Read(path, folder))
            .OfType<ProjectFile>();

        // Two project files in one folder build the same sources, for an old and a new framework.
        return [.. projects.GroupBy(static p => p.Folder).Select(static group => group.OrderBy(static p => p.Sdk.Length == 0).First())];
    }

    private static DocumentInfo DocumentOf(ProjectId project, string path, SourceText text)
    {
        var loader = TextLoader.From(TextAndVersion.Create(text, VersionStamp.Default, path));
        return DocumentInfo.Create(DocumentId.CreateNewId(project), Path.GetFileName(path), loader: loader, filePath: path);
    }

    private static CSharpParseOptions ParseOptionsOf(ProjectFile? project) => new(
        project?.Properties["LangVersion"] == "preview" ? LanguageVersion.Preview : LanguageVersion.Latest,
        DocumentationMode.Parse,
        preprocessorSymbols: SdkEmulation.PreprocessorSymbols(project));

    private static CSharpCompilationOptions CompilationOptionsOf(ProjectFile? project) => new(
        project is { IsProgram: true } ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
        allowUnsafe: true,
        concurrentBuild: false,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
        nullableContextOptions: project?.Properties["Nullable"].ToLowerInvariant() switch
        {
            "enable" => NullableContextOptions.Enable,
            "annotations" => NullableContextOptions.Annotations,
            "warnings" => NullableContextOptions.Warnings,
            _ => NullableContextOptions.Disable,
        });

    /// <summary>
    /// Top-level statements make a program, and so does a Main where no project file says what the folder is. Of several the compiler
    /// reports all but one, as it should.
    /// </summary>
    private static Solution WithOutputKind(Solution solution, ProjectId id)
    {
        var project = solution.GetProject(id)!;
        var isProgram = project.Documents.Any(document =>
            document.GetSyntaxRootAsync().Result is CompilationUnitSyntax unit
            && (unit.Members.Any(static m => m is GlobalStatementSyntax) || (project.FilePath is null && HasMain(unit))));
        return isProgram
            ? solution.WithProjectCompilationOptions(id, project.CompilationOptions!.WithOutputKind(OutputKind.ConsoleApplication))
            : solution;
    }

    private static bool HasMain(CompilationUnitSyntax unit) =>
        unit.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Any(static method => method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword));
}
