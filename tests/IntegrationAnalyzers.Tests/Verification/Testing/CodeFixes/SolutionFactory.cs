using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis.Host.Mef;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Makes the project that fixes work on.</summary>
internal static class SolutionFactory
{
    private static readonly ConcurrentDictionary<BoundReferences.Key, Lazy<Project>> Empty = new();

    public static Project Create(AnalysisInput input)
    {
        var empty = Empty.GetOrAdd(new(input.References, input.CompilationOptions), static key => new(() => CreateEmpty(key))).Value;
        var solution = empty.Solution.WithProjectParseOptions(empty.Id, input.ParseOptions);
        foreach (var file in input.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(empty.Id), Name(file.Path), file.Text, filePath: file.Path);
        foreach (var file in input.AdditionalFiles)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(empty.Id), Name(file.Path), file.Text, filePath: file.Path);
        foreach (var file in input.ConfigFiles)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(empty.Id), Name(file.Path), file.Text, filePath: file.Path);
        return solution.GetProject(empty.Id)!;

        static string Name(string path) => path.Split('/').Last();
    }

    /// <summary>A project whose references are bound already; those forked from it take them over.</summary>
    private static Project CreateEmpty(BoundReferences.Key key)
    {
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost);
        var id = ProjectId.CreateNewId();
        var project = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Create(), "TestProject", "TestProject", LanguageNames.CSharp,
                compilationOptions: key.Options, metadataReferences: key.References))
            .GetProject(id)!;
        Task.Run(async () => (await project.GetCompilationAsync().ConfigureAwait(false))!.GetSpecialType(SpecialType.System_Object)).GetAwaiter().GetResult();
        return project;
    }
}
