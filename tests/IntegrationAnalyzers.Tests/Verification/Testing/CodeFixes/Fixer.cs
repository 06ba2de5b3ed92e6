using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IntegrationAnalyzers.Tests.Verification.Analysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One fix that is offered: by whom, for what, and the action.</summary>
internal sealed record Offer(CodeFixProvider Provider, Document Document, Diagnostic Diagnostic, CodeAction Action);

/// <summary>Finds what can be fixed in a project, and the fixes that are offered for it.</summary>
internal sealed class Fixer(ImmutableArray<DiagnosticAnalyzer> analyzers, ImmutableArray<CodeFixProvider> providers, int actionIndex, string? equivalenceKey)
{
    private (Project? Project, ImmutableArray<Diagnostic> Diagnostics) _last;

    public ImmutableHashSet<string> FixableIds { get; } = providers.SelectMany(static p => p.FixableDiagnosticIds).ToImmutableHashSet();

    /// <summary>Every diagnostic with a fixable ID, in the order of the source.</summary>
    public async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project, CancellationToken cancellationToken)
    {
        // Fix All asks again for what the step before it has read.
        if (ReferenceEquals(_last.Project, project))
            return _last.Diagnostics;
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        var diagnostics = await AnalyzerRun
            .RunAsync(compilation!, analyzers, project.AnalyzerOptions, concurrent: true, cancellationToken)
            .ConfigureAwait(false);
        _last = (project, diagnostics.Where(d => FixableIds.Contains(d.Id) && d.Location.IsInSource).ToImmutableArray());
        return _last.Diagnostics;
    }

    /// <summary>The first diagnostic for which a fix is offered, or null.</summary>
    public async Task<Offer?> FirstOfferAsync(Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (await OfferAsync(project, diagnostic, cancellationToken).ConfigureAwait(false) is { } offer)
                return offer;
        }

        return null;
    }

    private async Task<Offer?> OfferAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (project.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            return null;

        var offers = ImmutableArray.CreateBuilder<Offer>();
        foreach (var provider in providers.Where(p => p.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var context = new CodeFixContext(
                document, diagnostic, (action, fixedDiagnostics) => offers.Add(new(provider, document, fixedDiagnostics[0], action)), cancellationToken);
            await provider.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        }

        var chosen = equivalenceKey is null ? offers : offers.Where(o => o.Action.EquivalenceKey == equivalenceKey).ToImmutableArray().ToBuilder();
        return chosen.Count > actionIndex ? chosen[actionIndex] : null;
    }
}
