using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>Applies Fix All to a project in one step and compares the texts with those of the single fixes one after the other.</summary>
internal sealed class FixAllCheck(LoadedRules rules, Project project)
{
    /// <param name="id">The rule.</param>
    /// <param name="key">The equivalence key of its action.</param>
    /// <param name="diagnostics">All its reports in the project.</param>
    /// <param name="cancellation">Stops the check.</param>
    public async Task<ImmutableArray<(FixFaultKind Kind, string Detail)>> RunAsync(
        string id,
        string? key,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellation)
    {
        var fix = rules.Fixes[id];
        Solution? all;
        try
        {
            all = await AtOnceAsync(fix, id, key, diagnostics, cancellation).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            return [(FixFaultKind.FixAllThrows, ex.ToString())];
        }

        if (all is null)
            return [(FixFaultKind.FixAllLeavesDiagnostic, "no Fix All is offered")];

        var faults = ImmutableArray.CreateBuilder<(FixFaultKind, string)>();
        var fixedAtOnce = await FixOffers.SavedAsync(project.Solution, all, cancellation).ConfigureAwait(false);
        var fixedInTurn = await new SequentialFix(rules.Only(id), fix, key).RunAsync(project, diagnostics, cancellation).ConfigureAwait(false);
        await CompareAsync(fixedAtOnce, fixedInTurn, faults, cancellation).ConfigureAwait(false);

        var before = await Health.OfProjectAsync(project, rules, cancellation).ConfigureAwait(false);
        var after = await Health.OfProjectAsync(fixedAtOnce.GetProject(project.Id)!, rules, cancellation).ConfigureAwait(false);
        faults.AddRange(after.NewErrors(before).Select(static error => (FixFaultKind.FixAllCompilerError, error)));
        faults.AddRange(after.NewReports(before).Select(static rule => (FixFaultKind.FixAllNewDiagnostic, rule)));
        if (await LeftAsync(fixedAtOnce.GetProject(project.Id)!, fix, id, key, cancellation).ConfigureAwait(false) is { Length: > 0 } left)
            faults.Add((FixFaultKind.FixAllLeavesDiagnostic, left));
        return faults.ToImmutable();
    }

    private async Task<Solution?> AtOnceAsync(CodeFixProvider fix, string id, string? key, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var provider = fix.GetFixAllProvider();
        if (provider is null)
            return null;

        var context = new FixAllContext(project, fix, FixAllScope.Project, key, [id], new Known(project, diagnostics), cancellation);
        var action = await provider.GetFixAsync(context).ConfigureAwait(false);
        return action is null ? null : await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false);
    }

    private async Task CompareAsync(
        Solution atOnce,
        Solution inTurn,
        ImmutableArray<(FixFaultKind, string)>.Builder faults,
        CancellationToken cancellation)
    {
        var changed = FixOffers.Changed(project.Solution, atOnce).Union(FixOffers.Changed(project.Solution, inTurn));
        foreach (var id in changed)
        {
            if (atOnce.GetDocument(id) is not { } left || inTurn.GetDocument(id) is not { } right)
            {
                faults.Add((FixFaultKind.FixAllDiffers, "a document is in one outcome only"));
                continue;
            }

            var difference = TextCheck.FirstDifference(
                await left.GetTextAsync(cancellation).ConfigureAwait(false),
                await right.GetTextAsync(cancellation).ConfigureAwait(false));
            if (difference is not null)
                faults.Add((FixFaultKind.FixAllDiffers, $"{left.FilePath} {difference}"));
        }
    }

    private async Task<string> LeftAsync(Project after, CodeFixProvider fix, string id, string? key, CancellationToken cancellation)
    {
        var compilation = (await after.GetCompilationAsync(cancellation).ConfigureAwait(false))!;
        var left = new List<string>();
        foreach (var diagnostic in await RuleRun.AllAsync(compilation, rules.Only(id), parallel: false, [], cancellation).ConfigureAwait(false))
        {
            if (after.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;

            var offers = await FixOffers.ForAsync(fix, document, diagnostic, cancellation).ConfigureAwait(false);
            if (offers.Any(offer => offer.EquivalenceKey == key))
                left.Add($"{document.FilePath}:{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}");
        }

        return string.Join(", ", left);
    }

    /// <summary>Hands Fix All the reports that are known already.</summary>
    private sealed class Known(Project project, ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project of, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project of, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(of.Id == project.Id ? diagnostics : []);
    }
}
