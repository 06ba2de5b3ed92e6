using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How one step of a track is made from the first fix that is offered.</summary>
internal interface IFixStep
{
    Task<CodeAction?> ActionAsync(Fixer fixer, Offer offer, IVerifier verifier, CancellationToken cancellationToken);
}

internal sealed class OneByOne : IFixStep
{
    public Task<CodeAction?> ActionAsync(Fixer fixer, Offer offer, IVerifier verifier, CancellationToken cancellationToken) =>
        Task.FromResult<CodeAction?>(offer.Action);
}

internal sealed class FixAll(FixAllScope scope) : IFixStep
{
    public async Task<CodeAction?> ActionAsync(Fixer fixer, Offer offer, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (offer.Provider.GetFixAllProvider() is not { } provider)
        {
            verifier.Fail($"{offer.Provider.GetType().Name} has no Fix All.");
            return null;
        }

        verifier.True(provider.GetSupportedFixAllScopes().Contains(scope), $"{offer.Provider.GetType().Name} has no Fix All in this scope.");
        var ids = offer.Provider.GetFixAllProvider()!.GetSupportedFixAllDiagnosticIds(offer.Provider).ToImmutableArray();
        var context = new FixAllContext(
            offer.Document, offer.Provider, scope, offer.Action.EquivalenceKey!, ids, new Diagnostics(fixer, ids), cancellationToken);
        return await provider.GetFixAsync(context).ConfigureAwait(false);
    }

    private sealed class Diagnostics(Fixer fixer, ImmutableArray<string> ids) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await fixer.FixableAsync(project, cancellationToken).ConfigureAwait(false)).Where(d => ids.Contains(d.Id));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken).ConfigureAwait(false)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
