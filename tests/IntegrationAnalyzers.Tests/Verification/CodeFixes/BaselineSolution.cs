using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using IntegrationAnalyzers.Tests.Verification.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Tests.Verification.CodeFixes;

/// <summary>Projects with one baseline among them, and the fixes that change it; the shared harness changes source alone.</summary>
internal sealed class BaselineSolution(Solution solution)
{
    public static BaselineSolution Of(string? baseline, params (string Project, string File, string Text)[] files)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var project in files.GroupBy(static f => f.Project))
        {
            var id = ProjectId.CreateNewId();
            solution = solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, project.Key, project.Key, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                metadataReferences: TestReferences.Default.References));
            foreach (var (_, file, text) in project)
            {
                var path = $"/repo/{project.Key}/{file}";
                solution = file.EndsWith(".cs", StringComparison.Ordinal)
                    ? solution.AddDocument(DocumentId.CreateNewId(id), file, SourceText.From(text), filePath: path)
                    : solution.AddAdditionalDocument(DocumentId.CreateNewId(id), file, SourceText.From(text), filePath: path);
            }

            if (baseline is not null)
                solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), "IntegrationAnalyzers.Baseline.txt", SourceText.From(baseline), filePath: BaselineRun.Path);
        }

        return new BaselineSolution(solution);
    }

    /// <summary>The baseline, which every project must have alike.</summary>
    public string Baseline => solution.Projects.SelectMany(static p => p.AdditionalDocuments).Where(static d => d.FilePath == BaselineRun.Path)
        .Select(static d => d.GetTextAsync().GetAwaiter().GetResult().ToString()).Distinct().Single();

    public async Task<ImmutableArray<Diagnostic>> ReportsAsync(string? project = null)
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var one in solution.Projects.Where(p => project is null || p.Name == project))
        {
            var compilation = await one.GetCompilationAsync().ConfigureAwait(false);
            all.AddRange(await AnalyzerRun.RunAsync(compilation!, PackageRules.All, one.AnalyzerOptions).ConfigureAwait(false));
        }

        return all.ToImmutable();
    }

    public async Task<List<CodeAction>> OffersAsync(CodeFixProvider fix, Diagnostic diagnostic)
    {
        var offers = new List<CodeAction>();
        var document = solution.GetDocument(diagnostic.Location.SourceTree) ??
            solution.Projects.SelectMany(static p => p.AdditionalDocuments).First(d => d.FilePath == diagnostic.Location.GetLineSpan().Path);
        await fix.RegisterCodeFixesAsync(new CodeFixContext(
            document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => offers.Add(action), CancellationToken.None)).ConfigureAwait(false);
        return offers;
    }

    public async Task<BaselineSolution> FixAsync(CodeFixProvider fix, Diagnostic diagnostic) =>
        await ApplyAsync((await OffersAsync(fix, diagnostic).ConfigureAwait(false)).Single()).ConfigureAwait(false);

    public async Task<BaselineSolution> FixAllAsync(CodeFixProvider fix, FixAllScope scope, string project, string? key)
    {
        var within = solution.Projects.Single(p => p.Name == project);
        var provider = new Reports(this, fix.FixableDiagnosticIds);
        var context = scope == FixAllScope.Document
            ? new FixAllContext(within.Documents.First(), fix, scope, key!, fix.FixableDiagnosticIds, provider, CancellationToken.None)
            : new FixAllContext(within, fix, scope, key!, fix.FixableDiagnosticIds, provider, CancellationToken.None);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context).ConfigureAwait(false))!).ConfigureAwait(false);
    }

    private static async Task<BaselineSolution> ApplyAsync(CodeAction action) =>
        new((await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false)).OfType<ApplyChangesOperation>().Single().ChangedSolution);

    private sealed class Reports(BaselineSolution of, ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            (await of.ReportsAsync(project.Name).ConfigureAwait(false)).Where(d => ids.Contains(d.Id));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(d => d.Location.GetLineSpan().Path == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken).ConfigureAwait(false)).Where(static d => !d.Location.IsInSource);
    }
}
