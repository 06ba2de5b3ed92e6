using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>
/// Applies the fixes of reports in configuration files, which are additional files of the project: each by itself, then one after the other and all at once. JSON and XML must be as
/// well-formed as before, and the file but for what was reported the same.
/// </summary>
internal sealed class ConfigurationFixCheck(LoadedRules rules, Project plain, LoadedProject loaded)
{
    private readonly Project _project = WithFiles(plain, loaded);

    /// <summary>The report's file as the project has it; null where it is no configuration file.</summary>
    public TextDocument? FileOf(Diagnostic diagnostic) =>
        _project.AdditionalDocuments.FirstOrDefault(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);

    public async Task<ImmutableArray<CodeAction>> OffersAsync(Diagnostic diagnostic, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(FileOf(diagnostic)!, diagnostic, (action, _) => actions.Add(action), cancellation);
        await rules.Fixes[diagnostic.Id].RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return [.. actions];
    }

    public async Task<ImmutableArray<(FixFaultKind Kind, string Detail)>> RunAsync(Diagnostic diagnostic, CodeAction action, FixListing? listing, string place, CancellationToken cancellation)
    {
        var file = FileOf(diagnostic)!;
        Solution? changed;
        try
        {
            changed = await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return [(FixFaultKind.Throws, ex.ToString())];
        }

        if (changed is null)
            return [(FixFaultKind.ChangesNothing, action.Title)];

        var after = changed.GetAdditionalDocument(file.Id)!;
        if (listing is not null)
            await listing.WriteAsync(diagnostic.Id, action.Title, place, file, after, cancellation).ConfigureAwait(false);
        var faults = await CompareAsync(file, after, cancellation).ConfigureAwait(false);
        var before = await CountAsync(_project, diagnostic.Id, cancellation).ConfigureAwait(false);
        var left = await CountAsync(changed.GetProject(_project.Id)!, diagnostic.Id, cancellation).ConfigureAwait(false);
        if (left >= before)
            faults.Add((FixFaultKind.LeavesDiagnostic, $"{before} before, {left} after"));
        return [.. faults];
    }

    public async Task<ImmutableArray<(FixFaultKind Kind, string Detail)>> RunAllAsync(string id, string? key, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var fix = rules.Fixes[id];
        var context = new FixAllContext(_project, fix, FixAllScope.Project, key, [id], new Known(diagnostics), cancellation);
        var action = fix.GetFixAllProvider() is { } provider ? await provider.GetFixAsync(context).ConfigureAwait(false) : null;
        if (action is null || await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false) is not { } atOnce)
            return [(FixFaultKind.FixAllLeavesDiagnostic, "no Fix All is offered")];

        var inTurn = await InTurnAsync(id, key, cancellation).ConfigureAwait(false);
        var faults = new List<(FixFaultKind, string)>();
        foreach (var file in _project.AdditionalDocumentIds)
        {
            var left = await atOnce.GetAdditionalDocument(file)!.GetTextAsync(cancellation).ConfigureAwait(false);
            var right = await inTurn.GetAdditionalDocument(file)!.GetTextAsync(cancellation).ConfigureAwait(false);
            if (TextCheck.FirstDifference(left, right) is { } difference)
                faults.Add((FixFaultKind.FixAllDiffers, $"{_project.GetAdditionalDocument(file)!.FilePath} {difference}"));
        }

        return [.. faults];
    }

    private async Task<Solution> InTurnAsync(string id, string? key, CancellationToken cancellation)
    {
        var project = _project;
        for (var left = int.MaxValue; ;)
        {
            var reports = await ReportsAsync(project, id, cancellation).ConfigureAwait(false);
            if (reports.Length >= left)
                return project.Solution;
            left = reports.Length;
            var check = new ConfigurationFixCheck(rules, project, loaded);
            CodeAction? action = null;
            foreach (var report in reports.Where(r => check.FileOf(r) is not null))
                action ??= (await check.OffersAsync(report, cancellation).ConfigureAwait(false)).FirstOrDefault(a => a.EquivalenceKey == key);
            if (action is null || await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false) is not { } changed)
                return project.Solution;
            project = changed.GetProject(project.Id)!;
        }
    }

    private static Project WithFiles(Project project, LoadedProject loaded)
    {
        if (project.AdditionalDocuments.Any())
            return project;
        foreach (var path in loaded.ConfigurationFiles)
            project = project.AddAdditionalDocument(Path.GetFileName(path), SourceFiles.Read(path), filePath: path).Project;
        return project;
    }

    private async Task<int> CountAsync(Project project, string id, CancellationToken cancellation) =>
        (await ReportsAsync(project, id, cancellation).ConfigureAwait(false)).Length;

    private async Task<ImmutableArray<Diagnostic>> ReportsAsync(Project project, string id, CancellationToken cancellation)
    {
        var compilation = (await project.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        return await RuleRun.AllAsync(compilation, rules.Only(id), parallel: false, [], cancellation, project.AnalyzerOptions).ConfigureAwait(false);
    }

    private static async Task<List<(FixFaultKind Kind, string Detail)>> CompareAsync(TextDocument before, TextDocument after, CancellationToken cancellation)
    {
        var oldText = await before.GetTextAsync(cancellation).ConfigureAwait(false);
        var newText = await after.GetTextAsync(cancellation).ConfigureAwait(false);
        var faults = new List<(FixFaultKind, string)>();
        if (oldText.Encoding?.WebName != newText.Encoding?.WebName || oldText.Encoding?.GetPreamble().Length != newText.Encoding?.GetPreamble().Length)
            faults.Add((FixFaultKind.Encoding, $"{oldText.Encoding?.WebName} became {newText.Encoding?.WebName}"));
        if (oldText.Lines.Count != newText.Lines.Count || oldText.Lines.Zip(newText.Lines).Count(static pair => pair.First.ToString() != pair.Second.ToString()) != 1)
            faults.Add((FixFaultKind.ChangesMore, "not the one line alone"));
        if (IsWellFormed(before.FilePath!, oldText) && !IsWellFormed(before.FilePath!, newText))
            faults.Add((FixFaultKind.CompilerError, "the file can no longer be read"));
        return faults;
    }

    private static bool IsWellFormed(string path, SourceText text)
    {
        try
        {
            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".JSON":
                    JsonDocument.Parse(text.ToString(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).Dispose();
                    break;
                case ".CONFIG":
                    XDocument.Parse(text.ToString());
                    break;
            }

            return true;
        }
        catch (Exception ex) when (ex is JsonException or XmlException)
        {
            return false;
        }
    }

    /// <summary>Hands Fix All the reports that are known already; those of configuration files belong to the project.</summary>
    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
