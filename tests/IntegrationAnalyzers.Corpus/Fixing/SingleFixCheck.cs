using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using IntegrationAnalyzers.Corpus.Loading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>
/// Applies one fix to a copy of the solution and looks at what it did. A small project is looked at whole; in a large one only the
/// changed files are, since Fix All's outcome is looked at whole anyway.
/// </summary>
internal sealed class SingleFixCheck(LoadedRules rules, Project project, bool whole, Repository repository, FixListing? listing)
{
    private readonly Dictionary<DocumentId, Health> _before = [];
    private Health? _projectBefore;

    public async Task<ImmutableArray<(FixFaultKind Kind, string Detail)>> RunAsync(Diagnostic diagnostic, CodeAction action, CancellationToken cancellation)
    {
        Solution? changed;
        try
        {
            changed = await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return [(FixFaultKind.Throws, ex.ToString())];
        }

        var documents = changed is null ? [] : FixOffers.Changed(project.Solution, changed);
        if (changed is null || documents.IsEmpty)
            return [(FixFaultKind.ChangesNothing, action.Title)];

        var faults = ImmutableArray.CreateBuilder<(FixFaultKind, string)>();
        foreach (var id in documents)
        {
            if (project.Solution.GetDocument(id) is { } before)
            {
                faults.AddRange(await TextCheck.CompareAsync(before, changed.GetDocument(id)!, cancellation).ConfigureAwait(false));
                if (listing is not null)
                {
                    var place = $"{repository.Name}/{repository.Relative(before.FilePath!)}";
                    await listing.WriteAsync(diagnostic.Id, action.Title, place, before, changed.GetDocument(id)!, cancellation).ConfigureAwait(false);
                }
            }
        }

        var saved = await FixOffers.SavedAsync(project.Solution, changed, cancellation).ConfigureAwait(false);
        var (healthBefore, healthAfter) = whole ? await WholeAsync(saved, cancellation).ConfigureAwait(false) : await DocumentsAsync(saved, documents, cancellation).ConfigureAwait(false);
        faults.AddRange(healthAfter.NewErrors(healthBefore).Select(static error => (FixFaultKind.CompilerError, error)));
        faults.AddRange(healthAfter.NewReports(healthBefore).Where(rule => rule != diagnostic.Id).Select(static rule => (FixFaultKind.NewDiagnostic, rule)));
        if (healthAfter.Count(diagnostic.Id) >= healthBefore.Count(diagnostic.Id))
            faults.Add((FixFaultKind.LeavesDiagnostic, $"{healthBefore.Count(diagnostic.Id)} before, {healthAfter.Count(diagnostic.Id)} after"));
        if (faults.Count == 0)
            return [];

        var change = await ChangeAsync(saved, documents, cancellation).ConfigureAwait(false);
        return [.. faults.Select(fault => (fault.Item1, fault.Item2 + change))];
    }

    /// <summary>The first changed line, so that a fault can be understood without running the fix.</summary>
    private async Task<string> ChangeAsync(Solution saved, ImmutableArray<DocumentId> documents, CancellationToken cancellation)
    {
        foreach (var id in documents)
        {
            if (project.Solution.GetDocument(id) is { } before
                && TextCheck.FirstDifference(
                    await before.GetTextAsync(cancellation).ConfigureAwait(false),
                    await saved.GetDocument(id)!.GetTextAsync(cancellation).ConfigureAwait(false)) is { } difference)
            {
                return $"\n    first change, {difference}";
            }
        }

        return "";
    }

    private async Task<(Health Before, Health After)> WholeAsync(Solution saved, CancellationToken cancellation)
    {
        _projectBefore ??= await Health.OfProjectAsync(project, rules, cancellation).ConfigureAwait(false);
        return (_projectBefore, await Health.OfProjectAsync(saved.GetProject(project.Id)!, rules, cancellation).ConfigureAwait(false));
    }

    private async Task<(Health Before, Health After)> DocumentsAsync(Solution saved, ImmutableArray<DocumentId> documents, CancellationToken cancellation)
    {
        var before = new List<Health>();
        var after = new List<Health>();
        foreach (var id in documents)
        {
            if (project.Solution.GetDocument(id) is { } document)
            {
                if (!_before.TryGetValue(id, out var health))
                    _before[id] = health = await Health.OfDocumentAsync(document, rules, cancellation).ConfigureAwait(false);
                before.Add(health);
            }

            after.Add(await Health.OfDocumentAsync(saved.GetDocument(id)!, rules, cancellation).ConfigureAwait(false));
        }

        return (Health.Sum(before), Health.Sum(after));
    }
}
