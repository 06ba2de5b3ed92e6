using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Corpus.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IntegrationAnalyzers.Corpus.Fixing;

/// <summary>Fixes a project's reports of one rule one after the other, reading each file anew after each fix.</summary>
internal sealed class SequentialFix(ImmutableArray<DiagnosticAnalyzer> analyzer, CodeFixProvider fix, string? key)
{
    public async Task<Solution> RunAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var solution = project.Solution;
        var documents = diagnostics.Select(d => project.GetDocument(d.Location.SourceTree)?.Id).OfType<DocumentId>().Distinct();
        foreach (var id in documents)
            solution = await RunAsync(solution, id, cancellation).ConfigureAwait(false);
        return solution;
    }

    private async Task<Solution> RunAsync(Solution solution, DocumentId id, CancellationToken cancellation)
    {
        var left = int.MaxValue;
        while (true)
        {
            var document = solution.GetDocument(id)!;
            var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            var reports = await RuleRun.InFileAsync(model, analyzer, cancellation).ConfigureAwait(false);

            // A fix that leaves its report is named elsewhere; here it must only not go on for ever.
            if (reports.Length >= left || await FirstOfferAsync(document, reports, cancellation).ConfigureAwait(false) is not { } action)
                return solution;

            left = reports.Length;
            if (await FixOffers.ApplyAsync(action, cancellation).ConfigureAwait(false) is not { } changed)
                return solution;
            solution = await FixOffers.SavedAsync(solution, changed, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<CodeAction?> FirstOfferAsync(Document document, ImmutableArray<Diagnostic> reports, CancellationToken cancellation)
    {
        foreach (var report in reports)
        {
            var offers = await FixOffers.ForAsync(fix, document, report, cancellation).ConfigureAwait(false);
            if (offers.FirstOrDefault(offer => offer.EquivalenceKey == key) is { } action)
                return action;
        }

        return null;
    }
}
