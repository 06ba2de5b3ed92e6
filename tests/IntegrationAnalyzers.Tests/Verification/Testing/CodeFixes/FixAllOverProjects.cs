using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Fix All in a solution of two projects with the same code: each comes out as the one does alone.</summary>
internal static class FixAllOverProjects
{
    private const string Folder = "/0/";
    private const string OtherFolder = "/1/";

    /// <param name="expected">What one project is after Fix All.</param>
    public static async Task VerifyAsync(Fixer fixer, Project start, MarkedState expected, IVerifier verifier, CancellationToken cancellationToken)
    {
        var (first, other) = WithCopy(start);
        var diagnostics = await fixer.FixableAsync(first, cancellationToken).ConfigureAwait(false);
        if (await fixer.FirstOfferAsync(first, diagnostics, cancellationToken).ConfigureAwait(false) is not { } offer ||
            await new FixAll(FixAllScope.Solution).ActionAsync(fixer, offer, verifier, cancellationToken).ConfigureAwait(false) is not { } action)
        {
            verifier.Fail("There is no Fix All for two projects.");
            return;
        }

        var operations = await action.GetOperationsAsync(cancellationToken).ConfigureAwait(false);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        await SolutionComparer.VerifyAsync(changed.GetProject(first.Id)!, expected, verifier.PushContext("first project"), cancellationToken).ConfigureAwait(false);
        await SolutionComparer.VerifyAsync(Moved(changed.GetProject(other)!, OtherFolder, Folder), expected, verifier.PushContext("second project"), cancellationToken).ConfigureAwait(false);
    }

    private static (Project First, ProjectId Other) WithCopy(Project project)
    {
        var id = ProjectId.CreateNewId();
        var solution = project.Solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Create(), "OtherProject", "OtherProject", LanguageNames.CSharp,
            compilationOptions: project.CompilationOptions, parseOptions: project.ParseOptions, metadataReferences: project.MetadataReferences));
        foreach (var document in project.Documents)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), document.Name, document.GetTextAsync().GetAwaiter().GetResult(), filePath: document.FilePath);
        foreach (var document in project.AdditionalDocuments)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), document.Name, document.GetTextAsync().GetAwaiter().GetResult(), filePath: document.FilePath);
        foreach (var document in project.AnalyzerConfigDocuments)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), document.Name, document.GetTextAsync().GetAwaiter().GetResult(), filePath: document.FilePath);
        solution = Moved(solution.GetProject(id)!, Folder, OtherFolder).Solution;
        return (solution.GetProject(project.Id)!, id);
    }

    /// <summary>With its sources in another folder: a file that two projects share is another thing.</summary>
    private static Project Moved(Project project, string from, string to)
    {
        var solution = project.Solution;
        foreach (var document in project.Documents)
            solution = solution.WithDocumentFilePath(document.Id, document.FilePath!.Replace(from, to, StringComparison.Ordinal));
        return solution.GetProject(project.Id)!;
    }
}
